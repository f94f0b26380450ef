package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Cost;
import org.junit.jupiter.api.Test;

/** Sequences that run sequences: they end, and what they cost is counted. */
class SuitSequenceLimitsTest {

  private static final int MOST_MANIFEST = 1 << 18;
  private static final int MOST_STEPS = 1000;

  /** A sequence is copied out of the one around it, and its strings out of it. */
  private static final long COPIES = 8;

  private long steps;
  private final Checks counting =
      (name, found) -> {
        steps += name.equals("suit.limit.steps") ? 1 : 0;
        return found;
      };

  @Test
  void runsSequencesAsDeepAsTheLimit() {
    assertThat(refusal(manifest(1).install(nested(8, end())))).isEmpty();
    assertThat(refusal(manifest(1).install(nested(9, end())))).contains("suit.limit.nesting");
    assertThat(refusal(manifest(1).install(nested(30, end())))).contains("suit.limit.nesting");
  }

  @Test
  void triesSequencesAsDeepAsTheLimit() {
    SuitScript tried = end();
    for (int depth = 0; depth < 30; depth++) {
      tried = new SuitScript().tryEach(tried, end());
    }
    assertThat(refusal(manifest(1).install(tried))).contains("suit.limit.nesting");
  }

  /**
   * Each level chooses all components again: sixteen to the power of its depth, were it not for
   * steps.
   */
  @Test
  void endsSequencesThatMultiply() {
    SuitScript wide = new SuitScript().indexAll().override(it -> it.uri("x"));
    for (int depth = 0; depth < 6; depth++) {
      wide = new SuitScript().indexAll().run(wide);
    }
    assertThat(refusal(manifest(16).install(wide))).contains("suit.limit.steps");
    assertThat(steps).isEqualTo(MOST_STEPS + 1);
  }

  @Test
  void readsLargeSequencesAgainForABoundedPrice() {
    String filler = "x".repeat(MOST_MANIFEST - 4096);
    SuitScript large = new SuitScript().indexAll().override(it -> it.uri(filler));
    for (int depth = 0; depth < 6; depth++) {
      large = new SuitScript().indexAll().run(large);
    }
    SuitEnvelopeBuilder manifest = manifest(16).install(large);
    Cost cost = new Cost();

    assertThat(cost.of(() -> refusal(manifest))).contains("suit.limit.steps");
    assertThat(cost.allocated()).isLessThan(COPIES * MOST_STEPS * MOST_MANIFEST);
  }

  @Test
  void drawsTheLineOfTheWholeManifest() {
    assertThat(refusal(filled(MOST_MANIFEST - 2048))).isEmpty();
    assertThat(refusal(filled(MOST_MANIFEST))).contains("suit.limit.manifest");
    assertThat(refusal(filled(MOST_MANIFEST).sever(SuitLabels.TEXT)))
        .as("severed, it counts as well")
        .contains("suit.limit.manifest");
    assertThat(refusal(manifest(1).payload("#large", Bytes.zero(1 << 20))))
        .as("a payload does not")
        .isEmpty();
  }

  private static SuitEnvelopeBuilder filled(int octets) {
    return manifest(1)
        .element(SuitLabels.TEXT, Cbor.octets(Cbor.map().put("en", text(octets)).build().encode()));
  }

  private static Cbor text(int octets) {
    return Cbor.map().put(1, Cbor.text("x".repeat(octets))).build();
  }

  private static SuitScript nested(int depth, SuitScript inner) {
    SuitScript sequence = inner;
    for (int level = 0; level < depth; level++) {
      sequence = new SuitScript().run(sequence);
    }
    return sequence;
  }

  private static SuitScript end() {
    return new SuitScript().override(it -> it.content(Bytes.of(1))).write();
  }

  private static SuitEnvelopeBuilder manifest(int components) {
    SuitComponentId[] ids = new SuitComponentId[components];
    for (int number = 0; number < components; number++) {
      ids[number] = SuitComponentId.of("part", String.valueOf(number));
    }
    SuitScript identity =
        new SuitScript()
            .indices(LongStream.range(0, components).toArray())
            .override(it -> it.vendor(SuitFixture.VENDOR).classIdentifier(SuitFixture.CLASS))
            .vendor()
            .classIdentifier();
    return new SuitEnvelopeBuilder()
        .components(ids)
        .shared(identity)
        .install(end())
        .signedBy(SuitFixture.SIGNER);
  }

  private Optional<String> refusal(SuitEnvelopeBuilder manifest) {
    SuitDevice device =
        new SuitDevice(
            SuitFixture.VENDOR, SuitFixture.CLASS, List.of(SuitFixture.SIGNER.publicKey()));
    return new SuitProcessor(counting, SuitFixture.CRYPTO, device, new MemorySuitStore())
        .update(manifest.build())
        .refusal()
        .map(Rejected::check);
  }
}
