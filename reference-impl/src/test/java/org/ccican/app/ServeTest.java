package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
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
    assertThatIllegalArgumentException().isThrownBy(() -> serve(List.of(RoleId.MIDDLEWARE), 0));
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

  private static int port(Serve.Served served) {
    return URI.create(served.url()).getPort();
  }
}
