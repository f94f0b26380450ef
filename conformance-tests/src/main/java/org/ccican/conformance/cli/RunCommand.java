package org.ccican.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ccican.conformance.requirement.Catalogue;
import org.ccican.conformance.suite.Shard;
import org.ccican.conformance.sut.SutFile;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ccican run}. */
@Command(
    name = "run",
    description = {
      "Runs the features and leaves a report.",
      "Without --sut the reference implementation plays every role and is what is judged."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every applicable requirement passed",
      "1:a must, step or derived requirement failed (with --strict a should, too)",
      "2:the configuration is wrong",
      "3:the suite itself is at fault",
      "4:the baseline is out of date",
      "5:nothing was measured, or less than --min-checks",
      "6:none failed, but one is blocked or inconclusive",
      "64:the command line cannot be understood"
    })
final class RunCommand implements Callable<Integer> {

  private static final int MOST_THREADS = 64;

  private final Services.Run service;
  private final SutServices sutService;

  @Spec private CommandSpec spec;

  @Option(
      names = "--sut",
      paramLabel = "FILE",
      description =
          "The system under test, in YAML. The reference plays the roles that it does not.")
  private Optional<Path> sut = Optional.empty();

  @Option(
      names = "--revision",
      paramLabel = "ID",
      converter = Converters.Revision.class,
      description = {
        "The edition of TEEP: teep-26 or teep-legacy. Default: teep-26.",
        "A system under test has its own in its file."
      })
  private Optional<WireRevision> revision = Optional.empty();

  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      converter = TagExpression.Converter.class,
      description = "Runs the scenarios with these tags, such as \"@role-tam and not @negative\".")
  private Optional<TagExpression> tags = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "ccican-report",
      description = "Folder of the report. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "HEX",
      converter = Converters.Hex.class,
      description = "What all randomness comes from. The same seed gives the same run.")
  private Optional<Bytes> seed = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many scenarios run side by side.")
  private Optional<Integer> threads = Optional.empty();

  @Option(names = "--strict", description = "Lets a failed should requirement fail the run.")
  private boolean strict;

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      converter = Converters.Fault.class,
      description = "Breaks this check of the reference on purpose. May be given several times.")
  private List<String> faults = List.of();

  @Option(
      names = "--dry-run",
      description = "Prints the cases of the run, with those that do not apply; asks nobody.")
  private boolean dryRun;

  @Option(names = "--quiet", description = "Prints the summary alone.")
  private boolean quiet;

  @Mixin private GateOptions gate = new GateOptions();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = Converters.Part.class,
      description = {
        "Runs one of N parts, such as 2/5, with the accepted parents of what is in it.",
        "Every part needs the same --seed; report merge joins them."
      })
  private Optional<Shard> shard = Optional.empty();

  @Option(
      names = "--catalogue",
      paramLabel = "VERSION",
      description = "Holds the run to this version of the catalogue. Default: the latest.")
  private Optional<Integer> catalogue = Optional.empty();

  RunCommand(Services.Run service, SutServices sutService) {
    this.service = Objects.requireNonNull(service);
    this.sutService = Objects.requireNonNull(sutService);
  }

  @Override
  public Integer call() throws CommandFailed {
    if (threads.isPresent() && (threads.get() < 1 || threads.get() > MOST_THREADS)) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--threads': expected 1 to " + MOST_THREADS);
    }
    int latest = Catalogue.load().latest();
    if (catalogue.isPresent() && (catalogue.get() < 1 || catalogue.get() > latest)) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--catalogue': expected 1 to " + latest);
    }
    if (shard.isPresent() && seed.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--shard: the parts of a run need one --seed, the same for all");
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new CommandFailed(ExitCode.CONFIGURATION, out + ": is no folder");
    }
    if (revision.isPresent() && sut.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--revision: the file of --sut says it, as tam: {revision: ...}");
    }
    Optional<SutFile> system =
        sut.isPresent() ? Optional.of(SutFiles.read(sut.get())) : Optional.empty();
    RunOptions options =
        new RunOptions(
            system,
            revision.orElse(WireRevision.TEEP_26),
            tags,
            out,
            seed,
            threads,
            strict,
            faults,
            gate.asked(spec.commandLine(), system.flatMap(SutFile::baseline)),
            shard,
            catalogue.orElse(latest),
            quiet);
    if (dryRun) {
      return sutService.dryRun(options, spec.commandLine().getOut()).code();
    }
    return service
        .run(
            options,
            Progress.ofProcess(spec.commandLine().getErr(), quiet),
            spec.commandLine().getOut())
        .code();
  }
}
