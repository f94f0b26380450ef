package org.ccican.conformance.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.app.Serve;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * The recipe of roles that are served: what {@code run --sut} has to know of them, and all of that.
 */
final class Recipe {

  /** What runs behind a Broker in one process with it: begun by the Broker's trigger. */
  private static final Set<RoleId> DEVICE =
      Set.of(RoleId.TEEP_BROKER, RoleId.TEEP_AGENT, RoleId.PLATFORM, RoleId.ATTESTING_ENVIRONMENT);

  private final Serve serve;
  private final WireRevision revision;
  private final Map<RoleId, Serve.Peer> peers;
  private final Optional<String> clock;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param clock where the roles' time is moved
   */
  Recipe(
      Serve serve, WireRevision revision, Map<RoleId, Serve.Peer> peers, Optional<String> clock) {
    this.serve = serve;
    this.revision = revision;
    this.peers = peers;
    this.clock = clock;
  }

  /** Writes the file, and beside it the files that it names. */
  void write(Path file) throws CommandFailed {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      listen();
      for (Serve.Served each : serve.served()) {
        role(each, folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw FileTrouble.failed(file, "cannot be written", e);
    }
  }

  /**
   * Where the peers are: all of them at the one address that a run listens at, or there is none.
   */
  private void listen() {
    Set<String> addresses = new TreeSet<>();
    peers.forEach(
        (role, peer) -> {
          URI uri = URI.create(peer.url());
          boolean ours = uri.getPath().replaceFirst("/$", "").equals("/" + role.id());
          addresses.add(ours ? uri.getHost() + ":" + uri.getPort() : "elsewhere");
        });
    if (addresses.size() == 1 && !addresses.contains("elsewhere")) {
      text.append("listen: \"").append(addresses.iterator().next()).append("\"\n");
    }
  }

  private void role(Serve.Served role, Path folder) throws IOException {
    String id = role.role().id();
    text.append(id).append(":\n");
    Optional<String> trigger = trigger(role.role());
    if (trigger.isPresent()) {
      text.append("  trigger: {url: \"").append(trigger.get()).append("\"}\n");
    } else {
      field("url", role.url());
    }
    if (role.key().isPresent()) {
      Files.writeString(folder.resolve(id + ".pem"), pem(role.key().get().publicKey().toSpki()));
      text.append("  key: ").append(id).append(".pem\n");
    }
    if (role.encryption().isPresent()) {
      Files.writeString(
          folder.resolve(id + "-encryption.pem"), pem(role.encryption().get().toSpki()));
      text.append("  encryption-key: ").append(id).append("-encryption.pem\n");
    }
    if (role.role() == RoleId.TAM) {
      text.append("  revision: ").append(revision.id()).append("\n");
      text.append("  uris:\n");
      for (Map.Entry<String, String> uri : role.uris().entrySet()) {
        text.append("    ").append(uri.getKey()).append(": \"").append(uri.getValue());
        text.append("\"\n");
      }
    }
    if (role.role() == RoleId.APPLICATION_OWNER) {
      Files.write(folder.resolve("application.bin"), serve.plan().application().toArray());
      Files.write(folder.resolve("data.bin"), serve.plan().data().toArray());
      text.append("  application: application.bin\n");
      text.append("  data: data.bin\n");
    }
    clock.ifPresent(url -> field("clock", url));
  }

  /** The whole device begins at its Broker. */
  private Optional<String> trigger(RoleId role) {
    return DEVICE.contains(role) && !peers.containsKey(RoleId.PLATFORM)
        ? serve.served().stream()
            .filter(each -> each.role() == RoleId.TEEP_BROKER)
            .findFirst()
            .flatMap(Serve.Served::trigger)
        : Optional.empty();
  }

  private void field(String name, String value) {
    text.append("  ").append(name).append(": \"").append(value).append("\"\n");
  }

  private static String pem(Bytes spki) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(spki.toArray())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
