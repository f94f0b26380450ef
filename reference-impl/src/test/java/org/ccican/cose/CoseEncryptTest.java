package org.ccican.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoseEncryptTest {

  private static final Bytes PLAINTEXT = Bytes.utf8("personalization data, 31 octets");

  /** The receiver's key that suit-firmware-encryption publishes for its examples. */
  private static final String PUBLISHED =
      "60fe6dd6d85d5740a5349b6f91267eeac5ba81b8cb53ee249e4b4eb102c476b3";

  private final Crypto crypto = new Crypto();
  private final Checks checks = Checks.unbroken();
  private final AgreementKey key = AgreementKey.fromSeed(Bytes.of(1));
  private final AgreementKey other = AgreementKey.fromSeed(Bytes.of(2));

  @ParameterizedTest
  @EnumSource(ContentAlgorithm.class)
  void eachRecipientDecryptsWhatWasEncrypted(ContentAlgorithm algorithm) throws Rejected {
    CoseEncrypt.Sealed sealed =
        CoseEncrypt.encrypt(
            algorithm,
            List.of(other.publicKey(), key.publicKey()),
            CoseEncrypt.EAT,
            PLAINTEXT,
            Bytes.of(7));
    CoseEncrypt read = CoseEncrypt.parse(sealed.attached().encode(), checks);

    assertThat(read).isEqualTo(sealed.attached());
    assertThat(read.algorithm(checks)).contains(algorithm);
    assertThat(sealed.ciphertext().slice(0, PLAINTEXT.size())).isNotEqualTo(PLAINTEXT);
    for (AgreementKey each : List.of(key, other)) {
      assertThat(read.decrypt(each, CoseEncrypt.EAT, crypto, checks)).isEqualTo(PLAINTEXT);
    }
    assertThat(
            sealed
                .message()
                .decryptDetached(sealed.ciphertext(), key, CoseEncrypt.EAT, crypto, checks))
        .isEqualTo(PLAINTEXT);
  }

  @Test
  void aKeyIsForOnePurpose() {
    CoseEncrypt message = sealed(ContentAlgorithm.A128GCM).attached();

    refuses(
        () -> message.decrypt(key, CoseEncrypt.REPORT, crypto, checks),
        Reason.INVALID_KEY,
        "cose.recipient.unwrap");
    refuses(
        () -> message.decrypt(other, CoseEncrypt.EAT, crypto, checks),
        Reason.NOT_AVAILABLE,
        "cose.recipient.known");
  }

  @ParameterizedTest
  @EnumSource(
      value = ContentAlgorithm.class,
      names = {"A128GCM", "CHACHA20_POLY1305"})
  void noticesEveryChangedOctet(ContentAlgorithm algorithm) {
    CoseEncrypt.Sealed sealed = sealed(algorithm);
    for (int at = 0; at < sealed.ciphertext().size(); at++) {
      Bytes changed = sealed.ciphertext().flip(at, 0);
      refuses(
          () -> sealed.message().decryptDetached(changed, key, CoseEncrypt.EAT, crypto, checks),
          Reason.DIGEST_MISMATCH,
          "cose.encrypt.tag");
    }
    refuses(
        () -> sealed.message().decryptDetached(Bytes.EMPTY, key, CoseEncrypt.EAT, crypto, checks),
        Reason.DIGEST_MISMATCH,
        "cose.encrypt.tag");
  }

  @Test
  void ciphertextIsWhereItIsExpected() {
    CoseEncrypt.Sealed sealed = sealed(ContentAlgorithm.A128CTR);

    refuses(
        () -> sealed.message().decrypt(key, CoseEncrypt.EAT, crypto, checks),
        Reason.MISSING_FIELD,
        "cose.ciphertext.attached");
    refuses(
        () ->
            sealed
                .attached()
                .decryptDetached(sealed.ciphertext(), key, CoseEncrypt.EAT, crypto, checks),
        Reason.MALFORMED,
        "cose.ciphertext.detached");
  }

  @Test
  void refusesAProtectedHeaderThatNothingProtects() throws Rejected {
    CoseEncrypt.Sealed sealed = sealed(ContentAlgorithm.A128CTR);
    CoseEncrypt changed =
        new CoseEncrypt(
            Cbor.map().put(3, Cbor.text("text/plain")).build().encode(),
            sealed.message().unprotectedHeader(),
            Optional.of(sealed.ciphertext()),
            sealed.message().recipients());

    refuses(
        () -> changed.decrypt(key, CoseEncrypt.EAT, crypto, checks),
        Reason.MALFORMED,
        "cose.encrypt.protected");
    assertThat(changed.decrypt(key, CoseEncrypt.EAT, crypto, broken("cose.encrypt.protected")))
        .isEqualTo(PLAINTEXT);
  }

  @Test
  void recipientsAreBounded() throws Rejected {
    CoseEncrypt one = sealed(ContentAlgorithm.A128GCM).attached();
    List<CoseRecipient> nine = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      nine.add(one.recipients().get(0));
    }
    Bytes octets =
        new CoseEncrypt(one.protectedHeader(), one.unprotectedHeader(), one.ciphertext(), nine)
            .encode();

    refuses(
        () -> CoseEncrypt.parse(octets, checks), Reason.LIMIT_EXCEEDED, "cose.limit.recipients");
    assertThat(CoseEncrypt.parse(octets, broken("cose.limit.recipients")).recipients()).hasSize(9);
  }

  @Test
  void refusesKeysOffTheCurveAndOtherDistributions() {
    CoseEncrypt one = sealed(ContentAlgorithm.A128GCM).attached();
    CoseRecipient ours = one.recipients().get(0);
    Cbor.Map offCurve =
        Cbor.map()
            .put(
                -1,
                Cbor.map()
                    .put(1, Cbor.integer(2))
                    .put(-1, Cbor.integer(1))
                    .put(-2, Cbor.octets(Bytes.zero(32)))
                    .put(-3, Cbor.octets(Bytes.of(new byte[32]).flip(31, 0)))
                    .build())
            .build();
    Bytes direct = Cbor.map().put(1, Cbor.integer(-25)).build().encode();

    refuses(
        () ->
            with(one, new CoseRecipient(ours.protectedHeader(), offCurve, ours.wrapped()))
                .decrypt(key, CoseEncrypt.EAT, crypto, checks),
        Reason.INVALID_KEY,
        "cose.key.point");
    refuses(
        () ->
            with(one, new CoseRecipient(direct, ours.unprotectedHeader(), ours.wrapped()))
                .decrypt(key, CoseEncrypt.EAT, crypto, checks),
        Reason.UNSUPPORTED_ALGORITHM,
        "cose.recipient.algorithm");
    refuses(
        () ->
            with(
                    one,
                    new CoseRecipient(
                        ours.protectedHeader(), ours.unprotectedHeader(), Bytes.zero(23)))
                .decrypt(key, CoseEncrypt.EAT, crypto, checks),
        Reason.MALFORMED,
        "cose.recipient.wrapped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aes-ctr", "aes-gcm"})
  void decryptsWhatOthersEncrypted(String cipher) throws IOException, Rejected {
    Bytes info = published("suit-encryption-info-es-ecdh-" + cipher + ".hex");
    Bytes ciphertext = published("encrypted-payload-es-ecdh-" + cipher + ".hex");

    assertThat(
            CoseEncrypt.parse(info, checks)
                .decryptDetached(
                    ciphertext,
                    AgreementKey.ofPrivate(Bytes.hex(PUBLISHED)),
                    CoseEncrypt.PAYLOAD,
                    crypto,
                    checks))
        .isEqualTo(Bytes.utf8("This is a real firmware image."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"algorithm", "length", "protected", "other", "parties"})
  void nobodyUnwrapsWithAnotherContext(String part) {
    CoseEncrypt message = sealed(ContentAlgorithm.A128GCM).attached();

    refuses(
        () -> message.decrypt(key, CoseEncrypt.EAT, crypto, broken("cose.kdf." + part)),
        Reason.INVALID_KEY,
        "cose.recipient.unwrap");
  }

  @ParameterizedTest
  @EnumSource(ContentAlgorithm.class)
  void looksNoCloserWhereItIsBroken(ContentAlgorithm algorithm) throws Rejected {
    CoseEncrypt.Sealed sealed = sealed(algorithm);
    Bytes changed = sealed.ciphertext().flip(3, 0);

    assertThat(
            sealed
                .message()
                .decryptDetached(changed, key, CoseEncrypt.EAT, crypto, broken("cose.encrypt.tag")))
        .isEqualTo(PLAINTEXT.flip(3, 0));
    for (String duty : List.of("cose.encrypt.counter", "cose.encrypt.external")) {
      boolean counts = algorithm.aead() || duty.equals("cose.encrypt.counter");
      assertThat(opened(sealed, broken(duty)).equals(Optional.of(PLAINTEXT))).isEqualTo(!counts);
    }
  }

  @Test
  void takesAnotherNameForAKey() throws Rejected {
    AgreementKey named = key.named(Bytes.utf8("kid-2"));
    CoseEncrypt one = sealed(ContentAlgorithm.A128GCM).attached();
    CoseRecipient ours = one.recipients().get(0);
    List<Cbor.Entry> header = new ArrayList<>(ours.unprotectedHeader().entries());
    header.removeIf(each -> each.key().equals(Cbor.integer(4)));
    header.add(new Cbor.Entry(Cbor.integer(4), Cbor.octets(Bytes.utf8("kid-2"))));
    CoseEncrypt renamed =
        with(one, new CoseRecipient(ours.protectedHeader(), Cbor.map(header), ours.wrapped()));

    assertThat(renamed.decrypt(named, CoseEncrypt.EAT, crypto, checks)).isEqualTo(PLAINTEXT);
    refuses(
        () -> renamed.decrypt(key, CoseEncrypt.EAT, crypto, checks),
        Reason.NOT_AVAILABLE,
        "cose.recipient.known");
    assertThat(renamed.decrypt(key, CoseEncrypt.EAT, crypto, broken("cose.recipient.known")))
        .isEqualTo(PLAINTEXT);
  }

  private Optional<Bytes> opened(CoseEncrypt.Sealed sealed, Checks some) {
    try {
      return Optional.of(
          sealed
              .message()
              .decryptDetached(sealed.ciphertext(), key, CoseEncrypt.EAT, crypto, some));
    } catch (Rejected e) {
      return Optional.empty();
    }
  }

  @Test
  void aSaltGoesIntoTheDerivation() {
    CoseEncrypt one = sealed(ContentAlgorithm.A128GCM).attached();
    CoseRecipient ours = one.recipients().get(0);
    List<Cbor.Entry> salted = new ArrayList<>(ours.unprotectedHeader().entries());
    salted.add(new Cbor.Entry(Cbor.integer(-20), Cbor.octets(Bytes.of(1, 2, 3))));
    CoseEncrypt changed =
        with(one, new CoseRecipient(ours.protectedHeader(), Cbor.map(salted), ours.wrapped()));

    refuses(
        () -> changed.decrypt(key, CoseEncrypt.EAT, crypto, checks),
        Reason.INVALID_KEY,
        "cose.recipient.unwrap");
  }

  private static CoseEncrypt with(CoseEncrypt message, CoseRecipient recipient) {
    return new CoseEncrypt(
        message.protectedHeader(),
        message.unprotectedHeader(),
        message.ciphertext(),
        List.of(recipient));
  }

  private CoseEncrypt.Sealed sealed(ContentAlgorithm algorithm) {
    return CoseEncrypt.encrypt(
        algorithm, List.of(key.publicKey()), CoseEncrypt.EAT, PLAINTEXT, Bytes.of(9));
  }

  private static Checks broken(String check) {
    return new BrokenChecks(CheckCatalogue.load().find(check).orElseThrow());
  }

  private static Bytes published(String file) throws IOException {
    Path folder =
        Path.of(System.getProperty("ccican.shared", "../shared"))
            .resolve("peerdata/suit-firmware-encryption");
    assumeTrue(Files.isDirectory(folder), () -> "no messages of others in " + folder);
    return Bytes.hex(
        Files.readString(folder.resolve(file)).replaceAll("\\s", "").toLowerCase(Locale.ROOT));
  }

  private static void refuses(Refusing action, Reason reason, String check) {
    Rejected rejected = catchThrowableOfType(Rejected.class, action::run);
    assertThat(rejected).as(check).isNotNull();
    assertThat(rejected.check()).isEqualTo(check);
    assertThat(rejected.reason()).isEqualTo(reason);
  }

  @FunctionalInterface
  private interface Refusing {
    Object run() throws Rejected;
  }
}
