package org.ccican.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ccican.cose.Crypto;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures {@link AppraisalBenchmark} and prints a row of a table for each format: provider,
 * format, microseconds for the signatures, for the appraisal, and the one divided by the other.
 * Everything is of one run, since machines differ more than providers do.
 */
public final class Ratios {

  private Ratios() {}

  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(AppraisalBenchmark.class.getSimpleName())
                    .forks(1)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(2))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Map<String, Map<String, Double>> microseconds = new TreeMap<>();
    for (RunResult each : results) {
      String name = each.getParams().getBenchmark();
      microseconds
          .computeIfAbsent(each.getParams().getParam("format"), any -> new TreeMap<>())
          .put(
              name.substring(name.lastIndexOf('.') + 1),
              // the fastest iteration: whatever else runs on the machine only adds to a time
              each.getAggregatedResult().getPrimaryResult().getStatistics().getMin());
    }
    String provider = new Crypto().verifier();
    microseconds.forEach(
        (format, times) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f \u00b5s | %.0f \u00b5s | %.2f |%n",
                provider,
                format,
                times.get("signatures"),
                times.get("appraisal"),
                times.get("appraisal") / times.get("signatures")));
  }
}
