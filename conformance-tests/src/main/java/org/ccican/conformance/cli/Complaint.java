package org.ccican.conformance.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.ccican.conformance.report.Text;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong; the stack trace follows only where it was asked for. */
final class Complaint implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final PrintWriter err;
  private final boolean trace;

  Complaint(PrintWriter err, boolean trace) {
    this.err = Objects.requireNonNull(err);
    this.trace = trace;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    String hint = "";
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      hint = suggestions.isEmpty() ? "" : " (did you mean " + suggestions.get(0) + "?)";
    }
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    say(e.getMessage() + hint + "; see " + command + " --help", e);
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine commands, ParseResult result) {
    if (e instanceof CommandFailed failed) {
      say(e.getMessage(), e);
      return failed.exit().code();
    }
    return suiteError(e);
  }

  int suiteError(Throwable e) {
    String hint = trace ? "" : " (--debug shows where)";
    say("fault of the suite itself: " + e + hint, e);
    return ExitCode.SUITE_ERROR.code();
  }

  private void say(String message, Throwable e) {
    err.println("ccican: " + Text.line(message.replaceAll("\\s*[\\r\\n]\\s*", " ")));
    if (trace) {
      e.printStackTrace(err);
    }
    err.flush();
  }
}
