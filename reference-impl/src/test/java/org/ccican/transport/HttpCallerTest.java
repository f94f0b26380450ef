package org.ccican.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.ccican.role.Answer;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.role.Turn;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallerTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String OK = "HTTP/1.1 200 OK\r\ncontent-type: a/b\r\n";

  private final HttpClient client = HttpCaller.client();

  @Test
  void takesAnAnswerWithItsHeaders() throws IOException {
    try (RawPeer.Server server = new RawPeer.Server(OK + "Content-Length: 2\r\n\r\nok")) {
      HttpCaller.Posted posted = post(server, LONG);

      assertThat(posted.failure()).isEmpty();
      assertThat(posted.reply().status()).isEqualTo(200);
      assertThat(posted.reply().mediaType()).isEqualTo("a/b");
      assertThat(posted.reply().headers()).containsEntry("content-length", "2");
      assertThat(posted.reply().body()).isEqualTo(Bytes.utf8("ok"));
      assertThat(posted.channel()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        OK + "Content-Length: 5\r\n\r\n",
        OK + "Content-Length: 5\r\n\r\nfour",
        OK + "Transfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n",
        OK + "\r\nno length"
      })
  void givesUpAnAnswerThatDoesNotEnd(String said) throws IOException {
    try (RawPeer.Server server = new RawPeer.Server(said)) {
      HttpCaller.Posted posted = post(server, SHORT);

      assertThat(posted.reply().status()).isZero();
      assertThat(posted.reply().body()).isEqualTo(Bytes.EMPTY);
      assertThat(posted.failure()).contains("200 ms");
      assertThat(server.heard()).as("heard until the connection was given up").isEmpty();
    }
  }

  @Test
  void takesNoMoreThanItsBound() throws IOException {
    String tooMuch = "x".repeat(HttpListener.MAX_BODY + 1);
    String chunk = Integer.toHexString(tooMuch.length());
    for (String head :
        new String[] {
          "Content-Length: " + tooMuch.length() + "\r\n\r\n",
          "Transfer-Encoding: chunked\r\n\r\n" + chunk + "\r\n",
          "\r\n"
        }) {
      try (RawPeer.Server server = new RawPeer.Server(OK + head + tooMuch)) {
        HttpCaller.Posted posted = post(server, LONG);

        assertThat(posted.reply().status()).isZero();
        assertThat(posted.failure()).contains("more than 16777216 octets");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) throws IOException {
    try (RawPeer.Server elsewhere = new RawPeer.Server(OK + "Content-Length: 0\r\n\r\n");
        RawPeer.Server server =
            new RawPeer.Server(
                "HTTP/1.1 %d Elsewhere\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                    .formatted(status, elsewhere.uri()))) {
      HttpCaller.Posted posted = post(server, LONG);

      assertThat(posted.reply().status()).isEqualTo(status);
      assertThat(posted.reply().headers()).containsEntry("location", elsewhere.uri());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no HTTP at all\r\n\r\n", "HTTP/1.1 x OK\r\n\r\n", "\r\n\r\n"})
  void saysThatAnAnswerIsNoHttp(String said) throws IOException {
    try (RawPeer.Server server = new RawPeer.Server(said)) {
      HttpCaller.Posted posted = post(server, LONG);

      assertThat(posted.reply().status()).isZero();
      assertThat(posted.failure()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no uri", "teep", "ftp://127.0.0.1/", "http://", "http://[/"})
  void saysThatAnAddressIsNone(String uri) {
    HttpCaller.Posted posted = caller(LONG).send("POST", uri, Map.of(), Bytes.EMPTY);

    assertThat(posted.reply().status()).isZero();
    assertThat(posted.failure()).isNotEmpty();
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    String uri;
    try (RawPeer.Server server = new RawPeer.Server("")) {
      uri = server.uri();
    }

    assertThat(caller(LONG).send("POST", uri, Map.of(), Bytes.EMPTY).reply().status()).isZero();
  }

  @Test
  void carriesAQuestionToTheUsualPlaceOrToAnAddress() throws IOException {
    try (RawPeer.Server server = new RawPeer.Server(OK + "Content-Length: 1\r\n\r\n!")) {
      HttpCaller caller = new HttpCaller(client, role -> server.uri() + role.id(), LONG);
      Message message = new Message("requests", "7", Message.CCICAN, Bytes.utf8("?"));
      Turn.Ask ask = new Turn.Ask(RoleId.MOC, "", message, answer -> Turn.nothing());

      assertThat(caller.call(RoleId.APPLICATION_OWNER, ask))
          .isEqualTo(new Answer(200, "a/b", Bytes.utf8("!"), Optional.empty()));
    }
  }

  private HttpCaller.Posted post(RawPeer.Server server, Duration timeout) {
    return caller(timeout).send("POST", server.uri(), Map.of(), Bytes.EMPTY);
  }

  private HttpCaller caller(Duration timeout) {
    return new HttpCaller(client, role -> "", timeout);
  }
}
