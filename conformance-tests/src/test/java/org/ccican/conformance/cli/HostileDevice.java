package org.ccican.conformance.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A device that begins at a URL, honest but in one scenario: there it does at our TAM's listener
 * what no HTTP client would.
 */
final class HostileDevice implements AutoCloseable {

  /** So much and no more is sent in any way that would not end. */
  static final long ENOUGH = 1L << 30;

  private static final int CONNECTIONS = 1500;

  /** What it does at the listener that it was sent to. */
  enum Behaviour {
    HALF_A_HEADER {
      @Override
      void begin(HostileDevice device, URI tam) throws IOException, InterruptedException {
        device.say(device.connect(tam), "POST " + tam.getRawPath() + " HTTP/1.1\r\nHos");
        device.server.stopped().await();
      }
    },
    ENDLESS_HEADER {
      @Override
      void begin(HostileDevice device, URI tam) throws IOException {
        Socket socket = device.connect(tam);
        device.say(socket, "POST " + tam.getRawPath() + " HTTP/1.1\r\nX: ");
        while (device.sent.get() < ENOUGH) {
          device.say(socket, "y".repeat(1 << 16));
        }
      }
    },
    ENDLESS_BODY {
      @Override
      void begin(HostileDevice device, URI tam) throws IOException {
        Socket socket = device.connect(tam);
        device.say(socket, head(tam) + "Transfer-Encoding: chunked\r\n\r\n");
        while (device.sent.get() < ENOUGH) {
          device.say(socket, "10000\r\n" + "y".repeat(1 << 16) + "\r\n");
        }
      }
    },
    OCTET_BY_OCTET {
      @Override
      void begin(HostileDevice device, URI tam) throws IOException, InterruptedException {
        Socket socket = device.connect(tam);
        device.say(socket, head(tam) + "Content-Length: 1000000\r\n\r\n");
        do {
          device.say(socket, "y");
        } while (!device.server.stopped().await(50, TimeUnit.MILLISECONDS));
      }
    },
    MANY_CONNECTIONS {
      @Override
      void begin(HostileDevice device, URI tam) throws IOException, InterruptedException {
        for (int number = 0; number < CONNECTIONS; number++) {
          device.say(device.connect(tam), "POST /");
        }
        device.server.stopped().await();
      }
    },
    GARBAGE_LENGTH {
      @Override
      void begin(HostileDevice device, URI tam) throws IOException {
        device.hear(tam, head(tam) + "Content-Length: -99999999999999999999\r\n\r\n");
      }
    },
    TWO_ENDS {
      @Override
      void begin(HostileDevice device, URI tam) throws IOException {
        device.hear(
            tam,
            head(tam)
                + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + head(tam)
                + "Content-Length: 0\r\n\r\n");
      }
    },
    ALWAYS_AGAIN {
      @Override
      void begin(HostileDevice device, URI tam) throws IOException {
        for (int number = 0; number < 5000; number++) {
          device.hear(tam, head(tam) + "Connection: close\r\nContent-Length: 1\r\n\r\n\u00ff");
        }
      }
    },
    NEVER_ENDS {
      @Override
      void begin(HostileDevice device, URI tam) throws InterruptedException {
        device.server.stopped().await();
      }
    },
    CLOSES {
      @Override
      void begin(HostileDevice device, URI tam) throws IOException {
        throw new IOException("gone");
      }
    };

    abstract void begin(HostileDevice device, URI tam) throws IOException, InterruptedException;

    static String head(URI tam) {
      return "POST "
          + tam.getRawPath()
          + " HTTP/1.1\r\nHost: x\r\nAccept: application/teep+cbor\r\n"
          + "Content-Type: application/teep+cbor\r\n";
    }
  }

  private final String honest;
  private final String scenario;
  private final Behaviour behaviour;
  private final RawServer server;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicLong sent = new AtomicLong();
  private final List<Socket> open = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param honest the trigger of an honest device, with words in braces
   * @param scenario in which it is hostile
   */
  HostileDevice(String honest, String scenario, Behaviour behaviour) throws IOException {
    this.honest = honest;
    this.scenario = scenario;
    this.behaviour = behaviour;
    this.server = new RawServer(this::serve);
  }

  /** The trigger. */
  String url() {
    String path = honest.substring(honest.indexOf('/', "http://".length()));
    return server.address() + path;
  }

  /** How often it began in the scenario in which it is hostile. */
  int begun() {
    return begun.get();
  }

  /** Octets that it got rid of there. */
  long sent() {
    return sent.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
    synchronized (open) {
      for (Socket each : open) {
        each.close();
      }
    }
  }

  private void serve(Socket socket) throws IOException, InterruptedException {
    String line = line(socket.getInputStream());
    String asked = "";
    for (String next = line; !next.isEmpty(); next = line(socket.getInputStream())) {
      if (next.toLowerCase(java.util.Locale.ROOT).startsWith("ccican-case:")) {
        asked = next.substring(next.indexOf(':') + 1).strip();
      }
    }
    String path = line.split(" ")[1];
    int status = 200;
    if (asked.equals(scenario)) {
      begun.incrementAndGet();
      String tam = path.substring(path.lastIndexOf('/') + 1);
      behaviour.begin(this, URI.create(URLDecoder.decode(tam, StandardCharsets.UTF_8)));
    } else {
      URI uri = URI.create(honest.substring(0, honest.indexOf('/', "http://".length())) + path);
      status =
          client
              .send(
                  HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build(),
                  BodyHandlers.discarding())
              .statusCode();
    }
    OutputStream out = socket.getOutputStream();
    out.write(
        ("HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  private Socket connect(URI tam) throws IOException {
    Socket socket = new Socket(tam.getHost(), tam.getPort());
    synchronized (open) {
      open.add(socket);
    }
    return socket;
  }

  private void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    sent.addAndGet(text.length());
  }

  private void hear(URI tam, String said) throws IOException {
    try (Socket socket = connect(tam)) {
      say(socket, said);
      socket.setSoTimeout(5000);
      while (socket.getInputStream().read() >= 0) {
        sent.get();
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new IOException("closed");
      }
      if (octet != '\r') {
        line.append((char) octet);
      }
    }
    return line.toString();
  }
}
