package org.ccican.conformance.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ccican.conformance.matrix.MatrixPlan;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.role.RoleId;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ccican kill-matrix}. */
@Command(
    name = "kill-matrix",
    description = {
      "Breaks the reference in one way after the other and shows which scenario notices.",
      "Before that it must pass unbroken, and a fault that has to be noticed must be."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every fault was noticed, is equivalent or has its reason why not",
      "1:a fault was not noticed, or one was that has a reason why not; with --sample, fewer than"
          + " before",
      "2:the folder cannot be written to",
      "3:the unbroken reference does not pass, or the canary was not noticed",
      "5:there is no such fault of that role",
      "64:the command line cannot be understood"
    })
final class KillMatrixCommand implements Callable<Integer> {

  private static final int MOST_THREADS = 64;

  private final Services.Proof service;

  @Spec private CommandSpec spec;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      converter = Role.class,
      description = "Only faults of this role.")
  private Optional<String> role = Optional.empty();

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      converter = Converters.Fault.class,
      description = "Only this fault. May be given several times.")
  private List<String> faults = List.of();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = Part.class,
      description = "Only the I-th of N parts.")
  private MatrixPlan.Shard shard = MatrixPlan.Shard.WHOLE;

  @Option(
      names = "--generated",
      description = "Tries the faults that follow from the kinds of checks, too.")
  private boolean generated;

  @Option(
      names = "--all",
      description = "Runs every scenario that a fault can touch, and lists what else turns red.")
  private boolean all;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "2147483647",
      description = "With --all: leaves it at the claiming scenarios for faults that touch more.")
  private int most;

  @Option(
      names = "--consequences",
      paramLabel = "FILE",
      description = "With --all: only faults of TEEP and SUIT; keeps in FILE what else turns red.")
  private Optional<Path> consequences = Optional.empty();

  @Option(
      names = "--result",
      paramLabel = "FILE",
      description = {
        "Keeps in FILE who noticed which fault, and the same in kill-matrix.md beside it.",
        "Of all written faults only; without --generated what FILE says of those is kept."
      })
  private Optional<Path> result = Optional.empty();

  @Option(
      names = "--sample",
      description = "Tries the fixed sample alone and compares it with its figure.")
  private boolean sample;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "ccican-matrix",
      description = "Folder of the matrix. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many faults are tried side by side.")
  private Optional<Integer> threads = Optional.empty();

  @Option(names = "--quiet", description = "Prints the summary alone.")
  private boolean quiet;

  KillMatrixCommand(Services.Proof service) {
    this.service = Objects.requireNonNull(service);
  }

  @Override
  public Integer call() throws CommandFailed {
    if (threads.isPresent() && (threads.get() < 1 || threads.get() > MOST_THREADS)) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--threads': expected 1 to " + MOST_THREADS);
    }
    if (sample && (role.isPresent() || !faults.isEmpty() || generated || all)) {
      throw new ParameterException(
          spec.commandLine(), "--sample: it is fixed, so that nothing can be chosen");
    }
    if (consequences.isPresent() && !all) {
      throw new ParameterException(spec.commandLine(), "--consequences: they need --all");
    }
    if (result.isPresent()
        && (sample || role.isPresent() || !faults.isEmpty() || shard.of() > 1 || all)) {
      throw new ParameterException(
          spec.commandLine(), "--result: it is of all written faults, so that nothing is chosen");
    }
    if (most < 0) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--most': expected a number from 0");
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new CommandFailed(ExitCode.CONFIGURATION, out + ": is no folder");
    }
    PrintWriter lines = spec.commandLine().getOut();
    return service
        .matrix(
            new MatrixOptions(
                role,
                faults,
                generated,
                shard,
                all,
                most,
                consequences,
                result,
                sample,
                out,
                threads,
                quiet),
            Progress.ofProcess(spec.commandLine().getErr(), quiet),
            lines)
        .code();
  }

  /** The id of a role. */
  static final class Role implements ITypeConverter<String> {

    @Override
    public String convert(String value) {
      if (RoleId.find(value).isEmpty()) {
        throw new TypeConversionException(
            "no role "
                + value
                + "; roles are "
                + Arrays.stream(RoleId.values()).map(RoleId::id).collect(Collectors.joining(", ")));
      }
      return value;
    }
  }

  /** A part of so many. */
  static final class Part implements ITypeConverter<MatrixPlan.Shard> {

    @Override
    public MatrixPlan.Shard convert(String value) {
      if (value.matches("[1-9][0-9]{0,3}/[1-9][0-9]{0,3}")) {
        String[] numbers = value.split("/");
        int index = Integer.parseInt(numbers[0]);
        int of = Integer.parseInt(numbers[1]);
        if (index <= of) {
          return new MatrixPlan.Shard(index, of);
        }
      }
      throw new TypeConversionException("expected I/N with I from 1 to N, such as 2/4");
    }
  }
}
