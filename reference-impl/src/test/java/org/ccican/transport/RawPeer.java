package org.ccican.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Talks octets where HTTP is expected, on either end. */
final class RawPeer {

  private static final int PATIENCE = 20_000;

  private RawPeer() {}

  static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE);
    return socket;
  }

  static void say(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** All that comes until the other end closes; empty if it just closes, however it does that. */
  static String hear(Socket socket) throws IOException {
    StringBuilder heard = new StringBuilder();
    InputStream in = socket.getInputStream();
    try {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        heard.append((char) octet);
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException reset) {
      heard.append("");
    }
    return heard.toString();
  }

  /** The first line that comes. */
  static String line(Socket socket) throws IOException {
    StringBuilder heard = new StringBuilder();
    InputStream in = socket.getInputStream();
    for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
      heard.append((char) octet);
    }
    return heard.toString().strip();
  }

  /** A server on a port of its own for as long as the test lasts. */
  static final class Server implements AutoCloseable {

    private final ServerSocket socket;
    private final CompletableFuture<String> after = new CompletableFuture<>();

    /** Takes one connection, reads a request's head, says this, and listens to the end. */
    Server(String said) throws IOException {
      socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      Thread thread = new Thread(() -> serve(said), "raw server");
      thread.setDaemon(true);
      thread.start();
    }

    String uri() {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    /** What came after the head, once the other end has closed. */
    String heard() {
      return after.orTimeout(PATIENCE, TimeUnit.MILLISECONDS).join();
    }

    private void serve(String said) {
      try (Socket peer = socket.accept()) {
        peer.setSoTimeout(PATIENCE);
        while (!line(peer).isEmpty()) {
          // the head of the request
        }
        say(peer, said);
        after.complete(hear(peer));
      } catch (IOException e) {
        after.completeExceptionally(e);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
