package org.ccican.conformance.sut;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * What makes a role of the target begin: a program that is run, or a URL that is posted to. Its end
 * is that of what was begun: exit code 0, or a status from 200 to 299, if it went well; exit code
 * 1, or a status from 400 to 499, if it was refused.
 */
final class Trigger {

  /** So many times as long as one answer may take, a whole session may. */
  private static final int ANSWERS = 30;

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** How something that was begun has ended. */
  enum Kind {
    DONE,
    REFUSED,
    /** Another exit code, a signal, or the status of a server's failure: never a refusal. */
    BROKEN,
    /** It did not end in time, or there was no answer. */
    SILENT,
    /** There is no such program. */
    NOT_STARTED
  }

  /**
   * The end.
   *
   * @param said standard output, or the body of the answer
   * @param words for a report, without what may be secret
   */
  record End(Kind kind, Bytes said, String words) {}

  /**
   * Something that was begun.
   *
   * @param end completes once, and in bounded time
   */
  record Begun(CompletableFuture<End> end, Runnable ending) {

    void stop() {
      ending.run();
    }
  }

  private final SutRole role;
  private final Reach by;
  private final TargetConnection http;
  private final Duration longest;

  /**
   * @param role whose way is a trigger
   */
  Trigger(SutRole role, Opening opening) {
    this.role = role;
    this.by = ((Reach.Trigger) role.reach()).by();
    SutLimits limits = role.limits();
    Duration session = limits.response().multipliedBy(ANSWERS);
    this.longest = session.compareTo(LONGEST) > 0 ? LONGEST : session;
    this.http =
        new TargetConnection(
            role.within(new SutLimits(limits.connect(), longest, limits.size())), opening.clock());
  }

  TargetConnection http() {
    return http;
  }

  Begun pull(TriggerWords words) {
    return by instanceof Reach.Program program ? run(program, words) : post(words);
  }

  private Begun run(Reach.Program program, TriggerWords words) {
    List<String> filled = words.in(program.command());
    ChildProcess.Running running =
        ChildProcess.start(
            filled,
            program.folder(),
            words.environment(),
            Bytes.EMPTY,
            new ChildProcess.Limits(longest, role.limits().size(), 4096));
    return new Begun(running.ended().thenApply(ended -> end(program, ended)), running::stop);
  }

  private static End end(Reach.Program program, ChildProcess.Ended ended) {
    Redaction redaction =
        Redaction.of(
            program.words().subList(1, program.words().size()), new HashMap<>(System.getenv()));
    Kind kind =
        switch (ended.how()) {
          case EXITED ->
              ended.with(CommandCase.ACCEPTED)
                  ? Kind.DONE
                  : ended.with(CommandCase.REFUSED) ? Kind.REFUSED : Kind.BROKEN;
          case OUTPUT -> Kind.BROKEN;
          case DEADLINE, STOPPED -> Kind.SILENT;
          case NOT_STARTED -> Kind.NOT_STARTED;
        };
    return new End(kind, ended.output(), program.shown() + " " + redaction.shown(ended.words()));
  }

  private Begun post(TriggerWords words) {
    URI uri = words.in(role.http().url());
    CompletableFuture<End> end = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              TargetConnection.Exchanged exchanged =
                  http.send(
                      uri,
                      words.scenario(),
                      "POST",
                      Map.of(Connection.CASE, words.scenario()),
                      Bytes.EMPTY);
              end.complete(end(Reach.Http.shown(role.http().url()), exchanged));
            },
            "target's trigger");
    thread.setDaemon(true);
    thread.start();
    return new Begun(end, thread::interrupt);
  }

  private static End end(String shown, TargetConnection.Exchanged exchanged) {
    if (!exchanged.answered()) {
      return new End(Kind.SILENT, Bytes.EMPTY, shown + ": " + exchanged.failure());
    }
    HttpReply reply = exchanged.reply();
    int hundreds = reply.status() / 100;
    Kind kind = hundreds == 2 ? Kind.DONE : hundreds == 4 ? Kind.REFUSED : Kind.BROKEN;
    return new End(kind, reply.body(), shown + " answered with status " + reply.status());
  }

  /** Where the target says that the middleware is: what the trigger said, if that is a URL. */
  static Optional<String> middleware(End end) {
    String said = end.said().size() > 2000 ? "" : end.said().toText().strip();
    return said.matches("https?://\\S+") ? Optional.of(said) : Optional.empty();
  }
}
