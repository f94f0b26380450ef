package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.program.Program;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class ServeTest {

  @Test
  void opensAndClosesWithoutTrace() throws IOException {
    int port;
    try (Serve serve = serve(List.of(RoleId.TAM), 0)) {
      port = port(serve.served().get(0));
      assertThat(serve.served().get(0).url())
          .isEqualTo("http://127.0.0.1:" + port + "/reference/teep");
      assertThat(serve.served().get(0).key()).isPresent();
    }
    try (Serve again = serve(List.of(RoleId.TAM), port)) {
      assertThat(port(again.served().get(0))).isEqualTo(port);
    }
  }

  @Test
  void servesEveryRoleThatListens() throws IOException {
    List<RoleId> roles =
        List.of(RoleId.values()).stream().filter(role -> role != RoleId.MIDDLEWARE).toList();
    try (Serve serve = serve(roles, 0)) {
      assertThat(serve.served()).extracting(Serve.Served::role).isEqualTo(roles);
      assertThat(serve.served()).extracting(ServeTest::port).doesNotHaveDuplicates();
      assertThat(serve.served())
          .filteredOn(served -> served.key().isPresent())
          .extracting(Serve.Served::role)
          .containsExactlyInAnyOrder(RoleId.TAM, RoleId.VERIFIER);
    }
  }

  @Test
  void deviceInOneProcessIsProvisionedByATamInAnother() throws IOException {
    try (Serve network = serve(List.of(RoleId.TAM, RoleId.VERIFIER), 0);
        Serve device =
            serve(
                List.of(RoleId.TEEP_BROKER, RoleId.TEEP_AGENT),
                Map.of(RoleId.TAM, network, RoleId.VERIFIER, network))) {
      String trigger = device.served().get(0).trigger().orElseThrow();
      String tam = network.served().get(0).url();

      HttpReply reply = begin(trigger.replace("{tam-uri}", encoded(tam)));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body().toText()).startsWith("https://127.0.0.1:").endsWith("\n");
      assertThat(begin(trigger.replace("{tam-uri}", encoded("http://127.0.0.1:1"))).status())
          .isEqualTo(422);
    }
  }

  @Test
  void ownerInOneProcessIsServedByANetworkInAnother() throws Exception {
    try (Serve network = serve(List.of(RoleId.MOC, RoleId.VERIFIER, RoleId.TEEP_BROKER), 0);
        Serve owner =
            serve(
                List.of(RoleId.APPLICATION_OWNER),
                Map.of(RoleId.MOC, network, RoleId.VERIFIER, network))) {
      HttpReply reply = begin(owner.served().get(0).trigger().orElseThrow());

      assertThat(reply.status()).as(reply.body().toText()).isEqualTo(200);
      assertThat(reply.body())
          .isEqualTo(new Program(owner.plan().application()).run(owner.plan().data()));
    }
  }

  @Test
  void servesMiddlewareThatIsInstalled() throws IOException {
    try (Serve serve = serve(List.of(RoleId.MIDDLEWARE), 0)) {
      assertThat(serve.served().get(0).url()).startsWith("https://127.0.0.1:");
    }
  }

  @Test
  void saysWhyMiddlewareIsNotInstalled() throws IOException {
    try (Serve network = serve(List.of(RoleId.VERIFIER), 0)) {
      String nobody = network.served().get(0).url().replaceFirst("reference$", "nobody");
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  serve(
                      List.of(RoleId.MIDDLEWARE),
                      Map.of(RoleId.VERIFIER, new Serve.Peer(nobody, Optional.empty()))))
          .withMessageContaining("middleware is not installed");
    }
  }

  @Test
  void knowsWhoIsAskedElsewhere() {
    Serve.Peer peer = new Serve.Peer("http://127.0.0.1:1", Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> serve(List.of(RoleId.TAM), Map.of(RoleId.MIDDLEWARE, peer)));
  }

  @Test
  void namesThePortThatIsTakenAndGivesBackTheOthers() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> serve(List.of(RoleId.TAM), taken.getLocalPort()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " for tam");
    }
  }

  @Test
  void namesAPortThatIsNone() {
    assertThatThrownBy(() -> serve(List.of(RoleId.TAM), 65_536))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port 65536 for tam");
  }

  private static Serve serve(List<RoleId> roles, int port) throws IOException {
    return new Serve(roles, port, Bytes.utf8("seed"), () -> TestStack.NOW, Checks.unbroken());
  }

  private static Serve serve(List<RoleId> roles, Map<RoleId, ?> peers) throws IOException {
    Map<RoleId, Serve.Peer> known = new EnumMap<>(RoleId.class);
    peers.forEach(
        (role, at) ->
            known.put(
                role,
                at instanceof Serve serve
                    ? new Serve.Peer(base(serve, role), Optional.empty())
                    : (Serve.Peer) at));
    return new Serve(
        roles,
        0,
        Bytes.utf8("another seed"),
        () -> TestStack.NOW,
        Checks.unbroken(),
        Stack.Teep.standard(),
        Endpoint.Interceptor.none(),
        known);
  }

  private static String base(Serve serve, RoleId role) {
    return serve.served().stream()
        .filter(each -> each.role() == role)
        .findFirst()
        .orElseThrow()
        .url()
        .replaceFirst("/teep$", "");
  }

  private static HttpReply begin(String trigger) {
    String url =
        trigger
            .replace("{case}", "1")
            .replace("{application-type}", "analytics")
            .replace("{hardware-type}", TestStack.HARDWARE);
    return new HttpCaller(HttpCaller.client(), role -> "", Duration.ofSeconds(20))
        .send("POST", url, Map.of(), Bytes.EMPTY)
        .reply();
  }

  private static String encoded(String uri) {
    return URLEncoder.encode(uri, StandardCharsets.UTF_8);
  }

  private static int port(Serve.Served served) {
    return URI.create(served.url()).getPort();
  }
}
