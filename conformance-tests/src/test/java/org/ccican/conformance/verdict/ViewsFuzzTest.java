package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile octets give a view or the reason why there is none, and nothing else. */
class ViewsFuzzTest {

  private static final Verifier EITHER = (algorithm, spki, message, signature) -> true;

  static Stream<Arguments> views() {
    Bytes envelope = TeepSamples.envelope(Bytes.utf8("package")).encode();
    Cbor.MapBuilder options =
        TeepSamples.withToken()
            .put(6, Cbor.octets(TestKey.cose(Cbor.map().build().encode(), true).encode()))
            .put(
                7, Cbor.array(Cbor.map().put(0, TeepSamples.COMPONENT).put(14, Cbor.nil()).build()))
            .put(9, Cbor.array(Cbor.octets(envelope)))
            .put(11, Cbor.text("text"))
            .put(12, Cbor.text("a/b; c=\"d\""))
            .put(13, Cbor.array(Cbor.map().put(15, TeepSamples.COMPONENT).build()))
            .put(14, Cbor.array(TeepSamples.COMPONENT))
            .put(18, Cbor.array(Cbor.wrapped(Cbor.map().build())))
            .put(21, Cbor.text("en"));
    Bytes request =
        TeepSamples.message(1, options, TeepSamples.SUITES, TeepSamples.PROFILES, Cbor.integer(1))
            .encode();
    Bytes key =
        Cbor.map()
            .put(1, Cbor.integer(2))
            .put(-1, Cbor.integer(1))
            .put(-2, Cbor.octets(TestKey.X))
            .put(-3, Cbor.octets(TestKey.Y))
            .build()
            .encode();
    Bytes collection =
        Cbor.map()
            .put("a", Cbor.array(Cbor.text("a/b"), Cbor.octets(Bytes.of(1)), Cbor.integer(1)))
            .put("__cmwc_t", Cbor.text("x"))
            .build()
            .encode();
    return Stream.of(
        view("cose", TestKey.cose(request, true).encode(), ViewsFuzzTest::cose),
        view("teep", request, ViewsFuzzTest::teep),
        view("suit", envelope, ViewsFuzzTest::suit),
        view("key", key, KeyView::read),
        view("cmw", collection, CmwView::read),
        view("sev-snp", Bytes.zero(SevSnpView.SIZE), SevSnpView::read),
        view(
            "quote", Shared.octets("realdata/tdx/tdx-v5-spr-uptodate.quote.bin"), QuoteView::read));
  }

  private static Arguments view(String name, Bytes good, Function<Bytes, Reading<?>> read) {
    return Arguments.of(name, good, read);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("views")
  void giveAViewOrAReason(String name, Bytes good, Function<Bytes, Reading<?>> read) {
    assertThat(read.apply(good).view()).isPresent();
    Random random = new Random(name.hashCode());
    int unreadable = 0;
    for (int round = 0; round < 4_000; round++) {
      Bytes hostile = good;
      for (int i = random.nextInt(4); i >= 0; i--) {
        hostile = hostile.flip(random.nextInt(good.size()), random.nextInt(8));
      }
      int size = hostile.size();
      if (random.nextInt(4) == 0) {
        hostile = hostile.slice(0, random.nextInt(size));
      } else if (random.nextInt(8) == 0) {
        hostile = Bytes.concat(hostile, hostile.slice(0, random.nextInt(size)));
      }
      Reading<?> reading = read.apply(hostile);
      if (reading.view().isEmpty()) {
        assertThat(reading.detail()).isNotBlank();
        unreadable++;
      }
    }
    assertThat(unreadable).isPositive();
  }

  private static Reading<CoseView> cose(Bytes octets) {
    Reading<CoseView> reading = CoseView.read(octets);
    reading
        .view()
        .ifPresent(
            view -> {
              view.deviations();
              view.kid();
              view.contentType();
              view.verifies(EITHER, TestKey.SPKI);
            });
    return reading;
  }

  private static Reading<TeepView> teep(Bytes octets) {
    Reading<TeepView> reading = TeepView.read(octets, TeepRevision.TEEP_26);
    reading
        .view()
        .ifPresent(
            view ->
                assertThat(
                        List.of(
                            view.deviations(),
                            view.token(),
                            view.challenge(),
                            view.dataItemRequested(),
                            view.signatureAlgorithms(),
                            view.versions(),
                            view.selectedVersion(),
                            view.freshnessMechanisms(),
                            view.extensions(),
                            view.attestationPayload(),
                            view.attestationPayloadFormat(),
                            view.manifests(),
                            view.suitReports(),
                            view.installedComponents(),
                            view.requestedComponents(),
                            view.unneededManifests(),
                            view.errorCode(),
                            view.errorMessage(),
                            view.message()))
                    .isNotEmpty());
    return reading;
  }

  private static Reading<SuitView> suit(Bytes octets) {
    Reading<SuitView> reading = SuitView.read(octets);
    reading
        .view()
        .ifPresent(
            view -> {
              view.digestHolds();
              view.signedBy(EITHER, TestKey.SPKI);
              view.components();
              view.manifestComponent();
              view.payloadHolds();
              view.version();
              view.sequenceNumber();
            });
    return reading;
  }
}
