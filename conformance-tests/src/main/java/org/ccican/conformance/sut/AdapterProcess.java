package org.ccican.conformance.sut;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A program of the target's in a process of its own. It can neither fill memory nor outlive its
 * use: of its error stream the end is kept, what it writes altogether is bounded, and it is ended
 * together with whatever it started.
 */
final class AdapterProcess implements AutoCloseable {

  /** Octets kept of the error stream. */
  static final int TAIL = 2048;

  private static final int PORTION = 1 << 13;

  /** Real time for a program that was told to end, and for what it still says. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /**
   * What is to run.
   *
   * @param words the program, found as the operating system finds programs, and its arguments; no
   *     shell looks at them
   * @param folder where it runs
   */
  record Program(List<String> words, Path folder) {

    Program {
      words = List.copyOf(words);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("no program");
      }
    }

    /** The program alone: its arguments may be secret. */
    String shown() {
      int arguments = words.size() - 1;
      return arguments == 0
          ? words.get(0)
          : words.get(0) + " with " + arguments + (arguments == 1 ? " argument" : " arguments");
    }
  }

  private final Program program;
  private final Process process;
  private final Redaction redaction;
  private final long most;
  private final AtomicLong written = new AtomicLong();
  private final Set<ProcessHandle> offspring = new LinkedHashSet<>();
  private final Thread complaints;
  private final byte[] tail = new byte[TAIL];
  private long complained;

  private AdapterProcess(Program program, Process process, Redaction redaction, long most) {
    this.program = program;
    this.process = process;
    this.redaction = redaction;
    this.most = most;
    this.complaints = daemon("complaints of " + program.words().get(0), this::complaints);
  }

  /**
   * @param variables added to the environment
   * @param most octets that it may write, on both streams together
   * @throws ChildFailed if there is no such program
   */
  static AdapterProcess start(Program program, Map<String, String> variables, long most)
      throws ChildFailed {
    ProcessBuilder builder = new ProcessBuilder(program.words());
    builder.directory(program.folder().toFile());
    builder.environment().putAll(variables);
    Redaction redaction =
        Redaction.of(
            program.words().subList(1, program.words().size()),
            new HashMap<>(builder.environment()));
    try {
      return new AdapterProcess(program, builder.start(), redaction, most);
    } catch (IOException e) {
      throw new ChildFailed(
          ChildFailed.Kind.NOT_STARTED,
          program.words().get(0) + " cannot be started: " + reason(e));
    }
  }

  /** What the operating system says, without the program's arguments. */
  private static String reason(IOException e) {
    String said = String.valueOf(e.getMessage());
    return said.substring(said.lastIndexOf(": ") < 0 ? 0 : said.lastIndexOf(": ") + 2);
  }

  Program program() {
    return program;
  }

  OutputStream in() {
    return process.getOutputStream();
  }

  /** What it writes; {@link #counted} is to be told of it. */
  InputStream out() {
    return process.getInputStream();
  }

  Redaction redaction() {
    return redaction;
  }

  /** Takes note of octets that were read; false once it is too much. */
  boolean counted(long octets) {
    return written.addAndGet(octets) <= most;
  }

  /** Remembers what it has started by now, since children of the dead are found no more. */
  synchronized void lookAround() {
    offspring.removeIf(each -> !each.isAlive());
    process.descendants().forEach(offspring::add);
  }

  /** Its exit code, once it has ended within the time. */
  OptionalInt ended(Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)
          ? OptionalInt.of(process.exitValue())
          : OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  /** The end of what it said on its error stream, fit to be shown; empty if it said nothing. */
  Optional<String> complaint() {
    if (!process.isAlive()) {
      join(complaints);
    }
    synchronized (tail) {
      int kept = (int) Math.min(complained, TAIL);
      byte[] end = new byte[kept];
      int from = (int) ((complained - kept) % TAIL);
      for (int i = 0; i < kept; i++) {
        end[i] = tail[(from + i) % TAIL];
      }
      String shown = redaction.shown(new String(end, StandardCharsets.UTF_8));
      return Optional.of(shown).filter(text -> !text.isEmpty());
    }
  }

  /** Ends it and whatever it started, at once. */
  @Override
  public void close() {
    lookAround();
    process.destroyForcibly();
    synchronized (this) {
      offspring.forEach(ProcessHandle::destroyForcibly);
    }
    ended(GRACE);
    // A grandchild that got away may hold the other ends: nobody waits for those.
    daemon("farewell to " + program.words().get(0), this::shut);
  }

  private void shut() {
    for (Closeable stream : List.of(process.getOutputStream(), process.getInputStream())) {
      try {
        stream.close();
      } catch (IOException e) {
        // The other end is gone, which is what was wanted.
        continue;
      }
    }
  }

  private void complaints() {
    byte[] portion = new byte[PORTION];
    try (InputStream in = process.getErrorStream()) {
      int read = in.read(portion);
      while (read >= 0) {
        keep(portion, read);
        if (!counted(read)) {
          process.destroyForcibly();
          return;
        }
        read = in.read(portion);
      }
    } catch (IOException e) {
      // The stream ends with its process.
      return;
    }
  }

  private void keep(byte[] portion, int size) {
    synchronized (tail) {
      for (int i = Math.max(0, size - TAIL); i < size; i++) {
        tail[(int) ((complained + i) % TAIL)] = portion[i];
      }
      complained += size;
    }
  }

  static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join(GRACE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
