package org.ccican.conformance.sut;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccican.transport.HttpReply;

/**
 * A program of the target's that speaks JSON Lines ({@code adapter.schema.json}): one line on its
 * standard input for each question, one on its standard output for each answer, for a whole run. An
 * answer may be that the role asks another one first, and is then told what came back. One that
 * fails is ended, and begun anew for the next question; after a few failures in a row it is left
 * alone.
 */
public final class Adapter implements AutoCloseable {

  /** The protocol's version, said at the start. */
  static final String PROTOCOL = "ccican-adapter/1";

  /** So many failures, one after the other, are borne. */
  static final int PATIENCE = 3;

  /** So often a role asks somebody else before it answers one question. */
  static final int MOST_CALLS = 64;

  /** So many times as long as one line may take, a talk may. */
  private static final int TALK = 30;

  private static final String BUSY = "something else is still being said to ";

  /**
   * What an adapter may use.
   *
   * @param start real time until it has answered its first question
   * @param answer real time for any other
   * @param line octets of one answer
   * @param answers in a run
   * @param output octets on both its streams, in a run
   */
  public record Limits(Duration start, Duration answer, int line, int answers, long output) {

    /** 10 s for an answer, 1 MiB for a line and 256 MiB for a run. */
    public static Limits standard() {
      return new Limits(
          Duration.ofSeconds(30), Duration.ofSeconds(10), 1 << 20, 100_000, 256L << 20);
    }
  }

  private final AdapterProcess.Program program;
  private final List<String> roles;
  private final Limits limits;
  private final Talks talks = new Talks();
  private Optional<AdapterLines> running = Optional.empty();
  private Optional<String> latest = Optional.empty();
  private Map<String, List<String>> claims = Map.of();
  private int failures;

  /**
   * @param roles ids of those that it stands for
   */
  Adapter(AdapterProcess.Program program, List<String> roles, Limits limits) {
    this.program = Objects.requireNonNull(program);
    this.roles = List.copyOf(roles);
    this.limits = limits;
  }

  /** The program, without its arguments. */
  public String shown() {
    return program.shown();
  }

  /**
   * Has it say what the target can do.
   *
   * @throws ChildFailed if it does not even say that it does not know
   */
  void learn() throws ChildFailed {
    AdapterAnswer answer = ask(AdapterQuestion.of("claims"));
    synchronized (this) {
      claims = answer.claims();
    }
  }

  /** What it said last: names by kind; empty if it has said nothing. */
  synchronized Map<String, List<String>> claims() {
    return claims;
  }

  /** Why asking again is of no use; empty if it is. */
  public synchronized Optional<String> givenUp() {
    return failures < PATIENCE
        ? Optional.empty()
        : Optional.of("the adapter failed " + failures + " times, at last: " + latest.orElse(""));
  }

  /**
   * One question and its answer, of a role that asks nobody else.
   *
   * @throws ChildFailed if there is no answer that can be understood
   */
  AdapterAnswer ask(AdapterQuestion question) throws ChildFailed {
    return ask(question, Optional.empty());
  }

  /**
   * One question and its answer.
   *
   * @param peers whom the role asks before it answers
   * @throws ChildFailed if there is no answer that can be understood
   */
  AdapterAnswer ask(AdapterQuestion question, Peers peers) throws ChildFailed {
    return ask(question, Optional.of(peers));
  }

  /** Makes the calls of a role behind an adapter. */
  @FunctionalInterface
  interface Peers {

    /** The reply, in bounded time; status 0 if there was none. */
    HttpReply answer(AdapterCall call);
  }

  private AdapterAnswer ask(AdapterQuestion question, Optional<Peers> peers) throws ChildFailed {
    Duration patience = limits.answer().multipliedBy(TALK);
    Talks.Talk talk =
        talks
            .begin(patience)
            .orElseThrow(() -> new ChildFailed(ChildFailed.Kind.SILENT, BUSY + program.shown()));
    try {
      AdapterLines with = ready();
      AdapterAnswer answer = said(with, question);
      for (int calls = 0; answer.call().isPresent(); calls++) {
        if (peers.isEmpty() || calls >= MOST_CALLS) {
          throw spoilt(
              with.failed(
                  ChildFailed.Kind.GARBLED,
                  peers.isEmpty()
                      ? "asks somebody where it can only answer"
                      : "asked more than " + MOST_CALLS + " times before it answered"));
        }
        talks.leave(talk);
        HttpReply reply = peers.get().answer(answer.call().get());
        if (!talks.comeBack(talk, patience)) {
          throw spoilt(new ChildFailed(ChildFailed.Kind.SILENT, BUSY + program.shown()));
        }
        answer = said(with, AdapterQuestion.answer(reply));
      }
      return answer;
    } finally {
      talks.end(talk);
    }
  }

  private synchronized AdapterLines ready() throws ChildFailed {
    Optional<String> hopeless = givenUp();
    if (hopeless.isPresent()) {
      throw new ChildFailed(ChildFailed.Kind.DIED, hopeless.get());
    }
    try {
      return started();
    } catch (ChildFailed failure) {
      throw spoilt(failure);
    }
  }

  private synchronized AdapterAnswer said(AdapterLines with, AdapterQuestion question)
      throws ChildFailed {
    if (running.filter(now -> now == with).isEmpty()) {
      throw new ChildFailed(
          ChildFailed.Kind.DIED, "adapter " + program.words().get(0) + " was ended in between");
    }
    try {
      AdapterAnswer answer = with.exchange(question, limits.answer());
      failures = 0;
      return answer;
    } catch (ChildFailed failure) {
      throw spoilt(failure);
    }
  }

  /** One that has failed is of no more use. */
  private synchronized ChildFailed spoilt(ChildFailed failure) {
    failures++;
    latest = Optional.of(failure.getMessage());
    end();
    return failure;
  }

  @Override
  public synchronized void close() {
    try {
      if (running.isPresent()) {
        running.get().exchange(AdapterQuestion.of("stop"), AdapterLines.FAREWELL);
        running.get().leave();
      }
    } catch (ChildFailed e) {
      // Whoever does not stop when told to is stopped below.
      latest = Optional.of(String.valueOf(e.getMessage()));
    }
    end();
  }

  private void end() {
    running.ifPresent(AdapterLines::close);
    running = Optional.empty();
  }

  private AdapterLines started() throws ChildFailed {
    if (running.isPresent()) {
      return running.get();
    }
    AdapterLines begun = AdapterLines.start(program, limits);
    running = Optional.of(begun);
    AdapterQuestion start =
        AdapterQuestion.of("start").text("protocol", PROTOCOL).texts("roles", roles);
    AdapterAnswer answer = begun.exchange(start, limits.start());
    if (answer.outcome() != AdapterAnswer.Outcome.ACCEPTED) {
      throw begun.failed(
          ChildFailed.Kind.NOT_STARTED, "does not start: " + begun.shown(answer.reason()));
    }
    return begun;
  }
}
