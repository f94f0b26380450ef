package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.suit.SuitFixture.CLASS;
import static org.ccican.suit.SuitFixture.COMPONENT;
import static org.ccican.suit.SuitFixture.CRYPTO;
import static org.ccican.suit.SuitFixture.MANIFEST;
import static org.ccican.suit.SuitFixture.PAYLOAD;
import static org.ccican.suit.SuitFixture.SIGNER;
import static org.ccican.suit.SuitFixture.VENDOR;
import static org.ccican.suit.SuitFixture.good;
import static org.ccican.suit.SuitFixture.key;
import static org.ccican.suit.SuitFixture.processor;
import static org.ccican.suit.SuitFixture.refusal;
import static org.ccican.suit.SuitFixture.uri;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuitProcessorTest {

  private final CheckCatalogue catalogue = CheckCatalogue.load();
  private final SuitStore store = new MemorySuitStore();

  @ParameterizedTest
  @EnumSource(
      value = CoseAlgorithm.class,
      names = {"ESP256", "ED25519"})
  void installsWhatATrustedSignerSigned(CoseAlgorithm algorithm) throws Rejected {
    SigningKey signer = key(algorithm, "vendor");
    Bytes envelope = good().build(signer);

    InstalledComponent installed =
        SuitFixture.install(processor(Checks.unbroken(), store), envelope).get(0);

    assertThat(installed.id()).isEqualTo(COMPONENT);
    assertThat(installed.payload()).isEqualTo(PAYLOAD);
    assertThat(installed.sequenceNumber()).isEqualTo(5);
    assertThat(installed.manifestId()).contains(MANIFEST);
    Bytes manifest = SuitEnvelope.parse(envelope, Checks.unbroken()).manifest();
    assertThat(installed.manifestDigest()).isEqualTo(Crypto.sha256(Cbor.octets(manifest).encode()));
    assertThat(store.components()).containsExactly(installed);
  }

  @Test
  void refusesAKnownSignersBrokenSignature() {
    Bytes envelope = good().build(SIGNER);
    SuitEnvelope parts = parsed(envelope);
    Bytes block = parts.authentications().get(0);
    Bytes changed = block.flip(block.size() - 1, 0);
    Bytes wrapper = Cbor.array(Cbor.octets(parts.digest()), Cbor.octets(changed)).encode();
    Bytes sent =
        Cbor.map()
            .put(2, Cbor.octets(wrapper))
            .put(3, Cbor.octets(parts.manifest()))
            .put(SuitManifestBuilder.PAYLOAD, Cbor.octets(PAYLOAD))
            .build()
            .encode();

    Rejected refusal = refusal(processor(Checks.unbroken(), store), sent);
    assertThat(refusal.check()).isEqualTo("cose.signature");
    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_SIGNATURE);
  }

  @Test
  void neverReadsAManifestBeforeItsSignature() {
    Bytes rubbish = Bytes.hex("ffffff");
    Bytes digest = SuitDigest.sha256(Cbor.octets(rubbish).encode()).toCbor().encode();
    Bytes sent =
        Cbor.map()
            .put(2, Cbor.wrapped(Cbor.array(Cbor.octets(digest))))
            .put(3, Cbor.octets(rubbish))
            .build()
            .encode();

    assertThat(refusal(processor(Checks.unbroken(), store), sent).check())
        .isEqualTo("suit.authentication.some");
  }

  @Test
  void takesAnEqualSequenceNumberAndRemembersTheHighest() throws Rejected {
    SuitProcessor processor = processor(Checks.unbroken(), store);
    SuitFixture.install(processor, good().build(SIGNER));
    SuitFixture.install(processor, good().build(SIGNER));
    SuitFixture.install(processor, good().sequenceNumber(9).build(SIGNER));
    assertThat(processor.uninstall(MANIFEST).removed()).hasSize(1);
    assertThat(store.components()).isEmpty();

    Rejected refusal = refusal(processor, good().sequenceNumber(8).build(SIGNER));
    assertThat(refusal.reason()).isEqualTo(Reason.ROLLED_BACK);
    SuitFixture.install(processor, good().sequenceNumber(9).build(SIGNER));
  }

  @Test
  void refusesToUnlinkWhatItNeverInstalled() throws Rejected {
    SuitProcessor processor = processor(Checks.unbroken(), store);
    SuitFixture.install(processor, good().build(SIGNER));

    Rejected refusal = processor.uninstall(COMPONENT).refusal().orElseThrow();
    assertThat(refusal.check()).isEqualTo("suit.unlink.known");
    assertThat(store.components()).hasSize(1);
  }

  @Test
  void keepsComponentsWithinTheDevicesAccessList() throws Rejected {
    SuitDevice narrow =
        new SuitDevice(
            VENDOR, CLASS, List.of(SIGNER.publicKey()), List.of(SuitComponentId.of("other")));
    SuitProcessor processor = new SuitProcessor(Checks.unbroken(), CRYPTO, narrow, store);

    assertThat(refusal(processor, good().build(SIGNER)).check())
        .isEqualTo("suit.component.authorised");
    SuitDevice wide =
        new SuitDevice(
            VENDOR, CLASS, List.of(SIGNER.publicKey()), List.of(SuitComponentId.of("ccican")));
    assertThat(
            SuitFixture.install(
                new SuitProcessor(Checks.unbroken(), CRYPTO, wide, store), good().build(SIGNER)))
        .hasSize(1);
  }

  @Test
  void neverStoresAPayloadThatNoDigestVouchedFor() {
    Bytes unchecked =
        good()
            .install(
                Cbor.integer(20),
                uri(SuitManifestBuilder.PAYLOAD),
                Cbor.integer(21),
                Cbor.integer(15))
            .validate(Cbor.integer(1), Cbor.integer(15))
            .build(SIGNER);

    assertThat(refusal(processor(Checks.unbroken(), store), unchecked).check())
        .isEqualTo("suit.image.compared");
  }

  @Test
  void endsWhateverTheSequenceAsks() {
    Cbor[] many = new Cbor[2400];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = Cbor.integer(12);
      many[i + 1] = Cbor.integer(0);
    }
    assertThat(
            refusal(processor(Checks.unbroken(), store), good().install(many).build(SIGNER))
                .check())
        .isEqualTo("suit.limit.steps");

    Cbor nested = Cbor.array();
    for (int i = 0; i < 12; i++) {
      nested = Cbor.array(Cbor.integer(32), Cbor.wrapped(nested));
    }
    Bytes deep = good().install(Cbor.integer(32), Cbor.wrapped(nested)).build(SIGNER);
    assertThat(refusal(processor(Checks.unbroken(), store), deep).check())
        .isEqualTo("suit.limit.nesting");
  }

  @Test
  void runsSequencesWithinSequences() throws Rejected {
    Bytes nested =
        good()
            .install(
                Cbor.integer(32),
                Cbor.wrapped(
                    Cbor.array(
                        Cbor.integer(20),
                        uri(SuitManifestBuilder.PAYLOAD),
                        Cbor.integer(21),
                        Cbor.integer(0))),
                Cbor.integer(12),
                Cbor.bool(true),
                Cbor.integer(3),
                Cbor.integer(15))
            .build(SIGNER);

    assertThat(SuitFixture.install(processor(Checks.unbroken(), store), nested).get(0).payload())
        .isEqualTo(PAYLOAD);
  }

  @Test
  void answersAnyOctetsWithAComponentOrARefusal() {
    Random random = new Random(107);
    SuitProcessor careless =
        processor(new BrokenChecks(catalogue.find("suit.signer.known").orElseThrow()), store);
    Bytes good = good().referenceUri("https://vendor.example/m").buildUnsigned();
    int refused = 0;
    for (int i = 0; i < 6_000; i++) {
      Bytes bad = i % 4 == 0 ? good.slice(0, random.nextInt(good.size())) : good;
      for (int flips = random.nextInt(3); flips >= 0 && !bad.isEmpty(); flips--) {
        bad = bad.flip(random.nextInt(bad.size()), random.nextInt(8));
      }
      Checks noDigest = (name, found) -> name.equals("suit.digest.manifest") || found;
      SuitProcessor either =
          i % 2 == 0
              ? careless
              : processor((n, f) -> n.equals("suit.signer.known") || noDigest.holds(n, f), store);
      Optional<Rejected> refusal = either.update(bad).refusal();
      if (refusal.isPresent()) {
        assertThat(catalogue.find(refusal.get().check())).as(refusal.get().check()).isPresent();
        refused++;
      }
    }
    assertThat(refused).isBetween(4_000, 6_000);
  }

  private static SuitEnvelope parsed(Bytes envelope) {
    try {
      return SuitEnvelope.parse(envelope, Checks.unbroken());
    } catch (Rejected e) {
      throw new IllegalStateException(e);
    }
  }
}
