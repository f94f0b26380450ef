package org.ccican.transport;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.role.Answer;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;

/**
 * The listener of one role on the loopback interface. Instances of the role are told apart by the
 * first part of the path: {@code /INSTANCE/RESOURCE[/ITEM]}.
 */
public final class HttpListener implements AutoCloseable {

  /**
   * 16 MiB; a longer body is answered 413. As much again is read and thrown away, since a client
   * that is still writing when the connection closes never reads the answer.
   */
  public static final int MAX_BODY = 16 << 20;

  /**
   * Real time for a request's header to arrive, and for its body; then the connection is closed.
   */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The header in which our own callers say which role they are. */
  public static final String FROM = "ccican-from";

  private final RoleId role;
  private final HttpServer server;
  private final String scheme;
  private final Executor executor;
  private final RequestWatch watch;
  private final Duration patience;
  private final Map<String, Endpoint> instances = new ConcurrentHashMap<>();

  private HttpListener(
      RoleId role, HttpServer server, String scheme, Executor executor, Duration patience) {
    this.role = role;
    this.server = server;
    this.scheme = scheme;
    this.executor = executor;
    this.watch = new RequestWatch(executor, patience);
    this.patience = patience;
  }

  /**
   * @param port 0 for any free one
   * @throws IOException if the port is taken
   */
  public static HttpListener open(RoleId role, int port, Executor executor) throws IOException {
    return open(role, port, executor, PATIENCE);
  }

  /**
   * @param patience real time for a request's header to arrive, and for its body
   */
  static HttpListener open(RoleId role, int port, Executor executor, Duration patience)
      throws IOException {
    HttpServer server = HttpServer.create(loopback(port), 0);
    return start(new HttpListener(role, server, "http", executor, patience));
  }

  /** A listener that speaks TLS 1.3 and nothing else. */
  public static HttpListener openTls(
      RoleId role, SSLContext context, Executor executor, Checks checks) throws IOException {
    // spec| ccican-00 §7: a security protocol like TLS
    String protocol = checks.keeps("http.tls13") ? "TLSv1.3" : "TLSv1.2";
    HttpsServer server = HttpsServer.create(loopback(0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            parameters.setProtocols(new String[] {protocol});
          }
        });
    return start(new HttpListener(role, server, "https", executor, PATIENCE));
  }

  /** The base URI of an instance. */
  public String address(String instance) {
    return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/" + instance;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void mount(String instance, Endpoint endpoint) {
    instances.put(instance, endpoint);
  }

  /** Who answers for an instance. */
  public Optional<Endpoint> mounted(String instance) {
    return Optional.ofNullable(instances.get(instance));
  }

  public void unmount(String instance) {
    instances.remove(instance);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static HttpListener start(HttpListener listener) {
    listener.server.setExecutor(listener.watch);
    listener.server.createContext("/", listener::serve);
    listener.server.start();
    return listener;
  }

  private void serve(HttpExchange exchange) throws IOException {
    watch.arrived();
    try (exchange) {
      HttpReply reply = answer(exchange);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      boolean empty = reply.body().isEmpty();
      // Status 0 is ours for no answer at all, which a gateway calls 502.
      int status = reply.status() == 0 ? 502 : reply.status();
      exchange.sendResponseHeaders(status, empty ? -1 : reply.body().size());
      if (!empty) {
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(reply.body().toArray());
        }
      }
    }
  }

  private HttpReply answer(HttpExchange exchange) throws IOException {
    String[] path = String.valueOf(exchange.getRequestURI().getPath()).split("/", 4);
    Endpoint endpoint = path.length > 2 ? instances.get(path[1]) : null;
    if (!isUnambiguous(exchange.getRequestHeaders())) {
      return HttpReply.empty(400).withHeader("connection", "close");
    }
    if (endpoint == null) {
      return HttpReply.empty(404);
    }
    if (declared(exchange) > 2L * MAX_BODY) {
      return HttpReply.empty(413);
    }
    byte[] body = body(exchange);
    if (body.length > MAX_BODY) {
      return HttpReply.empty(413);
    }
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), first(values)));
    Optional.ofNullable(exchange.getRequestURI().getRawQuery())
        .ifPresent(query -> headers.put(HttpCall.QUERY, query));
    return endpoint.handle(
        new HttpCall(
            RoleId.find(headers.getOrDefault(FROM, "")),
            role,
            exchange.getRequestMethod(),
            path[2],
            path.length > 3 ? path[3] : "",
            headers,
            Bytes.of(body),
            channel(exchange)));
  }

  /**
   * Whether all readers find the same end of the body: otherwise what one takes for the body is
   * another request for the next (RFC 9112 sections 6.1 and 6.3).
   */
  private static boolean isUnambiguous(Headers headers) {
    List<String> lengths = headers.getOrDefault("Content-length", List.of());
    List<String> encodings = headers.getOrDefault("Transfer-encoding", List.of());
    return lengths.size() + encodings.size() <= 1
        && lengths.stream().allMatch(length -> length.matches("[0-9]{1,18}"));
  }

  /** The octets announced; 0 if nothing is. */
  private static long declared(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("content-length");
    return length == null ? 0 : Long.parseLong(length);
  }

  /** At most one octet more than is allowed, in the time that is allowed. */
  private byte[] body(HttpExchange exchange) throws IOException {
    CompletableFuture<Void> arrived = new CompletableFuture<>();
    arrived
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyAsync(
            late -> {
              exchange.close();
              return null;
            },
            executor);
    try (InputStream in = exchange.getRequestBody()) {
      return BoundedBody.read(in, MAX_BODY);
    } finally {
      arrived.complete(null);
    }
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }

  private static Optional<Answer.Channel> channel(HttpExchange exchange) {
    if (!(exchange instanceof HttpsExchange secure)) {
      return Optional.empty();
    }
    Bytes spki =
        Bytes.of(secure.getSSLSession().getLocalCertificates()[0].getPublicKey().getEncoded());
    return Optional.of(
        new Answer.Channel(secure.getSSLSession().getProtocol(), Crypto.sha256(spki)));
  }
}
