package org.ccican.suit;

import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseEncrypt;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/** Payloads that were encrypted for the device (firmware-encryption section 4). */
final class SuitDecryption {

  private final SuitBench bench;
  private final Checks checks;

  SuitDecryption(SuitBench bench) {
    this.bench = bench;
    this.checks = bench.checks();
  }

  /**
   * Octets, and whether something that was signed vouches for them: an AEAD cipher does, since its
   * key came with the manifest (firmware-encryption section 7.2).
   */
  record Plain(Bytes octets, boolean vouched) {}

  Bytes written(SuitCell cell, Bytes content) throws Rejected {
    Optional<Cbor> info = cell.parameter(SuitLabels.ENCRYPTION_INFO);
    // spec| firmware-encryption §4.1: write decrypts its content
    return info.isPresent() && checks.keeps("suit.decrypt.write")
        ? decrypt(info.get(), content).octets()
        : content;
  }

  Plain copied(SuitCell cell, SuitCell source, Bytes content) throws Rejected {
    Optional<Cbor> info = cell.parameter(SuitLabels.ENCRYPTION_INFO);
    // spec| firmware-encryption §4.2: copy decrypts its source
    return info.isPresent() && checks.keeps("suit.decrypt.copy")
        ? decrypt(info.get(), content)
        : new Plain(content, source.compared());
  }

  Plain fetched(SuitCell cell, Bytes content) throws Rejected {
    Optional<Cbor> info = cell.parameter(SuitLabels.ENCRYPTION_INFO);
    // spec| trust-domains §8.2: an encrypted manifest is decrypted as it is fetched
    return info.isPresent() && checks.keeps("suit.decrypt.fetch")
        ? decrypt(info.get(), content)
        : new Plain(content, false);
  }

  private Plain decrypt(Cbor info, Bytes content) throws Rejected {
    CoseEncrypt message = CoseEncrypt.parse(Fields.octets(info, "suit.parameter.type"), checks);
    boolean aead = message.algorithm(checks).map(each -> each.aead()).orElse(false);
    List<AgreementKey> keys = bench.device().decryption();
    if (keys.isEmpty()) {
      throw new Rejected(
          Reason.NOT_AVAILABLE, "suit.decryption.key", "a device without a key to decrypt with");
    }
    Optional<Rejected> refusal = Optional.empty();
    for (AgreementKey key : keys) {
      try {
        return new Plain(
            message.decryptDetached(content, key, CoseEncrypt.PAYLOAD, bench.crypto(), checks),
            aead);
      } catch (Rejected another) {
        refusal = refusal.or(() -> Optional.of(another));
      }
    }
    throw refusal.get();
  }
}
