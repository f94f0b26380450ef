package org.ccican.conformance.report;

import java.util.List;
import org.ccican.conformance.verdict.Outcome;

/**
 * What the HTML template shows: plain text, bounded and visible, in the order of the page. Nothing
 * here is markup; the template escapes every text.
 *
 * @param mood {@code good}, {@code bad} or {@code open}
 * @param counts one per outcome, and one of what cannot be tested, with their share of the bar
 * @param notes what the baseline makes of single cases
 * @param findings requirements that failed or could not be judged, worst first
 * @param scenarios those that need no attention
 * @param octetsOmitted whether octets were left out to keep the page small
 */
public record Page(
    String mood,
    String verdict,
    String claim,
    boolean complete,
    String incompleteReason,
    boolean emulated,
    List<Fact> facts,
    int total,
    List<Count> counts,
    List<LevelRow> levels,
    List<NoteRow> notes,
    List<Finding> findings,
    List<DocumentGroup> documents,
    List<Untested> untested,
    List<ReadingRow> readings,
    List<ScenarioView> scenarios,
    boolean octetsOmitted,
    String command) {

  /** A label and what is said under it, a line each. */
  public record Fact(String label, List<String> lines) {}

  /** An outcome as it is shown: never by colour alone. */
  public record Mark(String id, String sign, String words) {

    /** Of what no scenario can test: not run, and not for want of running it. */
    static Mark untestable() {
      return new Mark("untestable", "∅", "no scenario");
    }

    static Mark of(RequirementResult requirement) {
      return requirement.outcome() == Outcome.NOT_RUN && !requirement.untested().isEmpty()
          ? untestable()
          : of(requirement.outcome());
    }

    static Mark of(Outcome outcome) {
      String sign =
          switch (outcome) {
            case FAILED -> "✗";
            case REFUSED_OTHERWISE -> "≠";
            case SUITE_ERROR -> "!";
            case INCONCLUSIVE -> "?";
            case BLOCKED -> "⊘";
            case NOT_RUN -> "–";
            case PASSED -> "✓";
            case INAPPLICABLE -> "○";
          };
      return new Mark(outcome.id(), sign, outcome.words());
    }
  }

  /**
   * How many requirements have an outcome.
   *
   * @param from where its stretch of the bar begins, in requirements
   */
  public record Count(Mark mark, int number, int from) {}

  /** A level, what it means, and how many of its requirements came out how. */
  public record LevelRow(
      String level,
      String meaning,
      int total,
      int passed,
      int failed,
      int others,
      int untestable) {}

  /**
   * A requirement in a table.
   *
   * @param anchor the page's name for its place
   */
  public record RequirementRow(
      String id,
      String anchor,
      String level,
      String document,
      String section,
      List<String> roles,
      String text,
      Mark mark,
      List<Link> scenarios) {}

  /**
   * A scenario that is referred to.
   *
   * @param anchor empty if it was not recorded
   */
  public record Link(String id, String anchor, Mark mark) {}

  /**
   * What the baseline makes of a case.
   *
   * @param stale whether the baseline has to be brought up to date
   */
  public record NoteRow(
      String words,
      boolean stale,
      Link scenario,
      String detail,
      String reason,
      String until,
      String link) {}

  /** A requirement that needs attention, with its scenarios that do. */
  public record Finding(RequirementRow requirement, String command, List<ScenarioView> scenarios) {}

  public record DocumentGroup(String document, List<SectionGroup> sections) {}

  public record SectionGroup(String section, List<RequirementRow> rows) {}

  /**
   * A reading of an ambiguous text that was seen.
   *
   * @param where document and section
   */
  public record ReadingRow(
      String id, String where, String unclear, String words, List<Link> scenarios) {}

  /** Requirements that have no verdict for one reason. */
  public record Untested(String why, List<RequirementRow> rows) {}

  /**
   * A scenario and its messages.
   *
   * @param known what the baseline makes of it; empty if nothing
   * @param open whether it is shown unfolded
   * @param more messages that are not shown
   */
  public record ScenarioView(
      String id,
      String anchor,
      String name,
      String feature,
      Link requirement,
      boolean negative,
      List<Link> parent,
      Mark mark,
      String known,
      boolean open,
      String detail,
      String expected,
      String actual,
      String blame,
      List<ExpectationView> expectations,
      List<MessageView> messages,
      int more) {}

  public record ExpectationView(
      String judge, Mark mark, String expected, String actual, String detail) {}

  /**
   * A message in a sequence.
   *
   * @param what resource and status
   * @param named whether it is the one that was not as expected
   * @param note what happened to it on the way; empty if nothing
   * @param dump its octets, eight to a line; empty if they are left out
   * @param missing octets that the dump leaves out
   */
  public record MessageView(
      int seq,
      String from,
      String to,
      boolean response,
      String what,
      String mediaType,
      int size,
      boolean bySuite,
      boolean named,
      String note,
      List<ChangeView> changes,
      String dump,
      int missing) {}

  public record ChangeView(int offset, String sent, String delivered) {}
}
