package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ccican.app.Serve;
import org.ccican.app.Stack;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked adapter that forwards, in front of roles of the reference: right ones and broken. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForwardingAdapterTest {

  private static final int FIRST_PORT = 20_000;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TAM                   | @role-tam and (@req-TEEP-08 or @req-TOH-05)",
        "MOC                   | @role-moc",
        "MIDDLEWARE_REPOSITORY | @role-middleware-repository",
        "TEEP_BROKER           | @role-teep-broker and (@req-TOH-02 or @req-ARCH-12)",
        "TEEP_AGENT            | @role-teep-agent and (@id-ARCH-10.1 or @req-PROV-06 or"
            + " @req-TEEP-33)"
      })
  void passes(RoleId role, String tags) throws IOException {
    Map<String, TreeSet<String>> outcomes = judged(role, tags, Checks.unbroken());

    assertThat(outcomes.keySet()).as("%s", outcomes).isSubsetOf("passed", "inapplicable");
    assertThat(outcomes.get("passed")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TAM                   | @req-TOH-05                         | tam.http.no-content",
        "MOC                   | @role-moc and not @negative         | moc.placement.first",
        "MIDDLEWARE_REPOSITORY | @role-middleware-repository         | repository.match.hardware",
        "TEEP_BROKER           | @role-teep-broker and @req-ARCH-12  | broker.relay.unchanged",
        "TEEP_AGENT            | @id-TEEP-111.1                      | agent.success.token"
      })
  void failsWhereItIsBroken(RoleId role, String tags, String fault) throws IOException {
    Checks broken = new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow());

    assertThat(judged(role, tags, broken))
        .containsKey("failed")
        .doesNotContainKeys("suite-error", "inconclusive");
  }

  private Map<String, TreeSet<String>> judged(RoleId role, String tags, Checks checks)
      throws IOException {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "python3"))),
        "there is no python3 on this machine: its adapter is not tried");
    int port = free();
    try (Serve serve = serve(role, port, checks)) {
      Serve.Served served = serve.served().get(0);
      String url =
          switch (role) {
            case TAM -> served.url().substring(0, served.url().length() - "/teep".length());
            case TEEP_AGENT -> served.trigger().orElseThrow();
            default -> served.url();
          };
      String recipe =
          role.id()
              + ":\n  adapter: [python3, "
              + adapter()
              + ", '"
              + url
              + "', '"
              + port
              + "']\n  timeouts: {response: 20 s}\n";
      if (role == RoleId.TEEP_AGENT) {
        recipe += "  " + ServedRecipe.device().replace(", ", "\n  ") + "\n";
      }
      if (role == RoleId.TAM) {
        Files.writeString(folder.resolve("key.pem"), pem(served));
        recipe += "  key: key.pem\n";
      }
      Files.writeString(folder.resolve("sut.yaml"), recipe);
      Commands.Ended ended = Commands.judged(folder.resolve("sut.yaml"), tags, folder);
      assertThat(ended.exit()).as(ended.out() + ended.err()).isLessThan(2);
      return Commands.byOutcome(Commands.report(folder), "scenarios");
    }
  }

  /** The role elsewhere; whom it asks of its own accord, it asks at the adapter. */
  private static Serve serve(RoleId role, int port, Checks checks) throws IOException {
    Map<RoleId, Serve.Peer> peers = new TreeMap<>();
    List<RoleId> asked =
        switch (role) {
          case MOC -> List.of(RoleId.TAM, RoleId.TEEP_BROKER);
          case TEEP_BROKER -> List.of(RoleId.PLATFORM);
          default -> List.of();
        };
    for (RoleId each : asked) {
      String url = "http://127.0.0.1:" + port + "/" + each.id();
      peers.put(each, new Serve.Peer(url, Optional.empty()));
    }
    List<RoleId> roles =
        role == RoleId.TEEP_AGENT
            ? List.of(RoleId.TEEP_BROKER, RoleId.PLATFORM, RoleId.TEEP_AGENT)
            : List.of(role);
    return new Serve(
        roles,
        0,
        Bytes.of(0),
        InstantSource.system(),
        checks,
        Stack.Teep.standard(),
        Endpoint.Interceptor.none(),
        peers);
  }

  private static String pem(Serve.Served served) {
    Bytes spki = served.key().orElseThrow().publicKey().toSpki();
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(spki.toArray())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static Path adapter() {
    return Path.of(System.getProperty("ccican.root", ".."))
        .toAbsolutePath()
        .resolve("adapters/forward.py");
  }

  /** A port that nobody has, and that is given to nobody who asks for any. */
  private static int free() throws IOException {
    int port = FIRST_PORT + (int) (ProcessHandle.current().pid() % 4000) * 2;
    while (true) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        port++;
      }
    }
  }
}
