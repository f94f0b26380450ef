package org.ccican.conformance.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A run in a few plain lines for a console or the log of a build: what did not pass, what was not
 * run, and the claim with its denominator, last.
 */
public final class ConsoleSummary {

  private static final int FINDINGS = 20;
  private static final int WIDTH = 400;

  private ConsoleSummary() {}

  /**
   * The lines, none longer than a few hundred characters and none with a control character.
   *
   * @param directory where the files of the report are
   */
  public static List<String> lines(RunReport report, Path directory) {
    List<String> lines = new ArrayList<>();
    findings(report, lines);
    Summary summary = report.summary();
    if (report.target().emulated()) {
      lines.add("evidence: emulated (test keys; no processor took part)");
    }
    if (!report.complete()) {
      lines.add(line("INCOMPLETE: " + report.incompleteReason()));
    }
    gate(report, lines);
    lines.add("verdict:  " + Headline.of(report).verdict());
    lines.add(
        "result:   "
            + summary.claimLine()
            + " ("
            + count(summary.total(), "requirement")
            + ", "
            + count(summary.scenarios(), "scenario")
            + ")");
    lines.add(line("repeat:   " + report.reproduction().whole()));
    lines.add("report:   " + directory.resolve(ReportFiles.HTML));
    return List.copyOf(lines);
  }

  private static void findings(RunReport report, List<String> lines) {
    Map<String, ScenarioResult> scenarios = report.scenariosById();
    List<RequirementResult> found =
        report.requirements().stream()
            .filter(requirement -> requirement.outcome().needsAttention())
            .filter(requirement -> !excused(requirement, report, scenarios))
            .sorted(RequirementResult.WORST_FIRST)
            .toList();
    for (RequirementResult requirement : found.subList(0, Math.min(FINDINGS, found.size()))) {
      lines.add(
          line(
              requirement.outcome().words().toUpperCase(Locale.ROOT)
                  + "  "
                  + requirement.id()
                  + " ("
                  + requirement.level().id()
                  + ")  "
                  + requirement.text()));
      requirement.scenarios().stream()
          .filter(scenarios::containsKey)
          .map(scenarios::get)
          .filter(scenario -> scenario.outcome().needsAttention())
          .filter(scenario -> !report.gate().excused().contains(scenario.id()))
          .forEach(scenario -> describe(scenario, lines));
    }
    if (found.size() > FINDINGS) {
      lines.add("and " + (found.size() - FINDINGS) + " more that did not pass: see the report");
    }
  }

  /** Whether all that went wrong with a requirement is known: it has its own lines further down. */
  private static boolean excused(
      RequirementResult requirement, RunReport report, Map<String, ScenarioResult> scenarios) {
    List<String> wrong =
        scenarios.values().stream()
            .filter(each -> each.requirement().equals(requirement.id()))
            .map(ScenarioResult::id)
            .filter(id -> scenarios.get(id).outcome().needsAttention())
            .toList();
    return !wrong.isEmpty() && report.gate().excused().containsAll(wrong);
  }

  private static void gate(RunReport report, List<String> lines) {
    GateResult gate = report.gate();
    gate.notes().stream().map(note -> line("baseline: " + note.line())).forEach(lines::add);
    lines.add(
        "checks:   "
            + gate.checks()
            + " judged"
            + (gate.minChecks() > 0 ? ", " + gate.minChecks() + " asked for" : ""));
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static void describe(ScenarioResult scenario, List<String> lines) {
    lines.add(line("    " + scenario.id() + "  " + scenario.name()));
    add("      expected: ", scenario.expected(), lines);
    add("      actual:   ", scenario.actual(), lines);
    add("      detail:   ", scenario.detail(), lines);
    add("      put down to ", scenario.blame().words(), lines);
  }

  private static void add(String label, String text, List<String> lines) {
    if (!text.isEmpty()) {
      lines.add(line(label + text));
    }
  }

  private static String line(String text) {
    return Text.line(Text.cut(text, WIDTH));
  }
}
