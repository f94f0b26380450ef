package org.ccican.conformance.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands before an honest role and, where it is told to, does what no HTTP server would. */
final class HostileTam implements AutoCloseable {

  private static final String PATH = "/tam";
  private static final String TEEP = "Content-Type: application/teep+cbor\r\n";

  /** One request as it came. */
  record Asked(int number, String method, String path, Map<String, String> headers, byte[] body) {

    String scenario() {
      return headers.getOrDefault("ccican-case", "");
    }
  }

  /** What is done in place of an answer. */
  enum Behaviour {
    SILENCE {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws InterruptedException {
        stopped.await();
      }
    },
    CLOSE {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) {}
    },
    DRIP {
      @Override
      void answer(OutputStream out, CountDownLatch stopped)
          throws IOException, InterruptedException {
        write(out, "HTTP/1.1 200 OK\r\n" + TEEP + "Content-Length: 1000000\r\n\r\n");
        do {
          out.write(0);
          out.flush();
        } while (!stopped.await(50, TimeUnit.MILLISECONDS));
      }
    },
    ENDLESS_BODY {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\n" + TEEP + "Transfer-Encoding: chunked\r\n\r\n");
        byte[] chunk = new byte[1 << 16];
        for (long sent = 0; sent < 10L << 30; sent += chunk.length) {
          write(out, "10000\r\n");
          out.write(chunk);
          write(out, "\r\n");
        }
      }
    },
    ENDLESS_HEADERS {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\n");
        for (long line = 0; line < 1L << 32; line++) {
          write(out, "x-" + line + ": " + "y".repeat(1000) + "\r\n");
        }
      }
    },
    LESS_THAN_PROMISED {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\n" + TEEP + "Content-Length: 100\r\n\r\n0123456789");
      }
    },
    NO_HTTP {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws IOException {
        write(out, "SSH-2.0-OpenSSH_9.6\r\n");
      }
    },
    WEB_PAGE {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws IOException {
        whole(out, "200 OK", "Content-Type: text/html\r\n", "<p>It works!".getBytes(ASCII));
      }
    },
    REDIRECT {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws IOException {
        whole(out, "302 Found", "Location: /elsewhere\r\n", new byte[0]);
      }
    },
    SERVER_ERROR {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws IOException {
        whole(out, "500 Internal Server Error", "", "stack trace".getBytes(ASCII));
      }
    },
    DEEP_CBOR {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws IOException {
        byte[] nested = new byte[200_000];
        java.util.Arrays.fill(nested, (byte) 0x81);
        whole(out, "200 OK", TEEP, nested);
      }
    },
    GARBAGE {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws IOException {
        byte[] garbage = new byte[1 << 20];
        new java.util.Random(1).nextBytes(garbage);
        whole(out, "200 OK", TEEP, garbage);
      }
    },
    WORDS {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws IOException {
        String headers =
            "Content-Type: " + HostileWords.HEADER + "\r\nLocation: " + HostileWords.HEADER;
        byte[] body = HostileWords.TEXT.getBytes(StandardCharsets.UTF_8);
        whole(out, "302 " + HostileWords.HEADER, headers + "\r\n", body);
      }
    },
    ODD_HEADERS {
      @Override
      void answer(OutputStream out, CountDownLatch stopped) throws IOException {
        String odd = "Content-Type: " + "x/".repeat(50_000) + "\r\nConnection: upgrade\r\n";
        whole(out, "299 \u00fc", odd, new byte[] {1});
      }
    };

    private static final java.nio.charset.Charset ASCII = StandardCharsets.ISO_8859_1;

    abstract void answer(OutputStream out, CountDownLatch stopped)
        throws IOException, InterruptedException;

    static void whole(OutputStream out, String status, String headers, byte[] body)
        throws IOException {
      write(
          out,
          "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n");
      out.write(body);
    }

    static void write(OutputStream out, String text) throws IOException {
      out.write(text.getBytes(ASCII));
    }
  }

  private final String honest;
  private final Predicate<Asked> hostile;
  private final Behaviour behaviour;
  private final RawServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param honest where other requests are answered
   * @param hostile which requests are not
   */
  HostileTam(String honest, Predicate<Asked> hostile, Behaviour behaviour) throws IOException {
    this.honest = honest;
    this.hostile = hostile;
    this.behaviour = behaviour;
    this.server = new RawServer(this::serve);
  }

  String url() {
    return server.address() + PATH;
  }

  /** How often it was asked. */
  int requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve(Socket socket) throws IOException, InterruptedException {
    Asked asked = read(new BufferedInputStream(socket.getInputStream()));
    OutputStream out = socket.getOutputStream();
    if (hostile.test(asked)) {
      behaviour.answer(out, server.stopped());
    } else {
      relay(asked, out);
    }
    out.flush();
  }

  private void relay(Asked asked, OutputStream out) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(honest + asked.path().substring(PATH.length())))
            .method(asked.method(), BodyPublishers.ofByteArray(asked.body()));
    for (String name : List.of("accept", "content-type", "ccican-case", "ccican-from")) {
      Optional.ofNullable(asked.headers().get(name))
          .ifPresent(value -> request.header(name, value));
    }
    HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
    Behaviour.whole(
        out,
        answer.statusCode() + " x",
        "Connection: close\r\n"
            + Stream.of("content-type", "location")
                .flatMap(
                    name ->
                        answer.headers().firstValue(name).stream()
                            .map(value -> name + ": " + value + "\r\n"))
                .collect(Collectors.joining()),
        answer.body());
  }

  private Asked read(InputStream in) throws IOException {
    String line = line(in);
    String[] words = line.split(" ");
    String method = words[0];
    String path = words.length > 1 && words[1].startsWith(PATH) ? words[1] : PATH;
    Map<String, String> headers = new HashMap<>();
    for (line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Asked(requests.incrementAndGet(), method, path, headers, body);
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
