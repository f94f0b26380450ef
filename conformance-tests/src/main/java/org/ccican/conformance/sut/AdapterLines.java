package org.ccican.conformance.sut;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ccican.reject.Rejected;

/**
 * One process of an adapter, and what is said to and by it: a line there, a line back, each within
 * its time.
 */
final class AdapterLines implements AutoCloseable {

  /** Real time for a process that was told to end. */
  static final Duration FAREWELL = Duration.ofSeconds(2);

  private final AdapterProcess.Program program;
  private final AdapterProcess child;
  private final BoundedLines lines;
  private final Adapter.Limits limits;
  private int answers;
  private long asked;

  private AdapterLines(
      AdapterProcess.Program program, AdapterProcess child, Adapter.Limits limits) {
    this.program = program;
    this.child = child;
    this.limits = limits;
    this.lines = new BoundedLines(child, limits.line());
  }

  /**
   * @throws ChildFailed if there is no such program
   */
  static AdapterLines start(AdapterProcess.Program program, Adapter.Limits limits)
      throws ChildFailed {
    return new AdapterLines(
        program,
        AdapterProcess.start(program, Map.of("CCICAN_ADAPTER", Adapter.PROTOCOL), limits.output()),
        limits);
  }

  /** Words of the program's, fit to be shown. */
  String shown(Optional<String> words) {
    return child.redaction().shown(words.orElse(""));
  }

  /** Waits for a process that was told to end. */
  void leave() {
    try {
      child.in().close();
    } catch (IOException e) {
      // It has closed its end already.
      return;
    }
    child.ended(FAREWELL);
  }

  @Override
  public void close() {
    child.close();
  }

  /**
   * A question and what is said to it.
   *
   * @throws ChildFailed if that is no answer of the protocol, or none in time
   */
  AdapterAnswer exchange(AdapterQuestion question, Duration within) throws ChildFailed {
    Optional<BoundedLines.Line> early = lines.next(Duration.ZERO);
    if (early.isPresent()) {
      throw unasked(early.get());
    }
    child.lookAround();
    long id = ++asked;
    send(question.line(id), within);
    BoundedLines.Line line =
        lines
            .next(within)
            .orElseThrow(
                () ->
                    failed(
                        ChildFailed.Kind.SILENT,
                        "did not answer within " + within.toMillis() + " ms"));
    if (line.isEnd()) {
      throw ended(line.end());
    }
    if (++answers > limits.answers()) {
      throw failed(ChildFailed.Kind.GARBLED, "gave more than " + limits.answers() + " answers");
    }
    AdapterAnswer answer = read(line);
    if (answer.id() != id) {
      throw failed(
          ChildFailed.Kind.GARBLED,
          "answered question " + answer.id() + " where " + id + " was asked");
    }
    return answer;
  }

  private ChildFailed unasked(BoundedLines.Line line) {
    return line.isEnd()
        ? ended(line.end())
        : failed(ChildFailed.Kind.GARBLED, "said something more than its answer to " + asked);
  }

  private AdapterAnswer read(BoundedLines.Line line) throws ChildFailed {
    try {
      return AdapterAnswer.parse(line.octets());
    } catch (Rejected e) {
      throw failed(
          ChildFailed.Kind.GARBLED,
          "gave no answer: " + child.redaction().shown(String.valueOf(e.getMessage())));
    }
  }

  /** Writing ends in time as well: a program that reads nothing fills its pipe. */
  private void send(String line, Duration within) throws ChildFailed {
    CompletableFuture<Void> written = new CompletableFuture<>();
    AdapterProcess.daemon("questions to " + program.words().get(0), () -> write(line, written));
    try {
      written.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failed(ChildFailed.Kind.SILENT, "does not read its standard input");
    } catch (ExecutionException e) {
      throw ended("it closed its standard input");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(ChildFailed.Kind.SILENT, "interrupted");
    }
  }

  private void write(String line, CompletableFuture<Void> written) {
    try {
      OutputStream in = child.in();
      in.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      in.flush();
      written.complete(null);
    } catch (IOException e) {
      written.completeExceptionally(e);
    }
  }

  private ChildFailed ended(String how) {
    OptionalInt code = how.startsWith("it wrote") ? OptionalInt.empty() : child.ended(FAREWELL);
    return code.isPresent()
        ? failed(ChildFailed.Kind.DIED, "ended with exit code " + code.getAsInt())
        : failed(ChildFailed.Kind.GARBLED, how);
  }

  ChildFailed failed(ChildFailed.Kind kind, String what) {
    child.lookAround();
    String said = child.complaint().map(text -> "; it says: " + text).orElse("");
    return new ChildFailed(kind, "adapter " + program.words().get(0) + ": " + what + said);
  }
}
