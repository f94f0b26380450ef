package org.ccican.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
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

class CoseSign1Test {

  private static final Set<CoseAlgorithm> ALLOWED =
      Set.of(CoseAlgorithm.ESP256, CoseAlgorithm.ED25519);
  private static final Cbor.Map NONE = Cbor.map().build();
  private static final Bytes PAYLOAD = Bytes.utf8("payload");

  private final Crypto crypto = new Crypto();
  private final Checks checks = Checks.unbroken();
  private final SigningKey key = key(CoseAlgorithm.ESP256);

  @ParameterizedTest
  @EnumSource(CoseAlgorithm.class)
  void opensWhatWasSigned(CoseAlgorithm algorithm) throws Rejected {
    SigningKey signer = key(algorithm);
    Cbor.Map kid = Cbor.map().put(4, Cbor.octets(Bytes.of(1, 2))).build();
    CoseSign1 sent = CoseSign1.sign(signer, NONE, kid, PAYLOAD);
    CoseSign1 read = CoseSign1.parse(sent.encode(), checks);

    assertThat(read).isEqualTo(sent);
    assertThat(read.kid(checks)).contains(Bytes.of(1, 2));
    assertThat(read.verify(signer.publicKey(), Set.of(algorithm), checks)).isEqualTo(PAYLOAD);
  }

  @Test
  void verifiesAPayloadThatTravelsApart() throws Rejected {
    CoseSign1 sent = CoseSign1.signDetached(key, NONE, NONE, PAYLOAD);
    CoseSign1 read = CoseSign1.parse(sent.encode(), checks);

    read.verifyDetached(PAYLOAD, key.publicKey(), ALLOWED, checks);
    refuses(
        () -> read.verifyDetached(Bytes.utf8("other"), key.publicKey(), ALLOWED, checks),
        Reason.INVALID_SIGNATURE,
        "cose.signature");
    refuses(
        () -> read.verify(key.publicKey(), ALLOWED, checks),
        Reason.MISSING_FIELD,
        "cose.payload.attached");
    refuses(
        () ->
            CoseSign1.sign(key, NONE, NONE, PAYLOAD)
                .verifyDetached(PAYLOAD, key.publicKey(), ALLOWED, checks),
        Reason.MALFORMED,
        "cose.payload.detached");
  }

  @Test
  void refusesAnyChangeOfWhatIsSigned() {
    CoseSign1 sent = CoseSign1.sign(key, NONE, NONE, PAYLOAD);
    refusesSignature(
        new CoseSign1(
            sent.protectedHeader(), NONE, Optional.of(PAYLOAD.flip(0, 0)), sent.signature()));
    refusesSignature(new CoseSign1(Bytes.hex("bf0128ff"), NONE, sent.payload(), sent.signature()));
    refusesSignature(new CoseSign1(sent.protectedHeader(), NONE, sent.payload(), Bytes.EMPTY));
    refusesSignature(CoseSign1.sign(key(CoseAlgorithm.ESP256, "another"), NONE, NONE, PAYLOAD));
  }

  @Test
  void refusesAlgorithmsThatAreNotAllowed() {
    for (CoseAlgorithm other : CoseAlgorithm.values()) {
      SigningKey signer = key(other);
      CoseSign1 sent = CoseSign1.sign(signer, NONE, NONE, PAYLOAD);
      if (!ALLOWED.contains(other)) {
        refuses(
            () -> sent.verify(signer.publicKey(), ALLOWED, checks),
            Reason.UNSUPPORTED_ALGORITHM,
            "cose.alg.allowed");
      }
    }
    refuses(
        () -> signed(Bytes.hex("a1013824")).verify(key.publicKey(), ALLOWED, checks),
        Reason.UNSUPPORTED_ALGORITHM,
        "cose.alg.known");
    refuses(
        () -> signed(Bytes.EMPTY).verify(key.publicKey(), ALLOWED, checks),
        Reason.MISSING_FIELD,
        "cose.alg.present");
  }

  @Test
  void refusesAKeyOfAnotherCurve() {
    SigningKey p384 = key(CoseAlgorithm.ES384);
    CoseSign1 sent = CoseSign1.sign(key, NONE, NONE, PAYLOAD);

    refuses(
        () -> sent.verify(p384.publicKey(), ALLOWED, checks),
        Reason.ALGORITHM_MISMATCH,
        "cose.alg.key");
    refuses(
        () -> sent.verify(key(CoseAlgorithm.ED25519).publicKey(), ALLOWED, checks),
        Reason.ALGORITHM_MISMATCH,
        "cose.alg.key");
  }

  @Test
  void refusesAlgOutsideTheProtectedHeader() throws Rejected {
    Bytes signature = key.sign(CoseSign1.toBeSigned(Bytes.EMPTY, PAYLOAD));
    Cbor.Map alg = Cbor.map().put(1, Cbor.integer(-9)).build();
    CoseSign1 sent = new CoseSign1(Bytes.EMPTY, alg, Optional.of(PAYLOAD), signature);

    refuses(
        () -> sent.verify(key.publicKey(), ALLOWED, checks),
        Reason.ALGORITHM_MISMATCH,
        "cose.alg.protected");
    BrokenChecks broken =
        new BrokenChecks(CheckCatalogue.load().find("cose.alg.protected").orElseThrow());
    assertThat(sent.verify(key.publicKey(), ALLOWED, broken)).isEqualTo(PAYLOAD);
  }

  @Test
  void signsAnEmptyProtectedMapAsNoOctets() {
    assertThat(CoseSign1.toBeSigned(Bytes.of(0xa0), PAYLOAD))
        .isEqualTo(CoseSign1.toBeSigned(Bytes.EMPTY, PAYLOAD))
        .isEqualTo(Bytes.hex("846a5369676e61747572653140404770 61796c6f6164".replace(" ", "")));
  }

  @Test
  void takesAProtectedHeaderThatIsValidButNotDeterministic() throws Rejected {
    Bytes header = Bytes.hex("bf0128ff");
    CoseSign1 sent =
        new CoseSign1(
            header, NONE, Optional.of(PAYLOAD), key.sign(CoseSign1.toBeSigned(header, PAYLOAD)));

    assertThat(CoseSign1.parse(sent.encode(), checks).verify(key.publicKey(), ALLOWED, checks))
        .isEqualTo(PAYLOAD);
  }

  @Test
  void refusesCriticalHeadersThatItMayNotIgnore() throws Rejected {
    parses("a2012802 8101");
    parses("a30128028104 0441aa");
    refusesHeader("a20128028119 2710", "cose.crit.listed");
    refusesHeader("a3012802811927101927 1000", "cose.crit.understood");
    refusesHeader("a20128 0280", "cose.crit.some");
    refusesHeader("a20128 0201", "cose.crit.shape", Reason.WRONG_TYPE);
    Cbor.Map crit = Cbor.map().put(2, Cbor.array(Cbor.integer(1))).build();
    CoseSign1 sent = CoseSign1.sign(key, NONE, crit, PAYLOAD);
    refuses(
        () -> CoseSign1.parse(sent.encode(), checks),
        Reason.CRITICAL_HEADER,
        "cose.crit.protected");
  }

  @Test
  void refusesALabelInBothHeaders() {
    Cbor.Map kid = Cbor.map().put(4, Cbor.octets(Bytes.of(1))).build();
    refuses(
        () -> CoseSign1.parse(CoseSign1.sign(key, kid, kid, PAYLOAD).encode(), checks),
        Reason.DUPLICATE_KEY,
        "cose.header.once");
  }

  @Test
  void refusesDuplicateLabelsInOneHeader() {
    refusesHeader("a2012801 28", "cbor.duplicate-key", Reason.DUPLICATE_KEY);
  }

  @Test
  void refusesEveryOtherShape() {
    refusesOctets("8443a10128a04040", "cose.sign1.tag");
    refusesOctets("d18443a10128a04040", "cose.sign1.tag");
    refusesOctets("d28343a10128a040", "cose.sign1.shape");
    refusesOctets("d28543a10128a0404040", "cose.sign1.shape");
    refusesOctets("d28443a10128804040", "cose.sign1.shape");
    refusesOctets("d284a10128a04040", "cose.sign1.shape");
    refusesOctets("d28443a10128a0f740", "cose.sign1.shape");
    refusesOctets("d28443a10128a040f6", "cose.sign1.shape");
    refusesOctets("d28443820128a04040", "cose.protected.shape");
    refusesOctets("d2844101a04040", "cose.protected.shape");
    refusesOctets("d28443a10128a0404000", "cbor.trailing");
    refusesOctets("d28444a1012800a04040", "cbor.trailing");
    refusesOctets("d2", "cbor.truncated");
  }

  @Test
  void boundsTheLabelsOfAProtectedHeader() throws Rejected {
    Cbor.MapBuilder many = Cbor.map();
    for (int label = 100; label < 227; label++) {
      many.put(label, Cbor.nil());
    }
    // With alg there are 128 labels, as many values and their map: one item more than is taken.
    CoseSign1 elsewhere = CoseSign1.sign(key, NONE, many.build(), PAYLOAD);
    assertThat(CoseSign1.parse(elsewhere.encode(), checks)).isEqualTo(elsewhere);
    refuses(
        () -> CoseSign1.parse(CoseSign1.sign(key, many.build(), NONE, PAYLOAD).encode(), checks),
        Reason.LIMIT_EXCEEDED,
        "cbor.limit.items");
  }

  @Test
  void answersAnyOctetsWithAMessageOrARefusal() {
    Random random = new Random(18);
    Cbor.Map kid = Cbor.map().put(4, Cbor.octets(Bytes.of(1, 2))).build();
    Bytes good =
        CoseSign1.sign(key, Cbor.map().put(2, Cbor.array(Cbor.integer(1))).build(), kid, PAYLOAD)
            .encode();
    CheckCatalogue catalogue = CheckCatalogue.load();
    int refused = 0;
    for (int i = 0; i < 8_000; i++) {
      Bytes bad = i % 2 == 0 ? good : good.slice(0, random.nextInt(good.size()));
      for (int flips = random.nextInt(4); flips >= 0 && !bad.isEmpty(); flips--) {
        bad = bad.flip(random.nextInt(Math.min(40, bad.size())), random.nextInt(8));
      }
      try {
        CoseSign1 read = CoseSign1.parse(bad, checks);
        read.kid(checks);
        if (i % 50 == 0) {
          read.verify(key.publicKey(), ALLOWED, checks);
        }
      } catch (Rejected e) {
        assertThat(catalogue.find(e.check())).as(e.check()).isPresent();
        refused++;
      }
    }
    assertThat(refused).isBetween(4_000, 7_999);
  }

  private void parses(String header) throws Rejected {
    CoseSign1.parse(signed(Bytes.hex(header.replace(" ", ""))).encode(), checks)
        .verify(key.publicKey(), ALLOWED, checks);
  }

  private CoseSign1 signed(Bytes header) {
    return new CoseSign1(
        header, NONE, Optional.of(PAYLOAD), key.sign(CoseSign1.toBeSigned(header, PAYLOAD)));
  }

  private void refusesSignature(CoseSign1 sent) {
    refuses(
        () -> CoseSign1.parse(sent.encode(), checks).verify(key.publicKey(), ALLOWED, checks),
        Reason.INVALID_SIGNATURE,
        "cose.signature");
  }

  private void refusesHeader(String header, String check) {
    refusesHeader(header, check, Reason.CRITICAL_HEADER);
  }

  private void refusesHeader(String header, String check, Reason reason) {
    Bytes octets = signed(Bytes.hex(header.replace(" ", ""))).encode();
    refuses(() -> CoseSign1.parse(octets, checks), reason, check);
  }

  private void refusesOctets(String hex, String check) {
    Rejected refusal =
        catchThrowableOfType(Rejected.class, () -> CoseSign1.parse(Bytes.hex(hex), checks));
    assertThat(refusal).as(hex).isNotNull();
    assertThat(refusal.check()).as(hex).isEqualTo(check);
  }

  private interface Step {
    void run() throws Rejected;
  }

  private static void refuses(Step step, Reason reason, String check) {
    Rejected refusal = catchThrowableOfType(Rejected.class, step::run);
    assertThat(refusal).isNotNull();
    assertThat(refusal.check()).isEqualTo(check);
    assertThat(refusal.reason()).isEqualTo(reason);
  }

  private SigningKey key(CoseAlgorithm algorithm) {
    return key(algorithm, "key");
  }

  private SigningKey key(CoseAlgorithm algorithm, String seed) {
    return SigningKey.fromSeed(algorithm, Bytes.utf8(seed), crypto);
  }
}
