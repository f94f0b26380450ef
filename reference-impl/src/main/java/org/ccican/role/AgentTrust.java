package org.ccican.role;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.eat.TeepEat;
import org.ccican.eat.TeepEatReader;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.teep.TeepMessage;
import org.ccican.wire.Bytes;

/**
 * Whether an Agent believes in its TAM (teep-protocol section 7.2.1.1): by an Attestation Result of
 * a Verifier in its image, for the challenge that it sent and for the key that signs.
 */
final class AgentTrust {

  private static final int CHALLENGE_SIZE = 32;

  private final AgentImage image;
  private final TeepEatReader reader;
  private final Randomness randomness;
  private final Checks checks;
  private Optional<Bytes> challenge = Optional.empty();

  AgentTrust(AgentImage image, Crypto crypto, Randomness randomness, Checks checks) {
    this.image = image;
    this.reader = new TeepEatReader(crypto, checks);
    this.randomness = randomness;
    this.checks = checks;
  }

  /** A challenge for a TAM; one is good at a time, and for one answer. */
  Bytes challenge() {
    Bytes fresh = randomness.next(CHALLENGE_SIZE);
    challenge = Optional.of(fresh);
    return fresh;
  }

  /** Evidence of a TAM that is to be attested, for a Verifier to look into. */
  Optional<Bytes> evidence(TeepMessage.QueryRequest request) {
    // spec| teep-protocol-26 §7.2.1: Evidence goes to a Verifier before the TAM is trusted
    return isEvidence(request) && checks.keeps("agent.tam.evidence")
        ? request.options().attestationPayload()
        : Optional.empty();
  }

  private boolean isEvidence(TeepMessage.QueryRequest request) {
    return image.options().attestsTam()
        && request.options().attestationPayload().isPresent()
        && request
            .options()
            .attestationPayloadFormat()
            .filter(format -> !TeepMessages.isResult(format))
            .isPresent();
  }

  /**
   * What the Agent has against the TAM that signed the request, if anything.
   *
   * @param appraised what a Verifier made of the TAM's Evidence, if it was asked
   */
  Optional<String> objection(
      TeepMessage.QueryRequest request, CoseKey signer, Optional<Bytes> appraised) {
    if (!image.options().attestsTam() || appraised.isEmpty() && isEvidence(request)) {
      return Optional.empty();
    }
    Optional<Bytes> payload = appraised.or(() -> request.options().attestationPayload());
    if (payload.isEmpty()) {
      return Optional.of("the TAM's attestation is required");
    }
    try {
      appraise(payload.get(), signer);
      return Optional.empty();
    } catch (Rejected rejected) {
      return Optional.of(rejected.getMessage());
    }
  }

  private void appraise(Bytes payload, CoseKey signer) throws Rejected {
    // spec| teep-protocol-26 §7.2.1.1: a Verifier that the Agent trusts has signed the result
    TeepEat result = reader.open(payload, image.verifiers());
    // spec| teep-protocol-26 §7.2.1.1: cnf is the key that signs the message
    Rejected.unless(
        checks,
        "agent.tam.cnf",
        TeepMessages.confirms(result, signer),
        Reason.BINDING_MISMATCH,
        () -> "the result confirms another key than the message's");
    Optional<Bytes> sent = challenge;
    challenge = Optional.empty();
    // spec| teep-protocol-26 §4.6: eat_nonce is the challenge of the Error
    Rejected.unless(
        checks,
        "agent.tam.nonce",
        sent.isPresent() && sent.equals(result.nonce()),
        Reason.STALE_NONCE,
        () -> "the result is for another challenge");
  }
}
