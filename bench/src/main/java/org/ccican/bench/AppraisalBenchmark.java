package org.ccican.bench;

import java.util.concurrent.TimeUnit;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.Appraiser;
import org.ccican.check.Checks;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The appraisal of good evidence from a machine whose endorsements were seen before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AppraisalBenchmark {

  @Param({"sev-snp", "sgx", "tdx"})
  public String format;

  private Appraiser appraiser;
  private AppraisalInput input;
  private Signatures signatures;

  @Setup
  public void prepare() {
    GoodEvidence evidence = new GoodEvidence(format);
    appraiser = evidence.appraiser();
    input = evidence.input();
    signatures = new Signatures(format);
  }

  @Benchmark
  public boolean appraisal() {
    boolean accepted = appraiser.appraise(input, Checks.unbroken()).accepted();
    if (!accepted) {
      throw new IllegalStateException("good evidence is refused");
    }
    return accepted;
  }

  /** The signatures of the evidence itself, and nothing else. */
  @Benchmark
  public boolean signatures() {
    return signatures.verify();
  }
}
