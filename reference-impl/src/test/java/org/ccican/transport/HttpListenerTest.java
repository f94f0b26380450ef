package org.ccican.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final List<HttpCall> calls = new ArrayList<>();
  private HttpListener listener;

  @BeforeEach
  void open() throws IOException {
    listener = HttpListener.open(RoleId.TAM, 0, this::counted, Duration.ofMillis(200));
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

  @ParameterizedTest
  @ValueSource(strings = {"P", "POST /one/teep HT", HEAD, HEAD + "X: ", HEAD + "X: y\r\n"})
  void hangsUpOnAHeaderThatDoesNotEnd(String said) throws IOException {
    try (Socket socket = RawPeer.connect(listener.port())) {
      RawPeer.say(socket, said);

      assertThat(RawPeer.hear(socket)).doesNotContain("200 OK");
    }
    assertThat(calls).isEmpty();
    assertThat(exchange(HEAD + "Connection: close\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  /** Always in time for the next octet, and never at an end. */
  @ParameterizedTest
  @ValueSource(strings = {"", HEAD, HEAD + "Content-Length: 10000000\r\n\r\n"})
  void hangsUpOnWhoeverSendsOctetByOctet(String said) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    int octets = 0;
    try (Socket socket = RawPeer.connect(listener.port())) {
      RawPeer.say(socket, said);
      while (octets < 100_000) {
        RawPeer.say(socket, "x");
        octets++;
        assertThat(never.await(5, TimeUnit.MILLISECONDS)).isFalse();
      }
    } catch (IOException closed) {
      assertThat(octets).isPositive();
    }
    assertThat(octets).isLessThan(100_000);
    assertThat(calls).isEmpty();
  }

  /** One line without an end, or lines without an end. */
  @ParameterizedTest
  @ValueSource(strings = {"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", "X: y\r\n"})
  void hangsUpOnAnEndlessHeader(String more) throws IOException {
    long most = 256L << 20;
    long octets = 0;
    String chunk = more.repeat(4000);
    try (Socket socket = RawPeer.connect(listener.port())) {
      RawPeer.say(socket, HEAD + "X: ");
      while (octets < most) {
        RawPeer.say(socket, chunk);
        octets += chunk.length();
      }
    } catch (IOException closed) {
      assertThat(octets).isNotNegative();
    }
    assertThat(octets).isLessThan(most);
    assertThat(calls).isEmpty();
    assertThat(exchange(HEAD + "Connection: close\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  /** Two readers would find two ends of the body; what follows is no request of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 4",
        "Content-Length: 4\r\nContent-Length: 60",
        "Content-Length: 0\r\nContent-Length: 0",
        "Content-Length: +0",
        "Content-Length: 0x0",
        "Content-Length: 0, 0",
      })
  void answersNoRequestThatTwoReadersUnderstandDifferently(String headers) throws IOException {
    String second = "POST /one/smuggled HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    try (Socket socket = RawPeer.connect(listener.port())) {
      RawPeer.say(socket, HEAD + headers + "\r\n\r\n0\r\n\r\n" + second);

      assertThat(RawPeer.hear(socket)).doesNotContain("HTTP/1.1 200 ");
    }
    assertThat(calls).isEmpty();
  }

  /** More than there is room for are left; there is room again when they have had their time. */
  @Test
  void isThereAgainAfterThousandsOfConnections() throws IOException {
    List<Socket> many = new ArrayList<>();
    try {
      for (int number = 0; number < 2000; number++) {
        Socket socket = RawPeer.connect(listener.port());
        many.add(socket);
        if (number % 2 == 0) {
          RawPeer.say(socket, HEAD);
        }
      }
      for (int number = 0; number < many.size(); number += 2) {
        assertThat(RawPeer.hear(many.get(number))).doesNotContain("200 OK");
      }
      assertThat(most.get()).isBetween(1, RequestWatch.MOST);
      assertThat(exchange(HEAD + "Connection: close\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    } finally {
      for (Socket socket : many) {
        socket.close();
      }
    }
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

  private void counted(Runnable task) {
    executor.execute(
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          try {
            task.run();
          } finally {
            running.decrementAndGet();
          }
        });
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
