package org.ccican.role;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.AttestationResult;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.eat.TeepEat;
import org.ccican.eat.TeepEatReader;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/**
 * A Verifier's results in the TEEP profile of EAT (teep-protocol section 5). What the profile wants
 * to know of a device is derived from what was attested: its UEID from the certificate that
 * endorses the chip, or from the attested key where there is none; its manifests from the event
 * log.
 */
final class VerifierTokens {

  /** A UEID of type RAND: one octet, then 32 (RFC 9711 section 4.2.1.1). */
  private static final Bytes RAND = Bytes.of(1);

  private static final long IAT = 6;
  private static final long NONCE = 10;
  private static final long PROFILE = 265;

  private final Verifier.Teep teep;
  private final SigningKey key;
  private final InstantSource clock;
  private final Checks checks;

  VerifierTokens(Verifier.Teep teep, SigningKey key, InstantSource clock, Checks checks) {
    this.teep = teep;
    this.key = key;
    this.clock = clock;
    this.checks = checks;
  }

  /**
   * A result about an Agent whose evidence was accepted.
   *
   * @throws Rejected if the collection names no key, or another than was attested
   */
  Bytes aboutAgent(AppraisalRequest request, AttestationResult result) throws Rejected {
    CmwCollection collection = VerifierEvidence.read(request, teep.crypto(), checks).collection();
    BoundClaims claims = BoundClaims.parse(collection.item("claims").value(), checks);
    CoseKey agent =
        CoseKey.parse(
            new CborDecoder(checks)
                .decode(collection.item("agent-key").value(), CborProfile.DETERMINISTIC),
            teep.crypto(),
            checks);
    // spec| teep-protocol-26 §7.1.1.1: cnf is the key that was attested
    Rejected.unless(
        checks,
        "verifier.agent-key",
        agent.thumbprint().equals(claims.agentKey()),
        Reason.BINDING_MISMATCH,
        () -> "the key's thumbprint is " + agent.thumbprint() + ", attested " + claims.agentKey());
    Bytes chip =
        collection.items().containsKey("endorsement-1")
            ? collection.items().get("endorsement-1").value()
            : claims.agentKey();
    return signed(
        new TeepEat(
            Optional.of(request.nonce()),
            Optional.of(clock.instant()),
            Optional.of(Bytes.concat(RAND, Crypto.sha256(chip))),
            Optional.of(Crypto.sha256(Bytes.utf8("vendor of " + result.format())).slice(0, 16)),
            Optional.of(Bytes.utf8(result.format())),
            Optional.of("1"),
            Optional.of(List.of(manifest(collection.item("event-log").value()))),
            Optional.of(TeepEat.Confirmation.of(agent)),
            Optional.of(new TeepEat.Appraised(result.format(), true))));
  }

  /**
   * A result about a TAM, whose evidence is a token of the same profile, signed by a key that this
   * Verifier knows.
   *
   * @throws Rejected if the evidence is another's or breaks a rule of the profile
   */
  Bytes aboutTam(Bytes evidence) throws Rejected {
    TeepEat attested = new TeepEatReader(teep.crypto(), checks).open(evidence, teep.tams());
    return signed(
        new TeepEat(
            attested.nonce(),
            Optional.of(clock.instant()),
            attested.ueid(),
            attested.oemid(),
            attested.hwmodel(),
            attested.hwversion(),
            attested.manifests(),
            attested.confirmation(),
            Optional.of(new TeepEat.Appraised("tam", true))));
  }

  private Bytes signed(TeepEat token) {
    Bytes claims = encoded(claims(token));
    // spec| RFC 9334 §7.2: the result is authentic
    if (!checks.keeps("verifier.result.signed")) {
      return claims;
    }
    // spec| teep-protocol-26 §5: the signer is named by its thumbprint
    if (!checks.keeps("verifier.token.kid")) {
      Cbor.Map kid = Cbor.map().put(CoseSign1.KID, Cbor.octets(Bytes.utf8("verifier"))).build();
      return CoseSign1.sign(key, Cbor.map().build(), kid, claims).encode();
    }
    return TeepEat.sign(claims, key);
  }

  private Cbor.Map claims(TeepEat token) {
    List<Cbor.Entry> claims = new ArrayList<>(token.toCbor().entries());
    // spec| teep-protocol-26 §5: a result has the claims that the profile requires
    if (!checks.keeps("verifier.token.claims")) {
      claims.subList(3, claims.size()).clear();
    }
    // spec| teep-protocol-26 §5: eat_nonce is a single byte string
    if (!checks.keeps("verifier.token.nonce")) {
      claims.replaceAll(
          each -> is(each, NONCE) ? new Cbor.Entry(each.key(), Cbor.array(each.value())) : each);
    }
    // spec| teep-protocol-26 §5: claims hold no CBOR tags
    if (!checks.keeps("verifier.token.tags")) {
      claims.replaceAll(
          each -> is(each, IAT) ? new Cbor.Entry(each.key(), Cbor.tag(1, each.value())) : each);
    }
    // spec| teep-protocol-26 §5: the profile is named by its URN
    if (!checks.keeps("verifier.token.profile")) {
      claims.replaceAll(
          each -> is(each, PROFILE) ? new Cbor.Entry(each.key(), Cbor.text("urn:example")) : each);
    }
    return Cbor.unsorted(claims);
  }

  /** A map of fewer than 24 entries, whose head is one octet. */
  private Bytes encoded(Cbor.Map claims) {
    Bytes octets = claims.encode();
    Bytes entries = octets.slice(1, octets.size());
    // spec| teep-protocol-26 §5: claims are of definite lengths
    if (!checks.keeps("verifier.token.definite")) {
      return Bytes.concat(Bytes.of(0xbf), entries, Bytes.of(0xff));
    }
    // spec| teep-protocol-26 §5: claims are in preferred serialization
    if (!checks.keeps("verifier.token.preferred")) {
      return Bytes.concat(Bytes.of(0xb8, claims.entries().size()), entries);
    }
    return octets;
  }

  private static boolean is(Cbor.Entry entry, long label) {
    return entry.key().equals(Cbor.integer(label));
  }

  /** What was installed, by the digest of the log that lists it. */
  private static TeepEat.Manifest manifest(Bytes eventLog) {
    // reading: the log has no URI
    Cbor reference =
        Cbor.array(
            Cbor.text(""), Cbor.array(Cbor.integer(-16), Cbor.octets(Crypto.sha256(eventLog))));
    return new TeepEat.Manifest(TeepEat.Manifest.CBOR, reference.encode());
  }
}
