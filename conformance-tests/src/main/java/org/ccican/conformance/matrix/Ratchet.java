package org.ccican.conformance.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A fixed sample of what the suite notices, down to the judge that says so: one that is lost is a
 * step back. {@code sample.tsv} holds it and the least that has to be found of it.
 */
public final class Ratchet {

  /** That this judge finds something in this scenario with this fault. */
  public record Row(String fault, String scenario, String judge) {

    public Row {
      Objects.requireNonNull(fault);
      Objects.requireNonNull(scenario);
      Objects.requireNonNull(judge);
    }
  }

  /**
   * What a matrix found of the sample.
   *
   * @param lost what it did not find
   * @param least how much has to be found
   */
  public record Result(int rows, List<Row> lost, int least) {

    public Result {
      lost = List.copyOf(lost);
    }

    public int found() {
      return rows - lost.size();
    }

    public boolean holds() {
      return found() >= least;
    }
  }

  private static final String LEAST = "least";

  private final List<Row> rows;
  private final int least;

  private Ratchet(List<Row> rows, int least) {
    this.rows = List.copyOf(rows);
    this.least = least;
  }

  public static Ratchet load() {
    Map<String, String> table = Table.read(Ratchet.class, "sample.tsv");
    List<Row> rows = new ArrayList<>();
    table.forEach(
        (judge, where) -> {
          String[] cells = where.split(" ");
          if (!judge.equals(LEAST)) {
            rows.add(new Row(cells[0], cells[1], judge));
          }
        });
    return new Ratchet(rows, Integer.parseInt(table.get(LEAST)));
  }

  public List<Row> rows() {
    return rows;
  }

  public int least() {
    return least;
  }

  /** The faults of the sample, in its order. */
  public List<String> faults() {
    return List.copyOf(scenarios().keySet());
  }

  /** The scenarios of the sample by fault. */
  Map<String, List<String>> scenarios() {
    Map<String, LinkedHashSet<String>> sets = new LinkedHashMap<>();
    rows.forEach(
        row -> sets.computeIfAbsent(row.fault(), any -> new LinkedHashSet<>()).add(row.scenario()));
    Map<String, List<String>> scenarios = new LinkedHashMap<>();
    sets.forEach((fault, ids) -> scenarios.put(fault, List.copyOf(ids)));
    return scenarios;
  }

  public Result of(KillMatrix matrix) {
    Map<String, KillMatrix.Entry> entries = new LinkedHashMap<>();
    matrix.faults().forEach(each -> entries.put(each.id(), each));
    List<Row> lost =
        rows.stream()
            .filter(
                row ->
                    !entries.containsKey(row.fault())
                        || !entries
                            .get(row.fault())
                            .judges()
                            .getOrDefault(row.scenario(), List.of())
                            .contains(row.judge()))
            .toList();
    return new Result(rows.size(), lost, least);
  }
}
