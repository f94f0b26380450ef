package org.ccican.conformance.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.transport.AllowedHosts;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services that speak the API in either of its dialects, and some that do not. */
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VeraisonClientTest {

  private static final Bytes NONCE = Bytes.hex("fbefbe" + "00".repeat(61));
  private static final String WELL_KNOWN = "/.well-known/veraison/verification";

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;

  /** What a service does with one request; {@code BASE} stands for its own address. */
  @FunctionalInterface
  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    on(
        WELL_KNOWN,
        each ->
            reply(
                each,
                200,
                "{\"media-types\":[\"a/b\"],\"api-endpoints\":"
                    + "{\"newChallengeResponseSession\":\"/begin\"}}"));
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    executor.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // where the session is | what its progress is called | statuses, one after the other
        "/sessions/1     | status | 200",
        "sessions/1      | status | 200",
        "BASE/sessions/1 | state  | 200",
        "/sessions/1     | status | 202 200",
        "BASE/sessions/1 | state  | 202 202 200",
        "/sessions/1     | state  | 200:waiting 200:processing 200",
      })
  void takesEitherDialect(String place, String progress, String statuses) throws Exception {
    String[] answers = statuses.split(" ");
    session(place, padded());
    on(
        "/sessions/1",
        each -> {
          String[] answer =
              answers[Math.min(asked.getAndIncrement(), answers.length - 1)].split(":");
          boolean done = answer.length == 1 && answer[0].equals("200");
          reply(
              each,
              Integer.parseInt(answer[0]),
              done
                  ? "{\"" + progress + "\":\"complete\",\"result\":\"a.b.c\"}"
                  : "{\""
                      + progress
                      + "\":\""
                      + (answer.length > 1 ? answer[1] : "waiting")
                      + "\"}");
        });

    assertThat(appraised()).isEqualTo(Bytes.utf8("a.b.c"));
    assertThat(asked).hasValue(answers.length);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void takesItsNonceBackInAnyBase64(boolean url, boolean padding) throws Exception {
    Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
    session(
        "/sessions/1",
        (padding ? encoder : encoder.withoutPadding()).encodeToString(NONCE.toArray()));
    on("/sessions/1", each -> reply(each, 200, "{\"status\":\"complete\",\"result\":\"t\"}"));

    assertThat(appraised()).isEqualTo(Bytes.utf8("t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://attacker.example/sessions/1  | a place that is not asked",
        "//attacker.example/sessions/1       | a place that is not asked",
        "file:///etc/passwd                  | a place that is not asked",
        "http://a b                          | no URI",
      })
  void followsNoPlaceElsewhere(String place, String words) {
    session(place, padded());
    on("/sessions/1", each -> reply(each, 200, "{\"status\":\"complete\",\"result\":\"t\"}"));

    assertThatThrownBy(this::appraised)
        .isInstanceOf(VeraisonClient.Otherwise.class)
        .hasMessageContaining(words);
    assertThat(asked).hasValue(0);
  }

  /** What a session with evidence is answered with. */
  private enum Bad {
    REDIRECT("status 302"),
    WEB_PAGE("no JSON"),
    OTHER_STATUS("status 500"),
    NO_OBJECT("no object"),
    NO_RESULT("without result"),
    NEVER_DONE("no result in time"),
    ENDLESS("more than 1048576 octets"),
    DRIP("no whole answer within"),
    CLOSED("closed");

    private final String words;

    Bad(String words) {
      this.words = words;
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.EnumSource(Bad.class)
  void endsWhateverTheServiceDoes(Bad bad) {
    session("/sessions/1", padded());
    on("/sessions/1", each -> misbehave(bad, each));

    assertThatThrownBy(this::appraised)
        .isInstanceOf(VeraisonClient.Otherwise.class)
        .hasMessageContaining(bad.words);
  }

  private void misbehave(Bad bad, HttpExchange each) throws IOException {
    switch (bad) {
      case REDIRECT -> {
        asked.incrementAndGet();
        each.getResponseHeaders().set("location", "/sessions/1");
        reply(each, 302, "");
      }
      case WEB_PAGE -> reply(each, 200, "<p>It works!");
      case OTHER_STATUS -> reply(each, 500, "{}");
      case NO_OBJECT -> reply(each, 200, "[]");
      case NO_RESULT -> reply(each, 200, "{\"status\":\"complete\"}");
      case NEVER_DONE -> reply(each, 202, "{\"status\":\"processing\"}");
      case ENDLESS -> {
        each.sendResponseHeaders(200, 10L << 30);
        byte[] portion = new byte[1 << 16];
        try (OutputStream out = each.getResponseBody()) {
          for (long sent = 0; sent < 10L << 30; sent += portion.length) {
            out.write(portion);
          }
        }
      }
      case DRIP -> {
        each.sendResponseHeaders(200, 1000);
        try (OutputStream out = each.getResponseBody()) {
          while (!over.await(50, TimeUnit.MILLISECONDS)) {
            out.write(' ');
            out.flush();
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      case CLOSED -> each.close();
    }
  }

  private static String padded() {
    return Base64.getUrlEncoder().encodeToString(NONCE.toArray());
  }

  private void session(String place, String nonce) {
    on(
        "/begin",
        each -> {
          each.getResponseHeaders().set("location", place.replace("BASE", base()));
          reply(
              each,
              201,
              "{\"nonce\":\"" + nonce + "\",\"status\":\"waiting\",\"accept\":[\"a/b\"]}");
        });
  }

  private Bytes appraised() throws VeraisonClient.Otherwise {
    VeraisonClient client =
        new VeraisonClient(
            new TargetConnection(role(), InstantSource.system()),
            AllowedHosts.nobody().and("127.0.0.1"));
    VeraisonClient.Service service =
        client.discover(URI.create(base()), "verification", "newChallengeResponseSession");
    VeraisonClient.Session session = client.begin(service, "SNP-01.1", NONCE);
    return client.submit(session, "SNP-01.1", "a/b", Bytes.of(1));
  }

  private SutRole role() {
    return new SutRole(
        RoleId.VERIFIER,
        "veraison",
        new Reach.Http(URI.create(base()), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        WireRevision.TEEP_26,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SutFacts.none(),
        new SutLimits(Duration.ofSeconds(5), Duration.ofSeconds(1), 1 << 20));
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void on(String path, Handler handler) {
    server.createContext(path, handler::handle);
  }

  private static void reply(HttpExchange each, int status, String body) throws IOException {
    try (each) {
      byte[] octets = body.getBytes(StandardCharsets.UTF_8);
      each.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
      each.getResponseBody().write(octets);
    }
  }
}
