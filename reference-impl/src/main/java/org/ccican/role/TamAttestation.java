package org.ccican.role;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.AttestationResult;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseEncrypt;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.eat.TeepEat;
import org.ccican.eat.TeepEatReader;
import org.ccican.evidence.AgentToken;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.Cmw;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.CmwType;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * What a TAM makes of attestation payloads (teep-protocol section 7.1.1): an Attestation Result is
 * looked into, anything else is for its Verifier.
 */
final class TamAttestation {

  /** How old an Attestation Result may be that answers no challenge. */
  static final Duration RECENT = Duration.ofHours(1);

  private static final String SHAPE = "eat.shape";
  private static final long EAT_PROFILE = 265;

  /**
   * A payload and who vouches for it before it is appraised.
   *
   * @param format the media type of Evidence that is no CMW collection
   * @param key the one that it names, of the Agent; or that it is known by
   * @param reportKey the one that it names for SUIT Reports
   * @param nonce what it answers
   * @param result absent for Evidence
   */
  record Payload(
      Bytes octets,
      Optional<String> format,
      CoseKey key,
      Optional<CoseKey> reportKey,
      Optional<Bytes> nonce,
      Optional<TeepEat> result) {

    boolean isResult() {
      return result.isPresent();
    }

    /** Whether only the Verifier can look into it. */
    boolean isUnread() {
      return format.isPresent() && nonce.isEmpty();
    }
  }

  /**
   * How an appraisal went.
   *
   * @param hardware the type that was attested
   * @param result as a Verifier signed it, in the TEEP profile; empty octets if it signed another
   * @param nonce what the result says that the Agent answered
   * @param objection why the Agent is not trusted, if so
   */
  record Verdict(String hardware, Bytes result, Optional<Bytes> nonce, Optional<String> objection) {

    /** Trusted without a result. */
    static Verdict trusted(String hardware) {
      return new Verdict(hardware, Bytes.EMPTY, Optional.empty(), Optional.empty());
    }
  }

  private final Tam.Identity identity;
  private final Crypto crypto;
  private final InstantSource clock;
  private final Checks checks;
  private final TeepEatReader reader;

  TamAttestation(Tam.Identity identity, Crypto crypto, InstantSource clock, Checks checks) {
    this.identity = identity;
    this.crypto = crypto;
    this.clock = clock;
    this.checks = checks;
    this.reader = new TeepEatReader(crypto, checks);
  }

  /**
   * Looks at a payload for the key of the Agent that it is about.
   *
   * @param format as the message has it; nothing means a token of the TEEP profile
   * @param known the key that the message's header names, if it was met before
   * @throws Rejected if it cannot be read, or there is no key
   */
  Payload read(Bytes received, Optional<String> format, Optional<CoseKey> known) throws Rejected {
    Bytes payload = decrypted(received, CoseEncrypt.EAT);
    // spec| teep-protocol-26 §7.1.1: the TEEP media type says Attestation Result, any other
    // Evidence
    if (format.isEmpty() || TeepMessages.isResult(format.get())) {
      TeepEat result = reader.open(payload, List.of(identity.verifier()));
      CoseKey key =
          result
              .confirmation()
              .flatMap(TeepEat.Confirmation::key)
              .or(() -> known)
              .orElseThrow(TamAttestation::stranger);
      return new Payload(
          payload, Optional.empty(), key, Optional.empty(), result.nonce(), Optional.of(result));
    }
    if (format.get().equals(AgentToken.MEDIA_TYPE)) {
      AgentToken token = AgentToken.peek(payload, crypto, checks);
      return new Payload(
          payload,
          format,
          token.key(),
          reportKey(token.collection()),
          Optional.of(token.nonce()),
          Optional.empty());
    }
    if (!format.get().equals(CmwCollection.MEDIA_TYPE)) {
      // reading: what cannot be read names no key, so that the Agent has to be known beforehand
      // spec| teep-protocol-26 §7.1.1: Evidence of any format is for the Verifier
      Optional<CoseKey> agent = checks.keeps("tam.attestation.format") ? known : Optional.empty();
      return new Payload(
          payload,
          format,
          agent.orElseThrow(TamAttestation::stranger),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    CmwCollection collection = CmwCollection.parse(payload, checks);
    BoundClaims claims = BoundClaims.parse(collection.item("claims").value(), checks);
    CoseKey agent = key(collection.item("agent-key"));
    // spec| teep-protocol-26 §4.3: the Agent is known by the key that its evidence names
    Rejected.unless(
        checks,
        "tam.agent.key",
        agent.thumbprint().equals(claims.agentKey()),
        Reason.BINDING_MISMATCH,
        () -> "the key's thumbprint is " + agent.thumbprint() + ", attested " + claims.agentKey());
    return new Payload(
        payload,
        Optional.empty(),
        agent,
        reportKey(collection),
        Optional.of(claims.nonce()),
        Optional.empty());
  }

  private Optional<CoseKey> reportKey(CmwCollection collection) throws Rejected {
    return collection.items().containsKey(AgentReports.KEY)
        ? Optional.of(key(collection.item(AgentReports.KEY)))
        : Optional.empty();
  }

  private static Rejected stranger() {
    return new Rejected(Reason.UNKNOWN_SIGNER, "tam.agent.known", "a key that was never met");
  }

  private CoseKey key(CmwCollection.Item item) throws Rejected {
    return CoseKey.parse(
        new CborDecoder(checks).decode(item.value(), CborProfile.DETERMINISTIC), crypto, checks);
  }

  /** Octets that may be encrypted to this TAM. */
  Bytes decrypted(Bytes octets, String context) throws Rejected {
    Optional<AgreementKey> key = identity.encryption();
    if (key.isEmpty() || !isEncrypted(octets)) {
      return octets;
    }
    return CoseEncrypt.parse(octets, checks).decrypt(key.get(), context, crypto, checks);
  }

  private static boolean isEncrypted(Bytes octets) {
    return octets.size() > 1 && octets.at(0) == 0xd8 && octets.at(1) == CoseEncrypt.TAG;
  }

  /** An Attestation Result that the Agent brought itself. */
  Turn passport(Payload payload, CoseKey signer, boolean challenged, Appraised next)
      throws Rejected {
    TeepEat result = payload.result().orElseThrow();
    // spec| teep-protocol-26 §7.1.1.1: cnf is the key that verified the message
    Rejected.unless(
        checks,
        "tam.result.cnf",
        TeepMessages.confirms(result, signer),
        Reason.BINDING_MISMATCH,
        () -> "the result confirms another key than the message's");
    // spec| teep-protocol-26 §9: a result that answers no challenge is recent
    Rejected.unless(
        checks,
        "tam.result.recent",
        challenged
            || result
                .issuedAt()
                .filter(at -> !at.plus(RECENT).isBefore(clock.instant()))
                .filter(at -> !at.isAfter(clock.instant()))
                .isPresent(),
        Reason.EXPIRED,
        () -> "a result of " + result.issuedAt());
    return next.with(verdict(result, payload.octets()));
  }

  /** Evidence, which goes to the Verifier. */
  Turn background(Payload payload, CoseKey signer, Appraised next) throws Rejected {
    // spec| teep-protocol-26 §7.1: evidence goes to a Verifier
    if (!checks.keeps("tam.attestation.appraised")) {
      return next.with(Verdict.trusted("sev-snp"));
    }
    // spec| draft-ietf-rats-msg-wrap §3.1: evidence that is no CMW travels in one, under the media
    // type that attestation-payload-format gives it
    Bytes evidence =
        payload
            .format()
            .map(
                type -> checks.keeps("tam.evidence.media-type") ? type : "application/octet-stream")
            .map(CmwType.MediaType::new)
            .map(type -> new Cmw.Record(type, payload.octets(), Cmw.EVIDENCE).encode())
            .orElse(payload.octets());
    AppraisalRequest request = AppraisalRequest.teep(evidence, payload.nonce().orElse(Bytes.EMPTY));
    return Turn.ask(
        RoleId.VERIFIER,
        Message.of("appraisals", request.encode()),
        answer -> {
          Bytes signed = answer.demandSuccess("Verifier");
          return next.with(appraised(signed, payload.nonce(), signer));
        });
  }

  private Verdict appraised(Bytes signed, Optional<Bytes> nonce, CoseKey signer) throws Rejected {
    Bytes claims = reader.claims(signed, List.of(identity.verifier()));
    Cbor item = new CborDecoder(checks).decode(claims, CborProfile.VALID);
    Optional<String> profile = Fields.of(item, SHAPE).findText(EAT_PROFILE);
    if (profile.equals(Optional.of(AttestationResult.PROFILE))) {
      AttestationResult result = AttestationResult.parse(claims, checks);
      demandNonce(nonce, Optional.of(result.nonce()));
      // spec| teep-protocol-26 §7.1.1.1: a result without cnf vouches for nobody
      Rejected.unless(
          checks,
          "tam.result.cnf",
          !result.accepted(),
          Reason.MISSING_FIELD,
          () -> "a result without cnf");
      return new Verdict(
          result.format(),
          Bytes.EMPTY,
          Optional.of(result.nonce()),
          result.accepted()
              ? Optional.empty()
              : Optional.of("attestation failed at " + result.check().orElse("an unnamed check")));
    }
    TeepEat result = reader.read(claims);
    demandNonce(nonce, result.nonce());
    // spec| teep-protocol-26 §7.1.1.1: cnf is the key that verified the message
    Rejected.unless(
        checks,
        "tam.result.cnf",
        TeepMessages.confirms(result, signer),
        Reason.BINDING_MISMATCH,
        () -> "the result confirms another key than the message's");
    return verdict(result, signed);
  }

  private void demandNonce(Optional<Bytes> nonce, Optional<Bytes> found) throws Rejected {
    if (nonce.isEmpty()) {
      return; // the result says which challenge was answered
    }
    // spec| teep-protocol-26 §5: only a trusted Verifier's result for this challenge counts
    Rejected.unless(
        checks,
        "tam.result.nonce",
        found.filter(nonce.get()::equalsConstantTime).isPresent(),
        Reason.STALE_NONCE,
        () -> "the result is for " + found);
  }

  private static Verdict verdict(TeepEat result, Bytes signed) {
    boolean affirming = result.appraised().map(TeepEat.Appraised::affirming).orElse(true);
    String hardware =
        result
            .appraised()
            .map(TeepEat.Appraised::format)
            .or(() -> result.hwmodel().map(Bytes::toText))
            .orElse("unknown");
    return new Verdict(
        hardware,
        signed,
        result.nonce(),
        affirming ? Optional.empty() : Optional.of("attestation failed: contraindicated"));
  }

  /** What follows an appraisal. */
  @FunctionalInterface
  interface Appraised {
    Turn with(Verdict verdict) throws Rejected;
  }
}
