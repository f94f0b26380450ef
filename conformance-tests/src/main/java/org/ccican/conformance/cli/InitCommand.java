package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ccican.conformance.sut.SutFile;
import org.ccican.conformance.sut.SutFileException;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ccican init}. */
@Command(
    name = "init",
    description = {
      "Writes the recipe of a system under test.",
      "On a terminal it asks what is not given: role, where it is, key, and claims."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:written",
      "2:what was given cannot be used, or the file is there already",
      "64:the command line cannot be understood, or leaves out what nobody can be asked for"
    })
final class InitCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<RoleOptions> groups;

  @Option(names = "--name", paramLabel = "TEXT", description = "What reports call the system.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--claim",
      paramLabel = "KIND=NAMES",
      description = {
        "What your system can do, such as formats=sev-snp,tdx. Kinds: formats, cipher-suites,",
        "freshness, options. May be given once for each."
      })
  private Map<String, String> claims = Map.of();

  @Option(
      names = "--together",
      description = {
        "Lets the roles of your system meet each other, with the suite between them. Default:",
        "each meets known good peers."
      })
  private boolean together;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "sut.yaml",
      description = "The recipe. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(names = "--force", description = "Overwrites the file.")
  private boolean force;

  /** One role, and where it is. */
  static final class RoleOptions {

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "A role that your system plays, such as tam. With its own options, again.")
    private String role;

    @Option(
        names = "--url",
        paramLabel = "URL",
        defaultValue = "",
        description = "Where it listens.")
    private String url;

    @Option(
        names = "--way",
        paramLabel = "WAY=VALUE",
        defaultValue = "",
        description = "Another way to it: a field of the recipe and what stands there, in YAML.")
    private String way;

    @Option(
        names = "--key",
        paramLabel = "FILE",
        defaultValue = "",
        description = "Its public key: PEM, JWK or COSE_Key. Default: ROLE.pem beside the recipe.")
    private String key;
  }

  InitCommand(Terminal terminal) {
    this.terminal = Objects.requireNonNull(terminal);
  }

  @Override
  public Integer call() throws CommandFailed {
    if (Files.exists(out) && !force) {
      throw new CommandFailed(
          ExitCode.CONFIGURATION, out + ": is there already; --force overwrites it");
    }
    RecipeDraft draft = new RecipeDraft(name);
    // The parser leaves nothing at all where no group is given.
    List<RoleOptions> roles = Optional.ofNullable(groups).orElse(List.of());
    for (RoleOptions each : roles) {
      add(each, draft);
    }
    if (roles.isEmpty()) {
      if (!terminal.interactive()) {
        throw new ParameterException(
            spec.commandLine(), "Nobody can be asked here; give --role ROLE and --url URL");
      }
      new RecipeQuestions(terminal, spec.commandLine().getOut()).ask(draft);
    }
    claims.forEach(draft::claim);
    if (together) {
      draft.together();
    }
    write(draft.text());
    return ExitCode.PASSED.code();
  }

  private void add(RoleOptions given, RecipeDraft draft) {
    if (given.url.isEmpty() == given.way.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--role " + given.role + ": give either --url or --way");
    }
    String way = given.url.isEmpty() ? given.way : "url=" + RecipeDraft.quoted(given.url);
    int sign = way.indexOf('=');
    if (sign < 1) {
      throw new ParameterException(spec.commandLine(), "--way: expected WAY=VALUE");
    }
    draft.role(
        given.role,
        way.substring(0, sign),
        way.substring(sign + 1),
        Optional.of(given.key).filter(file -> !file.isEmpty()));
  }

  /** What can be read is moved to its place; what cannot leaves nothing behind. */
  private void write(String text) throws CommandFailed {
    PrintWriter say = spec.commandLine().getOut();
    Path folder = out.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, ".ccican-init", ".yaml");
      try {
        Files.writeString(draft, text);
        Optional<String> missing = missing(draft);
        Files.move(draft, out, StandardCopyOption.REPLACE_EXISTING);
        say.println("written: " + out);
        missing.ifPresent(
            file ->
                say.println(
                    "still to do: put the "
                        + (file.endsWith(".bin") ? file.replace(".bin", "") : "public key")
                        + " in "
                        + file));
        say.println("next: ./ccican doctor --sut " + out + ", then ./ccican run --sut " + out);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw FileTrouble.failed(out, "cannot be written", e);
    }
  }

  /** The key file that is not there yet; any other trouble ends the command. */
  private Optional<String> missing(Path draft) throws CommandFailed {
    try {
      SutFile.read(draft);
      return Optional.empty();
    } catch (SutFileException e) {
      String message = e.getMessage().replace(draft.toString(), out.toString());
      int file = message.indexOf("no such file ");
      if (file < 0) {
        throw new CommandFailed(ExitCode.CONFIGURATION, message, e);
      }
      return Optional.of(message.substring(file + "no such file ".length()));
    }
  }
}
