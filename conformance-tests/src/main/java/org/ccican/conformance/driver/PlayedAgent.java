package org.ccican.conformance.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.EventLog;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * The suite in the place of a TEEP Agent: a key of its own, and an environment that the platform
 * has launched and whose hardware gives evidence for whatever the suite binds.
 */
public final class PlayedAgent {

  private static final Bytes CHANNEL_KEY = Crypto.sha256(Bytes.utf8("no channel"));

  private final Scene scene;
  private final String name;
  private SigningKey key;
  private Optional<Bytes> environment = Optional.empty();
  private Optional<AgentSession> session = Optional.empty();
  private int sessions;

  PlayedAgent(Scene scene, String name) {
    this.scene = scene;
    this.name = name;
    this.key = scene.agentKey(name);
  }

  /** A key of its own on a curve, before its first message. */
  public void take(CoseCurve curve) {
    key =
        SigningKey.fromSeed(
            scene.revision().signature(curve),
            scene.randomness().split("played agent " + name).next(32),
            scene.crypto());
  }

  /** The latest session; one is opened if there was none. */
  public AgentSession session() {
    return session.orElseGet(this::open);
  }

  /** Opens one more session with the TAM. */
  public AgentSession open() {
    AgentSession opened = beside();
    session = Optional.of(opened);
    return opened;
  }

  /** A session beside the latest. */
  AgentSession beside() {
    sessions++;
    AgentSession opened = new AgentSession(scene, this, name + " " + sessions);
    opened.connect();
    return opened;
  }

  String name() {
    return name;
  }

  SigningKey key() {
    return key;
  }

  /**
   * The collection that an Agent of the reference would send.
   *
   * @param nonce what it answers
   */
  Bytes evidence(Bytes nonce) {
    try {
      if (environment.isEmpty()) {
        environment = Optional.of(scene.stimuli().launch().environment());
      }
      EventLog events = new EventLog(java.util.List.of());
      BoundClaims claims =
          new BoundClaims(nonce, key.publicKey().thumbprint(), CHANNEL_KEY, events.digest());
      EvidenceAnswer given =
          EvidenceAnswer.parse(
              scene.stimuli().evidence(environment.get(), claims.reportData()), Checks.unbroken());
      Map<String, CmwCollection.Item> items = new LinkedHashMap<>();
      items.put("evidence", evidence(given.format(), given.evidence()));
      items.put("claims", evidence(BoundClaims.MEDIA_TYPE, claims.encode()));
      items.put("event-log", evidence(EventLog.MEDIA_TYPE, events.encode()));
      items.put("agent-key", evidence("application/cose-key", key.publicKey().toCbor().encode()));
      given
          .registerLog()
          .ifPresent(log -> items.put("register-log", evidence(EventLog.REGISTERS, log)));
      int number = 1;
      for (Bytes endorsement : given.endorsements()) {
        items.put("endorsement-" + number++, CmwCollection.Item.endorsement(endorsement));
      }
      return new CmwCollection(items).encode();
    } catch (Rejected e) {
      throw new IllegalStateException("the Attesting Environment of the reference refuses", e);
    }
  }

  private static CmwCollection.Item evidence(String mediaType, Bytes value) {
    return new CmwCollection.Item(mediaType, value, CmwCollection.EVIDENCE);
  }
}
