package org.ccican.conformance.sut;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ccican.reject.Rejected;

/**
 * A program of the target's that speaks JSON Lines ({@code adapter.schema.json}): one line on its
 * standard input for each question, one on its standard output for each answer, for a whole run.
 * One that fails is ended, and begun anew for the next question; after a few failures in a row it
 * is left alone.
 */
public final class Adapter implements AutoCloseable {

  /** The protocol's version, said at the start. */
  static final String PROTOCOL = "ccican-adapter/1";

  /** So many failures, one after the other, are borne. */
  static final int PATIENCE = 3;

  private static final Duration FAREWELL = Duration.ofSeconds(2);

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
  private Optional<Running> running = Optional.empty();
  private Optional<String> latest = Optional.empty();
  private int failures;
  private int answers;
  private long asked;

  /** A process and its lines. */
  private record Running(AdapterProcess child, BoundedLines lines) {}

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

  /** Why asking again is of no use; empty if it is. */
  public synchronized Optional<String> givenUp() {
    return failures < PATIENCE
        ? Optional.empty()
        : Optional.of("the adapter failed " + failures + " times, at last: " + latest.orElse(""));
  }

  /**
   * One question and its answer.
   *
   * @throws ChildFailed if there is no answer that can be understood
   */
  synchronized AdapterAnswer ask(AdapterQuestion question) throws ChildFailed {
    Optional<String> hopeless = givenUp();
    if (hopeless.isPresent()) {
      throw new ChildFailed(ChildFailed.Kind.DIED, hopeless.get());
    }
    try {
      AdapterAnswer answer = exchange(started(), question, limits.answer());
      failures = 0;
      return answer;
    } catch (ChildFailed failure) {
      failures++;
      latest = Optional.of(failure.getMessage());
      end();
      throw failure;
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (running.isPresent()) {
        exchange(running.get(), AdapterQuestion.of("stop"), FAREWELL);
        running.get().child().in().close();
        running.get().child().ended(FAREWELL);
      }
    } catch (ChildFailed | IOException e) {
      // Whoever does not stop when told to is stopped below.
      latest = Optional.of(String.valueOf(e.getMessage()));
    }
    end();
  }

  private void end() {
    running.ifPresent(each -> each.child().close());
    running = Optional.empty();
  }

  private Running started() throws ChildFailed {
    if (running.isPresent()) {
      return running.get();
    }
    AdapterProcess child =
        AdapterProcess.start(program, Map.of("CCICAN_ADAPTER", PROTOCOL), limits.output());
    Running begun = new Running(child, new BoundedLines(child, limits.line()));
    running = Optional.of(begun);
    AdapterQuestion start =
        AdapterQuestion.of("start").text("protocol", PROTOCOL).texts("roles", roles);
    AdapterAnswer answer = exchange(begun, start, limits.start());
    if (answer.outcome() != AdapterAnswer.Outcome.ACCEPTED) {
      throw failed(
          begun,
          ChildFailed.Kind.NOT_STARTED,
          "does not start: " + begun.child().redaction().shown(answer.reason().orElse("")));
    }
    return begun;
  }

  private AdapterAnswer exchange(Running with, AdapterQuestion question, Duration within)
      throws ChildFailed {
    Optional<BoundedLines.Line> early = with.lines().next(Duration.ZERO);
    if (early.isPresent()) {
      throw unasked(with, early.get());
    }
    with.child().lookAround();
    long id = ++asked;
    send(with, question.line(id), within);
    BoundedLines.Line line =
        with.lines()
            .next(within)
            .orElseThrow(
                () ->
                    failed(
                        with,
                        ChildFailed.Kind.SILENT,
                        "did not answer within " + within.toMillis() + " ms"));
    if (line.isEnd()) {
      throw ended(with, line.end());
    }
    if (++answers > limits.answers()) {
      throw failed(
          with, ChildFailed.Kind.GARBLED, "gave more than " + limits.answers() + " answers");
    }
    AdapterAnswer answer = read(with, line);
    if (answer.id() != id) {
      throw failed(
          with,
          ChildFailed.Kind.GARBLED,
          "answered question " + answer.id() + " where " + id + " was asked");
    }
    return answer;
  }

  private ChildFailed unasked(Running with, BoundedLines.Line line) {
    return line.isEnd()
        ? ended(with, line.end())
        : failed(with, ChildFailed.Kind.GARBLED, "said something more than its answer to " + asked);
  }

  private AdapterAnswer read(Running with, BoundedLines.Line line) throws ChildFailed {
    try {
      return AdapterAnswer.parse(line.octets());
    } catch (Rejected e) {
      throw failed(
          with,
          ChildFailed.Kind.GARBLED,
          "gave no answer: " + with.child().redaction().shown(String.valueOf(e.getMessage())));
    }
  }

  /** Writing ends in time as well: a program that reads nothing fills its pipe. */
  private void send(Running with, String line, Duration within) throws ChildFailed {
    CompletableFuture<Void> written = new CompletableFuture<>();
    AdapterProcess.daemon(
        "questions to " + program.words().get(0), () -> write(with, line, written));
    try {
      written.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failed(with, ChildFailed.Kind.SILENT, "does not read its standard input");
    } catch (ExecutionException e) {
      throw ended(with, "it closed its standard input");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(with, ChildFailed.Kind.SILENT, "interrupted");
    }
  }

  private static void write(Running with, String line, CompletableFuture<Void> written) {
    try {
      OutputStream in = with.child().in();
      in.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      in.flush();
      written.complete(null);
    } catch (IOException e) {
      written.completeExceptionally(e);
    }
  }

  private ChildFailed ended(Running with, String how) {
    OptionalInt code =
        how.startsWith("it wrote") ? OptionalInt.empty() : with.child().ended(FAREWELL);
    return code.isPresent()
        ? failed(with, ChildFailed.Kind.DIED, "ended with exit code " + code.getAsInt())
        : failed(with, ChildFailed.Kind.GARBLED, how);
  }

  private ChildFailed failed(Running with, ChildFailed.Kind kind, String what) {
    with.child().lookAround();
    String said = with.child().complaint().map(text -> "; it says: " + text).orElse("");
    return new ChildFailed(kind, "adapter " + program.words().get(0) + ": " + what + said);
  }
}
