package org.ccican.transport;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.role.Answer;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.role.Turn;
import org.ccican.wire.Bytes;

/**
 * Carries questions over HTTP/1.1: never follows a redirect, never keeps a cookie, bounds the time
 * and the size of an answer.
 */
public final class HttpCaller implements Caller {

  private final HttpClient client;
  private final Function<RoleId, String> directory;
  private final Duration timeout;
  private final AllowedHosts hosts;
  private final Checks checks;
  private final AtomicReference<String> cookie = new AtomicReference<>("");
  private final AtomicReference<Optional<Pinned>> latest = new AtomicReference<>(Optional.empty());

  private record Pinned(Bytes peerKey, HttpClient client) {}

  /** A caller that does what it has to, and asks nobody outside this machine. */
  public HttpCaller(HttpClient client, Function<RoleId, String> directory, Duration timeout) {
    this(client, directory, timeout, AllowedHosts.thisMachine(), Checks.unbroken());
  }

  /**
   * @param directory the base URI of each role's usual place
   * @param timeout real time for one whole answer, its last octet included
   * @param hosts whom it asks, whatever a message says
   */
  public HttpCaller(
      HttpClient client,
      Function<RoleId, String> directory,
      Duration timeout,
      AllowedHosts hosts,
      Checks checks) {
    this.client = client;
    this.directory = directory;
    this.timeout = timeout;
    this.hosts = hosts;
    this.checks = checks;
  }

  /**
   * A client fit for any number of callers. It has no time of its own for a connection: the
   * handshake counts as part of the answer, for which each caller has its time.
   */
  public static HttpClient client() {
    return client(SecureChannel.client());
  }

  private static HttpClient client(SSLContext context) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        // spec| teep-over-http §4: redirects are not followed
        .followRedirects(HttpClient.Redirect.NEVER)
        .sslContext(context)
        .build();
  }

  @Override
  public Answer call(RoleId from, Turn.Ask ask) {
    String base = ask.address().isEmpty() ? directory.apply(ask.to()) : ask.address();
    Message message = ask.message();
    Map<String, String> headers = new HashMap<>();
    headers.put(HttpListener.FROM, from.id());
    if (!message.mediaType().isEmpty()) {
      headers.put("content-type", message.mediaType());
    }
    HttpClient through = ask.peerKey().map(this::pinned).orElse(client);
    return answer(
        ask.to() == RoleId.TAM && from == RoleId.TEEP_BROKER
            ? teep(through, uri(base, message), headers, message.body())
            : send(through, "POST", uri(base, message), headers, message.body()));
  }

  /** The client of TEEP over HTTP. */
  private Posted teep(HttpClient through, String uri, Map<String, String> headers, Bytes body) {
    // spec| teep-over-http §5.1.1: the client says what it takes
    if (checks.keeps("http.client.accept")) {
      headers.put("accept", Message.TEEP);
    }
    // spec| teep-over-http §4: cookies are not used
    if (!checks.keeps("http.client.cookie") && !cookie.get().isEmpty()) {
      headers.put("cookie", cookie.get());
    }
    // spec| teep-over-http §4: POST is the method
    String method = checks.keeps("http.client.method") ? "POST" : "PUT";
    Posted posted = send(through, method, uri, headers, body);
    cookie.set(posted.reply().headers().getOrDefault("set-cookie", ""));
    String location = posted.reply().headers().getOrDefault("location", "");
    // spec| teep-over-http §4: redirects are not followed
    return location.isEmpty() || checks.keeps("http.client.redirect")
        ? posted
        : send(through, method, location, headers, body);
  }

  /** A client that sends nothing to a server with another key; kept until another key is asked. */
  private HttpClient pinned(Bytes peerKey) {
    return latest
        .updateAndGet(
            kept ->
                kept.filter(each -> each.peerKey().equals(peerKey))
                    .or(
                        () ->
                            Optional.of(
                                new Pinned(peerKey, client(SecureChannel.client(peerKey))))))
        .orElseThrow()
        .client();
  }

  /** One request; an exchange that fails below HTTP gives status 0 and says why. */
  public Posted send(String method, String uri, Map<String, String> headers, Bytes body) {
    return send(client, method, uri, headers, body);
  }

  private Posted send(
      HttpClient through, String method, String uri, Map<String, String> headers, Bytes body) {
    Optional<String> refused = hosts.complaint(uri);
    if (refused.isPresent()) {
      return Posted.failed(refused.get());
    }
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(uri))
              .method(
                  method,
                  body.isEmpty()
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofByteArray(body.toArray()));
      headers.forEach(request::setHeader);
      CompletableFuture<HttpResponse<Bytes>> exchange =
          through.sendAsync(request.build(), head -> new BoundedBody(HttpListener.MAX_BODY));
      try {
        return posted(exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
      } finally {
        // Does nothing to what is complete; anything else is given up, connection and all.
        exchange.cancel(true);
      }
    } catch (TimeoutException e) {
      return Posted.failed("no complete answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return Posted.failed(String.valueOf(e.getCause().getMessage()));
    } catch (IllegalArgumentException e) {
      return Posted.failed(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Posted.failed("interrupted");
    }
  }

  /**
   * What came of a request.
   *
   * @param failure why there was no HTTP response; empty if there was one
   */
  public record Posted(HttpReply reply, Optional<Answer.Channel> channel, String failure) {

    private static Posted failed(String why) {
      return new Posted(HttpReply.empty(0), Optional.empty(), why);
    }
  }

  private static Posted posted(HttpResponse<Bytes> response) {
    return new Posted(
        new HttpReply(response.statusCode(), lowerCase(response), response.body()),
        response.sslSession().map(HttpCaller::channel),
        "");
  }

  private static Answer answer(Posted posted) {
    HttpReply reply = posted.reply();
    return new Answer(reply.status(), reply.mediaType(), reply.body(), posted.channel());
  }

  private static String uri(String base, Message message) {
    String uri = message.resource().isEmpty() ? base : base + "/" + message.resource();
    return message.item().isEmpty() ? uri : uri + "/" + message.item();
  }

  private static Map<String, String> lowerCase(HttpResponse<?> response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), values.isEmpty() ? "" : values.get(0)));
    return headers;
  }

  private static Answer.Channel channel(SSLSession session) {
    try {
      Bytes spki = Bytes.of(session.getPeerCertificates()[0].getPublicKey().getEncoded());
      return new Answer.Channel(session.getProtocol(), Crypto.sha256(spki));
    } catch (SSLPeerUnverifiedException e) {
      return new Answer.Channel(session.getProtocol(), Bytes.EMPTY);
    }
  }
}
