package org.ccican.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ccican.appraisal.Appraisal;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Here the faster provider is on the class path, where it runs: it says what the usual one says.
 */
class VerifierTest {

  private static final Bytes MESSAGE = Bytes.utf8("message");

  /** The orders of P-256 and P-384 (SEC 2 sections 2.4.2 and 2.5.1). */
  private static final Map<CoseAlgorithm, String> ORDERS =
      Map.of(
          CoseAlgorithm.ESP256,
          "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
          CoseAlgorithm.ESP384,
          "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
              + "581a0db248b0a77aecec196accc52973");

  private final Crypto crypto = new Crypto();

  @Test
  void fasterProviderIsUsedWhereItIs() {
    boolean there =
        getClass()
            .getClassLoader()
            .resources("com/amazon/corretto/crypto/provider/AmazonCorrettoCryptoProvider.class")
            .findAny()
            .isPresent();
    assertThat(crypto.verifier()).isEqualTo(there ? "AmazonCorrettoCryptoProvider" : "BC");
  }

  @Test
  void takesAndRefusesWhatTheUsualOneDoes() {
    for (CoseAlgorithm algorithm : List.of(CoseAlgorithm.ESP256, CoseAlgorithm.ESP384)) {
      SigningKey key = SigningKey.fromSeed(algorithm, Bytes.utf8("signer"), crypto);
      CoseKey open = key.publicKey();
      Bytes right = key.sign(MESSAGE);
      int size = right.size();
      Bytes order = Bytes.hex(ORDERS.get(algorithm));
      assertThat(open.verify(algorithm, MESSAGE, right, crypto)).isTrue();
      for (Bytes wrong :
          List.of(
              right.flip(0, 0),
              right.flip(size - 1, 0),
              right.padRight(size + 1),
              right.slice(0, size - 1),
              Bytes.EMPTY,
              Bytes.zero(size),
              right.with(0, Bytes.zero(size / 2)),
              right.with(size / 2, Bytes.zero(size / 2)),
              right.with(0, order),
              right.with(size / 2, order))) {
        assertThat(open.verify(algorithm, MESSAGE, wrong, crypto)).isFalse();
        assertThat(open.verify(algorithm, MESSAGE, wrong)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sev-snp", "sgx", "tdx"})
  void whatIsMeasuredIsAccepted(String format) {
    GoodEvidence evidence = new GoodEvidence(format);
    Appraisal first = evidence.appraiser().appraise(evidence.input(), Checks.unbroken());
    assertThat(first.firstFailure()).isEmpty();
    assertThat(evidence.appraiser().appraise(evidence.input(), Checks.unbroken())).isEqualTo(first);
    assertThat(new Signatures(format).verify()).isTrue();
  }
}
