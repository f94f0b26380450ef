package org.ccican.conformance.sut;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * A program that is run once for each case. Its exit code is its answer: {@value #ACCEPTED} for
 * accepted, {@value #REFUSED} for refused; anything else, a signal too, is a crash and never a
 * refusal.
 */
final class CommandCase {

  static final int ACCEPTED = 0;
  static final int REFUSED = 1;

  /** The variable that says which case it is run for. */
  static final String CASE = "CCICAN_CASE";

  /**
   * What a program did.
   *
   * @param accepted whether its exit code was {@value #ACCEPTED}
   * @param output all of its standard output
   * @param complaint the end of its error stream, fit to be shown
   */
  record Result(boolean accepted, Bytes output, Optional<String> complaint) {}

  private CommandCase() {}

  /**
   * In the folder of the suite's own process.
   *
   * @param words the program and its arguments; no shell looks at them
   * @param scenario id of the case
   * @param input all of its standard input, which it need not read
   * @throws ChildFailed if it crashes, does not end, says too much or cannot be started
   */
  static Result run(List<String> words, String scenario, Bytes input, ChildProcess.Limits limits)
      throws ChildFailed {
    return run(words, Path.of(""), scenario, input, limits);
  }

  /**
   * As above.
   *
   * @param folder where the program finds itself
   */
  static Result run(
      List<String> words, Path folder, String scenario, Bytes input, ChildProcess.Limits limits)
      throws ChildFailed {
    ChildProcess.Ended ended =
        ChildProcess.start(words, folder, Map.of(CASE, scenario), input, limits).ended().join();
    Redaction redaction =
        Redaction.of(words.subList(1, words.size()), new HashMap<>(System.getenv()));
    if (ended.with(ACCEPTED) || ended.with(REFUSED)) {
      return new Result(
          ended.with(ACCEPTED),
          ended.output(),
          Optional.of(redaction.shown(ended.errors())).filter(said -> !said.isEmpty()));
    }
    String crash = ended.how() == ChildProcess.How.EXITED ? ", which is no refusal" : "";
    throw new ChildFailed(
        kind(ended.how()),
        "command " + words.get(0) + ": " + redaction.shown(ended.words()) + crash);
  }

  private static ChildFailed.Kind kind(ChildProcess.How how) {
    return switch (how) {
      case EXITED -> ChildFailed.Kind.DIED;
      case DEADLINE, STOPPED -> ChildFailed.Kind.SILENT;
      case OUTPUT -> ChildFailed.Kind.GARBLED;
      case NOT_STARTED -> ChildFailed.Kind.NOT_STARTED;
    };
  }
}
