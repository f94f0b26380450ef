package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ccican.conformance.recording.Places;
import org.ccican.conformance.recording.RecordedLog;
import org.ccican.conformance.recording.Recording;
import org.ccican.conformance.recording.RecordingReader;
import org.ccican.conformance.recording.UnusableRecording;
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.suite.SuiteRun;
import org.ccican.conformance.sut.Reach;
import org.ccican.conformance.sut.SutFile;
import org.ccican.conformance.sut.SutFileException;
import org.ccican.conformance.sut.SutRole;
import org.ccican.conformance.trace.TraceLog;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccican observe}. */
@Command(
    name = "observe",
    description = {
      "Judges traffic that was captured elsewhere, by looking on, and leaves a report.",
      "RECORDING is an HTTP Archive (HAR 1.2), a folder of TEEP messages named 01-tam.cbor,"
          + " 02-teep-agent.cbor and so on, or a log of this suite."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0 to 6:as for run",
      "2:the recording or the recipe cannot be read",
      "5:the recording shows nothing of the roles that the recipe names",
      "64:the command line cannot be understood"
    })
final class ObserveCommand implements Callable<Integer> {

  private final Services.Judge service;
  private final InstantSource clock;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RECORDING", description = "What was captured.")
  private Path recording;

  @Option(
      names = "--sut",
      paramLabel = "FILE",
      required = true,
      description = "Whose messages are judged: their roles, URLs, keys and edition of TEEP.")
  private Path sut;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      converter = Converters.Role.class,
      description = {
        "Judges this role, and only those that are named so. Default: the roles of the recipe.",
        "What Broker and TAM exchanged shows what the Agent said, too."
      })
  private List<RoleId> roles = List.of();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = Converters.At.class,
      description = "When it was captured, for what is valid for a time. Default: now.")
  private Optional<Instant> at = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "ccican-report",
      description = "Folder of the report. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(names = "--strict", description = "Lets a failed should requirement count.")
  private boolean strict;

  @Mixin private GateOptions gate = new GateOptions();

  ObserveCommand(Services.Judge service, InstantSource clock) {
    this.service = Objects.requireNonNull(service);
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public Integer call() throws CommandFailed {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new CommandFailed(ExitCode.CONFIGURATION, out + ": is no folder");
    }
    write(read());
    return service
        .judge(
            out.resolve(SuiteRun.LOG),
            Optional.of(out),
            strict,
            gate.asked(spec.commandLine()),
            spec.commandLine().getOut())
        .code();
  }

  private void write(SutFile recipe) throws CommandFailed {
    Equipment equipment = Equipment.load();
    Places places = new Places();
    Map<String, String> keys = new TreeMap<>();
    for (SutRole each : recipe.roles()) {
      if (each.reach() instanceof Reach.Http http) {
        places.with(each.role().id(), http.url());
      }
      each.key().ifPresent(key -> keys.put(each.role().id(), key.toHex()));
    }
    Set<String> judged =
        (roles.isEmpty() ? recipe.roles().stream().map(SutRole::role).toList() : roles)
            .stream().map(RoleId::id).collect(Collectors.toSet());
    WireRevision revision =
        recipe.roles().stream()
            .filter(each -> each.role() == RoleId.TAM)
            .map(SutRole::revision)
            .findFirst()
            .orElse(WireRevision.TEEP_26);
    RecordedLog.Who who =
        new RecordedLog.Who(
            recipe.name().orElse("what " + recording.getFileName() + " shows"),
            judged,
            keys,
            revision.id(),
            at.orElseGet(clock::instant));
    Recording read = recorded(places);
    try (TraceLog log = SuiteRun.fresh(out, clock)) {
      new RecordedLog(equipment.judges(), equipment.signatures(), equipment.requirements())
          .write(read, who, Version.text(), log);
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailed(
          ExitCode.CONFIGURATION, out + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private Recording recorded(Places places) throws CommandFailed {
    try {
      return new RecordingReader(places).read(recording);
    } catch (UnusableRecording e) {
      throw new CommandFailed(ExitCode.CONFIGURATION, e.getMessage(), e);
    }
  }

  private SutFile read() throws CommandFailed {
    try {
      return SutFile.read(sut);
    } catch (SutFileException e) {
      throw new CommandFailed(ExitCode.CONFIGURATION, e.getMessage(), e);
    }
  }
}
