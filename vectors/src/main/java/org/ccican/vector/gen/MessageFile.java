package org.ccican.vector.gen;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ccican.vector.MessageVector;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/** The vectors of one message format: bases, and what differs from an accepted one in one thing. */
final class MessageFile {

  /** The instant of every vector that changes no time. */
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static final String JWS = "jws ";

  /** In the place of a stretch of notation: all of it. */
  private static final String WHOLE = "*";

  /** What the names of keys begin with that come with their private part. */
  private static final String HOLDER = "holder";

  private final String format;
  private final String document;
  private final List<String> forms;
  private final Map<String, String> macros;
  private final List<MessageVector> vectors = new ArrayList<>();
  private final Map<String, Scene> accepted = new LinkedHashMap<>();

  /**
   * @param format what identifiers begin with, and the area of the requirements in lower case
   * @param forms those that are text and not CBOR
   * @param macros stretches of notation that tables name with a dollar sign in front
   */
  MessageFile(String format, String document, List<String> forms, Map<String, String> macros) {
    this.format = format;
    this.document = document;
    this.forms = List.copyOf(forms);
    this.macros = Map.copyOf(macros);
  }

  /** Everything that decides a verdict. */
  record Scene(
      String form, String notation, List<String> keys, Instant time, Optional<String> attester) {}

  /** A valid message. */
  void base(String id, String section, int requirement, String comment, Scene scene) {
    base(id, section, String.valueOf(requirement), comment, scene);
  }

  /** The same, with the requirement as tables have it. */
  void base(String id, String section, String requirement, String comment, Scene scene) {
    accepted.put(id, scene);
    add(id, Optional.empty(), section, requirement, comment, scene, Optional.empty());
  }

  /**
   * Accepted messages, a line each: parent, identifier, section, the requirement by its number or,
   * where it is another document's, its identifier, comment, the one stretch of the parent's
   * notation that is replaced, or {@value #WHOLE} for all of it, and what by.
   */
  void also(String table) {
    for (String line : table.lines().toList()) {
      String[] cells = cells(line, 7);
      Scene scene = changed("base." + cells[0], cells[5], cells[6]);
      accepted.put(cells[1], scene);
      Optional<String> parent = Optional.of("base." + cells[0]);
      add(cells[1], parent, cells[2], cells[3], cells[4], scene, Optional.empty());
    }
  }

  /** As {@link #also}, refused; check and reason stand between identifier and section. */
  void refusals(String table) {
    for (String line : table.lines().toList()) {
      String[] cells = cells(line, 9);
      refused(
          "base." + cells[0],
          cells[1],
          cells[2],
          Why.valueOf(cells[3]),
          cells[4],
          cells[5],
          cells[6],
          changed("base." + cells[0], cells[7], cells[8]));
    }
  }

  private String[] cells(String line, int count) {
    String[] cells = line.split(" *\\| ?", -1);
    if (cells.length != count) {
      throw new IllegalStateException(cells.length + " cells: " + line);
    }
    for (int at = 0; at < count; at++) {
      cells[at] = cells[at].strip();
      for (Map.Entry<String, String> each : macros.entrySet()) {
        cells[at] = cells[at].replace("$" + each.getKey(), each.getValue());
      }
    }
    return cells;
  }

  /** A message that is refused for what goes with it. */
  void refused(
      String parent,
      String id,
      String check,
      Why why,
      String section,
      int requirement,
      String comment,
      Scene scene) {
    refused(parent, id, check, why, section, String.valueOf(requirement), comment, scene);
  }

  /** The same, with the requirement as tables have it. */
  void refused(
      String parent,
      String id,
      String check,
      Why why,
      String section,
      String requirement,
      String comment,
      Scene scene) {
    Optional<Refusal> refusal = Optional.of(new Refusal(check, why));
    add(id, Optional.of(parent), section, requirement, comment, scene, refusal);
  }

  Scene scene(String id) {
    return Optional.ofNullable(accepted.get(id))
        .orElseThrow(() -> new IllegalStateException("no accepted vector " + id));
  }

  List<MessageVector> vectors() {
    return List.copyOf(vectors);
  }

  String format() {
    return format;
  }

  private record Refusal(String check, Why why) {}

  private String identifier(String requirement) {
    return requirement.contains("-")
        ? requirement
        : String.format(
            Locale.ROOT, "%s-%02d", format.toUpperCase(Locale.ROOT), Integer.parseInt(requirement));
  }

  private Scene changed(String parent, String from, String to) {
    Scene scene = scene(parent);
    if (from.equals(WHOLE)) {
      return new Scene(scene.form(), to, scene.keys(), scene.time(), scene.attester());
    }
    int at = scene.notation().indexOf(from);
    if (at < 0 || scene.notation().indexOf(from, at + 1) >= 0) {
      throw new IllegalStateException("not once in " + parent + ": " + from);
    }
    String notation =
        scene.notation().substring(0, at) + to + scene.notation().substring(at + from.length());
    return new Scene(scene.form(), notation, scene.keys(), scene.time(), scene.attester());
  }

  private void add(
      String id,
      Optional<String> parent,
      String section,
      String requirement,
      String comment,
      Scene scene,
      Optional<Refusal> refusal) {
    String full = format + "." + id;
    if (vectors.stream().anyMatch(each -> each.id().equals(full))) {
      throw new IllegalStateException("twice: " + full);
    }
    boolean elsewhere = section.contains(" §");
    vectors.add(
        new MessageVector(
            full,
            parent.map(each -> format + "." + each),
            new TestVector.Spec(
                elsewhere ? section.substring(0, section.indexOf(" §")) : document,
                elsewhere ? section.substring(section.indexOf('§') + 1) : section),
            List.of(identifier(requirement)),
            comment,
            refusal.map(Refusal::check),
            scene.form(),
            scene.notation(),
            Octets.of(octets(scene)),
            scene.keys().stream().map(MessageFile::key).toList(),
            scene.time(),
            scene.attester(),
            refusal
                .map(
                    each ->
                        new TestVector.Expect(
                            TestVector.Verdict.REFUSED,
                            Optional.of(each.why().phase()),
                            Optional.of(each.why().id())))
                .orElse(TestVector.Expect.ACCEPTED)));
  }

  private byte[] octets(Scene scene) {
    if (!forms.contains(scene.form())) {
      return Notation.octets(scene.notation());
    }
    if (!scene.notation().startsWith(JWS)) {
      return scene.notation().getBytes(StandardCharsets.UTF_8);
    }
    String[] lines = scene.notation().split("\n", -1);
    return Notation.jws(lines[0].substring(JWS.length()), lines[1], lines[2]);
  }

  private static NamedOctets key(String name) {
    byte[] id = name.getBytes(StandardCharsets.UTF_8);
    return new NamedOctets(
        name,
        Octets.of(
            name.startsWith(HOLDER)
                ? DeviceKeys.privateKey(DeviceKeys.Curve.P256, name, id)
                : DeviceKeys.coseKey(DeviceKeys.Curve.P256, name, id)));
  }
}
