package org.ccican.conformance.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ccican.app.Serve;
import org.ccican.conformance.sut.PublicKeyFile;
import org.ccican.conformance.sut.SutFile;
import org.ccican.conformance.sut.SutFileException;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.transport.AllowedHosts;
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

  private static final List<String> WAYS = List.of("url", "trigger", "veraison");

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
      names = "--peer",
      paramLabel = "ROLE=URL",
      description = {
        "Where a role answers that the served ones ask, if not in this process: the base of its",
        "resources. A run that judges them answers at the listen address of its recipe, followed",
        "by the role. May be given several times."
      })
  private Map<String, String> peers = Map.of();

  @Option(
      names = "--peer-key",
      paramLabel = "ROLE=FILE",
      description = {
        "Public key of such a role: PEM, JWK or COSE_Key. Default: the published one of the",
        "reference."
      })
  private Map<String, Path> peerKeys = Map.of();

  @Option(
      names = "--sut-out",
      paramLabel = "FILE",
      description = "Writes the file that run --sut takes.")
  private Optional<Path> sutOut = Optional.empty();

  @Option(
      names = "--way",
      paramLabel = "WAY",
      description = {
        "The way that this file names to a role that has several: url, trigger or veraison. May be",
        "given several times. Default: trigger for a device, url for others."
      })
  private List<String> ways = List.of();

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
    if (!WAYS.containsAll(ways)) {
      throw wrong("Invalid value for option '--way': expected one of " + String.join(", ", WAYS));
    }
    if (port > 0 && port + roles.size() - 1 > 0xffff) {
      throw wrong("Invalid value for option '--port': no room for " + roles.size() + " roles");
    }
    return service
        .serve(
            new ServeOptions(
                roles,
                port,
                revision.orElse(WireRevision.TEEP_26),
                faults,
                clock,
                peers(),
                sutOut,
                ways),
            spec.commandLine().getOut())
        .code();
  }

  private Map<RoleId, Serve.Peer> peers() throws CommandFailed {
    Map<RoleId, Serve.Peer> known = new EnumMap<>(RoleId.class);
    for (Map.Entry<String, String> each : peers.entrySet()) {
      known.put(
          peer(each.getKey(), each.getValue()), new Serve.Peer(each.getValue(), Optional.empty()));
    }
    for (Map.Entry<String, Path> each : peerKeys.entrySet()) {
      RoleId role = RoleId.find(each.getKey()).orElse(RoleId.MIDDLEWARE);
      if (!known.containsKey(role)) {
        throw wrong("Invalid value for option '--peer-key': no --peer " + each.getKey());
      }
      try {
        CoseKey key = PublicKeyFile.read(each.getValue(), new Crypto());
        known.put(role, new Serve.Peer(known.get(role).url(), Optional.of(key)));
      } catch (SutFileException e) {
        throw new CommandFailed(ExitCode.CONFIGURATION, "--peer-key: " + e.getMessage(), e);
      }
    }
    return known;
  }

  private RoleId peer(String id, String url) {
    Optional<RoleId> role = RoleId.find(id).filter(Serve.PEERS::contains);
    if (role.isEmpty() || roles.contains(id)) {
      String known =
          Serve.PEERS.stream()
              .map(RoleId::id)
              .filter(each -> !roles.contains(each))
              .sorted()
              .collect(Collectors.joining(", "));
      throw wrong("Invalid value for option '--peer': expected one of " + known + ", found " + id);
    }
    if (!isPlace(url)) {
      throw wrong(
          "Invalid value for option '--peer': expected a URL without credentials and query, such as"
              + " http://localhost:8080/"
              + id);
    }
    return role.get();
  }

  private static boolean isPlace(String url) {
    try {
      URI uri = URI.create(url);
      return url.matches("https?://[^?#]+")
          && uri.getRawUserInfo() == null
          && uri.getHost() != null
          && AllowedHosts.isHost(uri.getHost());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
