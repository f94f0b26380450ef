package org.ccican.conformance.sut;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.ccican.transport.BoundedBody;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * The way to a role in another process, for a whole run. An exchange is bounded in time and size
 * from its first octet to its last; a target that has stopped to answer is not asked for ever. TLS
 * is checked against the trust store of the JDK, the name in the certificate included.
 */
public final class TargetConnection {

  /** So many scenarios, one after another, go without an answer before the rest is left. */
  static final int PATIENCE = 3;

  /** So many answers of the greatest size, and no more, are taken in a run. */
  static final int GREAT_ANSWERS = 32;

  private static final int LONGEST_HEADER = 4096;

  private final SutRole target;
  private final HttpClient client;
  private final Set<String> silent = new HashSet<>();
  private final InstantSource clock;
  private long received;
  private Duration advanced = Duration.ZERO;

  /**
   * @param clock goes as the target's does while nobody moves that
   */
  public TargetConnection(SutRole target, InstantSource clock) {
    this.target = target;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // spec| teep-over-http §4: redirects are not followed
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(target.limits().connect())
            .build();
  }

  /**
   * What came of a request.
   *
   * @param failure why there was no whole response, in words; empty if there was one
   */
  record Exchanged(HttpReply reply, String failure) {

    boolean answered() {
      return failure.isEmpty();
    }
  }

  SutRole target() {
    return target;
  }

  /** Why asking again is of no use; empty if it is. */
  public synchronized Optional<String> givenUp() {
    if (silent.size() >= PATIENCE) {
      return Optional.of("the target has stopped to answer");
    }
    return received > (long) GREAT_ANSWERS * target.limits().size()
        ? Optional.of(
            "the target has answered "
                + received
                + " octets, "
                + GREAT_ANSWERS
                + " times what "
                + target.role().id()
                + ".limits.response allows for one answer")
        : Optional.empty();
  }

  /** What the target takes the time to be, in whole seconds. */
  public synchronized Instant now() {
    return clock.instant().plus(advanced).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Whether the target's clock can be moved. */
  public boolean hasClock() {
    return target.clock().isPresent();
  }

  /**
   * Moves the target's clock.
   *
   * @param by whole seconds; none to see whether it can be moved
   * @return why that did not succeed; empty if it did
   */
  public Optional<String> advance(Duration by) {
    HttpRequest request =
        HttpRequest.newBuilder(target.clock().orElseThrow())
            .POST(BodyPublishers.ofString(Long.toString(by.toSeconds())))
            .build();
    Exchanged exchanged = exchange(request);
    if (!exchanged.answered()) {
      return Optional.of(exchanged.failure());
    }
    int status = exchanged.reply().status();
    if (status < 200 || status >= 300) {
      return Optional.of("answered with status " + status);
    }
    moved(by);
    return Optional.empty();
  }

  private synchronized void moved(Duration by) {
    advanced = advanced.plus(by);
  }

  /**
   * One exchange.
   *
   * @param uri where one of the recipe's servers answers, its credentials and headers go along
   * @param scenario id of the one that asks; empty before the first
   * @param headers names in lower case; those of the recipe are added
   */
  Exchanged send(URI uri, String scenario, String method, Map<String, String> headers, Bytes body) {
    Exchanged exchanged = exchange(request(uri, method, headers, body));
    note(scenario, exchanged);
    return exchanged;
  }

  private synchronized void note(String scenario, Exchanged exchanged) {
    received += exchanged.reply().body().size();
    if (exchanged.answered()) {
      silent.clear();
    } else {
      silent.add(scenario);
    }
  }

  private HttpRequest request(URI uri, String method, Map<String, String> headers, Bytes body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                method,
                body.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(body.toArray()));
    if (isOfRecipe(uri)) {
      target
          .http()
          .credentials()
          .ifPresent(pair -> request.setHeader("authorization", basic(pair)));
      target.headers().forEach(request::setHeader);
    }
    headers.forEach(request::setHeader);
    return request.build();
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether it is the server of one of the recipe's own URLs: secrets are for no other. */
  private boolean isOfRecipe(URI uri) {
    return Stream.concat(
            Stream.of(target.http().url()),
            Stream.concat(target.uris().values().stream(), target.clock().stream()))
        .anyMatch(own -> server(own).equals(server(uri)));
  }

  private static String server(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  private Exchanged exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<Bytes>> response =
        client.sendAsync(request, head -> new BoundedBody(target.limits().size()));
    try {
      HttpResponse<Bytes> whole =
          response.get(target.limits().response().toMillis(), TimeUnit.MILLISECONDS);
      return new Exchanged(new HttpReply(whole.statusCode(), headers(whole), whole.body()), "");
    } catch (TimeoutException e) {
      response.cancel(true);
      return nothing("no whole answer within " + shown(target.limits().response()));
    } catch (ExecutionException e) {
      return nothing(words(e.getCause(), request.uri()));
    } catch (InterruptedException e) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      return nothing("interrupted");
    }
  }

  private static Exchanged nothing(String failure) {
    return new Exchanged(HttpReply.empty(0), failure);
  }

  private String words(Throwable failure, URI asked) {
    if (failure instanceof HttpConnectTimeoutException) {
      return "no connection within " + shown(target.limits().connect());
    }
    if (failure instanceof HttpTimeoutException) {
      return "no whole answer within " + shown(target.limits().response());
    }
    if (failure instanceof ConnectException) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof UnresolvedAddressException) {
          return "no such host " + asked.getHost();
        }
      }
      return "connection refused";
    }
    if (failure instanceof SSLException) {
      return "TLS: " + failure.getMessage();
    }
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof EOFException
        || failure instanceof ClosedChannelException
        || message.contains("received no bytes")) {
      return "the connection was closed before a whole answer";
    }
    return message;
  }

  private static String shown(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              String value = values.isEmpty() ? "" : values.get(0);
              headers.put(
                  name.toLowerCase(Locale.ROOT),
                  value.substring(0, Math.min(value.length(), LONGEST_HEADER)));
            });
    return headers;
  }
}
