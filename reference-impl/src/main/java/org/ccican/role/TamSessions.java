package org.ccican.role;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What a TAM has sent and may be answered: each challenge and each token once, and in time (
 * teep-protocol sections 4.2 and 7.1). Of each kind the latest {@value #ROOM} are known.
 */
final class TamSessions {

  static final int ROOM = 10_000;

  /** How long a challenge or a token may be answered; hours, as the protocol suggests. */
  static final Duration PATIENCE = Duration.ofHours(4);

  /**
   * A message that was sent and may be answered once.
   *
   * @param item what the session is for: policy and placement
   * @param agent whose answer counts, once it is known
   * @param beside the token that went with a challenge: none, unless a rule of ours is broken
   */
  record Outstanding(
      Instant sent, String item, Optional<TamVoice.Peer> agent, Optional<Bytes> beside) {

    Outstanding(Instant sent, String item, Optional<TamVoice.Peer> agent) {
      this(sent, item, agent, Optional.empty());
    }

    /** Whether it was a QueryRequest, and not an Update. */
    boolean isQuery() {
      return agent.isEmpty();
    }
  }

  private static final class Entry {

    private final Outstanding outstanding;
    private boolean answered;

    Entry(Outstanding outstanding, boolean answered) {
      this.outstanding = outstanding;
      this.answered = answered;
    }

    /** Whether this is the first answer. */
    boolean answer() {
      boolean first = !answered;
      answered = true;
      return first;
    }
  }

  private final InstantSource clock;
  private final Checks checks;
  private final Bounded<Bytes, Entry> challenges = new Bounded<>(ROOM);
  private final Bounded<Bytes, Entry> tokens = new Bounded<>(ROOM);

  TamSessions(InstantSource clock, Checks checks) {
    this.clock = clock;
    this.checks = checks;
  }

  void challenged(Bytes challenge, String item, Optional<Bytes> token) {
    sent(challenges, challenge, new Outstanding(clock.instant(), item, Optional.empty(), token));
  }

  void queried(Bytes token, String item) {
    sent(tokens, token, new Outstanding(clock.instant(), item, Optional.empty()));
  }

  void updated(Bytes token, String item, TamVoice.Peer agent) {
    sent(tokens, token, new Outstanding(clock.instant(), item, Optional.of(agent)));
  }

  /** The token that went with a challenge, if one did. */
  Optional<Bytes> besideChallenge(Bytes challenge) {
    return challenges.find(challenge).flatMap(entry -> entry.outstanding.beside());
  }

  /** Whether a challenge was sent by this TAM, answered or not. */
  boolean knowsChallenge(Bytes challenge) {
    return challenges.find(challenge).isPresent();
  }

  /**
   * @throws Rejected if the challenge is unknown, was answered before or is too old
   */
  Outstanding redeemChallenge(Bytes challenge) throws Rejected {
    Entry found =
        challenges
            .find(challenge)
            .orElseThrow(
                () ->
                    new Rejected(
                        Reason.STALE_NONCE,
                        "tam.challenge.known",
                        "this TAM never sent " + challenge));
    // spec| teep-protocol-26 §7.1: a challenge is answered once
    Rejected.unless(
        checks,
        "tam.challenge.once",
        found.answer(),
        Reason.REPLAYED,
        () -> challenge + " was answered before");
    // spec| teep-protocol-26 §7.1: and in time
    Rejected.unless(
        checks,
        "tam.challenge.expiry",
        inTime(found.outstanding),
        Reason.EXPIRED,
        () -> "sent at " + found.outstanding.sent());
    return found.outstanding;
  }

  /** What a token was sent with; does not count as an answer. */
  Outstanding find(Bytes token) throws Rejected {
    return entry(token).outstanding;
  }

  /** A session that began without a request of this TAM's that could be named. */
  Outstanding unsolicited() {
    return new Outstanding(clock.instant(), TamPolicy.PASSPORT.name(), Optional.empty());
  }

  /**
   * @throws Rejected if the token is unknown, was answered before or is too old
   */
  Outstanding redeemToken(Bytes token) throws Rejected {
    Entry found = entry(token);
    // spec| teep-protocol-26 §4.2: a token is answered once
    Rejected.unless(
        checks,
        "tam.token.once",
        found.answer(),
        Reason.REPLAYED,
        () -> token + " was answered before");
    // spec| teep-protocol-26 §4.2: and in time
    Rejected.unless(
        checks,
        "tam.token.expiry",
        inTime(found.outstanding),
        Reason.EXPIRED,
        () -> "sent at " + found.outstanding.sent());
    return found.outstanding;
  }

  private Entry entry(Bytes token) throws Rejected {
    return tokens
        .find(token)
        .orElseThrow(
            () ->
                new Rejected(
                    Reason.STALE_NONCE, "tam.token.known", "this TAM never sent " + token));
  }

  /** What was answered once stays so, even if a TAM that misbehaves sends it again. */
  private static void sent(Bounded<Bytes, Entry> known, Bytes key, Outstanding outstanding) {
    boolean answered = known.find(key).map(entry -> entry.answered).orElse(false);
    known.put(key, new Entry(outstanding, answered));
  }

  private boolean inTime(Outstanding outstanding) {
    return clock.instant().isBefore(outstanding.sent().plus(PATIENCE));
  }
}
