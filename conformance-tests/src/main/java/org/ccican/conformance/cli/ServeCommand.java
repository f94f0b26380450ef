package org.ccican.conformance.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ccican.conformance.sut.SutFile;
import org.ccican.teep.WireRevision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ccican serve}. */
@Command(
    name = "serve",
    description = {
      "Lets roles of the reference listen on loopback until the process is ended.",
      "Prints one line of JSON with URL and public key when they do."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ended",
      "2:the configuration is wrong, or the port is in use",
      "3:the suite itself is at fault",
      "64:the command line cannot be understood"
    })
final class ServeCommand implements Callable<Integer> {

  private final Services.Serve service;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "ROLE", description = "Id of a role, such as tam.")
  private List<String> roles;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Where to listen. Default: any port that is free.")
  private int port;

  @Option(
      names = "--revision",
      paramLabel = "ID",
      converter = Converters.Revision.class,
      description = "The edition of TEEP: teep-26 or teep-legacy. Default: teep-26.")
  private Optional<WireRevision> revision = Optional.empty();

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      converter = Converters.Fault.class,
      description = "Breaks this check on purpose. May be given several times.")
  private List<String> faults = List.of();

  @Option(
      names = "--clock",
      description = {
        "Lets anybody who reaches the port move the time of all roles forward:",
        "POST a number of seconds to the URL that the line calls clock."
      })
  private boolean clock;

  @Option(
      names = "--sut-out",
      paramLabel = "FILE",
      description = "Writes the file that run --sut takes.")
  private Optional<Path> sutOut = Optional.empty();

  ServeCommand(Services.Serve service) {
    this.service = Objects.requireNonNull(service);
  }

  @Override
  public Integer call() throws CommandFailed {
    for (String role : roles) {
      if (!SutFile.ROLES.contains(role)) {
        throw wrong("No role " + role + "; roles are " + String.join(", ", SutFile.ROLES));
      }
    }
    if (new HashSet<>(roles).size() < roles.size()) {
      throw wrong("A role is there twice");
    }
    if (port < 0 || port > 0xffff) {
      throw wrong("Invalid value for option '--port': expected 0 to 65535");
    }
    if (port > 0 && port + roles.size() - 1 > 0xffff) {
      throw wrong("Invalid value for option '--port': no room for " + roles.size() + " roles");
    }
    return service
        .serve(
            new ServeOptions(
                roles, port, revision.orElse(WireRevision.TEEP_26), faults, clock, sutOut),
            spec.commandLine().getOut())
        .code();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
