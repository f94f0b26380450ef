package org.ccican.conformance.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ccican.app.MovableClock;
import org.ccican.app.Serve;
import org.ccican.app.Stack;
import org.ccican.check.Checks;
import org.ccican.conformance.specimen.DeviceFacts;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.transport.Endpoint;
import org.ccican.wire.Bytes;

/** Roles of the reference that are served with a clock, and the recipe that serving writes. */
final class ServedRecipe implements AutoCloseable {

  private final Serve serve;
  private final Path folder;
  private final Path recipe;

  /**
   * @param peers roles that the served ones ask, and that the suite plays
   * @param ways by which they are reached, where there are several
   */
  ServedRecipe(
      Path folder, List<RoleId> roles, List<RoleId> peers, List<String> ways, Checks checks)
      throws IOException, CommandFailed {
    this.folder = folder;
    this.recipe = folder.resolve("sut.yaml");
    int port = free();
    Map<RoleId, Serve.Peer> known =
        peers.stream()
            .collect(
                Collectors.toMap(
                    peer -> peer,
                    peer ->
                        new Serve.Peer(
                            "http://127.0.0.1:" + port + "/" + peer.id(), Optional.empty())));
    MovableClock clock = new MovableClock(InstantSource.system());
    this.serve =
        new Serve(
            roles,
            0,
            Bytes.of(0),
            clock,
            checks,
            Stack.Teep.standard(),
            Endpoint.Interceptor.none(),
            known);
    new Recipe(serve, WireRevision.TEEP_26, known, Optional.of(serve.movable(clock)), ways)
        .write(recipe);
  }

  /** What a recipe says of a device of the reference, as fields of a flow mapping. */
  static String device() {
    DeviceFacts facts = DeviceFacts.ofReference();
    return "vendor-id: %s, class-id: %s, device-id: %s"
        .formatted(uuid(facts.vendorId()), uuid(facts.classId()), uuid(facts.deviceId()));
  }

  private static String uuid(Bytes octets) {
    return octets.toHex().replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-");
  }

  Path recipe() {
    return recipe;
  }

  Commands.Ended run(String tags, String... more) {
    return Commands.run(
        words(List.of("run", "--quiet", "--tags", tags, "--out", folder.toString()), more));
  }

  /** Ids of scenarios by outcome: of the run that was last. */
  Map<String, TreeSet<String>> outcomes() throws IOException {
    return Commands.byOutcome(Commands.report(folder), "scenarios");
  }

  /** Ids of scenarios by what a dry run says: {@code run} or {@code skip}. */
  Map<String, TreeSet<String>> planned(String tags) {
    Map<String, TreeSet<String>> planned = new TreeMap<>();
    Commands.run(words(List.of("run", "--dry-run", "--tags", tags)))
        .out()
        .lines()
        .map(line -> line.split(" +", 3))
        .filter(line -> List.of("run", "skip").contains(line[0]))
        .forEach(line -> planned.computeIfAbsent(line[0], any -> new TreeSet<>()).add(line[1]));
    return planned;
  }

  private String[] words(List<String> first, String... more) {
    List<String> words = new ArrayList<>(first);
    words.addAll(List.of("--sut", recipe.toString()));
    words.addAll(Arrays.asList(more));
    return words.toArray(String[]::new);
  }

  /** A port that nobody has at the moment. */
  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    serve.close();
  }
}
