package org.ccican.conformance.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.conformance.suite.Shard;
import org.ccican.conformance.sut.SutFile;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * What a run was asked for.
 *
 * @param sut the system under test; without one the reference is tested
 * @param revision the edition of TEEP that the reference speaks when it is tested
 * @param tags which scenarios; without an expression all of them
 * @param out the folder of the report, which need not exist yet
 * @param seed 1 to 64 octets that all randomness of the run comes from
 * @param threads how many scenarios run side by side, at least one
 * @param strict whether a failed {@code should} counts like a {@code must}
 * @param faults names of checks that the reference answers wrongly
 * @param gate on what terms the verdicts count
 * @param shard which part of the run; empty for all of it
 * @param catalogue the version of the catalogue that the run is held to
 * @param quiet whether nothing but the summary is printed
 */
public record RunOptions(
    Optional<SutFile> sut,
    WireRevision revision,
    Optional<TagExpression> tags,
    Path out,
    Optional<Bytes> seed,
    Optional<Integer> threads,
    boolean strict,
    List<String> faults,
    GateOptions.Asked gate,
    Optional<Shard> shard,
    int catalogue,
    boolean quiet) {

  public RunOptions {
    Objects.requireNonNull(sut);
    Objects.requireNonNull(revision);
    Objects.requireNonNull(tags);
    Objects.requireNonNull(out);
    Objects.requireNonNull(seed);
    Objects.requireNonNull(threads);
    faults = List.copyOf(faults);
    Objects.requireNonNull(gate);
    Objects.requireNonNull(shard);
  }
}
