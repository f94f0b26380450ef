package org.ccican.conformance.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;

/** A matrix as {@code kill-matrix.ftlh} shows it. */
public record MatrixPage(
    String verdict,
    String mood,
    boolean holds,
    List<CountLine> counts,
    List<String> controls,
    List<Row> survivors,
    List<String> idle,
    List<Group> groups,
    String command,
    String seed,
    String selection) {

  public record CountLine(
      String label, int all, int killed, int equivalent, int survived, String rate) {}

  public record Row(
      String id,
      String manner,
      String role,
      List<String> requirements,
      boolean killed,
      boolean equivalent,
      String reason,
      List<String> killedBy,
      List<KillMatrix.Consequence> consequences) {}

  /** The faults of one requirement. */
  public record Group(String id, String text, List<Row> rows) {}

  static MatrixPage of(KillMatrix matrix, Requirements requirements, String command) {
    List<Row> rows = matrix.faults().stream().map(MatrixPage::row).toList();
    List<Group> groups = new ArrayList<>();
    for (Requirement each : requirements.all()) {
      List<Row> own = rows.stream().filter(row -> row.requirements().contains(each.id())).toList();
      if (!own.isEmpty()) {
        groups.add(new Group(each.id(), each.text(), own));
      }
    }
    List<Row> others = rows.stream().filter(row -> row.requirements().isEmpty()).toList();
    if (!others.isEmpty()) {
      groups.add(new Group("–", "Checks that nothing claims", others));
    }
    boolean holds = matrix.controls().hold();
    int survived = matrix.written().survived() + matrix.generated().survived();
    return new MatrixPage(
        verdict(matrix),
        holds && survived == 0 ? "good" : "bad",
        holds,
        List.of(
            line("written, one for each rule", matrix.written()),
            line("generated from the kinds of rules", matrix.generated())),
        controls(matrix.controls()),
        rows.stream().filter(row -> !row.killed()).toList(),
        matrix.idle(),
        groups,
        command,
        matrix.seed(),
        matrix.selection());
  }

  static String verdict(KillMatrix matrix) {
    if (!matrix.controls().hold()) {
      return "The instrument is broken";
    }
    int all = matrix.faults().size();
    int killed = matrix.written().killed() + matrix.generated().killed();
    return killed + " of " + all + " faults noticed";
  }

  private static CountLine line(String label, KillMatrix.Count count) {
    return new CountLine(
        label,
        count.all(),
        count.killed(),
        count.equivalent(),
        count.survived(),
        String.format(Locale.ROOT, "%.1f", count.rate()));
  }

  private static List<String> controls(KillMatrix.Controls controls) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "The unbroken reference passes "
            + (controls.scenarios() + controls.vectors() - controls.notPassed().size())
            + " of "
            + (controls.scenarios() + controls.vectors())
            + " scenarios and vectors.");
    lines.addAll(controls.notPassed());
    lines.add(
        "The canary, "
            + controls.canary()
            + ", was "
            + (controls.canaryDied() ? "noticed." : "not noticed."));
    return lines;
  }

  private static Row row(KillMatrix.Entry entry) {
    return new Row(
        entry.id(),
        entry.manner(),
        entry.role(),
        entry.requirement(),
        entry.killed(),
        entry.equivalent(),
        entry.reason().isEmpty() && !entry.killed()
            ? "its scenarios pass all the same"
            : entry.reason(),
        entry.killedBy(),
        entry.consequences());
  }
}
