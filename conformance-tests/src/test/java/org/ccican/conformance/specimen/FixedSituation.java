package org.ccican.conformance.specimen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.app.ReferenceKeys;
import org.ccican.app.SeededRandomness;
import org.ccican.conformance.tamper.MisbehavingKeys;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.CmwCollection;
import org.ccican.teep.SuitCoseProfile;
import org.ccican.teep.TeepCipherSuite;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/** A session that always is the same: a QueryRequest has come, and for some messages an Update. */
final class FixedSituation implements Situation {

  /** Keys are made once: their tables take longer than all messages. */
  private static final Crypto CRYPTO = new Crypto();

  private static final ReferenceKeys KEYS = ReferenceKeys.fixed(CRYPTO);

  private final WireRevision revision;
  private final boolean updated;
  private final String seed;
  private final SeededRandomness randomness;
  private final SigningKey agent;

  private final Optional<Specimen.Need> other;

  FixedSituation(WireRevision revision, boolean updated, String seed) {
    this(revision, updated, seed, Optional.empty());
  }

  private FixedSituation(
      WireRevision revision, boolean updated, String seed, Optional<Specimen.Need> other) {
    this.other = other;
    this.revision = revision;
    this.updated = updated;
    this.seed = seed;
    this.randomness = new SeededRandomness(Bytes.utf8(seed));
    this.agent = SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8(seed), CRYPTO);
  }

  @Override
  public Instant now() {
    return Instant.parse("2026-06-01T12:00:00Z");
  }

  @Override
  public WireRevision revision() {
    return revision;
  }

  @Override
  public MisbehavingKeys keys() {
    return new MisbehavingKeys(
        KEYS.tam(),
        KEYS.tamEd25519(),
        KEYS.vendor(),
        KEYS.verifier(),
        agent,
        KEYS.stranger(),
        CRYPTO);
  }

  @Override
  public Bytes random(int size) {
    return randomness.next(size);
  }

  @Override
  public List<TeepMessage> received() {
    List<TeepMessage> received = new ArrayList<>();
    received.add(
        new TeepMessage.QueryRequest(
            TeepOptions.builder().challenge(fixed("challenge", 32)).build(),
            List.of(TeepCipherSuite.SIGN1_ESP256),
            List.of(SuitCoseProfile.ESP256_ECDH_A128CTR),
            TeepMessage.QueryRequest.ATTESTATION));
    if (updated) {
      received.add(new TeepMessage.Update(TeepOptions.builder().token(fixed("token", 16)).build()));
    }
    return received;
  }

  @Override
  public List<Bytes> sent() {
    return List.of(fixed("message", 100));
  }

  @Override
  public Situation other() {
    return new FixedSituation(revision, updated, seed + " other session");
  }

  @Override
  public Situation otherAgent() {
    return new FixedSituation(revision, updated, seed + " other Agent");
  }

  @Override
  public Bytes evidence(Bytes nonce) {
    return new CmwCollection(
            Map.of(
                "evidence",
                new CmwCollection.Item(
                    "application/octet-stream",
                    Bytes.concat(agent.publicKey().thumbprint(), nonce),
                    CmwCollection.EVIDENCE)))
        .encode();
  }

  @Override
  public SigningKey tamAttestation() {
    return KEYS.tamAttestation();
  }

  @Override
  public CoseKey tamEncryption() {
    return KEYS.tamEncryption().publicKey();
  }

  @Override
  public String payloads() {
    return "http://127.0.0.1:" + (differs(Specimen.Need.PAYLOADS) ? 2 : 1) + "/payloads";
  }

  @Override
  public DeviceFacts device() {
    DeviceFacts usual = DeviceFacts.ofReference();
    return new DeviceFacts(
        differs(Specimen.Need.VENDOR_ID) ? usual.vendorId().flip(0, 0) : usual.vendorId(),
        differs(Specimen.Need.CLASS_ID) ? usual.classId().flip(0, 0) : usual.classId(),
        differs(Specimen.Need.DEVICE_ID) ? usual.deviceId().flip(0, 0) : usual.deviceId(),
        differs(Specimen.Need.ENCRYPTION_KEY) ? KEYS.tamEncryption().publicKey() : usual.key());
  }

  private boolean differs(Specimen.Need fact) {
    return other.filter(each -> each == fact).isPresent();
  }

  /** The same with another device, or another server. */
  FixedSituation knowing(Specimen.Need another) {
    return new FixedSituation(revision, updated, seed, Optional.of(another));
  }

  private Bytes fixed(String name, int size) {
    return new SeededRandomness(Bytes.utf8(seed)).split(name).next(size);
  }
}
