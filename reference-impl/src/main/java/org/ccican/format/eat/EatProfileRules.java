package org.ccican.format.eat;

import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.VerificationKey;
import org.ccican.eat.TeepEat;
import org.ccican.eat.TeepEatReader;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/**
 * What the profile of a token demands beside RFC 9711 itself (RFC 9711 section 6). The claims of
 * TEEP's profile are read by the reader that a TAM has for Attestation Results.
 */
final class EatProfileRules {

  /** The rules, in the order in which they are asked. */
  static final List<String> CHECKS =
      List.of(
          "eat.profile.known",
          "eat.profile.sign1",
          "eat.profile.algorithm",
          "eat.profile.bundle",
          "eat.profile.key",
          "eat.kid",
          "eat.profile.encoding",
          "eat.profile.nonce",
          "eat.encoding",
          "eat.tags",
          "eat.shape",
          "eat.profile",
          "eat.nonce.single",
          "cose.key.shape",
          "cose.key.kind",
          "cose.key.coordinate",
          "cose.key.alg",
          "cose.key.ops",
          "cose.key.private",
          "cose.key.point",
          "eat.ueid",
          "eat.oemid",
          "eat.hwmodel",
          "eat.hwversion",
          "eat.manifests",
          "eat.cnf",
          "eat.cnf.thumbprint");

  private final AppraisalPolicy policy;
  private final Crypto crypto;
  private final OrderedChecks run;
  private final Checks checks;

  EatProfileRules(AppraisalPolicy policy, Crypto crypto, OrderedChecks run) {
    this.policy = policy;
    this.crypto = crypto;
    this.run = run;
    this.checks = run.checks();
  }

  /**
   * Asks of a token whether it keeps to the profile that it names.
   *
   * @param key the key that made it; absent where nobody did
   * @param bundled whether it came in a bundle
   */
  void check(EatToken token, EatClaims claims, Optional<VerificationKey> key, boolean bundled)
      throws Rejected {
    Optional<EatProfile> profile = EatProfile.of(claims);
    // spec| RFC 9711 §4.3.2 and §6.2: the label says which rules are meant, and none is guessed
    Rejected.unless(
        checks,
        "eat.profile.known",
        profile.isPresent() || !claims.has(EatClaim.EAT_PROFILE) || policy.allowUnknownVersions(),
        Reason.UNKNOWN_FORMAT,
        () -> "profile " + EatProfile.title(claims));
    run.passed("eat.profile.known", EatProfile.title(claims));
    if (profile.isEmpty()) {
      return;
    }
    protection(token, profile.get());
    // spec| RFC 9711 §6.4: bundles are not used
    Rejected.unless(
        checks,
        "eat.profile.bundle",
        !bundled || profile.get() != EatProfile.CONSTRAINED,
        Reason.POLICY_VIOLATED,
        () -> "a bundle under the profile for constrained devices");
    keys(token, claims, key, profile.get());
    if (profile.get() == EatProfile.CONSTRAINED) {
      constrained(token, claims);
    } else {
      teep(token, claims);
    }
  }

  private void protection(EatToken token, EatProfile profile) throws Rejected {
    boolean signed =
        token instanceof EatToken.Sealed sealed
            && sealed.seal() instanceof EatSeal.Cose cose
            && cose.isSigned();
    // spec| RFC 9711 §6.4, teep-protocol-26 §5: one signature, in COSE
    Rejected.unless(
        checks,
        "eat.profile.sign1",
        signed,
        Reason.WRONG_TYPE,
        () -> "no COSE_Sign1 under " + profile.id());
    Optional<CoseAlgorithm> algorithm =
        token instanceof EatToken.Sealed sealed
            ? sealed.seal().algorithm(checks).signature()
            : Optional.empty();
    // spec| RFC 9711 §6.4, teep-protocol-26 §8.2: the profile says which algorithms there are
    Rejected.unless(
        checks,
        "eat.profile.algorithm",
        algorithm.filter(profile.algorithms()::contains).isPresent(),
        Reason.UNSUPPORTED_ALGORITHM,
        () -> algorithm.map(Enum::name).orElse("no signature") + " under " + profile.id());
  }

  private void keys(
      EatToken token, EatClaims claims, Optional<VerificationKey> key, EatProfile profile)
      throws Rejected {
    Optional<Bytes> kid =
        token instanceof EatToken.Sealed sealed ? sealed.seal().kid(checks) : Optional.empty();
    boolean teep = profile == EatProfile.TEEP;
    // spec| RFC 9711 §6.4, teep-protocol-26 §5: the key is named, with TEEP by a kid
    Rejected.unless(
        checks,
        "eat.profile.key",
        kid.isPresent() || !teep && claims.has(EatClaim.UEID),
        Reason.MISSING_FIELD,
        () -> "nothing says whose key made the token");
    Optional<Bytes> thumbprint =
        key.filter(VerificationKey.Public.class::isInstance)
            .map(found -> ((VerificationKey.Public) found).key().thumbprint());
    // spec| teep-protocol-26 §5: a key is named by its thumbprint after RFC 9679
    Rejected.unless(
        checks,
        "eat.kid",
        !teep || kid.isEmpty() || kid.equals(thumbprint),
        Reason.BINDING_MISMATCH,
        () -> "kid " + kid + " where the thumbprint is " + thumbprint);
  }

  private void constrained(EatToken token, EatClaims claims) throws Rejected {
    // spec| RFC 9711 §6.4: definite lengths and preferred serialization
    Rejected.unless(
        checks,
        "eat.profile.encoding",
        isPreferred(token),
        Reason.NOT_DETERMINISTIC,
        () -> "preferred serialization takes fewer octets");
    // spec| RFC 9711 §6.4: a single nonce in every token
    Rejected.unless(
        checks,
        "eat.profile.nonce",
        claims.nonces().size() == 1,
        Reason.MISSING_FIELD,
        () -> claims.nonces().size() + " nonces, 1 expected");
  }

  private boolean isPreferred(EatToken token) throws Rejected {
    if (!(token instanceof EatToken.Sealed sealed)
        || !(sealed.seal() instanceof EatSeal.Cose cose)) {
      return false;
    }
    Bytes header = cose.envelope().protectedHeader();
    return sealed.encode().size() == sealed.octets().size()
        && sealed.claims().encode().size() == cose.payload().size()
        && (header.isEmpty() || decoded(header).encode().size() == header.size());
  }

  private static Cbor decoded(Bytes octets) throws Rejected {
    return new CborDecoder(Checks.unbroken(), EatToken.LIMITS).decode(octets, CborProfile.VALID);
  }

  private void teep(EatToken token, EatClaims claims) throws Rejected {
    Bytes payload =
        token instanceof EatToken.Sealed sealed ? sealed.seal().payload() : claims.encode();
    TeepEat.Confirmation confirmation =
        new TeepEatReader(crypto, checks)
            .read(payload)
            .confirmation()
            .orElseGet(() -> new TeepEat.Confirmation(Optional.empty(), Optional.empty()));
    Optional<Bytes> named = confirmation.key().map(found -> found.thumbprint());
    // spec| RFC 8747 §3.4, teep-protocol-26 §5: a kid beside a key is that key's
    Rejected.unless(
        checks,
        "eat.cnf.thumbprint",
        named.isEmpty() || confirmation.kid().isEmpty() || named.equals(confirmation.kid()),
        Reason.BINDING_MISMATCH,
        () -> "cnf names " + confirmation.kid() + " beside the key " + named);
  }
}
