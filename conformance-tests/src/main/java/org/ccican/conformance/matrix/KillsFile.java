package org.ccican.conformance.matrix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.suite.Kills;

/** What a matrix of every written fault came to, kept beside the features, and as a page. */
public final class KillsFile {

  /** The page beside the result. */
  public static final String PAGE = "kill-matrix.md";

  /** Of those that notice a fault, so many are named. */
  private static final int NAMED = 5;

  private KillsFile() {}

  /**
   * @param before what is kept of faults that this matrix did not try
   */
  static Kills of(KillMatrix matrix, Kills.Generated before) {
    List<Kills.Row> written = new ArrayList<>();
    List<KillMatrix.Entry> generated = new ArrayList<>();
    for (KillMatrix.Entry each : matrix.faults()) {
      if (each.kind().equals("written")) {
        written.add(row(each));
      } else {
        generated.add(each);
      }
    }
    return new Kills(
        Kills.SCHEMA, written, generated.isEmpty() ? before : count(generated), matrix.idle());
  }

  /**
   * Writes both files anew.
   *
   * @param json the result; what an earlier one says of generated faults is kept if this matrix has
   *     none
   * @param page the same to be read
   * @throws IOException if one cannot be read or written
   */
  public static void write(KillMatrix matrix, Requirements requirements, Path json, Path page)
      throws IOException {
    Kills.Generated before =
        Files.exists(json) ? Kills.read(json).generated() : Kills.Generated.NONE;
    Kills kills = of(matrix, before);
    kills.write(json);
    Files.write(page, page(kills, requirements).getBytes(StandardCharsets.UTF_8));
  }

  private static Kills.Row row(KillMatrix.Entry entry) {
    return new Kills.Row(
        entry.id(),
        entry.manner(),
        entry.role(),
        entry.requirement(),
        entry.killedBy().stream().limit(NAMED).toList(),
        entry.killedBy().size(),
        entry.equivalent(),
        entry.reason());
  }

  private static Kills.Generated count(List<KillMatrix.Entry> generated) {
    KillMatrix.Count count = KillMatrix.Count.of(generated);
    SortedMap<String, List<String>> equivalents = new TreeMap<>();
    generated.stream()
        .filter(each -> !each.killed() && each.equivalent())
        .forEach(
            each ->
                equivalents
                    .computeIfAbsent(each.reason(), any -> new ArrayList<>())
                    .add(each.id()));
    return new Kills.Generated(
        count.all(),
        count.killed(),
        count.equivalent(),
        equivalents,
        generated.stream()
            .filter(each -> !each.killed() && !each.equivalent())
            .map(KillMatrix.Entry::id)
            .toList());
  }

  /** Markdown. */
  static String page(Kills kills, Requirements requirements) {
    StringBuilder page = new StringBuilder("# Kill matrix\n\n");
    page.append(
        "The reference is broken in one way at a time, and the suite has to notice: by a\n");
    page.append("judge in a scenario of the requirement that the fault belongs to, or by the\n");
    page.append(
        "verdict on a test vector that names the broken check. A crash, a hang or an error\n");
    page.append(
        "of the suite's own counts as not noticed. `bench/kills` writes this page anew.\n\n");
    page.append(
        "A generated fault refuses too much, answers late or names another reason. Of it the\n");
    page.append(
        "accepted scenario or vector speaks as well from which a refused one departs, and\n");
    page.append("what is accepted for the same requirement; the first that notices is enough.\n\n");
    page.append("| faults | all | noticed | equivalent | not noticed | per hundred |\n");
    page.append("|---|---|---|---|---|---|\n");
    int survived = kills.written().size() - kills.killed() - kills.equivalent();
    line(page, "written", kills.written().size(), kills.killed(), kills.equivalent(), survived);
    Kills.Generated generated = kills.generated();
    line(
        page,
        "generated",
        generated.all(),
        generated.killed(),
        generated.equivalent(),
        generated.survived().size());
    weak(page, kills);
    page.append("\n## Requirement by fault\n");
    for (Requirement each : requirements.all()) {
      group(page, each.id() + " " + each.text(), faults(kills, each.id()));
    }
    group(
        page,
        "Checks of no requirement",
        kills.written().stream().filter(each -> each.requirement().isEmpty()).toList());
    return page.toString();
  }

  private static void weak(StringBuilder page, Kills kills) {
    page.append("\n## Where this suite is weak\n\n");
    page.append(
        "Equivalent is a fault that leaves everything as it was that a text asks for, or\n");
    page.append("that nothing outside can tell.\n\n| fault | why nothing notices |\n|---|---|\n");
    for (Kills.Row row : kills.written()) {
      if (row.killers() == 0) {
        page.append("| `").append(row.id()).append("` | ");
        page.append(row.equivalent() ? "equivalent: " : "");
        page.append(row.reason().replace("|", "\\|")).append(" |\n");
      }
    }
    kills
        .generated()
        .equivalents()
        .forEach((reason, ids) -> listed(page, "Generated and equivalent, since " + reason, ids));
    listed(page, "Generated faults that nothing notices", kills.generated().survived());
    listed(page, "Scenarios and vectors that notice no written fault", kills.idle());
  }

  private static void listed(StringBuilder page, String title, List<String> ids) {
    page.append("\n").append(title).append(": ");
    page.append(ids.isEmpty() ? "none" : "`" + String.join("`, `", ids) + "`").append(".\n");
  }

  private static List<Kills.Row> faults(Kills kills, String requirement) {
    return kills.written().stream()
        .filter(each -> each.requirement().contains(requirement))
        .toList();
  }

  private static void group(StringBuilder page, String title, List<Kills.Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    page.append("\n**").append(title).append("**\n\n");
    for (Kills.Row row : rows) {
      page.append("- `").append(row.id()).append("` ").append(row.manner()).append(": ");
      if (row.killers() == 0) {
        page.append(row.equivalent() ? "equivalent" : "not noticed");
      } else {
        page.append(String.join(", ", row.killedBy()));
        page.append(
            row.killers() > row.killedBy().size()
                ? " and " + (row.killers() - row.killedBy().size()) + " more"
                : "");
      }
      page.append('\n');
    }
  }

  private static void line(
      StringBuilder page, String what, int all, int killed, int equivalent, int survived) {
    double rate = all == equivalent ? 100 : Math.floor(1000.0 * killed / (all - equivalent)) / 10;
    page.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | %d | %d | %d | %.1f |\n",
            what,
            all,
            killed,
            equivalent,
            survived,
            rate));
  }
}
