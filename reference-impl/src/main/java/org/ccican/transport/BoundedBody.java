package org.ccican.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * Collects a body up to a limit; past it the rest is not taken. As a subscriber it asks for one
 * portion at a time, so that nothing is fetched ahead of what was looked at.
 */
public final class BoundedBody implements HttpResponse.BodySubscriber<Bytes> {

  private final int limit;
  private final ByteWriter body = new ByteWriter();
  private final CompletableFuture<Bytes> whole = new CompletableFuture<>();
  private final CompletableFuture<Flow.Subscription> source = new CompletableFuture<>();

  /**
   * @param limit in octets
   */
  public BoundedBody(int limit) {
    this.limit = limit;
  }

  /**
   * Reads a body from a stream: at most one octet more than the limit is kept, which tells that the
   * body is too long; then as many again as the limit are read and thrown away, since a peer that
   * is still writing when the connection closes never reads the answer.
   *
   * @return the body, or its first {@code limit + 1} octets
   */
  static byte[] read(InputStream in, int limit) throws IOException {
    byte[] body = in.readNBytes(limit + 1);
    byte[] scratch = new byte[1 << 16];
    int left = body.length > limit ? limit : 0;
    int read = 0;
    while (left > 0 && read >= 0) {
      read = in.read(scratch, 0, Math.min(left, scratch.length));
      left -= Math.max(read, 0);
    }
    return body;
  }

  @Override
  public CompletionStage<Bytes> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    if (source.complete(subscription)) {
      subscription.request(1);
    } else {
      subscription.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > limit - body.size()) {
        source.thenAccept(Flow.Subscription::cancel);
        whole.completeExceptionally(new IOException("an answer of more than " + limit + " octets"));
        return;
      }
      byte[] octets = new byte[buffer.remaining()];
      buffer.get(octets);
      body.put(Bytes.of(octets));
    }
    source.thenAccept(subscription -> subscription.request(1));
  }

  @Override
  public void onError(Throwable problem) {
    whole.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    whole.complete(body.toBytes());
  }
}
