package org.ccican.conformance.sut;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ccican.conformance.trace.Blame;
import org.ccican.role.Message;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * The TEEP sessions of one Agent of the target's, one after the other: what its Broker posts, and
 * what is answered to that. A request is pending until the suite has a message for it.
 */
final class TurnedSession {

  /** Requests of one Agent; more than any scenario has, and one that never ends is left. */
  private static final int MOST = 64;

  /**
   * What became of a message.
   *
   * @param reply what an Agent would have answered, if there is no blame
   */
  record Came(HttpReply reply, Optional<Blame> blame, String why) {

    static Came reply(int status) {
      return new Came(HttpReply.empty(status), Optional.empty(), "");
    }

    static Came problem(Blame blame, String why) {
      return new Came(HttpReply.empty(0), Optional.of(blame), why);
    }
  }

  /** A request of the Broker's that waits for its answer, or the end of the session. */
  private sealed interface Event {

    record Post(Bytes body, String mediaType, CompletableFuture<HttpReply> answer)
        implements Event {}

    record End(Trigger.Begun session, Trigger.End end) implements Event {}
  }

  private final Trigger trigger;
  private final TriggerWords words;
  private final Duration patience;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private Optional<Trigger.Begun> begun = Optional.empty();
  private Optional<Event.Post> pending = Optional.empty();
  private int posts;
  private boolean closed;

  /**
   * @param patience real time for the Broker's next request
   */
  TurnedSession(Trigger trigger, TriggerWords words, Duration patience) {
    this.trigger = trigger;
    this.words = words;
    this.patience = patience;
  }

  /** A request of the Broker's: answered when there is something to say, or at the end. */
  HttpReply posted(HttpCall call) {
    CompletableFuture<HttpReply> answer = new CompletableFuture<>();
    if (!take(new Event.Post(call.body(), call.mediaType(), answer))) {
      return HttpReply.empty(204);
    }
    return answer
        .completeOnTimeout(HttpReply.empty(204), patience.toMillis() * MOST, TimeUnit.MILLISECONDS)
        .join();
  }

  private synchronized boolean take(Event.Post post) {
    posts++;
    return !closed && posts <= MOST && events.add(post);
  }

  /** Answers the pending request, and waits for what comes next. */
  Came send(Bytes octets) {
    if (pending.isEmpty()) {
      Optional<Came> none = open();
      if (none.isPresent()) {
        return none.get();
      }
    }
    pending
        .orElseThrow()
        .answer()
        .complete(
            octets.isEmpty()
                ? HttpReply.empty(204)
                : new HttpReply(200, Map.of("content-type", Message.TEEP), octets));
    pending = Optional.empty();
    Optional<Event> next = next();
    if (next.isEmpty()) {
      return Came.problem(
          Blame.TIMEOUT, "no answer of the target's device within " + patience.toMillis() + " ms");
    }
    if (next.get() instanceof Event.Post post) {
      pending = Optional.of(post);
      // An empty request opens another session: the Agent had nothing to say in this one.
      return post.body().isEmpty()
          ? Came.reply(204)
          : new Came(
              new HttpReply(200, Map.of("content-type", post.mediaType()), post.body()),
              Optional.empty(),
              "");
    }
    return ended((Event.End) next.get());
  }

  /** What the pending request brought. */
  Bytes first() {
    return pending.map(Event.Post::body).orElse(Bytes.EMPTY);
  }

  /**
   * Has the Broker begin, and waits for its first request.
   *
   * @return why none came
   */
  Optional<Came> open() {
    Trigger.Begun session = trigger.pull(words);
    begun = Optional.of(session);
    session.end().thenAccept(end -> events.add(new Event.End(session, end)));
    Optional<Event> first = next();
    if (first.isEmpty()) {
      return Optional.of(
          Came.problem(
              Blame.TIMEOUT,
              "no connection of the target's device within " + patience.toMillis() + " ms"));
    }
    if (first.get() instanceof Event.Post post) {
      pending = Optional.of(post);
      return Optional.empty();
    }
    Trigger.End end = ((Event.End) first.get()).end();
    Blame blame =
        switch (end.kind()) {
          case SILENT -> Blame.TIMEOUT;
          case DONE, REFUSED, BROKEN, NOT_STARTED -> Blame.PREREQUISITE;
        };
    return Optional.of(
        Came.problem(blame, "the target's device opened no session: " + end.words()));
  }

  /** The session is over, and no message came. */
  private static Came ended(Event.End event) {
    Trigger.End end = event.end();
    return switch (end.kind()) {
      case DONE -> Came.reply(204);
      case REFUSED -> Came.reply(422);
      case BROKEN -> Came.reply(500);
      case SILENT -> Came.problem(Blame.TIMEOUT, "no end of the session: " + end.words());
      case NOT_STARTED -> Came.problem(Blame.CONFIGURATION, end.words());
    };
  }

  /** What comes next of the session that is open; ends of earlier ones are nothing new. */
  private Optional<Event> next() {
    try {
      while (true) {
        Event event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        boolean earlier =
            event instanceof Event.End end && begun.filter(now -> now == end.session()).isEmpty();
        if (!earlier) {
          return Optional.ofNullable(event);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Ends what is open: nothing more is said, and what was begun is given time to end by itself. */
  Optional<Trigger.End> close() {
    synchronized (this) {
      closed = true;
    }
    pending.ifPresent(post -> post.answer().complete(HttpReply.empty(204)));
    pending = Optional.empty();
    for (Event left : events) {
      if (left instanceof Event.Post post) {
        post.answer().complete(HttpReply.empty(204));
      }
    }
    Optional<Trigger.End> end = begun.flatMap(this::over);
    if (end.isEmpty()) {
      begun.ifPresent(Trigger.Begun::stop);
    }
    return end;
  }

  private Optional<Trigger.End> over(Trigger.Begun session) {
    return session
        .end()
        .thenApply(Optional::of)
        .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
