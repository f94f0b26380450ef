package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ccican.app.Serve;
import org.ccican.app.Stack;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles elsewhere that ask our roles of their own accord, at the address of the recipe. */
class ForeignPeersTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MOC         | TAM TEEP_BROKER | @role-moc         | url",
        "MOC         | TAM TEEP_BROKER | @id-ARCH-17.1 or @id-PROV-01.2 | trigger",
        "TEEP_BROKER | PLATFORM        | @role-teep-broker | url"
      })
  void passes(RoleId role, String peers, String tags, String way) throws IOException {
    assertThat(judged(role, peers, tags, way, Checks.unbroken())).containsOnlyKeys("passed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MOC         | TAM TEEP_BROKER | @role-moc and not @negative | moc.placement.first",
        "TEEP_BROKER | PLATFORM        | @req-ARCH-12                | broker.relay.unchanged"
      })
  void failsWhereItIsBroken(RoleId role, String peers, String tags, String fault)
      throws IOException {
    Checks broken = new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow());

    assertThat(judged(role, peers, tags, "url", broken))
        .containsKey("failed")
        .doesNotContainKeys("suite-error", "inconclusive");
  }

  @Test
  void blamesTheRecipeForAPortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Serve serve = serve(RoleId.MOC, Map.of(), Checks.unbroken())) {
      write(serve, "url", taken.getLocalPort());

      Commands.Ended ended = run("@role-moc");

      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err()).contains("listen: port " + taken.getLocalPort());
    }
  }

  private Map<String, TreeSet<String>> judged(
      RoleId role, String peers, String tags, String way, Checks checks) throws IOException {
    int port = free();
    Map<RoleId, Serve.Peer> known =
        List.of(peers.split(" ")).stream()
            .map(RoleId::valueOf)
            .collect(
                Collectors.toMap(
                    peer -> peer,
                    peer ->
                        new Serve.Peer(
                            "http://127.0.0.1:" + port + "/" + peer.id(), Optional.empty())));
    try (Serve serve = serve(role, known, checks)) {
      write(serve, way, port);
      Commands.Ended ended = run(tags);
      assertThat(ended.exit()).as(ended.out() + ended.err()).isLessThan(2);
      return Commands.byOutcome(Commands.report(folder), "scenarios");
    }
  }

  private void write(Serve serve, String way, int port) throws IOException {
    Serve.Served served = serve.served().get(0);
    String place =
        way.equals("url")
            ? "url: '" + served.url() + "'"
            : "trigger: {url: '" + served.trigger().orElseThrow() + "'}";
    Files.writeString(
        folder.resolve("sut.yaml"),
        "listen: 127.0.0.1:" + port + "\n" + served.role().id() + ": {" + place + "}\n");
  }

  private Commands.Ended run(String tags) {
    return Commands.judged(folder.resolve("sut.yaml"), tags, folder);
  }

  private static Serve serve(RoleId role, Map<RoleId, Serve.Peer> peers, Checks checks)
      throws IOException {
    return new Serve(
        List.of(role),
        0,
        Bytes.of(0),
        InstantSource.system(),
        checks,
        Stack.Teep.standard(),
        Endpoint.Interceptor.none(),
        peers);
  }

  /** A port that nobody has at the moment. */
  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
