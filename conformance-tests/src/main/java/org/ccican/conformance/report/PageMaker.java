package org.ccican.conformance.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccican.conformance.requirement.Level;
import org.ccican.conformance.verdict.Outcome;

/** Arranges a report for the page: what needs attention first, then everything by section. */
final class PageMaker {

  private static final int LABEL = 120;
  private static final int SENTENCE = 500;

  private static final List<Outcome> BAR =
      List.of(
          Outcome.PASSED,
          Outcome.FAILED,
          Outcome.REFUSED_OTHERWISE,
          Outcome.SUITE_ERROR,
          Outcome.INCONCLUSIVE,
          Outcome.BLOCKED,
          Outcome.NOT_RUN,
          Outcome.INAPPLICABLE);

  private final RunReport report;
  private final Map<String, ScenarioResult> scenarios;
  private final Map<String, RequirementResult> requirements = new LinkedHashMap<>();
  private final ScenarioViews views;

  PageMaker(RunReport report) {
    this.report = report;
    this.scenarios = report.scenariosById();
    report.requirements().forEach(each -> requirements.put(each.id(), each));
    this.views = new ScenarioViews(this::requirementLink, this::scenarioLink, this::known);
  }

  Page page() {
    Headline headline = Headline.of(report);
    List<Page.Finding> findings = findings();
    List<Page.ScenarioView> others =
        report.scenarios().stream()
            .filter(scenario -> !scenario.outcome().needsAttention())
            .map(scenario -> views.view(scenario, false))
            .toList();
    return new Page(
        headline.mood().id(),
        headline.verdict(),
        report.summary().claimLine(),
        report.complete(),
        sentence(report.incompleteReason()),
        report.target().emulated(),
        facts(),
        report.summary().total(),
        counts(),
        levels(),
        notes(),
        findings,
        documents(),
        untested(),
        readings(),
        others,
        views.octetsOmitted(),
        sentence(report.reproduction().whole()));
  }

  private List<Page.NoteRow> notes() {
    return report.gate().notes().stream()
        .map(
            note ->
                new Page.NoteRow(
                    note.kind().words(),
                    note.kind().stale(),
                    scenarioLink(note.scenario()),
                    views.text(note.detail()),
                    views.text(note.reason()),
                    label(note.until()),
                    sentence(note.link())))
        .toList();
  }

  private String known(String scenario) {
    return report.gate().find(scenario).map(note -> note.kind().words()).orElse("");
  }

  private List<Page.ReadingRow> readings() {
    return report.readings().stream()
        .filter(ReadingResult::seen)
        .map(
            each ->
                new Page.ReadingRow(
                    label(each.ambiguity()),
                    label(each.document() + " " + each.section()),
                    views.text(each.unclear()),
                    views.text(each.words()),
                    each.scenarios().stream().map(this::scenarioLink).toList()))
        .toList();
  }

  private List<Page.Fact> facts() {
    RunReport.Target target = report.target();
    List<Page.Fact> facts = new ArrayList<>();
    facts.add(fact("Target", target.description()));
    facts.add(
        fact(
            "Judged roles", target.roles().isEmpty() ? "none" : String.join(", ", target.roles())));
    facts.add(fact("Edition of TEEP", target.revision()));
    if (!target.claims().isEmpty()) {
      facts.add(
          new Page.Fact("Claims", target.claims().stream().map(PageMaker::sentence).toList()));
    }
    if (!report.reproduction().tags().isEmpty()) {
      facts.add(fact("Selected scenarios", report.reproduction().tags()));
    }
    facts.add(fact("Seed", report.seed()));
    if (!report.reproduction().shard().isEmpty()) {
      facts.add(fact("Part of the run", report.reproduction().shard()));
    }
    facts.add(fact("Suite", report.suiteVersion()));
    facts.add(fact("Catalogue", "version " + report.catalogue()));
    GateResult gate = report.gate();
    if (!gate.baseline().isEmpty()) {
      facts.add(fact("Baseline", gate.baseline() + ", on " + gate.date()));
    }
    facts.add(
        fact(
            "Checks",
            gate.checks()
                + " judged"
                + (gate.minChecks() > 0 ? ", at least " + gate.minChecks() + " asked for" : "")));
    facts.add(fact("Java", report.java()));
    facts.add(fact("Started", report.started().toString()));
    facts.add(fact("Instant taken for now", report.instant().toString()));
    facts.add(fact("Exit code", Integer.toString(report.exitCode())));
    return List.copyOf(facts);
  }

  private static Page.Fact fact(String label, String text) {
    return new Page.Fact(label, List.of(sentence(text)));
  }

  private List<Page.Count> counts() {
    List<Page.Count> counts = new ArrayList<>();
    Summary summary = report.summary();
    int from = 0;
    for (Outcome outcome : BAR) {
      int number = summary.count(outcome) - (outcome == Outcome.NOT_RUN ? summary.untested() : 0);
      counts.add(new Page.Count(Page.Mark.of(outcome), number, from));
      from += number;
    }
    counts.add(new Page.Count(Page.Mark.untestable(), summary.untested(), from));
    return List.copyOf(counts);
  }

  private List<Page.LevelRow> levels() {
    List<Page.LevelRow> rows = new ArrayList<>();
    for (Level level : Level.values()) {
      List<Page.Mark> marks =
          report.requirements().stream()
              .filter(requirement -> requirement.level() == level)
              .map(Page.Mark::of)
              .toList();
      int passed = Collections.frequency(marks, Page.Mark.of(Outcome.PASSED));
      int failed = Collections.frequency(marks, Page.Mark.of(Outcome.FAILED));
      int untestable = Collections.frequency(marks, Page.Mark.untestable());
      if (!marks.isEmpty()) {
        rows.add(
            new Page.LevelRow(
                level.id(),
                level.meaning(),
                marks.size(),
                passed,
                failed,
                marks.size() - passed - failed - untestable,
                untestable));
      }
    }
    return List.copyOf(rows);
  }

  private List<Page.Finding> findings() {
    return report.requirements().stream()
        .filter(requirement -> requirement.outcome().needsAttention())
        .sorted(RequirementResult.WORST_FIRST)
        .map(
            requirement ->
                new Page.Finding(
                    row(requirement),
                    sentence(report.reproduction().only(requirement.id())),
                    report.scenarios().stream()
                        .filter(scenario -> scenario.requirement().equals(requirement.id()))
                        .filter(scenario -> scenario.outcome().needsAttention())
                        .sorted(Comparator.comparing(ScenarioResult::outcome))
                        .map(scenario -> views.view(scenario, true))
                        .toList()))
        .toList();
  }

  private List<Page.DocumentGroup> documents() {
    Map<String, Map<String, List<Page.RequirementRow>>> groups = new LinkedHashMap<>();
    for (RequirementResult requirement : report.requirements()) {
      groups
          .computeIfAbsent(requirement.document(), document -> new LinkedHashMap<>())
          .computeIfAbsent(requirement.section(), section -> new ArrayList<>())
          .add(row(requirement));
    }
    List<Page.DocumentGroup> documents = new ArrayList<>();
    groups.forEach(
        (document, sections) ->
            documents.add(
                new Page.DocumentGroup(
                    label(document),
                    sections.entrySet().stream()
                        .map(each -> new Page.SectionGroup(label(each.getKey()), each.getValue()))
                        .toList())));
    return List.copyOf(documents);
  }

  private List<Page.Untested> untested() {
    Map<String, List<Page.RequirementRow>> groups = new LinkedHashMap<>();
    for (RequirementResult requirement : report.requirements()) {
      if (requirement.outcome() == Outcome.NOT_RUN
          || requirement.outcome() == Outcome.INAPPLICABLE) {
        groups.computeIfAbsent(why(requirement), why -> new ArrayList<>()).add(row(requirement));
      }
    }
    List<Page.Untested> untested = new ArrayList<>();
    groups.forEach((why, rows) -> untested.add(new Page.Untested(why, List.copyOf(rows))));
    return List.copyOf(untested);
  }

  private String why(RequirementResult requirement) {
    if (!requirement.untested().isEmpty()) {
      return "No scenario: " + sentence(requirement.untested());
    }
    if (requirement.outcome() == Outcome.INAPPLICABLE) {
      return newer(requirement)
          ? "Not applicable: newer than version " + report.catalogue() + " of the catalogue"
          : "Not applicable: the target does not claim it";
    }
    if (!report.complete()) {
      return "Not run: the run ended before";
    }
    return report.reproduction().tags().isEmpty() && report.reproduction().shard().isEmpty()
        ? "Not run: no scenario for it was recorded"
        : "Not run: not among the selected scenarios";
  }

  private boolean newer(RequirementResult requirement) {
    return report.catalogue().matches("[0-9]{1,6}")
        && requirement.since() > Integer.parseInt(report.catalogue());
  }

  private Page.RequirementRow row(RequirementResult requirement) {
    return new Page.RequirementRow(
        label(requirement.id()),
        anchor(requirement.id()),
        requirement.level().id(),
        label(requirement.document()),
        label(requirement.section()),
        requirement.roles().stream().map(PageMaker::label).toList(),
        views.text(requirement.text()),
        Page.Mark.of(requirement),
        requirement.scenarios().stream().map(this::scenarioLink).toList());
  }

  private Page.Link requirementLink(String id) {
    RequirementResult requirement = requirements.get(id);
    return new Page.Link(label(id), anchor(id), Page.Mark.of(requirement));
  }

  private Page.Link scenarioLink(String id) {
    ScenarioResult scenario = scenarios.get(id);
    return scenario == null
        ? new Page.Link(label(id), "", Page.Mark.of(Outcome.NOT_RUN))
        : new Page.Link(label(id), anchor(id), Page.Mark.of(scenario.outcome()));
  }

  static String label(String text) {
    return Text.line(Text.cut(text, LABEL));
  }

  private static String sentence(String text) {
    return Text.line(Text.cut(text, SENTENCE));
  }

  /** A name that stays the same from run to run, so that links to a place can be passed on. */
  static String anchor(String id) {
    String safe = id.replaceAll("[^A-Za-z0-9._-]", "_");
    return safe.substring(0, Math.min(LABEL, safe.length()));
  }
}
