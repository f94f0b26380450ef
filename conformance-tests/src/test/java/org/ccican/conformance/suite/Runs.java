package org.ccican.conformance.suite;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.ccican.check.Checks;
import org.ccican.conformance.sut.Target;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/** Runs against the reference, for tests of the suite. */
final class Runs {

  static final Bytes SEED = Bytes.utf8("the seed of the tests");

  private Runs() {}

  static Expression scenarios(Collection<String> ids) {
    return TagExpressionParser.parse(
        ids.stream().map(id -> "@id-" + id).collect(Collectors.joining(" or ")));
  }

  static SuiteRun.Result run(
      Equipment equipment, Expression tags, Checks checks, int threads, Path folder)
      throws IOException {
    return run(equipment, WireRevision.TEEP_26, tags, checks, threads, folder);
  }

  static SuiteRun.Result run(
      Equipment equipment,
      WireRevision revision,
      Expression tags,
      Checks checks,
      int threads,
      Path folder)
      throws IOException {
    return new SuiteRun(equipment, plan(revision, tags, checks, threads), InstantSource.system())
        .run(folder, new Silent());
  }

  /** As above, without parents and without a report. */
  static RunJudgement judged(Equipment equipment, Expression tags, Checks checks, Path folder)
      throws IOException {
    return new SuiteRun(
            equipment, plan(WireRevision.TEEP_26, tags, checks, 1), InstantSource.system())
        .judged(folder, new Silent());
  }

  private static SuiteRun.Plan plan(
      WireRevision revision, Expression tags, Checks checks, int threads) {
    return new SuiteRun.Plan(
        "test",
        Target.reference(revision),
        tags,
        "",
        SEED,
        Instant.parse("2026-06-01T12:00:00Z"),
        checks,
        List.of(),
        threads,
        false,
        Terms.all(),
        Duration.ofSeconds(20));
  }

  private record Silent() implements SuiteRun.Observer {

    @Override
    public void begins(int scenarios) {}

    @Override
    public void ended(String id, String name, String outcome) {}
  }
}
