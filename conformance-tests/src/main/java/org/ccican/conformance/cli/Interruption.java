package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.ccican.conformance.suite.SuiteRun;

/**
 * Sees to it that a run which is ended from outside, with Ctrl-C for instance, leaves a report of
 * what its log holds by then, marked as incomplete.
 */
final class Interruption {

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  static Interruption concluding(
      SuiteRun run, RunOptions options, Progress progress, PrintWriter out) {
    Thread hook = new Thread(() -> conclude(run, options, progress, out), "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  /** From here on the run has a report of its own, or none is wanted. */
  void over() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook at work.
    }
  }

  private static void conclude(
      SuiteRun run, RunOptions options, Progress progress, PrintWriter out) {
    progress.end();
    try {
      SuiteServices.summed(run.conclude(options.out()), options, out);
    } catch (IOException | IllegalStateException e) {
      out.println("no report: " + e.getMessage());
      out.flush();
    }
  }
}
