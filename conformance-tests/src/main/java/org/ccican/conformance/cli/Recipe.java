package org.ccican.conformance.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ccican.app.Serve;
import org.ccican.conformance.specimen.DeviceFacts;
import org.ccican.conformance.sut.Way;
import org.ccican.conformance.sut.Ways;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.cose.CoseKey;
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

  /** Those of every device of the reference. */
  private static final DeviceFacts DEVICE_FACTS = DeviceFacts.ofReference();

  private final Serve serve;
  private final WireRevision revision;
  private final Map<RoleId, Serve.Peer> peers;
  private final Optional<String> clock;
  private final List<String> wanted;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param clock where the roles' time is moved
   * @param wanted ids of ways, each to a role that has several
   */
  Recipe(
      Serve serve,
      WireRevision revision,
      Map<RoleId, Serve.Peer> peers,
      Optional<String> clock,
      List<String> wanted) {
    this.serve = serve;
    this.revision = revision;
    this.peers = peers;
    this.clock = clock;
    this.wanted = wanted;
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

  private void role(Serve.Served role, Path folder) throws IOException, CommandFailed {
    String id = role.role().id();
    Map<String, String> places = places(role);
    Way way = way(role.role(), places);
    text.append(id).append(":\n  ").append(way.id()).append(": ");
    text.append(places.get(way.id())).append("\n");
    if (way.fields().contains("key") && role.key().isPresent()) {
      Files.writeString(folder.resolve(id + ".pem"), pem(role.key().get().publicKey().toSpki()));
      text.append("  key: ").append(id).append(".pem\n");
    }
    Optional<CoseKey> encryption =
        role.role() == RoleId.TEEP_AGENT ? Optional.of(DEVICE_FACTS.key()) : role.encryption();
    if (encryption.isPresent()) {
      Files.writeString(folder.resolve(id + "-encryption.pem"), pem(encryption.get().toSpki()));
      text.append("  encryption-key: ").append(id).append("-encryption.pem\n");
    }
    if (role.role() == RoleId.TEEP_AGENT) {
      text.append("  vendor-id: ").append(uuid(DEVICE_FACTS.vendorId())).append("\n");
      text.append("  class-id: ").append(uuid(DEVICE_FACTS.classId())).append("\n");
      text.append("  device-id: ").append(uuid(DEVICE_FACTS.deviceId())).append("\n");
    }
    uris(role, way);
    if (role.role() == RoleId.APPLICATION_OWNER) {
      content("application", serve.plan().application(), folder);
      content("data", serve.plan().data(), folder);
      if (way.fields().contains("user-application")) {
        content("user-application", serve.plan().packages().userApplication(), folder);
      }
    }
    if (way.fields().contains("clock")) {
      clock.ifPresent(url -> text.append("  clock: ").append(quoted(url)).append("\n"));
    }
  }

  private void uris(Serve.Served role, Way way) {
    if (role.role() == RoleId.TAM) {
      text.append("  revision: ").append(revision.id()).append("\n");
    }
    Map<String, String> uris =
        way.id().equals("veraison") ? Map.of("provisioning", serve.veraison()) : role.uris();
    if (!uris.isEmpty()) {
      text.append("  uris:\n");
      uris.forEach(
          (name, uri) ->
              text.append("    ").append(name).append(": ").append(quoted(uri)).append("\n"));
    }
  }

  /** What stands in the field of each way to a role, the usual one first. */
  private Map<String, String> places(Serve.Served role) {
    Map<String, String> places = new LinkedHashMap<>();
    Optional<String> device = device(role.role());
    device.ifPresent(trigger -> places.put("trigger", trigger(trigger)));
    if (device.isEmpty() && role.role() == RoleId.ATTESTING_ENVIRONMENT) {
      places.put("url", quoted(serve.evidence()));
    } else {
      places.put("url", quoted(role.url()));
    }
    role.trigger().ifPresent(trigger -> places.putIfAbsent("trigger", trigger(trigger)));
    if (role.role() == RoleId.VERIFIER) {
      places.put("veraison", quoted(serve.veraison()));
    }
    return places;
  }

  private Way way(RoleId role, Map<String, String> places) throws CommandFailed {
    List<String> ids =
        places.keySet().stream().filter(id -> Ways.find(id, role).isPresent()).toList();
    return ids.stream()
        .filter(wanted::contains)
        .findFirst()
        .or(() -> ids.stream().findFirst())
        .flatMap(id -> Ways.find(id, role))
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.CONFIGURATION,
                    "--sut-out: there is no way to a "
                        + role.id()
                        + " alone; serve "
                        + DEVICE.stream().map(RoleId::id).sorted().collect(Collectors.joining(" "))
                        + " together"));
  }

  /** The whole device begins at its Broker. */
  private Optional<String> device(RoleId role) {
    return DEVICE.contains(role) && !peers.containsKey(RoleId.PLATFORM)
        ? serve.served().stream()
            .filter(each -> each.role() == RoleId.TEEP_BROKER)
            .findFirst()
            .flatMap(Serve.Served::trigger)
        : Optional.empty();
  }

  private void content(String name, Bytes octets, Path folder) throws IOException {
    Files.write(folder.resolve(name + ".bin"), octets.toArray());
    text.append("  ").append(name).append(": ").append(name).append(".bin\n");
  }

  /**
   * @param octets 16 of them
   */
  private static String uuid(Bytes octets) {
    return octets.toHex().replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  private static String trigger(String url) {
    return "{url: " + quoted(url) + "}";
  }

  private static String quoted(String url) {
    return "\"" + url + "\"";
  }

  private static String pem(Bytes spki) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(spki.toArray())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
