package org.ccican.transport;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs the exchanges of one listener: only so many at a time, and each request has to be there, up
 * to the empty line after its header, within a time. One that is late, or never ends, loses its
 * connection. The server of the JDK reads a header in the thread of the exchange, for as long as
 * that takes.
 */
final class RequestWatch implements Executor {

  /** Many more than the roles of a run ever have open with one listener. */
  static final int MOST = 256;

  private final Executor executor;
  private final Duration patience;
  private final Semaphore room = new Semaphore(MOST);
  private final Map<Thread, Reading> reading = new ConcurrentHashMap<>();

  /**
   * @param patience real time for a header to arrive
   */
  RequestWatch(Executor executor, Duration patience) {
    this.executor = executor;
    this.patience = patience;
  }

  @Override
  public void execute(Runnable exchange) {
    if (!room.tryAcquire()) {
      throw new RejectedExecutionException("more than " + MOST + " exchanges at once");
    }
    try {
      executor.execute(() -> run(exchange));
    } catch (RejectedExecutionException e) {
      room.release();
      throw e;
    }
  }

  private void run(Runnable exchange) {
    Reading mine = new Reading(Thread.currentThread());
    reading.put(Thread.currentThread(), mine);
    try {
      mine.limit(patience);
      exchange.run();
    } finally {
      arrived();
      room.release();
    }
  }

  /** The header of the exchange in this thread is there. */
  void arrived() {
    Reading mine = reading.remove(Thread.currentThread());
    if (mine != null) {
      mine.over();
    }
  }

  /** A thread that reads a header: interrupted, it closes the connection. */
  private static final class Reading {

    private final Thread thread;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private boolean over;

    Reading(Thread thread) {
      this.thread = thread;
    }

    void limit(Duration patience) {
      done.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
          .thenRun(this::interrupt);
    }

    private synchronized void interrupt() {
      if (!over) {
        thread.interrupt();
      }
    }

    /** Nothing of it is left in the thread, which others will use. */
    void over() {
      synchronized (this) {
        over = true;
      }
      done.complete(null);
      Thread.interrupted();
    }
  }
}
