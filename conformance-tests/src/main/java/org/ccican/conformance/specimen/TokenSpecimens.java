package org.ccican.conformance.specimen;

import static org.ccican.conformance.specimen.Changes.option;
import static org.ccican.conformance.specimen.CoseChanges.signedBy;

import java.util.function.Function;
import org.ccican.check.Checks;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.AgentToken;
import org.ccican.evidence.CmwCollection;
import org.ccican.reject.Rejected;
import org.ccican.teep.TeepLabel;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Evidence that is an EAT of the Agent's own around what its hardware says. */
final class TokenSpecimens {

  private TokenSpecimens() {}

  /** A QueryResponse with a token, and what can be wrong with the token. */
  static Family on(Family family) {
    family.with("for a challenge that was never sent", nonce(situation -> situation.random(32)));
    family.with(
        "for the challenge of another session", nonce(situation -> situation.other().challenge()));
    family.with(
        "around Evidence for the challenge of another session",
        payload(
            situation ->
                token(
                    situation.challenge(),
                    agent(situation),
                    situation.evidence(situation.other().challenge()),
                    agent(situation))));
    family.with(
        "that another key signed",
        payload(
            situation ->
                token(
                    situation.challenge(),
                    agent(situation),
                    situation.evidence(situation.challenge()),
                    situation.keys().stranger())));
    family.with(
        "by another key that also signed the message",
        payload(
                situation ->
                    token(
                        situation.challenge(),
                        situation.keys().stranger(),
                        situation.evidence(situation.challenge()),
                        situation.keys().stranger()))
            .and(signedBy(Signer.STRANGER)));
    return family;
  }

  /** In place of the collection: a token that keeps every rule. */
  static Change good() {
    return option(TeepLabel.ATTESTATION_PAYLOAD_FORMAT, Value.text(AgentToken.MEDIA_TYPE))
        .and(nonce(Situation::challenge));
  }

  private static Change nonce(Function<Situation, Bytes> nonce) {
    return payload(
        situation ->
            token(
                nonce.apply(situation),
                agent(situation),
                situation.evidence(situation.challenge()),
                agent(situation)));
  }

  private static Change payload(Function<Situation, Bytes> octets) {
    return option(TeepLabel.ATTESTATION_PAYLOAD, situation -> Cbor.octets(octets.apply(situation)));
  }

  private static SigningKey agent(Situation situation) {
    return situation.keys().agent();
  }

  /**
   * @param named whose token it says that it is
   * @param signer who signs it
   */
  private static Bytes token(Bytes nonce, SigningKey named, Bytes collection, SigningKey signer) {
    try {
      return new AgentToken(
              nonce, named.publicKey(), CmwCollection.parse(collection, Checks.unbroken()))
          .sign(signer);
    } catch (Rejected e) {
      throw new IllegalStateException("evidence of the suite's own is no collection", e);
    }
  }
}
