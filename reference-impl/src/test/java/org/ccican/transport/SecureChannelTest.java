package org.ccican.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.role.Answer;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.role.Turn;
import org.ccican.trust.TlsIdentity;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecureChannelTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private final Crypto crypto = new Crypto();
  private final TlsIdentity identity = identity("inside");
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final List<HttpCall> calls = new ArrayList<>();
  private final HttpCaller caller =
      new HttpCaller(HttpCaller.client(), role -> "", Duration.ofSeconds(20));
  private HttpListener listener;

  @BeforeEach
  void open() throws IOException {
    SSLContext context = SecureChannel.server(List.of(identity));
    listener = HttpListener.openTls(RoleId.MIDDLEWARE, context, executor, Checks.unbroken());
    listener.mount("one", this::remember);
  }

  @AfterEach
  void close() {
    listener.close();
    executor.shutdownNow();
  }

  @Test
  void tellsBothEndsTheKeyOfTheServer() {
    HttpCaller.Posted posted =
        caller.send("POST", listener.address("one") + "/data", Map.of(), Bytes.of(1));

    Answer.Channel channel = new Answer.Channel("TLSv1.3", Crypto.sha256(identity.spki()));
    assertThat(posted.reply().status()).isEqualTo(200);
    assertThat(posted.channel()).contains(channel);
    assertThat(calls).hasSize(1);
    assertThat(calls.get(0).channel()).contains(channel);
  }

  @Test
  void sendsNothingToAnotherKeyThanTheOneAskedFor() {
    Bytes key = Crypto.sha256(identity.spki());

    assertThat(ask(Optional.of(key.flip(0, 0))).status()).isZero();
    assertThat(calls).isEmpty();
    assertThat(ask(Optional.of(key)).status()).isEqualTo(200);
    assertThat(ask(Optional.empty()).status()).isEqualTo(200);
    assertThat(ask(Optional.of(Crypto.sha256(identity("other").spki()))).status()).isZero();
    assertThat(calls).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1", "TLSv1.1", "TLSv1.2"})
  void speaksNoOlderTls(String protocol) throws IOException {
    try (SSLSocket socket = tls()) {
      socket.setEnabledProtocols(new String[] {protocol});

      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
    }
    try (SSLSocket socket = tls()) {
      socket.setEnabledProtocols(new String[] {protocol, "TLSv1.3"});
      socket.startHandshake();

      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void givesPlainHttpNoAnswer() throws IOException {
    try (Socket socket = RawPeer.connect(listener.port())) {
      RawPeer.say(socket, "POST /one/data HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      socket.shutdownOutput();

      assertThat(RawPeer.hear(socket)).doesNotContain("HTTP/1.");
    }
    assertThat(calls).isEmpty();
  }

  private Answer ask(Optional<Bytes> peerKey) {
    Message message = new Message("data", "", Message.OCTETS, Bytes.of(1));
    return caller.call(
        RoleId.APPLICATION_OWNER,
        new Turn.Ask(
            RoleId.MIDDLEWARE,
            listener.address("one"),
            message,
            peerKey,
            answer -> Turn.nothing()));
  }

  private SSLSocket tls() throws IOException {
    SSLSocket socket =
        (SSLSocket)
            SecureChannel.client()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), listener.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private TlsIdentity identity(String name) {
    SigningKey key =
        SigningKey.fromSeed(CoseAlgorithm.ESP256, Crypto.sha256(Bytes.utf8(name)), crypto);
    return TlsIdentity.create(
        key, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)), crypto);
  }

  private synchronized HttpReply remember(HttpCall call) {
    calls.add(call);
    return HttpReply.empty(200);
  }
}
