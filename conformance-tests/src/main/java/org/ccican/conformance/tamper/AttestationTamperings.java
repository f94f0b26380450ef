package org.ccican.conformance.tamper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.AttestationResult;
import org.ccican.appraisal.Trustworthiness;
import org.ccican.check.Checks;
import org.ccican.conformance.trace.Direction;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.ear.TrustworthinessVector;
import org.ccican.eat.TeepEat;
import org.ccican.evidence.CmwCollection;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.message.AttestationMessage.AttestationRequest;
import org.ccican.message.AttestationMessage.Deployed;
import org.ccican.message.AttestationMessage.SecretRequest;
import org.ccican.message.ProvisioningMessage.LaunchRequest;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.program.Programs;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.role.AgentImage;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/** What platform, middleware and Verifier can do to an attestation. */
final class AttestationTamperings {

  private static final String OWNER = "application-owner";
  private static final Tampering.Point FROM_VERIFIER =
      new Tampering.Point("verifier", "appraisals", Direction.RESPONSE);

  /** The claim eat_nonce. */
  private static final long NONCE = 10;

  private AttestationTamperings() {}

  static List<Tampering> list() {
    return List.of(
        new Tampering(
            "platform changes the agent",
            new Tampering.Point("attesting-environment", "launches", Direction.REQUEST),
            passing -> true,
            passing -> new Delivery.Altered(otherAgent(passing))),
        new Tampering(
            "tam sets another key beside the evidence",
            new Tampering.Point("verifier", "appraisals", Direction.REQUEST),
            passing -> passing.from().equals("tam"),
            AttestationTamperings::anothersKey),
        new Tampering(
            "application-owner asks with a nonce of 7 octets",
            new Tampering.Point("middleware", "attestation", Direction.REQUEST),
            passing -> true,
            passing ->
                new Delivery.Altered(new AttestationRequest(Bytes.hex("01020304050607")).encode())),
        new Tampering(
            "teep-broker names another request",
            new Tampering.Point("teep-broker", "wake-ups", Direction.RESPONSE),
            passing -> true,
            AttestationTamperings::anothersRequest),
        new Tampering(
                "tam believes every environment",
                FROM_VERIFIER,
                passing -> passing.from().equals("tam"),
                passing -> believed(passing))
            .signedAs("verifier"),
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
        new Tampering(
                "verifier answers the tam for another nonce",
                FROM_VERIFIER,
                passing -> passing.from().equals("tam"),
                AttestationTamperings::otherChallenge)
            .signedAs("verifier"),
        new Tampering(
            "verifier answers the tam with a result signed with an unknown key",
            FROM_VERIFIER,
            passing -> passing.from().equals("tam"),
            AttestationTamperings::strangers),
        verifier(
                "answers with a refusal",
                passing ->
                    result(passing, passing.keys().verifier(), AttestationTamperings::refused))
            .signedAs("verifier"),
        verifier(
                "answers for another nonce",
                passing ->
                    result(passing, passing.keys().verifier(), AttestationTamperings::otherNonce))
            .signedAs("verifier"),
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

  /** The Verifier's result in the TEEP profile, with another nonce. */
  private static Delivery otherChallenge(Passing passing) {
    Checks checks = Checks.unbroken();
    try {
      Bytes claims = CoseSign1.parse(passing.body(), checks).payload().orElseThrow();
      Cbor.Map map = (Cbor.Map) new CborDecoder(checks).decode(claims, CborProfile.VALID);
      List<Cbor.Entry> entries = new ArrayList<>();
      for (Cbor.Entry entry : map.entries()) {
        boolean nonce = entry.key().encode().equals(Cbor.integer(NONCE).encode());
        entries.add(
            nonce
                ? new Cbor.Entry(
                    entry.key(), Cbor.octets(Crypto.sha256(Bytes.utf8("another challenge"))))
                : entry);
      }
      return new Delivery.Altered(
          TeepEat.sign(Cbor.map(entries).encode(), passing.keys().verifier()));
    } catch (Rejected e) {
      return new Delivery.Altered(passing.body());
    }
  }

  /** The Verifier's result, under its kid, signed by somebody else. */
  private static Delivery strangers(Passing passing) {
    try {
      Bytes verifier = passing.keys().verifier().publicKey().thumbprint();
      return new Delivery.Altered(
          CoseSign1.sign(
                  passing.keys().stranger(),
                  Cbor.map().build(),
                  Cbor.map().put(CoseSign1.KID, Cbor.octets(verifier)).build(),
                  CoseSign1.parse(passing.body(), Checks.unbroken()).payload().orElseThrow())
              .encode());
    } catch (Rejected e) {
      return new Delivery.Altered(passing.body());
    }
  }

  /**
   * A positive result in the TEEP profile in place of a refusal, whatever the evidence is worth.
   */
  private static Delivery believed(Passing passing) {
    Checks checks = Checks.unbroken();
    try {
      AppraisalRequest request = AppraisalRequest.parse(passing.request(), checks);
      CmwCollection collection = CmwCollection.parse(request.evidence(), checks);
      AttestationResult refusal =
          AttestationResult.parse(
              CoseSign1.parse(passing.body(), checks).payload().orElseThrow(), checks);
      CoseKey agent =
          CoseKey.parse(
              new CborDecoder(checks)
                  .decode(collection.item("agent-key").value(), CborProfile.VALID),
              passing.keys().crypto(),
              checks);
      TeepEat token =
          new TeepEat(
              Optional.of(request.nonce()),
              Optional.empty(),
              Optional.of(Bytes.zero(33)),
              Optional.of(Bytes.zero(16)),
              Optional.of(Bytes.utf8(refusal.format())),
              Optional.of("1"),
              Optional.of(List.of(new TeepEat.Manifest(TeepEat.Manifest.CBOR, Bytes.of(0xa0)))),
              Optional.of(TeepEat.Confirmation.of(agent)),
              Optional.of(new TeepEat.Appraised(refusal.format(), true)));
      return new Delivery.Altered(token.sign(passing.keys().verifier()));
    } catch (Rejected e) {
      return new Delivery.Altered(passing.body());
    }
  }

  /** The same evidence, and beside it a key that its claims do not name. */
  private static Delivery anothersKey(Passing passing) {
    Checks checks = Checks.unbroken();
    try {
      AppraisalRequest request = AppraisalRequest.parse(passing.body(), checks);
      CmwCollection collection = CmwCollection.parse(request.evidence(), checks);
      CmwCollection.Item own = collection.item("agent-key");
      Bytes key = passing.keys().stranger().publicKey().toCbor().encode();
      CmwCollection.Item other = new CmwCollection.Item(own.mediaType(), key, own.indicator());
      return new Delivery.Altered(
          new AppraisalRequest(
                  collection.with("agent-key", other).encode(),
                  request.nonce(),
                  request.channelKey(),
                  request.required(),
                  request.components(),
                  request.profile())
              .encode());
    } catch (Rejected e) {
      return new Delivery.Altered(passing.body());
    }
  }

  /** What the Broker says of its session, as if it had been about another request. */
  private static Delivery anothersRequest(Passing passing) {
    try {
      Provisioned provisioned = Provisioned.parse(passing.body(), Checks.unbroken());
      return new Delivery.Altered(
          new Provisioned(provisioned.request().flip(0, 0), provisioned.middleware()).encode());
    } catch (Rejected e) {
      return new Delivery.Altered(passing.body());
    }
  }

  private static AttestationResult refused(AttestationResult result) {
    return new AttestationResult(
        result.nonce(),
        result.at(),
        result.format(),
        TrustworthinessVector.all(96),
        Optional.of(new Trustworthiness.Refusal("a check of its own", Reason.POLICY_VIOLATED)));
  }

  private static AttestationResult otherNonce(AttestationResult result) {
    return new AttestationResult(
        result.nonce().flip(0, 0), result.at(), result.format(), result.vector(), result.refusal());
  }
}
