package org.ccican.conformance.tamper;

import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.AttestationResult;
import org.ccican.check.Checks;
import org.ccican.conformance.trace.Direction;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.message.AttestationMessage.AttestationRequest;
import org.ccican.message.AttestationMessage.Deployed;
import org.ccican.message.AttestationMessage.SecretRequest;
import org.ccican.message.ProvisioningMessage.LaunchRequest;
import org.ccican.program.Programs;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.role.AgentImage;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What platform, middleware and Verifier can do to an attestation. */
final class AttestationTamperings {

  private static final String OWNER = "application-owner";
  private static final Tampering.Point FROM_VERIFIER =
      new Tampering.Point("verifier", "appraisals", Direction.RESPONSE);

  private AttestationTamperings() {}

  static List<Tampering> list() {
    return List.of(
        new Tampering(
            "platform changes the agent",
            new Tampering.Point("attesting-environment", "launches", Direction.REQUEST),
            passing -> true,
            passing -> new Delivery.Altered(otherAgent(passing))),
        new Tampering(
            "tam believes every environment",
            FROM_VERIFIER,
            passing -> passing.from().equals("tam"),
            passing -> result(passing, passing.keys().verifier(), AttestationTamperings::accepted)),
        new Tampering(
            "middleware answers with evidence for a stale nonce",
            new Tampering.Point("middleware", "attestation", Direction.REQUEST),
            passing -> true,
            passing ->
                new Delivery.Altered(
                    new AttestationRequest(Crypto.sha256(Bytes.utf8("a stale nonce"))).encode())),
        new Tampering(
            "middleware answers with a request for secrets",
            new Tampering.Point("middleware", "attestation", Direction.RESPONSE),
            passing -> true,
            passing -> new Delivery.Altered(new SecretRequest("data").encode())),
        new Tampering(
            "middleware deploys another application",
            new Tampering.Point("middleware", "application", Direction.REQUEST),
            passing -> true,
            passing -> new Delivery.Altered(Programs.copy().code())),
        new Tampering(
            "middleware answers with the digest of the right application",
            new Tampering.Point("middleware", "application", Direction.RESPONSE),
            passing -> true,
            passing ->
                new Delivery.Altered(
                    new Deployed(Crypto.sha256(passing.request()), "middleware").encode())),
        verifier(
            "answers with a refusal",
            passing -> result(passing, passing.keys().verifier(), AttestationTamperings::refused)),
        verifier(
            "answers for another nonce",
            passing ->
                result(passing, passing.keys().verifier(), AttestationTamperings::otherNonce)),
        verifier(
            "signs with an unknown key",
            passing -> result(passing, passing.keys().stranger(), result -> result)));
  }

  @FunctionalInterface
  private interface Conclusion {
    AttestationResult of(AttestationResult result);
  }

  private static Tampering verifier(String words, Tampering.Change change) {
    return new Tampering(
        "verifier " + words, FROM_VERIFIER, passing -> passing.from().equals(OWNER), change);
  }

  /** The Agent's image under another name: it runs as well, and is measured differently. */
  private static Bytes otherAgent(Passing passing) {
    try {
      AgentImage image =
          AgentImage.parse(
              LaunchRequest.parse(passing.body(), Checks.unbroken()).agentImage(),
              passing.keys().crypto(),
              Checks.unbroken());
      return new LaunchRequest(image.named("another TEEP Agent").encode()).encode();
    } catch (Rejected e) {
      throw new IllegalStateException("the platform launches the reference's Agent", e);
    }
  }

  private static Delivery result(Passing passing, SigningKey key, Conclusion conclusion) {
    try {
      CoseSign1 signed = CoseSign1.parse(passing.body(), Checks.unbroken());
      AttestationResult result =
          AttestationResult.parse(signed.payload().orElseThrow(), Checks.unbroken());
      return new Delivery.Altered(
          CoseSign1.sign(
                  key, Cbor.map().build(), Cbor.map().build(), conclusion.of(result).encode())
              .encode());
    } catch (Rejected e) {
      return new Delivery.Altered(passing.body());
    }
  }

  private static AttestationResult accepted(AttestationResult result) {
    return new AttestationResult(
        result.nonce(), result.at(), "sev-snp", true, Optional.empty(), Optional.empty());
  }

  private static AttestationResult refused(AttestationResult result) {
    return new AttestationResult(
        result.nonce(),
        result.at(),
        result.format(),
        false,
        Optional.of(Reason.POLICY_VIOLATED),
        Optional.of("a check of its own"));
  }

  private static AttestationResult otherNonce(AttestationResult result) {
    return new AttestationResult(
        result.nonce().flip(0, 0),
        result.at(),
        result.format(),
        result.accepted(),
        result.reason(),
        result.check());
  }
}
