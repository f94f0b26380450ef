package org.ccican.conformance.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line. What goes wrong is one line on the error stream and a number in {@link
 * ExitCode}.
 */
@Command(
    name = "ccican",
    description =
        "Conformance suite and reference implementation for confidential computing in"
            + " computing-aware networks.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Declared for the help texts; {@link #run} looks for it before anything is parsed. */
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Shows the stack trace of what goes wrong.")
  private boolean debug;

  private Main() {}

  public static void main(String[] args) {
    Charset charset = Charset.defaultCharset();
    PrintWriter out = new PrintWriter(System.out, true, charset);
    PrintWriter err = new PrintWriter(System.err, true, charset);
    System.exit(
        run(Services.ofProcess(System.out, System.err, InstantSource.system()), out, err, args));
  }

  /** Runs one command and returns the exit code of the process. */
  public static int run(Services services, PrintWriter out, PrintWriter err, String... args) {
    List<String> words = Arrays.asList(args);
    Complaint complaint = new Complaint(err, words.contains("--debug"));
    CommandLine commands =
        commands(services)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(complaint)
            .setExecutionExceptionHandler(complaint);
    try {
      return commands.execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      return complaint.suiteError(e);
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** Every command; {@link #run} says where its words go. */
  static CommandLine commands(Services services) {
    SutServices sut = new SutServices(services.clock());
    return new CommandLine(new Main())
        .addSubcommand(new RunCommand(services.run(), sut))
        .addSubcommand(new InitCommand(Terminal.ofProcess()))
        .addSubcommand(new CommandLine(new SutCommand()).addSubcommand(new SutCheckCommand(sut)))
        .addSubcommand(new DoctorCommand(sut))
        .addSubcommand(new ServeCommand(services.serve()))
        .addSubcommand(new AppraiseCommand(services.appraise()))
        .addSubcommand(new InspectCommand(services.inspect()))
        .addSubcommand(new JudgeCommand(services.judge()))
        .addSubcommand(
            new CommandLine(new ReportCommand()).addSubcommand(new MergeCommand(services.merge())))
        .addSubcommand(
            new CommandLine(new BaselineCommand())
                .addSubcommand(new BaselineUpdateCommand(services.clock())))
        .addSubcommand(
            new CommandLine(new KeysCommand())
                .addSubcommand(new KeysExportCommand())
                .addSubcommand(new KeysNewCommand())
                .addSubcommand(new KeysImportCommand()))
        .addSubcommand(new ChallengeCommand())
        .addSubcommand(new ObserveCommand(services.judge(), services.clock()))
        .addSubcommand(new KillMatrixCommand(services.proof()))
        .addSubcommand(new DemoCommand(services.proof()))
        .addSubcommand(new StabilityCommand(services.proof()))
        .addSubcommand(new RequirementsCommand())
        .addSubcommand(new HelpCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
