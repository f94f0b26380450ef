package org.ccican.ear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;

/**
 * Reads the claims-set of an EAR and holds it against its rules (draft-ietf-rats-ear section 3).
 */
public final class EarReader {

  private static final List<EarLabel> EXTENSIONS =
      List.of(
          EarLabel.TEEP_CLAIMS,
          EarLabel.ANNOTATED_EVIDENCE,
          EarLabel.POLICY_CLAIMS,
          EarLabel.KEY_ATTESTATION,
          EarLabel.REFUSAL);

  private static final int SHORTEST_NONCE = 8;
  private static final int LONGEST_NONCE = 64;

  private final Checks checks;

  public EarReader(Checks checks) {
    this.checks = checks;
  }

  /**
   * @throws Rejected if the octets are no EAR in CBOR, or break a rule
   */
  public Ear read(Bytes octets) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.VALID);
    return ear(CborEarClaims.of(item, EarProfile.CURRENT));
  }

  /**
   * @throws Rejected if the text is no EAR in JSON, or breaks a rule
   */
  public Ear readJson(Bytes text) throws Rejected {
    return ear(JsonEarClaims.of(JsonDecoder.decode(text, checks), EarProfile.CURRENT));
  }

  /**
   * The appraisals alone, as a claim of JSON.
   *
   * @throws Rejected if they break a rule
   */
  public Map<String, EarAppraisal> submods(Json.Obj object, EarProfile profile) throws Rejected {
    Map<String, EarAppraisal> submods = new LinkedHashMap<>();
    for (Json.Member each : object.members()) {
      submods.put(each.name(), appraisal(JsonEarClaims.of(each.value(), profile)));
    }
    return submods;
  }

  private Ear ear(EarClaims found) throws Rejected {
    String uri = demanded(found.text(EarLabel.PROFILE), "eat_profile");
    Optional<EarProfile> known = EarProfile.find(uri);
    // spec| draft-ietf-rats-ear §3: eat_profile is the URI of this profile
    Rejected.unless(
        checks,
        "ear.profile",
        known.isPresent(),
        Reason.UNKNOWN_VERSION,
        () -> "a profile of " + uri.length() + " characters that is none of an EAR");
    EarProfile profile = known.orElse(EarProfile.CURRENT);
    EarClaims claims = found.in(profile);
    extensions(claims);
    Map<String, EarAppraisal> submods = new LinkedHashMap<>();
    for (Map.Entry<String, EarClaims> each : claims.submods(EarLabel.SUBMODS).entrySet()) {
      submods.put(each.getKey(), appraisal(each.getValue()));
    }
    // spec| draft-ietf-rats-ear §3: there is an appraisal
    Rejected.unless(
        checks,
        "ear.submods.not-empty",
        !submods.isEmpty(),
        Reason.MISSING_FIELD,
        () -> "a result about nobody");
    Optional<TrustTier> status = claims.tier(EarLabel.STATUS);
    // spec| draft-ietf-rats-ear §3: the overall status is no better than the worst of an attester
    Rejected.unless(
        checks,
        "ear.status.overall",
        status.isEmpty()
            || submods.values().stream().noneMatch(s -> status.get().isBetterThan(s.status())),
        Reason.MALFORMED,
        () -> status.get().id() + " although an attester is worse");
    EarClaims verifier =
        demanded(claims.map(EarLabel.VERIFIER_ID), EarLabel.VERIFIER_ID.name(profile));
    return new Ear(
        profile,
        status,
        demanded(claims.integer(EarLabel.IAT), "iat"),
        claims.integer(EarLabel.EXP),
        new Ear.VerifierId(
            demanded(verifier.text(EarLabel.DEVELOPER), "developer"),
            demanded(verifier.text(EarLabel.BUILD), "build")),
        claims.octets(EarLabel.RAW_EVIDENCE),
        submods,
        nonce(claims),
        claims.unknown());
  }

  private EarAppraisal appraisal(EarClaims claims) throws Rejected {
    extensions(claims);
    TrustTier status = demanded(claims.tier(EarLabel.STATUS), "status of an attester");
    Optional<TrustworthinessVector> vector = vector(claims);
    // spec| draft-ietf-rats-ear §3.1: the status is no better than the worst claim of the vector
    Rejected.unless(
        checks,
        "ear.status.vector",
        vector.isEmpty() || !status.isBetterThan(vector.get().worst()),
        Reason.MALFORMED,
        () -> status.id() + " although a claim is " + vector.get().worst().id());
    Optional<List<String>> policies = claims.texts(EarLabel.POLICY_IDS);
    // spec| draft-ietf-rats-ear §3.1: a list of policies is not empty
    Rejected.unless(
        checks,
        "ear.policy-ids.not-empty",
        policies.isEmpty() || !policies.get().isEmpty(),
        Reason.MISSING_FIELD,
        () -> "a list without a policy");
    return new EarAppraisal(
        claims.text(EarLabel.PROFILE),
        status,
        vector,
        policies.orElse(List.of()),
        nonce(claims),
        refusal(claims),
        claims.unknown());
  }

  private Optional<TrustworthinessVector> vector(EarClaims claims) throws Rejected {
    Optional<Map<TrustCategory, Long>> found = claims.vector(EarLabel.VECTOR);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    // spec| draft-ietf-rats-ear §3.1: a vector has a claim
    Rejected.unless(
        checks,
        "ear.vector.not-empty",
        !found.get().isEmpty(),
        Reason.MISSING_FIELD,
        () -> "a vector without a claim");
    Map<TrustCategory, Integer> claimed = new LinkedHashMap<>();
    for (Map.Entry<TrustCategory, Long> each : found.get().entrySet()) {
      // spec| draft-ietf-rats-ar4si §2.3.2: a claim is a signed integer of 8 bits
      boolean fits = each.getValue() >= -128 && each.getValue() <= 127;
      Rejected.unless(
          checks,
          "ear.vector.range",
          fits,
          Reason.OUT_OF_RANGE,
          () -> each.getKey().id() + " " + each.getValue());
      claimed.put(each.getKey(), fits ? each.getValue().intValue() : 0);
    }
    return Optional.of(new TrustworthinessVector(claimed));
  }

  private Optional<Bytes> nonce(EarClaims claims) throws Rejected {
    Optional<Bytes> nonce = claims.nonce(EarLabel.NONCE);
    // spec| draft-ietf-rats-ear §3: a nonce has 8 to 64 octets
    Rejected.unless(
        checks,
        "ear.nonce.size",
        nonce.isEmpty()
            || nonce.get().size() >= SHORTEST_NONCE && nonce.get().size() <= LONGEST_NONCE,
        Reason.OUT_OF_RANGE,
        () -> nonce.map(Bytes::size).orElse(0) + " octets of nonce");
    return nonce;
  }

  private void extensions(EarClaims claims) throws Rejected {
    for (EarLabel each : EXTENSIONS) {
      // spec| draft-ietf-rats-ear §3, §3.1: an extension is a map
      Rejected.unless(
          checks,
          "ear.extension.map",
          !claims.isOther(each),
          Reason.WRONG_TYPE,
          () -> each + " is no map");
    }
    Optional<EarClaims> teep = found(claims, EarLabel.TEEP_CLAIMS);
    // spec| draft-ietf-rats-ear §4.4: the claims for TEEP are not empty
    Rejected.unless(
        checks,
        "ear.extension.teep",
        teep.isEmpty() || !teep.get().isEmpty(),
        Reason.MISSING_FIELD,
        () -> "no claim for TEEP");
    Optional<EarClaims> key = found(claims, EarLabel.KEY_ATTESTATION);
    // spec| draft-ietf-rats-ear §4.5: an attested key is there
    Rejected.unless(
        checks,
        "ear.extension.key",
        key.isEmpty() || key.get().has("akpub"),
        Reason.MISSING_FIELD,
        () -> "no akpub");
  }

  private static Optional<EarClaims> found(EarClaims claims, EarLabel label) throws Rejected {
    return claims.isOther(label) ? Optional.empty() : claims.map(label);
  }

  private static Optional<EarAppraisal.Refusal> refusal(EarClaims claims) throws Rejected {
    Optional<EarClaims> refusal = found(claims, EarLabel.REFUSAL);
    return refusal.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EarAppraisal.Refusal(
                demanded(refusal.get().text(EarLabel.REASON), "reason"),
                demanded(refusal.get().text(EarLabel.CHECK), "check")));
  }

  private static <T> T demanded(Optional<T> value, String what) throws Rejected {
    return value.orElseThrow(
        () -> new Rejected(Reason.MISSING_FIELD, EarClaims.SHAPE, "no " + what));
  }
}
