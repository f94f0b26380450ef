package org.ccican.conformance.sut;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.transport.AllowedHosts;
import org.ccican.wire.Bytes;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what a SUT file says of one role: one way to it, and the fields that belong to the way. */
final class SutRoleReader {

  /** The size of a SubjectPublicKeyInfo with an uncompressed point of P-256. */
  private static final int P256_SPKI = 91;

  private static final int MOST_WORDS = 100;

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

  /** Headers that the suite has to choose itself, for they are what is tested. */
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "accept",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "te",
          "transfer-encoding",
          "upgrade");

  private final RoleId role;
  private final SutFileField at;
  private final SutFileFiles files;

  SutRoleReader(RoleId role, SutFileField at, SutFileFiles files) {
    this.role = role;
    this.at = at;
    this.files = files;
  }

  SutRole read() throws SutFileException {
    Way way = way();
    Set<String> known = new HashSet<>(way.fields());
    known.add(way.id());
    Map<String, SutFileField> fields = at.fields(known);
    for (String name : way.required()) {
      if (!fields.containsKey(name)) {
        throw at.wrong(name + " is missing");
      }
    }
    SutFileField place = fields.get(way.id());
    SutLimits standard = SutLimits.standard();
    Map<String, SutFileField> timeouts =
        optional(fields, "timeouts", Set.of("connect", "response"));
    Map<String, SutFileField> limits = optional(fields, "limits", Set.of("response"));
    return new SutRole(
        role,
        way.id(),
        reach(way.kind(), place),
        fields.containsKey("key") ? Optional.of(files.key(fields.get("key"))) : Optional.empty(),
        encryption(fields),
        headers(fields),
        revision(fields),
        uris(fields),
        clock(fields),
        text(fields, "format"),
        file(fields, "trust"),
        new SutFactsReader(files).read(fields),
        new SutLimits(
            SutFileQuantity.duration(timeouts, "connect", standard.connect()),
            SutFileQuantity.duration(timeouts, "response", standard.response()),
            SutFileQuantity.size(limits, "response", standard.size())));
  }

  /** The one way that is there. */
  private Way way() throws SutFileException {
    List<Way> ways = Ways.to(role);
    if (ways.isEmpty()) {
      throw at.wrongName("there is no way to reach this role yet");
    }
    String ids = ways.stream().map(Way::id).collect(Collectors.joining(", "));
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, SutFileField> each : at.fields().entrySet()) {
      if (Ways.IDS.contains(each.getKey())) {
        if (Ways.find(each.getKey(), role).isEmpty()) {
          throw each.getValue()
              .wrongName("is not a way to reach the " + role.id() + "; ways to it: " + ids);
        }
        if (!found.isEmpty()) {
          throw each.getValue()
              .wrongName("is a second way beside " + found.get(0) + ", expected one");
        }
        found.add(each.getKey());
      }
    }
    if (found.isEmpty()) {
      throw at.wrong((ways.size() == 1 ? ids : "a way to reach it (" + ids + ")") + " is missing");
    }
    return Ways.find(found.get(0), role).orElseThrow();
  }

  private Reach reach(Way.Kind kind, SutFileField field) throws SutFileException {
    return switch (kind) {
      case URL -> http(field);
      case PROGRAM -> program(field);
      case FOLDER -> new Reach.Folder(files.named(field));
      case TRIGGER -> trigger(field);
    };
  }

  private Reach.Trigger trigger(SutFileField field) throws SutFileException {
    Map<String, SutFileField> fields = field.fields(Set.of("command", "url"));
    if (fields.size() != 1) {
      throw field.wrong("expected either command or url");
    }
    return new Reach.Trigger(
        fields.containsKey("url")
            ? http(fields.get("url"), SutRoleReader::template)
            : program(fields.get("command")));
  }

  private Reach.Program program(SutFileField field) throws SutFileException {
    if (!(field.node() instanceof SequenceNode list)) {
      throw field.expected("a list of a program and its arguments");
    }
    List<String> words = new ArrayList<>();
    for (Node word : list.getValue()) {
      words.add(new SutFileField(field.file(), field.name(), field.key(), word).text(4000));
    }
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      throw field.wrong("expected 1 to " + MOST_WORDS + " words, found " + words.size());
    }
    return new Reach.Program(words, files.recipe().toAbsolutePath().getParent());
  }

  /** Braces cannot stand in a URL as they are. */
  private static String template(String url) {
    return url.replace("{", "%7B").replace("}", "%7D");
  }

  private static Reach.Http http(SutFileField field) throws SutFileException {
    return http(field, text -> text);
  }

  private static Reach.Http http(SutFileField field, UnaryOperator<String> read)
      throws SutFileException {
    URI url = url(field, read);
    return new Reach.Http(withoutCredentials(url), Optional.ofNullable(url.getUserInfo()));
  }

  private static URI url(SutFileField field) throws SutFileException {
    return url(field, text -> text);
  }

  private static URI url(SutFileField field, UnaryOperator<String> read) throws SutFileException {
    URI url;
    try {
      url = new URI(read.apply(field.text(2000)));
    } catch (URISyntaxException e) {
      throw field.wrong("is no URL: " + e.getReason().toLowerCase(Locale.ROOT));
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw field.wrong(
          "expected a URL that begins with http:// or https://, found "
              + (scheme.isEmpty() ? "none of them" : scheme + ":"));
    }
    if (url.getHost() == null) {
      throw field.wrong("is a URL without host");
    }
    if (!AllowedHosts.isHost(url.getHost())) {
      throw field.wrong(
          "has the host " + url.getHost() + ", expected a name, 127.0.0.1 or [::1], say");
    }
    if (url.getPort() == 0 || url.getPort() > 0xffff) {
      throw field.wrong("has the port " + url.getPort() + ", expected 1 to 65535");
    }
    if (url.getRawFragment() != null) {
      throw field.wrong("has a fragment, which is never sent");
    }
    return url;
  }

  private static URI withoutCredentials(URI url) {
    String authority = url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return URI.create(url.getScheme() + "://" + authority + url.getRawPath() + query);
  }

  private static Map<String, String> headers(Map<String, SutFileField> fields)
      throws SutFileException {
    Map<String, String> headers = new TreeMap<>();
    if (fields.containsKey("headers")) {
      for (Map.Entry<String, SutFileField> each : fields.get("headers").fields().entrySet()) {
        String name = each.getKey().toLowerCase(Locale.ROOT);
        SutFileField field = each.getValue();
        if (!TOKEN.matcher(name).matches()) {
          throw field.wrongName("is no name of a header");
        }
        if (OWN_HEADERS.contains(name)) {
          throw field.wrongName("the suite sets this header itself");
        }
        String value = field.text(8000);
        if (value.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
          throw field.wrong("has a character outside printable ASCII");
        }
        if (headers.put(name, value) != null) {
          throw field.wrongName("is there twice");
        }
      }
    }
    return headers;
  }

  private static WireRevision revision(Map<String, SutFileField> fields) throws SutFileException {
    if (!fields.containsKey("revision")) {
      return WireRevision.TEEP_26;
    }
    String id = fields.get("revision").text(100);
    return WireRevision.find(id)
        .orElseThrow(
            () -> fields.get("revision").wrong("expected teep-26 or teep-legacy, found " + id));
  }

  /** URIs at which the TAM asks in other ways, where it does, or a Verifier is given its values. */
  private Map<String, URI> uris(Map<String, SutFileField> fields) throws SutFileException {
    Map<String, URI> uris = new TreeMap<>();
    Set<String> known =
        role == RoleId.TAM ? Set.of("token", "passport", "known") : Set.of("provisioning");
    for (Map.Entry<String, SutFileField> each : optional(fields, "uris", known).entrySet()) {
      uris.put(each.getKey(), url(each.getValue()));
    }
    return uris;
  }

  private static Optional<URI> clock(Map<String, SutFileField> fields) throws SutFileException {
    return fields.containsKey("clock") ? Optional.of(url(fields.get("clock"))) : Optional.empty();
  }

  /** spec| teep-protocol-26 §8.2: keys are agreed on P-256 */
  private Optional<Bytes> encryption(Map<String, SutFileField> fields) throws SutFileException {
    if (!fields.containsKey("encryption-key")) {
      return Optional.empty();
    }
    Bytes key = files.key(fields.get("encryption-key"));
    if (key.size() != P256_SPKI) {
      throw fields.get("encryption-key").wrong("is no key on P-256, which TEEP encrypts to");
    }
    return Optional.of(key);
  }

  private static Optional<String> text(Map<String, SutFileField> fields, String name)
      throws SutFileException {
    return fields.containsKey(name) ? Optional.of(fields.get(name).text(100)) : Optional.empty();
  }

  private Optional<Path> file(Map<String, SutFileField> fields, String name)
      throws SutFileException {
    return fields.containsKey(name) ? Optional.of(files.named(fields.get(name))) : Optional.empty();
  }

  private static Map<String, SutFileField> optional(
      Map<String, SutFileField> fields, String name, Set<String> known) throws SutFileException {
    return fields.containsKey(name) ? fields.get(name).fields(known) : Map.of();
  }
}
