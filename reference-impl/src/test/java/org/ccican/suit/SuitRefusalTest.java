package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.suit.SuitFixture.CLASS;
import static org.ccican.suit.SuitFixture.PAYLOAD;
import static org.ccican.suit.SuitFixture.SIGNER;
import static org.ccican.suit.SuitFixture.VENDOR;
import static org.ccican.suit.SuitFixture.good;
import static org.ccican.suit.SuitFixture.key;
import static org.ccican.suit.SuitFixture.processor;
import static org.ccican.suit.SuitFixture.refusal;
import static org.ccican.suit.SuitFixture.uri;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Envelopes that are wrong in one way each. */
class SuitRefusalTest {

  private final CheckCatalogue catalogue = CheckCatalogue.load();
  private final SuitStore store = new MemorySuitStore();

  /** One way to be wrong, and the check that notices. */
  private record Wrong(String check, Reason reason, Bytes envelope) {

    static Wrong of(String check, Reason reason, UnaryOperator<SuitManifestBuilder> defect) {
      return new Wrong(check, reason, defect.apply(good()).build(SIGNER));
    }

    @Override
    public String toString() {
      return check;
    }
  }

  static List<Wrong> wrong() {
    return List.of(
        new Wrong(
            "suit.signer.known",
            Reason.UNKNOWN_SIGNER,
            good().build(key(CoseAlgorithm.ESP256, "stranger"))),
        new Wrong("suit.authentication.some", Reason.UNKNOWN_SIGNER, good().buildUnsigned()),
        new Wrong(
            "cose.alg.allowed",
            Reason.UNSUPPORTED_ALGORITHM,
            good().build(key(CoseAlgorithm.ES256, "vendor"))),
        new Wrong(
            "suit.envelope.untagged",
            Reason.WRONG_TYPE,
            Bytes.concat(Bytes.hex("d86b"), good().build(SIGNER))),
        Wrong.of(
            "suit.digest.manifest",
            Reason.DIGEST_MISMATCH,
            it -> it.manifestDigest(SuitDigest.sha256(Bytes.utf8("another manifest")))),
        Wrong.of("suit.version", Reason.UNKNOWN_VERSION, it -> it.version(2)),
        Wrong.of("suit.vendor-id", Reason.POLICY_VIOLATED, it -> it.vendorId(VENDOR.flip(15, 0))),
        Wrong.of("suit.class-id", Reason.POLICY_VIOLATED, it -> it.classId(CLASS.flip(0, 7))),
        Wrong.of("suit.rollback", Reason.ROLLED_BACK, it -> it.sequenceNumber(4)),
        Wrong.of(
            "suit.image.digest",
            Reason.DIGEST_MISMATCH,
            it -> it.imageDigest(SuitDigest.sha256(Bytes.utf8("another payload")))),
        Wrong.of(
            "suit.image.digest", Reason.DIGEST_MISMATCH, it -> it.carrying(PAYLOAD.flip(3, 3))),
        Wrong.of("suit.image.size", Reason.OUT_OF_RANGE, it -> it.imageSize(16)),
        Wrong.of(
            "suit.manifest.known",
            Reason.UNKNOWN_FIELD,
            it -> it.element(30, Cbor.wrapped(Cbor.array()))),
        Wrong.of("suit.shared.vendor", Reason.POLICY_VIOLATED, it -> shared(it, 2)),
        Wrong.of("suit.shared.class", Reason.POLICY_VIOLATED, it -> shared(it, 1)),
        Wrong.of(
            "suit.command.known",
            Reason.UNKNOWN_FIELD,
            it -> install(it, Cbor.integer(40), Cbor.integer(15))),
        Wrong.of(
            "suit.parameter.known",
            Reason.UNKNOWN_FIELD,
            it -> install(it, Cbor.integer(20), Cbor.map().put(99, Cbor.nil()).build())),
        Wrong.of(
            "suit.directive.parameter",
            Reason.MISSING_FIELD,
            it -> it.install(Cbor.integer(21), Cbor.integer(15))),
        Wrong.of(
            "suit.parameter.type",
            Reason.WRONG_TYPE,
            it -> install(it, Cbor.integer(20), Cbor.map().put(21, Cbor.integer(1)).build())),
        Wrong.of(
            "suit.component.index",
            Reason.OUT_OF_RANGE,
            it -> install(it, Cbor.integer(12), Cbor.integer(1))),
        Wrong.of("suit.commands.shape", Reason.MISSING_FIELD, it -> install(it, Cbor.integer(3))),
        Wrong.of(
            "suit.command.policy",
            Reason.WRONG_TYPE,
            it -> install(it, Cbor.integer(3), Cbor.nil())));
  }

  static List<Wrong> hopeless() {
    return List.of(
        Wrong.of(
            "suit.payload.available",
            Reason.NOT_AVAILABLE,
            it -> it.install(Cbor.integer(20), uri("#absent"), Cbor.integer(21), Cbor.integer(15))),
        Wrong.of(
            "suit.payload.some",
            Reason.NOT_AVAILABLE,
            it -> it.install(Cbor.integer(3), Cbor.integer(15))),
        Wrong.of(
            "suit.digest.algorithm",
            Reason.UNSUPPORTED_ALGORITHM,
            it -> it.imageDigest(new SuitDigest(-18, Bytes.zero(32)))));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesAndStoresNothing(Wrong wrong) throws Rejected {
    InstalledComponent before =
        SuitFixture.install(processor(Checks.unbroken(), store), good().build(SIGNER)).get(0);

    Rejected refusal = refusal(processor(Checks.unbroken(), store), wrong.envelope());

    assertThat(refusal.check()).isEqualTo(wrong.check());
    assertThat(refusal.reason()).isEqualTo(wrong.reason());
    assertThat(store.components()).containsExactly(before);
    assertThat(catalogue.find(wrong.check()).orElseThrow().kind()).isEqualTo(CheckPoint.Kind.GUARD);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void takesItWhenTheOneCheckIsBroken(Wrong wrong) throws Rejected {
    SuitFixture.install(processor(Checks.unbroken(), store), good().build(SIGNER));
    BrokenChecks broken = new BrokenChecks(catalogue.find(wrong.check()).orElseThrow());
    SuitProcessor careless = processor(broken, store);

    assertThat(careless.update(wrong.envelope()).refusal()).isEmpty();
    assertThat(broken.reached()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("hopeless")
  void refusesWhatCannotBeDone(Wrong wrong) {
    Rejected refusal = refusal(processor(Checks.unbroken(), store), wrong.envelope());

    assertThat(refusal.check()).isEqualTo(wrong.check());
    assertThat(refusal.reason()).isEqualTo(wrong.reason());
    assertThat(store.components()).isEmpty();
    assertThat(catalogue.find(wrong.check()).orElseThrow().kind())
        .isEqualTo(CheckPoint.Kind.STRUCTURAL);
  }

  /** The usual shared sequence with one of its two conditions. */
  private static SuitManifestBuilder shared(SuitManifestBuilder builder, long condition) {
    return builder.shared(
        Cbor.integer(20),
        Cbor.map()
            .put(1, Cbor.octets(VENDOR))
            .put(2, Cbor.octets(CLASS))
            .put(3, Cbor.wrapped(SuitDigest.sha256(PAYLOAD).toCbor()))
            .build(),
        Cbor.integer(condition),
        Cbor.integer(15));
  }

  /** The usual section 20 with more at its end. */
  private static SuitManifestBuilder install(SuitManifestBuilder builder, Cbor... more) {
    Cbor[] usual = {
      Cbor.integer(20),
      uri(SuitManifestBuilder.PAYLOAD),
      Cbor.integer(21),
      Cbor.integer(15),
      Cbor.integer(3),
      Cbor.integer(15)
    };
    Cbor[] all = Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return builder.install(all);
  }
}
