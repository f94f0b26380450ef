package org.ccican.conformance.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ccican.conformance.sut.Emulation;
import org.ccican.conformance.sut.Outcomes;
import org.ccican.conformance.sut.ScenarioExchanges;
import org.ccican.conformance.tamper.Delivery;
import org.ccican.conformance.tamper.MisbehavingKeys;
import org.ccican.conformance.tamper.Passing;
import org.ccican.conformance.tamper.Tampering;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.Direction;
import org.ccican.conformance.trace.MessageDraft;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Stands in front of every role of a scenario: writes down what passes, as it was sent and as it
 * was passed on, and misbehaves where the scenario says so.
 */
public final class Recorder implements Endpoint.Interceptor {

  /** The header by which the suite's own requests are known. */
  static final String SUITE = "ccican-suite";

  private static final List<String> HEADERS =
      List.of(
          "accept",
          "allow",
          "content-length",
          "content-type",
          "cookie",
          "location",
          "set-cookie",
          "x-content-type-options",
          "content-security-policy",
          "referrer-policy");

  /** What the suite says of its own messages, and how the log has it. */
  private static final Map<String, String> OWN =
      Map.of(Posting.WORDS, ":specimen", Posting.PURPOSE, ":purpose", Posting.SESSION, ":session");

  private final ScenarioLog log;
  private final WireRevision revision;
  private final Supplier<MisbehavingKeys> keys;
  private final List<Tampering> tamperings = new CopyOnWriteArrayList<>();
  private final Map<Tampering.Point, List<Bytes>> passed = new HashMap<>();
  private final Set<Tampering> applied = ConcurrentHashMap.newKeySet();
  private final AtomicInteger exchanges = new AtomicInteger();
  private Optional<Meanwhile> meanwhile = Optional.empty();

  /**
   * What is done once, while a message waits to be passed on.
   *
   * @param passed how many messages to the role pass before it
   */
  private record Meanwhile(RoleId to, String resource, int passed, Runnable act) {}

  public Recorder(ScenarioLog log, WireRevision revision, Supplier<MisbehavingKeys> keys) {
    this.log = log;
    this.revision = revision;
    this.keys = keys;
  }

  public void add(Tampering tampering) {
    tamperings.add(tampering);
  }

  /** Holds the message back that comes after so many, until something else has happened. */
  synchronized void holding(RoleId to, String resource, int after, Runnable act) {
    meanwhile = Optional.of(new Meanwhile(to, resource, after, act));
  }

  private synchronized Optional<Runnable> due(HttpCall call) {
    Optional<Runnable> due =
        meanwhile
            .filter(each -> each.to() == call.to() && each.resource().equals(call.resource()))
            .filter(each -> before(call) == each.passed())
            .map(Meanwhile::act);
    if (due.isPresent()) {
      meanwhile = Optional.empty();
    }
    return due;
  }

  private int before(HttpCall call) {
    return passed.getOrDefault(point(call, Direction.REQUEST), List.of()).size() - 1;
  }

  /** The words of the misbehaviours that never came about. */
  public List<String> idle() {
    return tamperings.stream()
        .filter(tampering -> !applied.contains(tampering))
        .map(Tampering::words)
        .toList();
  }

  @Override
  public HttpReply around(HttpCall call, Endpoint role) {
    Endpoint next = PayloadShelf.before(call, role);
    Forth forth = forth(call);
    if (forth.dropped().isPresent()) {
      return forth.dropped().get();
    }
    due(call).ifPresent(Runnable::run);
    HttpReply reply = back(call, forth.exchange(), handled(forth.call(), next));
    if (forth.repeated()) {
      int again = exchanges.incrementAndGet();
      log.append(request(call, again, new Delivery.Repeated(), forth.words()).bySuite()::at);
      back(call, again, handled(call, next));
    }
    return reply;
  }

  /**
   * A request as it is passed on.
   *
   * @param exchange the number that it has in the log
   * @param words what became of it on its way; empty if nothing did
   * @param dropped the answer, if it is not passed on
   */
  record Forth(
      HttpCall call, int exchange, String words, boolean repeated, Optional<HttpReply> dropped) {}

  /** Writes a request down, and misbehaves with it. */
  Forth forth(HttpCall call) {
    Optional<Tampering> tampering = find(call, Direction.REQUEST, call.body(), Bytes.EMPTY);
    Delivery delivery =
        tampering
            .map(found -> found.change().of(passing(call, found.point(), call.body(), Bytes.EMPTY)))
            .orElse(new Delivery.Altered(call.body()));
    remember(call, Direction.REQUEST, call.body());
    int exchange = exchanges.incrementAndGet();
    log.append(request(call, exchange, delivery, words(tampering))::at);
    if (delivery instanceof Delivery.Dropped) {
      HttpReply nothing = HttpReply.empty(204);
      log.append(response(call, exchange, nothing).bySuite()::at);
      return new Forth(call, exchange, words(tampering), false, Optional.of(nothing));
    }
    return new Forth(
        delivered(call, delivery),
        exchange,
        words(tampering),
        delivery instanceof Delivery.Repeated,
        Optional.empty());
  }

  /** What came back at the suite's own end of a connection without TLS; status 0 if nothing did. */
  void inTheClear(Bytes body, HttpReply reply) {
    int exchange = exchanges.incrementAndGet();
    String owner = RoleId.APPLICATION_OWNER.id();
    String middleware = RoleId.MIDDLEWARE.id();
    log.append(
        MessageDraft.request(owner, middleware, exchange, "in-the-clear", body).bySuite()::at);
    log.append(
        MessageDraft.response(
                middleware, owner, exchange, "in-the-clear", reply.status(), reply.body())
            ::at);
  }

  /** Writes down how a request was answered, and misbehaves with that. */
  HttpReply back(HttpCall call, int exchange, HttpReply reply) {
    if (call.to() == RoleId.APPLICATION_OWNER) {
      // The owner answers whoever operates it: what it says there is about itself.
      log.append(stamp -> new TraceEvent.Claimed(stamp, call.to().id(), claim(reply)));
      return reply;
    }
    Optional<Tampering> tampering = find(call, Direction.RESPONSE, reply.body(), call.body());
    Delivery delivery =
        tampering
            .map(
                found -> found.change().of(passing(call, found.point(), reply.body(), call.body())))
            .orElse(new Delivery.Altered(reply.body()));
    remember(call, Direction.RESPONSE, reply.body());
    MessageDraft draft = response(call, exchange, reply);
    if (delivery instanceof Delivery.Altered altered) {
      if (tampering.isPresent()) {
        draft.changed(words(tampering), altered.body());
      }
      log.append(draft::at);
      return reply.withBody(altered.body());
    }
    if (delivery instanceof Delivery.Dropped) {
      log.append(draft.dropped(words(tampering))::at);
      return HttpReply.empty(204);
    }
    Optional<HttpReply> other = other(call, reply, delivery);
    if (other.isPresent()) {
      draft.changed(words(tampering), other.get().body());
      log.append(draft::at);
      return other.get();
    }
    throw new IllegalStateException(words(tampering) + " does not fit a response");
  }

  /** What is passed on instead of a response, where more than its octets changes. */
  private Optional<HttpReply> other(HttpCall call, HttpReply reply, Delivery delivery) {
    if (delivery instanceof Delivery.Restated restated) {
      return Optional.of(new HttpReply(restated.status(), Map.of(), restated.body()));
    }
    if (delivery instanceof Delivery.WithHeader more) {
      return Optional.of(reply.withHeader(more.name(), more.value()));
    }
    if (delivery instanceof Delivery.Redirected) {
      String host = call.headers().getOrDefault("host", "");
      String uri = "http://" + host + "/" + Scene.instance(log.id()) + "/" + call.resource();
      return Optional.of(HttpReply.empty(307).withHeader("location", uri));
    }
    return Optional.empty();
  }

  /** A role of ours that breaks is our fault, and no refusal. */
  private HttpReply handled(HttpCall call, Endpoint next) {
    try {
      return next.handle(call);
    } catch (RuntimeException e) {
      log.append(
          stamp ->
              new TraceEvent.Problem(
                  stamp, Blame.SUITE, call.to().id() + " broke at " + call.resource() + ": " + e));
      return HttpReply.empty(500);
    }
  }

  private static String claim(HttpReply reply) {
    return reply.status() == 200
        ? "the result is " + reply.body()
        : "status " + reply.status() + ", " + reply.body().toText();
  }

  private static HttpCall delivered(HttpCall call, Delivery delivery) {
    if (delivery instanceof Delivery.Altered altered) {
      return call.withBody(altered.body());
    }
    if (delivery instanceof Delivery.Relabelled relabelled) {
      return call.withHeader("content-type", relabelled.mediaType());
    }
    return call;
  }

  private MessageDraft request(HttpCall call, int exchange, Delivery delivery, String words) {
    MessageDraft draft =
        MessageDraft.request(from(call), call.to().id(), exchange, call.resource(), call.body())
            .mediaType(call.mediaType())
            .header(":method", call.method());
    if (!call.item().isEmpty()) {
      draft.header(":item", call.item());
    }
    describe(draft, call.headers());
    call.channel().ifPresent(tls -> draft.tls(new TraceEvent.Tls(tls.protocol(), tls.peerKey())));
    if (call.headers().containsKey(SUITE)) {
      draft.bySuite();
    }
    OWN.forEach(
        (name, shown) -> {
          String value = call.headers().get(name);
          if (value != null) {
            draft.header(shown, value);
          }
        });
    if (delivery instanceof Delivery.Dropped) {
      return draft.dropped(words);
    }
    return words.isEmpty() ? draft : draft.changed(words, delivered(call, delivery).body());
  }

  private MessageDraft response(HttpCall call, int exchange, HttpReply reply) {
    MessageDraft draft =
        MessageDraft.response(
                call.to().id(), from(call), exchange, call.resource(), reply.status(), reply.body())
            .mediaType(reply.mediaType());
    describe(draft, reply.headers());
    if (reply.headers().containsKey(ScenarioExchanges.BESIDE)) {
      draft.bySuite();
    }
    call.channel().ifPresent(tls -> draft.tls(new TraceEvent.Tls(tls.protocol(), tls.peerKey())));
    return draft;
  }

  private static void describe(MessageDraft draft, Map<String, String> headers) {
    Optional.ofNullable(headers.get(ScenarioExchanges.TYPED))
        .ifPresent(mediaType -> draft.header(":typed", mediaType));
    Optional.ofNullable(headers.get(Outcomes.OUTCOME))
        .ifPresent(outcome -> draft.header(":outcome", outcome));
    Optional.ofNullable(headers.get(Emulation.EVIDENCE))
        .ifPresent(source -> draft.header(":evidence", source));
    Optional.ofNullable(headers.get(Outcomes.REASON))
        .ifPresent(reason -> draft.header(":reason", reason));
    for (String name : HEADERS) {
      String value = headers.get(name);
      if (value != null) {
        draft.header(name, value);
      }
    }
  }

  /** Who asks; callers that do not say are taken for the only role that asks here. */
  private static String from(HttpCall call) {
    RoleId alone = call.to() == RoleId.MIDDLEWARE ? RoleId.APPLICATION_OWNER : RoleId.TEEP_BROKER;
    return call.from().orElse(alone).id();
  }

  private synchronized Optional<Tampering> find(
      HttpCall call, Direction direction, Bytes body, Bytes request) {
    for (Tampering tampering : tamperings) {
      Tampering.Point point = tampering.point();
      if (point.equals(point(call, direction))
          && tampering.which().is(passing(call, point, body, request))) {
        applied.add(tampering);
        return Optional.of(tampering);
      }
    }
    return Optional.empty();
  }

  private synchronized Passing passing(
      HttpCall call, Tampering.Point point, Bytes body, Bytes request) {
    return new Passing(
        from(call), body, request, passed.getOrDefault(point, List.of()), keys.get(), revision);
  }

  private synchronized void remember(HttpCall call, Direction direction, Bytes body) {
    passed.computeIfAbsent(point(call, direction), any -> new ArrayList<>()).add(body);
  }

  private static Tampering.Point point(HttpCall call, Direction direction) {
    return new Tampering.Point(call.to().id(), call.resource(), direction);
  }

  private static String words(Optional<Tampering> tampering) {
    return tampering.map(Tampering::words).orElse("");
  }
}
