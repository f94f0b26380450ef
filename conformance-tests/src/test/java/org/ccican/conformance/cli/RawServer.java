package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A listener on loopback that hands over each connection as it is: for those who speak no HTTP. */
final class RawServer implements AutoCloseable {

  /** What is done with a connection, which is closed afterwards. */
  @FunctionalInterface
  interface Handler {
    void serve(Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Handler handler;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "hostile");
            thread.setDaemon(true);
            return thread;
          });

  RawServer(Handler handler) throws IOException {
    this.handler = handler;
    threads.execute(this::accept);
  }

  /** Scheme, host and port. */
  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Opens when the server is closed. */
  CountDownLatch stopped() {
    return stopped;
  }

  @Override
  public void close() throws IOException {
    stopped.countDown();
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      handler.serve(socket);
    } catch (IOException e) {
      // The other side has had enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
