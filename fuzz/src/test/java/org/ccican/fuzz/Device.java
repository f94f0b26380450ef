package org.ccican.fuzz;

import java.util.List;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.suit.MemorySuitStore;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitDevice;
import org.ccican.suit.SuitManifestBuilder;
import org.ccican.suit.SuitProcessor;
import org.ccican.wire.Bytes;

/**
 * A device that takes any manifest for its vendor's: otherwise a fuzzer, which cannot sign, would
 * never come behind the signature.
 */
final class Device {

  private static final Bytes VENDOR = Bytes.hex("c0ddd5f15243566087db4f5b0aa26c2f");
  private static final Bytes CLASS = Bytes.hex("db42f7093d8c55baa8c5265fc5820f4e");

  private final Crypto crypto = new Crypto();
  private final SigningKey vendor =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("vendor"), crypto);
  private final Checks blind =
      new BrokenChecks(
          CheckCatalogue.load().all().stream()
              .filter(
                  point ->
                      List.of("suit.digest.manifest", "suit.signer.known", "cose.signature")
                          .contains(point.name()))
              .toList());

  /** A good envelope of the vendor. */
  Bytes envelope() {
    return new SuitManifestBuilder(
            SuitComponentId.of("ccican", "middleware"), Bytes.utf8("middleware octets"))
        .vendorId(VENDOR)
        .classId(CLASS)
        .sequenceNumber(5)
        .manifestComponentId(SuitComponentId.of("ccican", "manifest"))
        .build(vendor);
  }

  /** Into an empty store each time. */
  void apply(Bytes envelope) {
    SuitDevice device = new SuitDevice(VENDOR, CLASS, List.of(vendor.publicKey()));
    new SuitProcessor(blind, crypto, device, new MemorySuitStore()).update(envelope);
  }
}
