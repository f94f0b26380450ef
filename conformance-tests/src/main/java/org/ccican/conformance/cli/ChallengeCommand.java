package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ccican.conformance.report.Challenge;
import org.ccican.conformance.report.RunReport;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccican challenge}. */
@Command(
    name = "challenge",
    description = {
      "Writes the text of a dispute about a test: the rule, the verdict, the exchange, versions.",
      "Until it is settled the test can be put in quarantine in the baseline."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the text is written",
      "2:there is no such report, or the test is not in it",
      "64:the command line cannot be understood"
    })
final class ChallengeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID",
      description = "A case such as PROV-02.1, or a requirement: its cases that went wrong.")
  private String id;

  @Option(
      names = "--report",
      paramLabel = "DIR|FILE",
      defaultValue = "ccican-report",
      description = "The report of the run. Default: ${DEFAULT-VALUE}.")
  private Path report;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it. Without it the text is printed.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() throws CommandFailed {
    RunReport run = Reports.read(report);
    List<String> cases = Challenge.cases(run, id);
    if (cases.isEmpty()) {
      throw new CommandFailed(
          ExitCode.CONFIGURATION,
          report
              + ": no case "
              + id
              + " was recorded, nor one of that requirement that went wrong");
    }
    Requirements requirements = Requirements.load();
    StringBuilder text = new StringBuilder();
    for (String each : cases) {
      Optional<String> reading =
          requirements.find(each.replaceFirst("\\..*$", "")).flatMap(Requirement::reading);
      text.append(text.isEmpty() ? "" : "\n").append(new Challenge(run, reading).text(each));
    }
    if (out.isPresent()) {
      try {
        Files.writeString(out.get(), text);
      } catch (IOException e) {
        throw FileTrouble.failed(out.get(), "cannot be written", e);
      }
    } else {
      PrintWriter to = spec.commandLine().getOut();
      to.print(text);
      to.flush();
    }
    return ExitCode.PASSED.code();
  }
}
