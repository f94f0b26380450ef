package org.ccican.conformance.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;

/** What the commands call once they know what is asked. */
public record Services(
    Run run,
    Serve serve,
    Appraise appraise,
    Inspect inspect,
    Judge judge,
    Merge merge,
    Proof proof,
    InstantSource clock) {

  /** Runs the features and leaves a report. */
  @FunctionalInterface
  public interface Run {
    ExitCode run(RunOptions options, Progress progress, PrintWriter out) throws CommandFailed;
  }

  /** Lets roles of the reference listen until the process is ended. */
  @FunctionalInterface
  public interface Serve {
    ExitCode serve(ServeOptions options, PrintWriter out) throws CommandFailed;
  }

  /** Appraises one piece of evidence, prints what it found, and returns the exit code. */
  @FunctionalInterface
  public interface Appraise {
    int appraise(org.ccican.app.Appraise.Request request) throws CommandFailed;
  }

  /** Shows what a file is, and returns the exit code. */
  @FunctionalInterface
  public interface Inspect {
    int inspect(Path file, boolean json);
  }

  /** Judges a log again, and leaves its report if a folder is given. */
  @FunctionalInterface
  public interface Judge {
    ExitCode judge(
        Path log, Optional<Path> out, boolean strict, GateOptions.Asked gate, PrintWriter summary)
        throws CommandFailed;
  }

  /** Joins the parts of a run. */
  @FunctionalInterface
  public interface Merge {
    ExitCode merge(
        List<Path> parts, Path out, boolean strict, GateOptions.Asked gate, PrintWriter summary)
        throws CommandFailed;
  }

  /** Shows that the suite can fail. */
  interface Proof {
    ExitCode matrix(MatrixOptions options, Progress progress, PrintWriter out) throws CommandFailed;

    /** Runs the good and the broken stacks side by side. */
    ExitCode demo(Path folder, PrintWriter out) throws CommandFailed;

    /** Repeats a run and looks for verdicts that differ. */
    ExitCode stability(int runs, Optional<TagExpression> tags, Path folder, PrintWriter out)
        throws CommandFailed;
  }

  public Services {
    Objects.requireNonNull(run);
    Objects.requireNonNull(serve);
    Objects.requireNonNull(appraise);
    Objects.requireNonNull(inspect);
    Objects.requireNonNull(judge);
    Objects.requireNonNull(merge);
    Objects.requireNonNull(proof);
    Objects.requireNonNull(clock);
  }

  /** What the process does; its clock stamps logs and is the served roles' own. */
  public static Services ofProcess(PrintStream out, PrintStream err, InstantSource clock) {
    SuiteServices suite = new SuiteServices(clock);
    return new Services(
        suite::run,
        new ServeService(clock)::serve,
        request -> new org.ccican.app.Appraise(new Formats(new Crypto()), out, err).run(request),
        new org.ccican.app.Inspect(out, err)::run,
        suite::judge,
        suite::merge,
        new ProofServices(clock),
        clock);
  }
}
