package org.ccican.conformance.driver;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/** Reads a SUT file field by field, as {@code sut.schema.json} has it. */
final class SutFileReader {

  /** The size of a SubjectPublicKeyInfo with an uncompressed point of P-256. */
  private static final int P256_SPKI = 91;

  private static final int FILE_LIMIT = 1 << 20;
  private static final int KEY_LIMIT = 64 << 10;

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

  private final Path path;

  private SutFileReader(Path path) {
    this.path = path;
  }

  static SutFile read(Path path) throws SutFileException {
    return new SutFileReader(path).read();
  }

  private SutFile read() throws SutFileException {
    Map<String, SutFileField> fields = new SutFileYaml(path.toString()).read(text()).fields();
    Optional<String> name = Optional.empty();
    Optional<String> description = Optional.empty();
    List<SutFileTarget> targets = new ArrayList<>();
    for (Map.Entry<String, SutFileField> each : fields.entrySet()) {
      SutFileField field = each.getValue();
      switch (each.getKey()) {
        case "name" -> name = Optional.of(field.text(200));
        case "description" -> description = Optional.of(field.text(2000));
        case "tam" -> targets.add(target("tam", field));
        default -> throw foreign(each.getKey(), field);
      }
    }
    if (targets.isEmpty()) {
      throw new SutFileException(
          path + ":1:1: no role; expected at least tam: {url: ..., key: ...}");
    }
    return new SutFile(path, name, description, targets);
  }

  private SutFileException foreign(String name, SutFileField field) {
    return SutFile.ROLES.contains(name)
        ? field.wrongName(
            "this role cannot be driven yet, only tam can; it comes with the issue \"Bring your"
                + " own\"")
        : field.wrongName("unknown field; known here: name, description, tam");
  }

  private SutFileTarget target(String role, SutFileField at) throws SutFileException {
    Map<String, SutFileField> fields =
        at.fields(
            Set.of(
                "url",
                "key",
                "encryption-key",
                "headers",
                "revision",
                "uris",
                "clock",
                "timeouts",
                "limits"));
    URI url = url(required(at, fields, "url"));
    Map<String, SutFileField> timeouts =
        optional(fields, "timeouts", Set.of("connect", "response"));
    Map<String, SutFileField> limits = optional(fields, "limits", Set.of("response"));
    return new SutFileTarget(
        role,
        withoutCredentials(url),
        Optional.ofNullable(url.getUserInfo()),
        key(required(at, fields, "key")),
        headers(fields),
        revision(fields),
        uris(fields),
        clock(fields),
        encryption(fields),
        SutFileQuantity.duration(timeouts, "connect", Duration.ofSeconds(5)),
        SutFileQuantity.duration(timeouts, "response", Duration.ofSeconds(10)),
        SutFileQuantity.size(limits, "response", 1 << 20));
  }

  private static URI url(SutFileField field) throws SutFileException {
    URI url;
    try {
      url = new URI(field.text(2000));
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

  private Bytes key(SutFileField field) throws SutFileException {
    String name = field.text(1000);
    Path file;
    try {
      file = path.toAbsolutePath().resolveSibling(name);
    } catch (InvalidPathException e) {
      throw field.wrong("is no file name");
    }
    if (!Files.exists(file)) {
      throw field.wrong("no such file " + name);
    }
    try {
      return SutFileKey.parse(read(file, KEY_LIMIT));
    } catch (SutFileException e) {
      throw field.wrong(name + " " + e.getMessage());
    } catch (IOException e) {
      throw field.wrong(name + " cannot be read");
    }
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

  /** URIs at which the TAM asks in other ways, where it does. */
  private static Map<String, URI> uris(Map<String, SutFileField> fields) throws SutFileException {
    Map<String, URI> uris = new TreeMap<>();
    for (Map.Entry<String, SutFileField> each :
        optional(fields, "uris", Set.of("token", "passport", "known")).entrySet()) {
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
    Bytes key = key(fields.get("encryption-key"));
    if (key.size() != P256_SPKI) {
      throw fields.get("encryption-key").wrong("is no key on P-256, which TEEP encrypts to");
    }
    return Optional.of(key);
  }

  private static SutFileField required(
      SutFileField at, Map<String, SutFileField> fields, String name) throws SutFileException {
    if (!fields.containsKey(name)) {
      throw at.wrong(name + " is missing");
    }
    return fields.get(name);
  }

  private static Map<String, SutFileField> optional(
      Map<String, SutFileField> fields, String name, Set<String> known) throws SutFileException {
    return fields.containsKey(name) ? fields.get(name).fields(known) : Map.of();
  }

  private String text() throws SutFileException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(read(path, FILE_LIMIT).toArray()))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new SutFileException(path + ": no such file");
    } catch (CharacterCodingException e) {
      throw new SutFileException(path + ": is not UTF-8");
    } catch (SutFileException e) {
      throw new SutFileException(path + ": " + e.getMessage());
    } catch (IOException e) {
      throw new SutFileException(path + ": cannot be read");
    }
  }

  private static Bytes read(Path file, int limit) throws SutFileException, IOException {
    if (Files.isDirectory(file)) {
      throw new SutFileException("is a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(limit + 1);
      if (octets.length > limit) {
        throw new SutFileException("is larger than " + (limit >> 10) + " KiB");
      }
      return Bytes.of(octets);
    }
  }
}
