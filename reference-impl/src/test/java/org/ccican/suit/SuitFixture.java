package org.ccican.suit;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** A device, its vendor, and an envelope of the vendor that the device takes. */
final class SuitFixture {

  static final Crypto CRYPTO = new Crypto();
  static final SigningKey SIGNER = key(CoseAlgorithm.ESP256, "vendor");
  static final SuitComponentId COMPONENT = SuitComponentId.of("ccican", "middleware");
  static final SuitComponentId MANIFEST = SuitComponentId.of("ccican", "manifest");
  static final Bytes VENDOR = Bytes.hex("c0ddd5f15243566087db4f5b0aa26c2f");
  static final Bytes CLASS = Bytes.hex("db42f7093d8c55baa8c5265fc5820f4e");
  static final Bytes PAYLOAD = Bytes.utf8("middleware octets");

  private SuitFixture() {}

  static SuitManifestBuilder good() {
    return new SuitManifestBuilder(COMPONENT, PAYLOAD)
        .vendorId(VENDOR)
        .classId(CLASS)
        .sequenceNumber(5)
        .manifestComponentId(MANIFEST);
  }

  static SuitProcessor processor(Checks checks, SuitStore store) {
    SuitDevice device =
        new SuitDevice(
            VENDOR,
            CLASS,
            List.of(SIGNER.publicKey(), key(CoseAlgorithm.ED25519, "vendor").publicKey()));
    return new SuitProcessor(checks, CRYPTO, device, store);
  }

  static Cbor uri(String name) {
    return Cbor.map().put(21, Cbor.text(name)).build();
  }

  static Rejected refusal(SuitProcessor processor, Bytes envelope) {
    return catchThrowableOfType(Rejected.class, () -> install(processor, envelope));
  }

  /**
   * What an envelope installs.
   *
   * @throws Rejected if the device refuses it
   */
  static List<InstalledComponent> install(SuitProcessor processor, Bytes envelope) throws Rejected {
    SuitOutcome outcome = processor.update(envelope);
    if (outcome.refusal().isPresent()) {
      throw outcome.refusal().get();
    }
    return outcome.installed();
  }

  static SigningKey key(CoseAlgorithm algorithm, String seed) {
    return SigningKey.fromSeed(algorithm, Bytes.utf8(seed), CRYPTO);
  }
}
