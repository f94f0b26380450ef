package org.ccican.transport;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/** Collects a response's body up to a limit; past it the rest is not taken. */
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

  @Override
  public CompletionStage<Bytes> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    if (source.complete(subscription)) {
      subscription.request(Long.MAX_VALUE);
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
