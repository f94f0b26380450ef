package org.ccican.appraisal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.ear.Ear;
import org.ccican.ear.EarAppraisal;
import org.ccican.ear.EarProfile;
import org.ccican.ear.EarReader;
import org.ccican.ear.EarToken;
import org.ccican.ear.TrustTier;
import org.ccican.ear.TrustworthinessVector;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * A Verifier's conclusion about one attester, as the {@link Ear} that it travels in: one submodule,
 * named after the evidence format.
 *
 * @param nonce the one in the request; empty if it is none that an EAR can repeat
 * @param format id of the evidence format
 * @param status what follows from it
 * @param vector what was found in each category
 * @param refusal the first failure; evidence without one was accepted
 */
public record AttestationResult(
    Bytes nonce,
    Instant at,
    String format,
    TrustTier status,
    TrustworthinessVector vector,
    Optional<Trustworthiness.Refusal> refusal) {

  public static final String PROFILE = EarProfile.CURRENT.uri();

  /** How long a result may be relied on. */
  public static final Duration LIFE = Duration.ofHours(1);

  private static final Ear.VerifierId VERIFIER =
      new Ear.VerifierId("tag:ccican.org,2026:verifier", "reference");

  private static final String POLICY = "tag:ccican.org,2026:policy/standard";

  private static final int SHORTEST_NONCE = 8;
  private static final int LONGEST_NONCE = 64;

  public AttestationResult {
    Objects.requireNonNull(nonce);
    Objects.requireNonNull(at);
    Objects.requireNonNull(format);
    Objects.requireNonNull(status);
    Objects.requireNonNull(vector);
    Objects.requireNonNull(refusal);
  }

  /** A result whose status is the worst of its vector; what was refused is never affirmed. */
  public AttestationResult(
      Bytes nonce,
      Instant at,
      String format,
      TrustworthinessVector vector,
      Optional<Trustworthiness.Refusal> refusal) {
    this(
        nonce,
        at,
        format,
        refusal.isPresent() && vector.worst() == TrustTier.AFFIRMING
            ? TrustTier.NONE
            : vector.worst(),
        vector,
        refusal);
  }

  /** Whether there is nothing against the attester and something for it. */
  public boolean accepted() {
    return status == TrustTier.AFFIRMING;
  }

  public Optional<Reason> reason() {
    return refusal.map(Trustworthiness.Refusal::reason);
  }

  public Optional<String> check() {
    return refusal.map(Trustworthiness.Refusal::check);
  }

  /**
   * The result inside a token that the Verifier signed (RFC 9334 section 7.2).
   *
   * @throws Rejected if it is another's, or no result about one attester
   */
  public static AttestationResult open(Bytes signed, CoseKey verifier, Checks checks)
      throws Rejected {
    return of(EarToken.open(signed, verifier, checks), checks);
  }

  /** As {@link #open}, of claims whose signature was looked at before. */
  public static AttestationResult parse(Bytes octets, Checks checks) throws Rejected {
    return of(new EarReader(checks).read(octets), checks);
  }

  /**
   * @throws Rejected if the result is not about exactly one attester
   */
  public static AttestationResult of(Ear ear, Checks checks) throws Rejected {
    if (ear.submods().size() != 1) {
      throw new Rejected(
          Reason.WRONG_TYPE,
          "verifier.result.shape",
          ear.submods().size() + " submodules, 1 expected");
    }
    String label = ear.submods().keySet().iterator().next();
    EarAppraisal about = EarToken.demandAbout(ear, label, checks);
    return new AttestationResult(
        ear.nonce().orElse(Bytes.EMPTY),
        Instant.ofEpochSecond(bounded(ear.issuedAt())),
        label,
        about.status(),
        about.vector().orElseGet(() -> TrustworthinessVector.all(0)),
        refusal(about));
  }

  /** Instants have an end where integers have none. */
  private static long bounded(long seconds) {
    return Math.max(Instant.MIN.getEpochSecond(), Math.min(Instant.MAX.getEpochSecond(), seconds));
  }

  /** What the Verifier says, or that it does not affirm. */
  private static Optional<Trustworthiness.Refusal> refusal(EarAppraisal about) {
    if (about.refusal().isPresent()) {
      String id = about.refusal().get().reason();
      for (Reason each : Reason.values()) {
        if (each.id().equals(id)) {
          return Optional.of(new Trustworthiness.Refusal(about.refusal().get().check(), each));
        }
      }
    }
    return about.status() == TrustTier.AFFIRMING
        ? Optional.empty()
        : Optional.of(new Trustworthiness.Refusal("an unnamed check", Reason.NOT_APPRAISED));
  }

  public Ear toEar() {
    EarAppraisal about =
        new EarAppraisal(
            Optional.empty(),
            status,
            Optional.of(vector),
            List.of(POLICY),
            Optional.empty(),
            refusal.map(each -> new EarAppraisal.Refusal(each.reason().id(), each.check())),
            List.of());
    return new Ear(
        EarProfile.CURRENT,
        Optional.of(status),
        at.getEpochSecond(),
        Optional.of(at.plus(LIFE).getEpochSecond()),
        VERIFIER,
        Optional.empty(),
        Map.of(format, about),
        Optional.of(nonce)
            .filter(each -> each.size() >= SHORTEST_NONCE && each.size() <= LONGEST_NONCE),
        List.of());
  }

  public Bytes encode() {
    return toEar().encode();
  }
}
