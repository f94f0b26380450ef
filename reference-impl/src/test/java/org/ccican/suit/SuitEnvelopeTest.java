package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;

/** Envelopes and manifests that the builder does not make. */
class SuitEnvelopeTest {

  private static final Bytes UUID = Bytes.zero(16);
  private static final Cbor.Map NONE = Cbor.map().build();

  private final Crypto crypto = new Crypto();
  private final SigningKey signer =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("vendor"), crypto);
  private final SuitStore store = new MemorySuitStore();
  private final SuitProcessor processor =
      new SuitProcessor(
          Checks.unbroken(),
          crypto,
          new SuitDevice(UUID, UUID, List.of(signer.publicKey())),
          store);

  @Test
  void installsEveryComponentOfAManifest() throws Rejected {
    List<InstalledComponent> installed =
        SuitFixture.install(processor, sealed(manifest(2, install(Cbor.bool(true))), NONE));

    assertThat(installed).hasSize(2);
    assertThat(store.components()).isEqualTo(installed);
  }

  @Test
  void choosesComponentsByAListAndOneByOne() throws Rejected {
    Cbor list = Cbor.array(Cbor.integer(2), Cbor.integer(0), Cbor.integer(1));

    Cbor first = install(Cbor.integer(0));

    assertThat(refusal(sealed(manifest(2, first), NONE))).isEqualTo("suit.payload.some");
    assertThat(SuitFixture.install(processor, sealed(manifest(3, install(list)), NONE))).hasSize(3);
  }

  @Test
  void leavesAloneWhatAManifestListsAndDoesNotWrite() throws Rejected {
    SuitFixture.install(processor, sealed(manifest(2, install(Cbor.bool(true))), NONE));
    List<InstalledComponent> before = store.components();

    assertThat(SuitFixture.install(processor, sealed(manifest(2, install(Cbor.integer(0))), NONE)))
        .hasSize(1);
    assertThat(store.components().get(1)).isEqualTo(before.get(1));
  }

  @Test
  void choosesAComponentFirstWhereThereAreSeveral() {
    Cbor.Array usual = (Cbor.Array) install(Cbor.bool(true));
    Cbor unchosen = Cbor.array(usual.items().subList(2, usual.items().size()));

    assertThat(refusal(sealed(manifest(2, unchosen), NONE))).isEqualTo("suit.component.chosen");
  }

  @Test
  void storesNothingWhenTheLastOfManyFails() {
    Cbor.Array usual = (Cbor.Array) install(Cbor.bool(true));
    List<Cbor> more = new ArrayList<>(usual.items());
    more.addAll(
        List.of(
            Cbor.integer(12),
            Cbor.integer(1),
            Cbor.integer(20),
            Cbor.map().put(14, Cbor.integer(7)).build(),
            Cbor.integer(3),
            Cbor.integer(15)));

    assertThat(refusal(sealed(manifest(2, Cbor.array(more)), NONE))).isEqualTo("suit.image.size");
    assertThat(store.components()).isEmpty();
  }

  @Test
  void refusesMoreComponentsThanThereIsRoomFor() throws Rejected {
    assertThat(SuitFixture.install(processor, sealed(manifest(16, install(Cbor.bool(true))), NONE)))
        .hasSize(16);
    assertThat(refusal(sealed(manifest(17, install(Cbor.bool(true))), NONE)))
        .isEqualTo("suit.limit.components");
    assertThat(refusal(sealed(manifest(0, install(Cbor.bool(true))), NONE)))
        .isEqualTo("suit.components.some");
  }

  @Test
  void putsASeveredSectionBackIfItIsTheOneThatWasSigned() throws Rejected {
    Cbor section = Cbor.wrapped(install(Cbor.bool(true)));
    Cbor stated = SuitDigest.sha256(section.encode()).toCbor();

    assertThat(
            SuitFixture.install(
                processor, sealed(manifest(2, stated, NONE), Cbor.map().put(20, section).build())))
        .hasSize(2);
    Cbor other = Cbor.wrapped(Cbor.array());
    assertThat(refusal(sealed(manifest(2, stated, NONE), Cbor.map().put(20, other).build())))
        .isEqualTo("suit.severed.digest");
  }

  @Test
  void boundsTheSignaturesThatAreTried() {
    Bytes manifest = manifest(1, install(Cbor.integer(0)));
    Bytes digest = SuitDigest.sha256(Cbor.octets(manifest).encode()).toCbor().encode();
    SigningKey stranger = SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("x"), crypto);
    List<Cbor> blocks = new ArrayList<>();
    blocks.add(Cbor.octets(digest));
    blocks.addAll(
        Collections.nCopies(
            9, Cbor.octets(CoseSign1.signDetached(stranger, NONE, NONE, digest).encode())));

    assertThat(refusal(envelope(Cbor.array(blocks), manifest, NONE)))
        .isEqualTo("suit.limit.signatures");
    assertThat(refusal(envelope(Cbor.array(blocks.subList(0, 9)), manifest, NONE)))
        .isEqualTo("suit.signer.known");
  }

  @Test
  void findsTheTrustedSignatureBehindOthersAndWithoutKeyIdentifier() throws Rejected {
    Bytes manifest = manifest(1, install(Cbor.integer(0)));
    Bytes digest = SuitDigest.sha256(Cbor.octets(manifest).encode()).toCbor().encode();
    SigningKey stranger = SigningKey.fromSeed(CoseAlgorithm.ED25519, Bytes.utf8("x"), crypto);
    Cbor blocks =
        Cbor.array(
            Cbor.octets(digest),
            Cbor.octets(Bytes.hex("d18443a10105a0f640")),
            Cbor.octets(CoseSign1.signDetached(stranger, NONE, NONE, digest).encode()),
            Cbor.octets(CoseSign1.signDetached(signer, NONE, NONE, digest).encode()));
    SuitEnvelope read = SuitEnvelope.parse(envelope(blocks, manifest, NONE), Checks.unbroken());

    assertThat(
            read.authenticate(
                List.of(signer.publicKey()), SuitProcessor.ALGORITHMS, Checks.unbroken()))
        .isEqualTo(Optional.of(signer.publicKey()));
  }

  @Test
  void refusesASignatureThatCarriesItsPayload() {
    Bytes manifest = manifest(1, install(Cbor.integer(0)));
    Bytes digest = SuitDigest.sha256(Cbor.octets(manifest).encode()).toCbor().encode();
    Cbor blocks =
        Cbor.array(
            Cbor.octets(digest), Cbor.octets(CoseSign1.sign(signer, NONE, NONE, digest).encode()));

    assertThat(refusal(envelope(blocks, manifest, NONE))).isEqualTo("cose.payload.detached");
  }

  @Test
  void wantsTheTagWhereAnEnvelopeStandsAlone() throws Rejected {
    Bytes untagged = sealed(manifest(1, install(Cbor.integer(0))), NONE);
    Bytes tagged = Bytes.concat(Bytes.hex("d86b"), untagged);

    assertThat(SuitEnvelope.parseTagged(tagged, Checks.unbroken()).digest())
        .isEqualTo(SuitEnvelope.parse(untagged, Checks.unbroken()).digest());
    Rejected refusal =
        catchThrowableOfType(
            Rejected.class, () -> SuitEnvelope.parseTagged(untagged, Checks.unbroken()));
    assertThat(refusal.check()).isEqualTo("suit.envelope.tagged");
  }

  private String refusal(Bytes envelope) {
    Rejected refusal =
        catchThrowableOfType(Rejected.class, () -> SuitFixture.install(processor, envelope));
    assertThat(refusal).isNotNull();
    return refusal.check();
  }

  private static Cbor install(Cbor index) {
    return Cbor.array(
        Cbor.integer(12),
        index,
        Cbor.integer(20),
        Cbor.map().put(21, Cbor.text("#p")).build(),
        Cbor.integer(21),
        Cbor.integer(15),
        Cbor.integer(3),
        Cbor.integer(15));
  }

  private static Bytes manifest(int components, Cbor install) {
    return manifest(components, Cbor.wrapped(install), NONE);
  }

  private static Bytes manifest(int components, Cbor install, Cbor.Map common) {
    List<Cbor> ids = new ArrayList<>();
    for (int i = 0; i < components; i++) {
      ids.add(SuitComponentId.of("c" + i).toCbor());
    }
    Cbor shared =
        Cbor.array(
            Cbor.integer(12),
            Cbor.bool(true),
            Cbor.integer(20),
            Cbor.map()
                .put(1, Cbor.octets(UUID))
                .put(2, Cbor.octets(UUID))
                .put(3, Cbor.wrapped(SuitDigest.sha256(Bytes.utf8("payload!")).toCbor()))
                .build(),
            Cbor.integer(1),
            Cbor.integer(15),
            Cbor.integer(2),
            Cbor.integer(15));
    Cbor.MapBuilder inner = Cbor.map().put(2, Cbor.array(ids)).put(4, Cbor.wrapped(shared));
    common.entries().forEach(entry -> inner.put(entry.key(), entry.value()));
    return Cbor.map()
        .put(1, Cbor.integer(1))
        .put(2, Cbor.integer(1))
        .put(3, Cbor.wrapped(inner.build()))
        .put(20, install)
        .build()
        .encode();
  }

  private Bytes sealed(Bytes manifest, Cbor.Map severed) {
    Bytes digest = SuitDigest.sha256(Cbor.octets(manifest).encode()).toCbor().encode();
    Cbor blocks =
        Cbor.array(
            Cbor.octets(digest),
            Cbor.octets(CoseSign1.signDetached(signer, NONE, NONE, digest).encode()));
    return envelope(blocks, manifest, severed);
  }

  private static Bytes envelope(Cbor blocks, Bytes manifest, Cbor.Map severed) {
    Cbor.MapBuilder map =
        Cbor.map()
            .put(2, Cbor.wrapped(blocks))
            .put(3, Cbor.octets(manifest))
            .put("#p", Cbor.octets(Bytes.utf8("payload!")));
    severed.entries().forEach(entry -> map.put(entry.key(), entry.value()));
    return map.build().encode();
  }
}
