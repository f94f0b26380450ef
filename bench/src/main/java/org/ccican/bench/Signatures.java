package org.ccican.bench;

import java.util.List;
import java.util.Map;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;

/**
 * As many verifications, of the same algorithm over as many octets, as evidence of a format has
 * signatures of its own: one over an SNP report; over a quote, that of the attestation key and that
 * of the PCK.
 */
final class Signatures {

  private record Signed(CoseKey key, CoseAlgorithm algorithm, Bytes message, Bytes signature) {}

  /** Octets under each signature. */
  private static final Map<String, List<Integer>> SIZES =
      Map.of("sev-snp", List.of(0x2a0), "sgx", List.of(432, 384), "tdx", List.of(632, 384));

  private final Crypto crypto = new Crypto();
  private final List<Signed> all;

  Signatures(String format) {
    CoseAlgorithm algorithm =
        format.equals("sev-snp") ? CoseAlgorithm.ESP384 : CoseAlgorithm.ESP256;
    this.all =
        SIZES.get(format).stream()
            .map(
                size -> {
                  SigningKey key =
                      SigningKey.fromSeed(algorithm, Bytes.utf8("signer of " + size), crypto);
                  Bytes message = Bytes.zero(size);
                  return new Signed(key.publicKey(), algorithm, message, key.sign(message));
                })
            .toList();
  }

  boolean verify() {
    for (Signed each : all) {
      if (!each.key().verify(each.algorithm(), each.message(), each.signature(), crypto)) {
        throw new IllegalStateException("a good signature is refused");
      }
    }
    return true;
  }
}
