package org.ccican.conformance.matrix;

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
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.suite.SuiteRun;
import org.ccican.conformance.suite.Terms;
import org.ccican.conformance.sut.Target;
import org.ccican.conformance.trace.MalformedTrace;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.TraceReader;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/** Runs chosen scenarios against the reference with given checks, and nothing else differs. */
record Trial(Equipment equipment, String version, Bytes seed, InstantSource clock) {

  private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  /** Real time for one answer; a role that has none by then hangs, which is no kill. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  RunJudgement run(
      Collection<String> scenarios, Checks checks, List<String> faults, int threads, Path folder)
      throws IOException {
    return suite(scenarios, checks, faults, threads).judged(folder, new Silent());
  }

  /** The log of a run in a folder. */
  static RunTrace trace(Path folder) throws IOException {
    try {
      return new TraceReader().read(folder.resolve(SuiteRun.LOG));
    } catch (MalformedTrace e) {
      throw new IllegalStateException("the suite wrote a log that it cannot read", e);
    }
  }

  private SuiteRun suite(
      Collection<String> scenarios, Checks checks, List<String> faults, int threads) {
    return new SuiteRun(
        equipment,
        new SuiteRun.Plan(
            version,
            Target.reference(WireRevision.TEEP_26),
            anyOf(scenarios),
            "",
            seed,
            START,
            checks,
            faults,
            threads,
            false,
            Terms.all(),
            TIMEOUT),
        clock);
  }

  private static Expression anyOf(Collection<String> scenarios) {
    return TagExpressionParser.parse(
        scenarios.stream().map(id -> "@id-" + id).collect(Collectors.joining(" or ")));
  }

  private record Silent() implements SuiteRun.Observer {

    @Override
    public void begins(int scenarios) {}

    @Override
    public void ended(String id, String name, String outcome) {}
  }
}
