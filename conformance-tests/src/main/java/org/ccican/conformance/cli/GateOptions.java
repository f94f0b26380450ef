package org.ccican.conformance.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.ccican.conformance.report.Baseline;
import org.ccican.conformance.report.Gate;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** On what terms verdicts count: for every command that ends with those of a run. */
final class GateOptions {

  @Option(
      names = "--min-checks",
      paramLabel = "N",
      defaultValue = "0",
      description = "Refuses a run in which fewer expectations were judged.")
  private int minChecks;

  /** As they were asked for. */
  Asked asked(CommandLine command) {
    if (minChecks < 0) {
      throw new ParameterException(
          command, "Invalid value for option '--min-checks': expected a number from 0");
    }
    return new Asked(Baseline.none(), minChecks);
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
