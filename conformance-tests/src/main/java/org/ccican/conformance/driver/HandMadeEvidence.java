package org.ccican.conformance.driver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.app.ReferenceImages;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.EventLog;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * A collection of evidence that the suite puts together itself, around evidence of the hardware.
 */
final class HandMadeEvidence {

  private static final Bytes CHANNEL_KEY = Crypto.sha256(Bytes.utf8("a channel"));
  private static final Bytes AGENT_KEY = Crypto.sha256(Bytes.utf8("an Agent's key"));

  private final EvidenceFlaw flaw;
  private final Bytes nonce;
  private final EventLog events;
  private final BoundClaims claims;

  HandMadeEvidence(EvidenceFlaw flaw, String hardwareType, Bytes nonce) {
    this(flaw, hardwareType, nonce, AGENT_KEY);
  }

  /**
   * @param agentKey thumbprint of the key that the hardware is to attest
   */
  HandMadeEvidence(EvidenceFlaw flaw, String hardwareType, Bytes nonce, Bytes agentKey) {
    this.flaw = flaw;
    this.nonce = nonce;
    this.events =
        new EventLog(
            has(EvidenceFlaw.NO_MIDDLEWARE) ? List.of() : List.of(middleware(hardwareType)));
    this.claims =
        new BoundClaims(
            spoiled(EvidenceFlaw.OTHER_NONCE, nonce),
            agentKey,
            spoiled(EvidenceFlaw.OTHER_CHANNEL, CHANNEL_KEY),
            spoiled(EvidenceFlaw.OTHER_LOG, events.digest()));
  }

  /** What software in the environment would extend into registers of the hardware. */
  List<Bytes> extensions() {
    return has(EvidenceFlaw.UNEXTENDED_MIDDLEWARE)
        ? List.of()
        : events.events().stream().map(EventLog.Event::encode).toList();
  }

  /** What the hardware's evidence is to carry. */
  Bytes reportData() {
    return spoiled(EvidenceFlaw.UNBOUND_CLAIMS, claims.reportData());
  }

  /**
   * @param answer what the Attesting Environment gave
   */
  AppraisalRequest request(Bytes answer) throws Rejected {
    return request(answer, WrapperFlaw.NONE);
  }

  /** As {@link #request(Bytes)}, with a flaw of the wrapper. */
  AppraisalRequest request(Bytes answer, WrapperFlaw wrapper) throws Rejected {
    return asking(wrapper.in(collection(answer, wrapper)));
  }

  /** As {@link #request(Bytes)}, inside a token that an Agent signs. */
  AppraisalRequest request(Bytes answer, AgentTokenFlaw token, SigningKey agent) throws Rejected {
    return asking(token.around(collection(answer), nonce, agent));
  }

  private AppraisalRequest asking(Bytes evidence) {
    return new AppraisalRequest(
        evidence, nonce, Optional.of(CHANNEL_KEY), List.of("middleware"), Map.of());
  }

  private Bytes collection(Bytes answer) throws Rejected {
    return collection(answer, WrapperFlaw.NONE);
  }

  private Bytes collection(Bytes answer, WrapperFlaw wrapper) throws Rejected {
    EvidenceAnswer given = EvidenceAnswer.parse(answer, Checks.unbroken());
    Map<String, CmwCollection.Item> items = new LinkedHashMap<>();
    String format =
        wrapper == WrapperFlaw.UNKNOWN_TYPE
            ? "application/vnd.ccican.x" + nonce.slice(0, 8).toHex()
            : given.format();
    items.put("evidence", evidence(format, given.evidence()));
    items.put("claims", evidence(BoundClaims.MEDIA_TYPE, claims.encode()));
    items.put("event-log", evidence(EventLog.MEDIA_TYPE, events.encode()));
    given
        .registerLog()
        .ifPresent(log -> items.put("register-log", evidence(EventLog.REGISTERS, log)));
    int number = 1;
    for (Bytes endorsement : given.endorsements()) {
      items.put("endorsement-" + number++, CmwCollection.Item.endorsement(endorsement));
    }
    return new CmwCollection(items).encode();
  }

  /** The digest of the middleware in evidence with that flaw. */
  static Bytes otherMiddleware(String hardwareType) {
    return new HandMadeEvidence(EvidenceFlaw.OTHER_MIDDLEWARE, hardwareType, Bytes.EMPTY)
        .middleware(hardwareType)
        .digest();
  }

  private EventLog.Event middleware(String hardwareType) {
    Bytes image =
        ReferenceImages.middleware(ReferenceImages.APPLICATION_TYPES.get(0), hardwareType).encode();
    return new EventLog.Event(
        "middleware", spoiled(EvidenceFlaw.OTHER_MIDDLEWARE, Crypto.sha256(image)), Bytes.EMPTY);
  }

  private boolean has(EvidenceFlaw other) {
    return flaw == other;
  }

  /** The octets, one bit of them flipped if that is the flaw. */
  private Bytes spoiled(EvidenceFlaw by, Bytes octets) {
    return has(by) ? octets.flip(0, 0) : octets;
  }

  private static CmwCollection.Item evidence(String mediaType, Bytes value) {
    return new CmwCollection.Item(mediaType, value, CmwCollection.EVIDENCE);
  }
}
