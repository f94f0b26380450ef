package org.ccican.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpListenerTest {

  private static final String HEAD = "POST /one/teep HTTP/1.1\r\nHost: x\r\n";

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final List<HttpCall> calls = new ArrayList<>();
  private HttpListener listener;

  @BeforeEach
  void open() throws IOException {
    listener = HttpListener.open(RoleId.TAM, 0, executor, Duration.ofMillis(200));
    listener.mount("one", this::remember);
  }

  @AfterEach
  void close() {
    listener.close();
    executor.shutdownNow();
  }

  @Test
  void handsOverWhatItReceived() throws IOException {
    String heard =
        exchange(
            "POST /one/teep/item%20/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "CCICAN-From: moc\r\nContent-Type: a/b\r\nContent-Length: 2\r\n\r\nhi");

    assertThat(heard).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nhello");
    HttpCall call = calls.get(0);
    assertThat(call.from()).contains(RoleId.MOC);
    assertThat(call.to()).isEqualTo(RoleId.TAM);
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.resource()).isEqualTo("teep");
    assertThat(call.item()).isEqualTo("item /x");
    assertThat(call.mediaType()).isEqualTo("a/b");
    assertThat(call.body()).isEqualTo(Bytes.utf8("hi"));
    assertThat(call.channel()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/", "/one", "/two/teep", "/two", "//teep", "/ONE/teep"})
  void knowsNoOtherInstance(String path) throws IOException {
    String heard = exchange("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(heard).startsWith("HTTP/1.1 404 ");
    assertThat(calls).isEmpty();
  }

  @Test
  void forgetsAnInstanceThatIsUnmounted() throws IOException {
    listener.unmount("one");

    assertThat(exchange(HEAD + "Connection: close\r\n\r\n")).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "GARBAGE\r\n\r\n",
        "POST /one/teep\r\n\r\n",
        "POST  HTTP/1.1\r\n\r\n",
        "POST /one/teep HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST /one/teep HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        "POST /one/teep HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST /%zz/teep HTTP/1.1\r\n\r\n",
        "POST mailto:x HTTP/1.1\r\nConnection: close\r\n\r\n",
        "POST /one/teep HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /one/teep HTTP/1.1\r\nTransfer-Encoding: rot13\r\n\r\n"
      })
  void survivesWhatIsNoHttp(String said) throws IOException {
    try (Socket socket = RawPeer.connect(listener.port())) {
      RawPeer.say(socket, said);
      socket.shutdownOutput();
      assertThat(RawPeer.hear(socket)).doesNotContain("200 OK");
    }

    assertThat(calls).isEmpty();
    assertThat(exchange(HEAD + "Connection: close\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(longs = {(1L << 25) + 1, 1L << 40})
  void refusesABodyThatIsAnnouncedFarTooLargeWithoutReadingIt(long size) throws IOException {
    try (Socket socket = RawPeer.connect(listener.port())) {
      RawPeer.say(socket, HEAD + "Content-Length: " + size + "\r\n\r\n");

      assertThat(RawPeer.line(socket)).startsWith("HTTP/1.1 413 ");
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void refusesABodyThatTurnsOutTooLarge() throws IOException {
    int size = HttpListener.MAX_BODY + 1;
    HttpListener patient = HttpListener.open(RoleId.TAM, 0, executor);
    patient.mount("one", this::remember);
    try (Socket socket = RawPeer.connect(patient.port())) {
      RawPeer.say(socket, HEAD + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(size));
      RawPeer.say(socket, "\r\n" + "x".repeat(size) + "\r\n0\r\n\r\n");

      assertThat(RawPeer.line(socket)).startsWith("HTTP/1.1 413 ");
    } finally {
      patient.close();
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void takesABodyOfExactlyItsBound() throws IOException {
    HttpListener patient = HttpListener.open(RoleId.TAM, 0, executor);
    patient.mount("one", this::remember);
    try (Socket socket = RawPeer.connect(patient.port())) {
      RawPeer.say(socket, HEAD + "Content-Length: " + HttpListener.MAX_BODY + "\r\n\r\n");
      RawPeer.say(socket, "x".repeat(HttpListener.MAX_BODY));

      assertThat(RawPeer.line(socket)).startsWith("HTTP/1.1 200 ");
    } finally {
      patient.close();
    }
    assertThat(calls.get(0).body().size()).isEqualTo(HttpListener.MAX_BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 10\r\n\r\n",
        "Content-Length: 10\r\n\r\nnine octe",
        "Transfer-Encoding: chunked\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nabc"
      })
  void hangsUpOnABodyThatDoesNotEnd(String said) throws IOException {
    try (Socket socket = RawPeer.connect(listener.port())) {
      RawPeer.say(socket, HEAD + said);

      assertThat(RawPeer.hear(socket)).doesNotContain("200 OK");
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void answersOthersWhileSomebodyDrips() throws IOException {
    HttpListener patient = HttpListener.open(RoleId.TAM, 0, executor);
    patient.mount("one", this::remember);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int number = 0; number < 20; number++) {
        Socket socket = RawPeer.connect(patient.port());
        slow.add(socket);
        RawPeer.say(socket, number % 2 == 0 ? "POS" : HEAD + "Content-Length: 10\r\n\r\nx");
      }
      try (Socket socket = RawPeer.connect(patient.port())) {
        RawPeer.say(socket, HEAD + "Connection: close\r\n\r\n");

        assertThat(RawPeer.hear(socket)).startsWith("HTTP/1.1 200 ");
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
      patient.close();
    }
  }

  @Test
  void knowsTheRoleOnlyOfACallerThatSays() throws IOException {
    exchange(HEAD + "Connection: close\r\n\r\n");
    exchange(HEAD + "ccican-from: nobody\r\nConnection: close\r\n\r\n");

    assertThat(calls).extracting(HttpCall::from).containsOnly(Optional.empty());
  }

  @Test
  void callsNoAnswerAtAllABadGateway() throws IOException {
    listener.mount("one", call -> HttpReply.empty(0));

    assertThat(exchange(HEAD + "Connection: close\r\n\r\n")).startsWith("HTTP/1.1 502 ");
  }

  @Test
  void putsAnInterceptorInFront() throws IOException {
    Endpoint.Interceptor swapping = (call, next) -> next.handle(call.withBody(Bytes.utf8("other")));
    listener.mount("one", ((Endpoint) this::remember).behind(swapping));
    exchange(HEAD + "Connection: close\r\nContent-Length: 2\r\n\r\nhi");

    assertThat(calls.get(0).body()).isEqualTo(Bytes.utf8("other"));
  }

  private String exchange(String said) throws IOException {
    try (Socket socket = RawPeer.connect(listener.port())) {
      RawPeer.say(socket, said);
      return RawPeer.hear(socket);
    }
  }

  private synchronized HttpReply remember(HttpCall call) {
    calls.add(call);
    return new HttpReply(200, Map.of("content-type", "a/b"), Bytes.utf8("hello"));
  }
}
