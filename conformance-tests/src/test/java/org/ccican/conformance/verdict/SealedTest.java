package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.ContentAlgorithm;
import org.ccican.cose.CoseEncrypt;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealedTest {

  private static final AgreementKey OWN = AgreementKey.fromSeed(Bytes.utf8("own"));
  private static final AgreementKey OTHER = AgreementKey.fromSeed(Bytes.utf8("other"));
  private static final Bytes CONTENT = Bytes.utf8("what only one can read");

  @ParameterizedTest
  @EnumSource(
      value = ContentAlgorithm.class,
      names = {"A128CTR", "A128GCM"})
  void opensWhatWasEncryptedToItsHolder(ContentAlgorithm algorithm) {
    Bytes message = sealed(algorithm, CoseEncrypt.EAT).attached().encode();

    assertThat(Sealed.open(message, OWN.scalar(), Sealed.EAT)).contains(CONTENT);
  }

  @Test
  void purposesKeysAndDetachedCiphertextsAreToldApart() {
    CoseEncrypt.Sealed sealed = sealed(ContentAlgorithm.A128GCM, CoseEncrypt.REPORT);
    Bytes message = sealed.attached().encode();

    assertThat(Sealed.open(message, OWN.scalar(), Sealed.REPORT)).contains(CONTENT);
    assertThat(Sealed.open(message, OWN.scalar(), Sealed.EAT)).isEmpty();
    assertThat(Sealed.open(message, OTHER.scalar(), Sealed.REPORT)).isEmpty();
    assertThat(Sealed.open(sealed.message().encode(), OWN.scalar(), Sealed.REPORT)).isEmpty();
  }

  @Test
  void changedOctetsGiveNoException() {
    Bytes message = sealed(ContentAlgorithm.A128GCM, CoseEncrypt.EAT).attached().encode();
    Random random = new Random(5);
    for (int place = 0; place < message.size(); place++) {
      Bytes changed = message.flip(place, random.nextInt(8));
      assertThatCode(() -> Sealed.open(changed, OWN.scalar(), Sealed.EAT))
          .as("octet " + place)
          .doesNotThrowAnyException();
    }
  }

  private static CoseEncrypt.Sealed sealed(ContentAlgorithm algorithm, String purpose) {
    return CoseEncrypt.encrypt(
        algorithm, List.of(OWN.publicKey()), purpose, CONTENT, Bytes.utf8("seed"));
  }
}
