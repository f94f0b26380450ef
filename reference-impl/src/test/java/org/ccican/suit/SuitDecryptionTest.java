package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.suit.SuitBenchFixture.A;
import static org.ccican.suit.SuitBenchFixture.AGREEMENT;
import static org.ccican.suit.SuitBenchFixture.B;
import static org.ccican.suit.SuitBenchFixture.DATA;
import static org.ccican.suit.SuitBenchFixture.SECOND;
import static org.ccican.suit.SuitBenchFixture.data;
import static org.ccican.suit.SuitBenchFixture.identity;

import java.util.List;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.ContentAlgorithm;
import org.ccican.cose.CoseEncrypt;
import org.ccican.wire.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payloads encrypted for a device, by each of the ciphers of the profiles. */
class SuitDecryptionTest {

  private final SuitBenchFixture fixture = new SuitBenchFixture();
  private final CheckCatalogue catalogue = CheckCatalogue.load();

  @ParameterizedTest
  @EnumSource(ContentAlgorithm.class)
  void decryptsWhatIsWritten(ContentAlgorithm cipher) {
    CoseEncrypt.Sealed sealed = sealed(cipher, AGREEMENT);
    Bytes envelope = writing(sealed).build();

    assertThat(fixture.processor(Checks.unbroken()).update(envelope).refusal()).isEmpty();
    assertThat(fixture.at(DATA)).contains(A);
    assertThat(fixture.processor(broken("suit.decrypt.write")).update(envelope).refusal())
        .isPresent();
  }

  @ParameterizedTest
  @EnumSource(ContentAlgorithm.class)
  void decryptsWhatIsCopied(ContentAlgorithm cipher) {
    CoseEncrypt.Sealed sealed = sealed(cipher, AGREEMENT);
    Bytes info = sealed.message().encode();
    Bytes envelope =
        data()
            .components(DATA, SECOND)
            .shared(
                new SuitScript()
                    .index(0)
                    .then(identity(it -> it.image(A)))
                    .index(1)
                    .override(it -> it.image(sealed.ciphertext())))
            .install(
                new SuitScript()
                    .index(1)
                    .override(it -> it.uri("#c"))
                    .fetch()
                    .imageMatch()
                    .index(0)
                    .override(it -> it.encryptionInfo(info).source(1))
                    .copy())
            .validate(new SuitScript().indexAll().imageMatch())
            .payload("#c", sealed.ciphertext())
            .build();

    assertThat(fixture.processor(Checks.unbroken()).update(envelope).refusal()).isEmpty();
    assertThat(fixture.at(DATA)).contains(A);
    assertThat(fixture.processor(broken("suit.decrypt.copy")).update(envelope).refusal())
        .isPresent();
  }

  @ParameterizedTest
  @EnumSource(ContentAlgorithm.class)
  void refusesWhatIsForAnotherDevice(ContentAlgorithm cipher) {
    Bytes envelope =
        writing(sealed(cipher, AgreementKey.fromSeed(Bytes.utf8("another device")))).build();

    SuitReport report = fixture.processor(Checks.unbroken()).update(envelope).report();

    assertThat(report.failure().orElseThrow().reason()).isEqualTo(SuitReason.OPERATION_FAILED.id());
    assertThat(fixture.store.components()).isEmpty();
  }

  private static SuitEnvelopeBuilder writing(CoseEncrypt.Sealed sealed) {
    Bytes info = sealed.message().encode();
    return data()
        .install(
            new SuitScript()
                .override(it -> it.content(sealed.ciphertext()).encryptionInfo(info))
                .write());
  }

  private static CoseEncrypt.Sealed sealed(ContentAlgorithm cipher, AgreementKey device) {
    return CoseEncrypt.encrypt(
        cipher, List.of(device.publicKey()), CoseEncrypt.PAYLOAD, A, Bytes.concat(A, B));
  }

  private BrokenChecks broken(String check) {
    return new BrokenChecks(catalogue.find(check).orElseThrow());
  }
}
