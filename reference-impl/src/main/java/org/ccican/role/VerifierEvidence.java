package org.ccican.role;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.AgentToken;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.Cmw;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.CmwReader;
import org.ccican.evidence.CmwType;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * What a Verifier is asked about: a CMW collection, or a record with a token of the Agent's own
 * around it.
 *
 * @param collection what the environment and its hardware say
 * @param token signed with the key that it names
 */
record VerifierEvidence(CmwCollection collection, Optional<AgentToken> token) {

  /**
   * @throws Rejected if it cannot be read, or is of a format that nobody here knows
   */
  static VerifierEvidence read(AppraisalRequest request, Crypto crypto, Checks checks)
      throws Rejected {
    Cmw cmw = new CmwReader(checks).read(request.evidence());
    if (!(cmw instanceof Cmw.Record record)) {
      return new VerifierEvidence(CmwCollection.of(cmw), Optional.empty());
    }
    if (!record.type().equals(new CmwType.MediaType(AgentToken.MEDIA_TYPE))) {
      throw new Rejected(
          Reason.UNKNOWN_FORMAT, "verifier.format.known", "a record of " + record.type());
    }
    AgentToken token = AgentToken.open(record.value(), crypto, checks);
    return new VerifierEvidence(token.collection(), Optional.of(token));
  }

  /**
   * Holds the token, if there is one, against what the hardware attests.
   *
   * @param nonce what the asker sent out
   * @throws Rejected if another key has signed it, or it answers something else
   */
  void demandBound(BoundClaims claims, Bytes nonce, Checks checks) throws Rejected {
    if (token.isEmpty()) {
      return;
    }
    AgentToken said = token.get();
    // spec| RFC 9334 §3.2: the hardware attests the key of the layer above
    Rejected.unless(
        checks,
        "verifier.agent-token.key",
        said.key().thumbprint().equals(claims.agentKey()),
        Reason.BINDING_MISMATCH,
        () -> "signed by " + said.key().thumbprint() + ", attested " + claims.agentKey());
    // spec| teep-protocol-26 §4.2: eat_nonce is the challenge
    Rejected.unless(
        checks,
        "verifier.agent-token.nonce",
        said.nonce().equalsConstantTime(nonce),
        Reason.STALE_NONCE,
        () -> "expected " + nonce + ", the token holds " + said.nonce());
  }
}
