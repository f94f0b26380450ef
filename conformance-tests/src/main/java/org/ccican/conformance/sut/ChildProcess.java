package org.ccican.conformance.sut;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * A program of the target's, started by itself and not through a shell: bounded in time and output,
 * and ended with whatever it has started. It inherits the environment of the suite's process.
 */
public final class ChildProcess {

  /**
   * How far a program may go.
   *
   * @param time real time from its start to its end
   * @param output octets on standard output; one more ends it
   * @param errors so many octets of its standard error are kept, the last ones; more does no harm
   */
  public record Limits(Duration time, int output, int errors) {

    /** 16 MiB of output and the last 4096 octets of its complaints. */
    public static Limits of(Duration time) {
      return new Limits(time, 16 << 20, 4096);
    }
  }

  /** What a program's end was. */
  public enum How {
    /** It ended by itself, or by a signal that was not ours: as Java has it, 128 and its number. */
    EXITED,
    /** Its time was over. */
    DEADLINE,
    /** It wrote more than it may. */
    OUTPUT,
    /** The suite had no more use for it. */
    STOPPED,
    /** There is no such program, or it cannot be run. */
    NOT_STARTED
  }

  /**
   * A program that has ended.
   *
   * @param code its exit code; 0 where it has none
   * @param output what it wrote to standard output, no more than the limit
   * @param errors the end of its standard error, without control characters; for a program that was
   *     not started, why
   */
  public record Ended(How how, int code, Bytes output, String errors) {

    /** Whether it ended by itself with this code. */
    public boolean with(int expected) {
      return how == How.EXITED && code == expected;
    }

    /** In words, with the end of what it complained about. */
    public String words() {
      String tail = errors.isBlank() ? "" : "; it said: " + errors.strip();
      return switch (how) {
            case EXITED ->
                code > SIGNAL && code <= SIGNAL + LAST_SIGNAL
                    ? "ended by signal " + (code - SIGNAL)
                    : "ended with exit code " + code;
            case DEADLINE -> "did not end in time";
            case OUTPUT -> "wrote more than it may";
            case STOPPED -> "was ended by the suite";
            case NOT_STARTED -> "cannot be started";
          }
          + tail;
    }
  }

  private static final int SIGNAL = 128;
  private static final int LAST_SIGNAL = 64;

  /** Real time for what a program wrote last to arrive once it has ended. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private static final Duration ROUND = Duration.ofMillis(100);

  private final Process process;
  private final Limits limits;
  private final CompletableFuture<Ended> ended = new CompletableFuture<>();
  private final AtomicReference<How> how = new AtomicReference<>(How.EXITED);

  private ChildProcess(Process process, Limits limits) {
    this.process = process;
    this.limits = limits;
  }

  /**
   * Starts a program.
   *
   * @param command the program and its arguments, as they are
   * @param environment added to that of the suite's process
   * @param input for its standard input, which is then at its end
   * @return completes with its end, and never otherwise
   */
  public static Running start(
      List<String> command, Map<String, String> environment, Bytes input, Limits limits) {
    return start(command, Path.of(""), environment, input, limits);
  }

  /**
   * As above.
   *
   * @param folder where the program finds itself
   */
  public static Running start(
      List<String> command,
      Path folder,
      Map<String, String> environment,
      Bytes input,
      Limits limits) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    builder.environment().putAll(environment);
    try {
      ChildProcess child = new ChildProcess(builder.start(), limits);
      child.watch(input);
      return new Running(child.ended, () -> child.end(How.STOPPED));
    } catch (IOException e) {
      Ended never = new Ended(How.NOT_STARTED, 0, Bytes.EMPTY, printable(e.getMessage()));
      return new Running(CompletableFuture.completedFuture(never), () -> {});
    }
  }

  /**
   * A program that was started.
   *
   * @param ended completes with its end
   */
  public record Running(CompletableFuture<Ended> ended, Runnable ending) {

    /** Ends it and all that it has started, if it has not ended yet. */
    public void stop() {
      ending.run();
    }
  }

  private void watch(Bytes input) {
    CompletableFuture<Bytes> output = new CompletableFuture<>();
    CompletableFuture<Bytes> errors = new CompletableFuture<>();
    thread(() -> output.complete(output()));
    thread(() -> errors.complete(errors()));
    thread(() -> feed(input));
    thread(
        () -> {
          await();
          ended.complete(
              new Ended(
                  how.get(),
                  how.get() == How.EXITED ? process.exitValue() : 0,
                  within(output),
                  printable(within(errors).toText())));
        });
  }

  private void await() {
    Set<ProcessHandle> started = new HashSet<>();
    long rounds = Math.max(1, limits.time().dividedBy(ROUND));
    try {
      // Those of a parent that is gone are no longer to be found: they are noted while it lives.
      while (!process.waitFor(ROUND.toMillis(), TimeUnit.MILLISECONDS) && rounds-- > 0) {
        process.descendants().forEach(started::add);
      }
      end(How.DEADLINE);
      process.waitFor();
    } catch (InterruptedException e) {
      end(How.STOPPED);
      Thread.currentThread().interrupt();
    }
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** Its descendants first, for the same reason. */
  private void end(How why) {
    if (process.isAlive()) {
      how.compareAndSet(How.EXITED, why);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private void feed(Bytes input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.toArray());
    } catch (IOException e) {
      // It reads no further, which is its own affair.
    }
  }

  private Bytes output() {
    ByteWriter kept = new ByteWriter();
    byte[] buffer = new byte[1 << 13];
    try (InputStream out = process.getInputStream()) {
      for (int read = out.read(buffer); read >= 0; read = out.read(buffer)) {
        int room = limits.output() - kept.size();
        kept.put(Bytes.of(buffer).slice(0, Math.min(read, room)));
        if (read > room) {
          end(How.OUTPUT);
          return kept.toBytes();
        }
      }
    } catch (IOException e) {
      // The pipe was closed under it: what came is what there is.
    }
    return kept.toBytes();
  }

  private Bytes errors() {
    Bytes tail = Bytes.EMPTY;
    byte[] buffer = new byte[1 << 13];
    try (InputStream in = process.getErrorStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        tail = Bytes.concat(tail, Bytes.of(buffer).slice(0, read));
        tail = tail.slice(Math.max(0, tail.size() - limits.errors()), tail.size());
      }
    } catch (IOException e) {
      // As above.
    }
    return tail;
  }

  /** What a reader has; a stream that somebody else still holds open is left alone. */
  private static Bytes within(CompletableFuture<Bytes> reader) {
    return reader
        .completeOnTimeout(Bytes.EMPTY, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private static void thread(Runnable task) {
    Thread thread = new Thread(task, "target's program");
    thread.setDaemon(true);
    thread.start();
  }

  /** Text for a report: line ends stay, other control characters become spaces. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
  }
}
