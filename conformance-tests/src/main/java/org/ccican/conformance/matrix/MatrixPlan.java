package org.ccican.conformance.matrix;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * What a matrix is asked for.
 *
 * @param role only faults of this role
 * @param faults only these; all if empty
 * @param generated whether those that nobody wrote are tried too
 * @param shard this part of what is left
 * @param all whether every scenario that a fault can touch runs, not the claiming ones alone
 * @param most a fault that can touch more scenarios than these is tried with the claiming ones
 * @param documents only faults that a requirement of these names; of all if empty
 * @param threads how many faults are tried side by side
 */
public record MatrixPlan(
    String suiteVersion,
    Optional<String> role,
    List<String> faults,
    boolean generated,
    Shard shard,
    boolean all,
    int most,
    List<String> documents,
    int threads,
    Bytes seed) {

  /**
   * Every {@code of}-th fault, beginning with the {@code index}-th.
   *
   * @param index from 1 to {@code of}
   */
  public record Shard(int index, int of) {

    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
      if (of < 1 || index < 1 || index > of) {
        throw new IllegalArgumentException("no shard " + index + "/" + of);
      }
    }

    <T> List<T> of(List<T> all) {
      return java.util.stream.IntStream.range(0, all.size())
          .filter(place -> place % of == index - 1)
          .mapToObj(all::get)
          .toList();
    }
  }

  public MatrixPlan {
    Objects.requireNonNull(role);
    faults = List.copyOf(faults);
    documents = List.copyOf(documents);
    Objects.requireNonNull(shard);
    Objects.requireNonNull(seed);
  }

  /** Written faults, every one, with the scenarios that claim them. */
  public static MatrixPlan written(String suiteVersion, int threads, Bytes seed) {
    return new MatrixPlan(
        suiteVersion,
        Optional.empty(),
        List.of(),
        false,
        Shard.WHOLE,
        false,
        0,
        List.of(),
        threads,
        seed);
  }

  /** The same with these faults alone. */
  public MatrixPlan only(List<String> chosen) {
    return new MatrixPlan(
        suiteVersion, role, chosen, generated, shard, all, most, documents, threads, seed);
  }

  /** The same with every scenario that a fault can touch, if they are no more than these. */
  public MatrixPlan withAll(int atMost) {
    return new MatrixPlan(
        suiteVersion, role, faults, generated, shard, true, atMost, documents, threads, seed);
  }

  /** The same with one part of the faults. */
  public MatrixPlan part(Shard chosen) {
    return new MatrixPlan(
        suiteVersion, role, faults, generated, chosen, all, most, documents, threads, seed);
  }

  List<FaultCase> select(FaultCases cases) {
    return shard.of(
        cases.all().stream()
            .filter(each -> role.isEmpty() || each.role().equals(role.get()))
            .filter(
                each ->
                    documents.isEmpty() || each.documents().stream().anyMatch(documents::contains))
            .filter(
                each ->
                    faults.isEmpty()
                        ? generated || each.fault().isWritten()
                        : faults.contains(each.id()))
            .toList());
  }

  /** In words, for whoever reads the result. */
  String selection() {
    return (faults.isEmpty() ? (generated ? "written and generated" : "written") : "chosen")
        + " faults"
        + role.map(id -> " of the " + id).orElse("")
        + (shard.of() == 1 ? "" : ", part " + shard.index() + " of " + shard.of())
        + (all ? ", all scenarios that they can touch" : ", the scenarios that claim them");
  }
}
