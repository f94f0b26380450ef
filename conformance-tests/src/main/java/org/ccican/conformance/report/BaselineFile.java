package org.ccican.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.conformance.sut.SutFileException;
import org.ccican.conformance.sut.SutFileField;
import org.ccican.conformance.verdict.Outcome;

/**
 * A baseline in YAML, as {@code baseline.schema.json} has it:
 *
 * <pre>
 * known-failures:
 *   - requirement: TEEP-07
 *     case: TEEP-07.2
 *     outcome: failed        # may be left out
 *     reason: tokens are not checked before release 3
 *     until: 2026-12-31      # may be left out, as may link
 * quarantine:
 *   - case: TEEP-12.1
 *     reason: the text allows both orders
 *     until: 2026-09-30
 * </pre>
 */
public final class BaselineFile {

  private static final int ID = 60;
  private static final int SENTENCE = 1000;

  private BaselineFile() {}

  /**
   * @throws SutFileException if it cannot be read or is not as it has to be, with line and column
   */
  public static Baseline read(Path file) throws SutFileException {
    Map<String, SutFileField> fields =
        SutFileField.read(file).fields(Set.of("known-failures", "quarantine"));
    List<Baseline.KnownFailure> failures = new ArrayList<>();
    List<Baseline.Quarantined> quarantine = new ArrayList<>();
    Set<String> cases = new HashSet<>();
    String name = String.valueOf(file.getFileName());
    for (SutFileField item : items(fields, "known-failures")) {
      failures.add(failure(item, name, cases));
    }
    cases.clear();
    for (SutFileField item : items(fields, "quarantine")) {
      quarantine.add(quarantined(item, name, cases));
    }
    return new Baseline(name, failures, quarantine);
  }

  /** The text of a file that reads back as this baseline, places aside. */
  public static String text(Baseline baseline) {
    StringBuilder text = new StringBuilder();
    text.append(baseline.failures().isEmpty() ? "known-failures: []\n" : "known-failures:\n");
    for (Baseline.KnownFailure each : baseline.failures()) {
      text.append("  - requirement: ").append(quoted(each.requirement())).append('\n');
      text.append("    case: ").append(quoted(each.scenario())).append('\n');
      if (each.outcome() != Outcome.FAILED) {
        text.append("    outcome: ").append(each.outcome().id()).append('\n');
      }
      text.append("    reason: ").append(quoted(each.reason())).append('\n');
      each.until().ifPresent(until -> text.append("    until: \"").append(until).append("\"\n"));
      link(text, each.link());
    }
    if (!baseline.quarantine().isEmpty()) {
      text.append("quarantine:\n");
    }
    for (Baseline.Quarantined each : baseline.quarantine()) {
      text.append("  - case: ").append(quoted(each.scenario())).append('\n');
      text.append("    reason: ").append(quoted(each.reason())).append('\n');
      text.append("    until: \"").append(each.until()).append("\"\n");
      link(text, each.link());
    }
    return text.toString();
  }

  private static void link(StringBuilder text, String link) {
    if (!link.isEmpty()) {
      text.append("    link: ").append(quoted(link)).append('\n');
    }
  }

  /** A text as JSON has it, which YAML reads alike. */
  private static String quoted(String text) {
    ObjectMapper mapper = JsonMapper.builder().build();
    try {
      return mapper.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<SutFileField> items(Map<String, SutFileField> fields, String name)
      throws SutFileException {
    return fields.containsKey(name) ? fields.get(name).items() : List.of();
  }

  private static Baseline.KnownFailure failure(SutFileField item, String name, Set<String> cases)
      throws SutFileException {
    Map<String, SutFileField> fields =
        item.fields(Set.of("requirement", "case", "outcome", "reason", "until", "link"));
    String requirement = required(item, fields, "requirement").text(ID);
    return new Baseline.KnownFailure(
        requirement,
        scenario(item, fields, cases),
        fields.containsKey("outcome") ? outcome(fields.get("outcome")) : Outcome.FAILED,
        required(item, fields, "reason").text(SENTENCE),
        fields.containsKey("until") ? Optional.of(day(fields.get("until"))) : Optional.empty(),
        fields.containsKey("link") ? fields.get("link").text(SENTENCE) : "",
        name + item.place());
  }

  private static Baseline.Quarantined quarantined(SutFileField item, String name, Set<String> cases)
      throws SutFileException {
    Map<String, SutFileField> fields = item.fields(Set.of("case", "reason", "until", "link"));
    return new Baseline.Quarantined(
        scenario(item, fields, cases),
        required(item, fields, "reason").text(SENTENCE),
        day(required(item, fields, "until")),
        fields.containsKey("link") ? fields.get("link").text(SENTENCE) : "",
        name + item.place());
  }

  private static String scenario(
      SutFileField item, Map<String, SutFileField> fields, Set<String> cases)
      throws SutFileException {
    SutFileField field = required(item, fields, "case");
    String id = field.text(ID);
    if (!cases.add(id)) {
      throw field.wrong(id + " is there twice");
    }
    return id;
  }

  private static Outcome outcome(SutFileField field) throws SutFileException {
    return Outcome.find(field.text(ID))
        .filter(Outcome::needsAttention)
        .filter(outcome -> outcome != Outcome.SUITE_ERROR)
        .orElseThrow(
            () -> field.wrong("expected failed, refused-otherwise, inconclusive or blocked"));
  }

  private static LocalDate day(SutFileField field) throws SutFileException {
    try {
      return LocalDate.parse(field.text(ID));
    } catch (DateTimeParseException e) {
      throw field.wrong("expected a day such as 2026-12-31");
    }
  }

  private static SutFileField required(
      SutFileField item, Map<String, SutFileField> fields, String name) throws SutFileException {
    if (!fields.containsKey(name)) {
      throw item.wrong(name + " is missing");
    }
    return fields.get(name);
  }
}
