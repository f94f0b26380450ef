package org.ccican.conformance.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ccican.conformance.report.Baseline;
import org.ccican.conformance.report.BaselineFile;
import org.ccican.conformance.report.Gate;
import org.ccican.conformance.sut.SutFileException;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** On what terms verdicts count: for every command that ends with those of a run. */
final class GateOptions {

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = {
        "Known failures and disputed tests, in YAML; a system under test may name its own.",
        "An entry that no longer holds makes the command end with 4."
      })
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--min-checks",
      paramLabel = "N",
      defaultValue = "0",
      description = "Refuses a run in which fewer expectations were judged.")
  private int minChecks;

  /** As they were asked for. */
  Asked asked(CommandLine command) throws CommandFailed {
    return asked(command, Optional.empty());
  }

  /**
   * @param otherwise the baseline that holds where the command line names none
   */
  Asked asked(CommandLine command, Optional<Path> otherwise) throws CommandFailed {
    if (minChecks < 0) {
      throw new ParameterException(
          command, "Invalid value for option '--min-checks': expected a number from 0");
    }
    Optional<Path> file = baseline.or(() -> otherwise);
    return new Asked(file.isPresent() ? read(file.get()) : Baseline.none(), minChecks);
  }

  static Baseline read(Path file) throws CommandFailed {
    try {
      return BaselineFile.read(file);
    } catch (SutFileException e) {
      throw new CommandFailed(ExitCode.CONFIGURATION, e.getMessage(), e);
    }
  }

  /**
   * Terms without the day that they are held against.
   *
   * @param minChecks how many expectations have to be judged
   */
  record Asked(Baseline baseline, int minChecks) {

    /** Nothing was asked for. */
    static Asked nothing() {
      return new Asked(Baseline.none(), 0);
    }

    /** The terms today, in UTC, so that a day ends everywhere at once. */
    Gate on(InstantSource clock) {
      return new Gate(baseline, minChecks, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
  }
}
