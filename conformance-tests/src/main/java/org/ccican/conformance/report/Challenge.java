package org.ccican.conformance.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of a dispute about one test, ready to be handed in: the rule, what was expected and
 * found, what passed between the roles, and everything that is needed to see it again. Only the
 * reason is left to whoever disputes it.
 */
public final class Challenge {

  private static final int OCTETS = 256;
  private static final int MESSAGES = 40;

  private final RunReport report;
  private final Optional<String> reading;

  /**
   * @param reading how the suite reads an unclear text; empty if it is not unclear
   */
  public Challenge(RunReport report, Optional<String> reading) {
    this.report = Objects.requireNonNull(report);
    this.reading = Objects.requireNonNull(reading);
  }

  /**
   * What an id stands for: a case, the rows of an outline, or all cases of a requirement that went
   * wrong.
   *
   * @return ids of cases in the order of the report; empty if nothing was recorded under it
   */
  public static List<String> cases(RunReport report, String id) {
    List<ScenarioResult> named =
        report.scenarios().stream()
            .filter(each -> each.id().equals(id) || each.id().startsWith(id + "#"))
            .toList();
    List<ScenarioResult> found =
        named.isEmpty()
            ? report.scenarios().stream()
                .filter(each -> each.requirement().equals(id))
                .filter(each -> each.outcome().needsAttention())
                .toList()
            : named;
    return found.stream().map(ScenarioResult::id).toList();
  }

  /**
   * The text, in Markdown.
   *
   * @param id of a recorded case
   * @throws IllegalArgumentException if there is none
   */
  public String text(String id) {
    ScenarioResult scenario =
        Optional.ofNullable(report.scenariosById().get(id))
            .orElseThrow(() -> new IllegalArgumentException(id + " was not recorded"));
    RequirementResult requirement =
        report.requirements().stream()
            .filter(each -> each.id().equals(scenario.requirement()))
            .findFirst()
            .orElseThrow();
    StringBuilder text = new StringBuilder();
    text.append("# Challenge of ").append(PageMaker.anchor(id)).append("\n\n");
    quote(text, scenario.name());
    text.append("## The rule\n\n");
    quote(
        text,
        requirement.id()
            + ", level "
            + requirement.level().id()
            + ": "
            + requirement.document()
            + " section "
            + requirement.section()
            + "; judged: "
            + String.join(", ", requirement.roles()));
    quote(text, requirement.text());
    reading.ifPresent(
        words -> {
          text.append("The suite reads it so:\n\n");
          quote(text, words);
        });
    verdict(text, scenario);
    exchange(text, scenario);
    versions(text, scenario);
    text.append("## Why the test is wrong\n\n");
    text.append("(The words of the document that allow what the target did.)\n");
    return text.toString();
  }

  private void verdict(StringBuilder text, ScenarioResult scenario) {
    text.append("## The verdict\n\n");
    text.append("Outcome: ").append(scenario.outcome().words());
    report
        .gate()
        .find(scenario.id())
        .ifPresent(note -> text.append(" (").append(note.kind().words()).append(")"));
    text.append("\n\n");
    StringBuilder found = new StringBuilder();
    add(found, "detail: ", scenario.detail());
    add(found, "expected: ", scenario.expected());
    add(found, "actual: ", scenario.actual());
    for (ScenarioResult.Expectation each : scenario.expectations()) {
      add(found, "judge " + each.judge() + ": ", each.outcome().words());
      add(found, "  ", each.detail());
    }
    fence(text, found.toString());
  }

  private void exchange(StringBuilder text, ScenarioResult scenario) {
    text.append("## The exchange\n\n");
    if (report.target().emulated()) {
      text.append("Evidence in it is emulated.\n\n");
    }
    if (!scenario.parent().isEmpty()) {
      quote(text, "departs in one way from " + scenario.parent() + ": " + parent(scenario));
    }
    StringBuilder messages = new StringBuilder();
    List<MessageLine> shown =
        scenario.messages().subList(0, Math.min(MESSAGES, scenario.messages().size()));
    for (MessageLine each : shown) {
      messages.append(
          Text.line(
              each.seq()
                  + " "
                  + each.from()
                  + " -> "
                  + each.to()
                  + " "
                  + each.resource()
                  + (each.status() == 0 ? "" : " " + each.status())
                  + " "
                  + each.mediaType()
                  + ", "
                  + each.size()
                  + " octets"
                  + (each.origin().equals("suite") ? ", made by the suite" : "")
                  + (each.tampering().isEmpty() ? "" : ", " + each.tampering())));
      messages.append('\n');
      String dump = HexDump.of(each.excerpt(), Math.min(OCTETS, each.excerpt().length() / 2));
      messages.append(dump).append(dump.isEmpty() || dump.endsWith("\n") ? "" : "\n");
    }
    if (shown.size() < scenario.messages().size()) {
      messages.append("and ").append(scenario.messages().size() - shown.size()).append(" more\n");
    }
    fence(text, messages.isEmpty() ? "no message was seen\n" : messages.toString());
  }

  private String parent(ScenarioResult scenario) {
    return report.scenarios().stream()
        .filter(each -> each.id().equals(scenario.parent()))
        .map(each -> each.outcome().words())
        .findFirst()
        .orElse("was not recorded");
  }

  private void versions(StringBuilder text, ScenarioResult scenario) {
    text.append("## Versions, and how to see it again\n\n");
    StringBuilder facts = new StringBuilder();
    add(facts, "suite: ", report.suiteVersion());
    add(facts, "catalogue: ", report.catalogue());
    add(facts, "java: ", report.java());
    add(facts, "target: ", report.target().description());
    add(facts, "judged roles: ", String.join(", ", report.target().roles()));
    add(facts, "edition of TEEP: ", report.target().revision());
    add(
        facts,
        "claims: ",
        report.target().claims().stream().map(Text::line).collect(Collectors.joining("; ")));
    add(facts, "seed: ", report.seed());
    add(facts, "instant taken for now: ", report.instant().toString());
    add(facts, "started: ", report.started().toString());
    add(facts, "repeat: ", report.reproduction().only(scenario.requirement()));
    fence(text, facts.toString());
  }

  private static void add(StringBuilder to, String label, String text) {
    if (!text.isEmpty()) {
      to.append(Text.line(label + text)).append('\n');
    }
  }

  /** Words of a document or of ours, on lines of their own that mean nothing to Markdown. */
  private static void quote(StringBuilder to, String text) {
    fence(to, Text.line(text) + "\n");
  }

  /** What somebody else may have chosen: within a fence that is longer than any in it. */
  private static void fence(StringBuilder to, String content) {
    int longest = 2;
    int run = 0;
    for (char each : content.toCharArray()) {
      run = each == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    to.append(fence).append("text\n").append(content).append(fence).append("\n\n");
  }
}
