package org.ccican.role;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.appraisal.AttestationResult;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.ear.Ear;
import org.ccican.ear.EarProfile;
import org.ccican.ear.EarToken;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.message.AttestationMessage.AttestationRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What an owner and one environment say to each other over the secure channel (ccican-00 section
 * 5): attestation with a nonce, and after it only to the key that was attested.
 */
final class OwnerSession {

  private static final int NONCE_SIZE = 32;

  /** Seconds that the Verifier's clock may be ahead. */
  private static final long SKEW = 60;

  private final String middleware;
  private final CoseKey verifier;
  private final InstantSource clock;
  private final Randomness randomness;
  private final Checks checks;
  private Bytes nonce = Bytes.EMPTY;
  private Optional<Bytes> attestedKey = Optional.empty();

  /**
   * @param granted where the environment answers
   * @param verifier whose attestation results count
   * @param clock for how long they do
   */
  OwnerSession(
      String granted, CoseKey verifier, InstantSource clock, Randomness randomness, Checks checks) {
    // spec| ccican-00 §5(1): over a secure connection
    this.middleware =
        checks.keeps("owner.channel.secure") ? granted : granted.replaceFirst("^https:", "http:");
    this.verifier = verifier;
    this.clock = clock;
    this.randomness = randomness;
    this.checks = checks;
  }

  /**
   * spec| ccican-00 §5(1): a request over a secure connection, with a nonce.
   *
   * @param expected components that must have been installed by now, with their digests
   * @param next what follows a positive appraisal
   */
  Turn attest(Map<String, Bytes> expected, Step next) {
    Bytes fresh = randomness.next(NONCE_SIZE);
    // spec| RFC 9334 §10.2: a nonce is used once
    nonce = nonce.isEmpty() || checks.keeps("owner.nonce.fresh") ? fresh : nonce;
    Bytes sent = checks.keeps("owner.nonce.random") ? nonce : Bytes.zero(NONCE_SIZE);
    return ask(
        "attestation",
        Message.CCICAN,
        new AttestationRequest(sent).encode(),
        answer -> collected(answer, sent, expected, next));
  }

  private Turn collected(Answer answer, Bytes sent, Map<String, Bytes> expected, Step next)
      throws Rejected {
    Bytes evidence = answer.demandSuccess("middleware");
    Optional<Answer.Channel> channel = answer.channel();
    // spec| ccican-00 §5(1): the connection is secure
    Rejected.unless(
        checks,
        "owner.channel.tls13",
        channel.isPresent() && channel.get().protocol().equals("TLSv1.3"),
        Reason.POLICY_VIOLATED,
        () -> "the channel is " + channel.map(Answer.Channel::protocol).orElse("plain"));
    Optional<Bytes> channelKey =
        checks.keeps("owner.channel.bound")
            ? channel.map(Answer.Channel::peerKey)
            : Optional.empty();
    // spec| RFC 9334 §5.2: evidence is opaque and handed on as it came
    Bytes forwarded =
        checks.keeps("owner.evidence.unchanged") ? evidence : Bytes.concat(evidence, Bytes.of(0));
    AppraisalRequest request =
        new AppraisalRequest(forwarded, sent, channelKey, required(expected), expected);
    return Turn.ask(
        RoleId.VERIFIER,
        Message.of("appraisals", request.encode()),
        result -> appraised(result, sent, channel, next));
  }

  private static List<String> required(Map<String, Bytes> expected) {
    return expected.isEmpty()
        ? List.of(TargetingEnvironment.MIDDLEWARE)
        : List.of(TargetingEnvironment.MIDDLEWARE, TargetingEnvironment.APPLICATION);
  }

  private Turn appraised(Answer answer, Bytes sent, Optional<Answer.Channel> channel, Step next)
      throws Rejected {
    Ear ear = EarToken.open(answer.demandSuccess("Verifier"), verifier, checks);
    EarToken.demandCurrent(ear, EarProfile.CURRENT, clock.instant(), SKEW, checks);
    AttestationResult result = AttestationResult.of(ear, checks);
    // spec| RFC 9334 §10: the result answers this appraisal
    Rejected.unless(
        checks,
        "owner.result.nonce",
        result.nonce().equalsConstantTime(sent),
        Reason.STALE_NONCE,
        () -> "the result is for nonce " + result.nonce());
    // spec| ccican-00 §5(4): application and data follow a positive appraisal
    Rejected.unless(
        checks,
        "owner.result.accepted",
        result.accepted(),
        result.reason().orElse(Reason.NOT_APPRAISED),
        () -> "the Verifier refused at " + result.check().orElse("an unnamed check"));
    // spec| ccican-00 §5: from now on nothing goes to anybody but the attested environment
    attestedKey =
        checks.keeps("owner.channel.pinned")
            ? channel.map(Answer.Channel::peerKey)
            : Optional.empty();
    return next.go();
  }

  /** Asks for the application's result on the data. */
  Turn compute(Bytes data) {
    return ask(
        "data",
        Message.OCTETS,
        data,
        answer -> Turn.reply(Message.OCTETS, answer.demandSuccess("middleware")));
  }

  Turn ask(String resource, String mediaType, Bytes body, Turn.Next next) {
    return new Turn.Ask(
        RoleId.MIDDLEWARE,
        middleware,
        new Message(resource, "", mediaType, body),
        attestedKey,
        next);
  }

  /** The next step of a session. */
  @FunctionalInterface
  interface Step {
    Turn go();
  }
}
