package org.ccican.conformance.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.conformance.matrix.MatrixPlan;

/**
 * What a kill matrix was asked for.
 *
 * @param role only faults of this role
 * @param faults only these; all if empty
 * @param generated whether those that nobody wrote are tried too
 * @param all whether every scenario runs that a fault can touch
 * @param most faults that can touch more scenarios are tried with the claiming ones alone
 * @param consequences where to keep what follows from the faults of TEEP and SUIT
 * @param result where to keep who noticed which fault
 * @param sample whether only the fixed sample is tried, and held against its figure
 * @param out the folder of the matrix, which need not exist yet
 * @param threads how many faults are tried side by side
 */
record MatrixOptions(
    Optional<String> role,
    List<String> faults,
    boolean generated,
    MatrixPlan.Shard shard,
    boolean all,
    int most,
    Optional<Path> consequences,
    Optional<Path> result,
    boolean sample,
    Path out,
    Optional<Integer> threads,
    boolean quiet) {

  MatrixOptions {
    Objects.requireNonNull(role);
    faults = List.copyOf(faults);
    Objects.requireNonNull(shard);
    Objects.requireNonNull(consequences);
    Objects.requireNonNull(result);
    Objects.requireNonNull(out);
    Objects.requireNonNull(threads);
  }
}
