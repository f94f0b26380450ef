package org.ccican.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer that sends a hundred MiB, or without end: how much of it is ever taken, counted. */
class BoundedBodyTest {

  private static final int MOST = HttpListener.MAX_BODY;
  private static final int HUNDRED = 100 << 20;

  /** What the sockets of both ends may hold beyond what was read. */
  private static final int BUFFERS = 16 << 20;

  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "9, 9, 9", "10, 10, 10", "11, 11, 11", "15, 11, 15", "1000, 11, 21"})
  void keepsOneOctetMoreThanTheLimitAndReadsAsManyAgain(int sent, int kept, int read)
      throws IOException {
    Counting in = new Counting(sent);

    assertThat(BoundedBody.read(in, 10)).hasSize(kept);
    assertThat(in.given).isEqualTo(read);
  }

  @Test
  void readsNoMoreOfAStreamWithoutEnd() throws IOException {
    Counting in = new Counting(Long.MAX_VALUE);

    assertThat(BoundedBody.read(in, MOST)).hasSize(MOST + 1);
    assertThat(in.given).isEqualTo(2L * MOST + 1);
  }

  @Test
  void asksForOnePortionAtATimeAndCancelsPastTheLimit() {
    int portion = 1 << 14;
    BoundedBody body = new BoundedBody(MOST);
    Source source = new Source(body, HUNDRED / portion, portion);
    body.onSubscribe(source);
    source.run();

    assertThat(source.cancelled).isTrue();
    assertThat(source.most).isEqualTo(1);
    assertThat(source.given).isEqualTo(MOST + (long) portion);
    assertThatThrownBy(() -> body.getBody().toCompletableFuture().join())
        .hasMessageContaining("more than " + MOST);
  }

  @Test
  void takesABodyOfExactlyTheLimit() {
    BoundedBody body = new BoundedBody(1 << 16);
    Source source = new Source(body, 4, 1 << 14);
    body.onSubscribe(source);
    source.run();

    assertThat(source.cancelled).isFalse();
    assertThat(body.getBody().toCompletableFuture().join().size()).isEqualTo(1 << 16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: " + HUNDRED, "Transfer-Encoding: chunked"})
  void listenerAnswersAHundredMebibytesAndReadsAThirdAtMost(String header) throws IOException {
    HttpListener listener = HttpListener.open(RoleId.TAM, 0, executor);
    listener.mount("one", call -> HttpReply.empty(200));
    try (Socket socket = RawPeer.connect(listener.port())) {
      RawPeer.say(socket, "POST /one/teep HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n");
      long written = pour(socket.getOutputStream(), header.endsWith("chunked"));

      assertThat(written).isLessThan(2L * MOST + BUFFERS);
    } finally {
      listener.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: " + HUNDRED, "Transfer-Encoding: chunked", "X: y"})
  void callerGivesUpAHundredMebibytesAndReadsItsLimitAtMost(String header) throws Exception {
    HttpClient client = HttpCaller.client();
    try (Pouring server = new Pouring(header)) {
      HttpCaller.Posted posted =
          new HttpCaller(client, role -> "", Duration.ofSeconds(60))
              .send("POST", server.uri(), Map.of(), Bytes.EMPTY);

      assertThat(posted.reply().status()).isZero();
      assertThat(posted.failure()).contains("more than " + MOST + " octets");
      assertThat(server.written()).isLessThan(MOST + (long) BUFFERS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /one/teep?", "POST /one/teep HTTP/1.1\r\nX: "})
  void listenerReadsNoHeadOfAHundredMebibytes(String begin) throws IOException {
    HttpListener listener = HttpListener.open(RoleId.TAM, 0, executor);
    listener.mount("one", call -> HttpReply.empty(200));
    try (Socket socket = RawPeer.connect(listener.port())) {
      RawPeer.say(socket, begin);

      assertThat(pour(socket.getOutputStream(), false)).isLessThan(HUNDRED);
    } finally {
      listener.close();
    }
  }

  @Test
  void callerReadsNoHeadOfAHundredMebibytes() throws Exception {
    HttpClient client = HttpCaller.client();
    try (Pouring server = new Pouring("X: y\r\nY: ")) {
      HttpCaller.Posted posted =
          new HttpCaller(client, role -> "", Duration.ofSeconds(60))
              .send("POST", server.uri(), Map.of(), Bytes.EMPTY);

      assertThat(posted.reply().status()).isZero();
      assertThat(server.soFar.get()).isLessThan(HUNDRED);
    }
  }

  /** Writes 100 MiB until the other end wants no more; gives what was written. */
  private static long pour(OutputStream out, boolean chunked) {
    return pour(out, chunked, new AtomicLong());
  }

  /**
   * @param soFar told of each portion, for who cannot wait for the end
   */
  private static long pour(OutputStream out, boolean chunked, AtomicLong soFar) {
    byte[] portion = new byte[1 << 16];
    byte[] head = "10000\r\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] tail = "\r\n".getBytes(StandardCharsets.ISO_8859_1);
    long written = 0;
    try {
      while (written < HUNDRED) {
        if (chunked) {
          out.write(head);
        }
        out.write(portion);
        if (chunked) {
          out.write(tail);
        }
        written += portion.length;
        soFar.set(written);
      }
    } catch (IOException closed) {
      return written;
    }
    return written;
  }

  /** A stream of zeros that knows how many were taken. */
  private static final class Counting extends InputStream {

    private final long size;
    private long given;

    Counting(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return given < size ? (int) (given++ & 0) : -1;
    }

    @Override
    public int read(byte[] into, int at, int most) {
      int count = (int) Math.min(most, size - given);
      given += count;
      return count == 0 && most > 0 ? -1 : count;
    }
  }

  /** Gives portions as they are asked for and knows how many were asked for ahead. */
  private static final class Source implements Flow.Subscription {

    private final Flow.Subscriber<List<ByteBuffer>> subscriber;
    private final int portions;
    private final int portion;
    private long asked;
    private long most;
    private long given;
    private boolean cancelled;

    Source(Flow.Subscriber<List<ByteBuffer>> subscriber, int portions, int portion) {
      this.subscriber = subscriber;
      this.portions = portions;
      this.portion = portion;
    }

    @Override
    public void request(long count) {
      asked += count;
      most = Math.max(most, asked);
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    void run() {
      for (int each = 0; each < portions && asked > 0 && !cancelled; each++) {
        asked--;
        given += portion;
        subscriber.onNext(List.of(ByteBuffer.allocate(portion)));
      }
      if (!cancelled) {
        subscriber.onComplete();
      }
    }
  }

  /** A server that answers with 100 MiB. */
  private static final class Pouring implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Long> written = new CompletableFuture<>();

    private final AtomicLong soFar = new AtomicLong();

    Pouring(String header) throws IOException {
      Thread thread = new Thread(() -> serve(header), "pouring server");
      thread.setDaemon(true);
      thread.start();
    }

    String uri() {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    long written() {
      return written.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void serve(String header) {
      try (Socket peer = socket.accept()) {
        while (!RawPeer.line(peer).isEmpty()) {
          // the head of the request
        }
        RawPeer.say(
            peer, "HTTP/1.1 200 OK\r\n" + header + (header.endsWith(": ") ? "" : "\r\n\r\n"));
        written.complete(pour(peer.getOutputStream(), header.endsWith("chunked"), soFar));
      } catch (IOException e) {
        written.completeExceptionally(e);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
