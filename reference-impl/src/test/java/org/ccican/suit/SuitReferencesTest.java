package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.suit.SuitFixture.CLASS;
import static org.ccican.suit.SuitFixture.CRYPTO;
import static org.ccican.suit.SuitFixture.SIGNER;
import static org.ccican.suit.SuitFixture.VENDOR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/**
 * Roots that share a dependency, or depend on each other (trust-domains sections 5.3 and 5.6.5).
 */
class SuitReferencesTest {

  private static final SuitComponentId LIBRARY = SuitComponentId.of("library");
  private static final SuitComponentId LIBRARY_MANIFEST = SuitComponentId.of("library.suit");
  private static final SuitComponentId FIRST = SuitComponentId.of("first.suit");
  private static final SuitComponentId SECOND = SuitComponentId.of("second.suit");

  private final SuitStore store = new MemorySuitStore();
  private final Map<String, Bytes> served = new HashMap<>();

  @Test
  void aSharedDependencyGoesWithTheLastThatNeedsIt() {
    install(root(FIRST, it -> it.fetch().dependencyIntegrity()));
    install(root(SECOND, it -> it.fetch().dependencyIntegrity()));
    assertThat(store.state().references().get(LIBRARY_MANIFEST)).containsExactly(FIRST, SECOND);

    assertThat(uninstall(FIRST)).doesNotContain(LIBRARY);
    assertThat(store.find(LIBRARY)).isPresent();
    assertThat(uninstall(SECOND)).contains(LIBRARY);
    assertThat(store.components()).isEmpty();
    assertThat(store.state().manifests()).isEmpty();
    assertThat(store.state().references()).isEmpty();
  }

  @Test
  void aDependencyThatWasThereIsHeldToo() {
    install(root(FIRST, it -> it.fetch().dependencyIntegrity()));
    install(root(SECOND, SuitScript::dependencyIntegrity));

    uninstall(FIRST);
    assertThat(store.find(LIBRARY)).isPresent();
    uninstall(SECOND);
    assertThat(store.find(LIBRARY)).isEmpty();
  }

  @Test
  void aRootMayBeADependencyAsWell() {
    install(library().signedBy(SIGNER).build());
    install(root(FIRST, it -> it.fetch().dependencyIntegrity()));

    assertThat(uninstall(LIBRARY_MANIFEST)).isEmpty();
    assertThat(store.find(LIBRARY)).isPresent();
    assertThat(uninstall(FIRST)).contains(LIBRARY);
    assertThat(store.state().manifests()).isEmpty();
  }

  @Test
  void whatOutlivesItsDependentIsStillARoot() {
    install(library().signedBy(SIGNER).build());
    install(root(FIRST, it -> it.fetch().dependencyIntegrity()));

    assertThat(uninstall(FIRST)).doesNotContain(LIBRARY);
    assertThat(store.find(LIBRARY)).isPresent();
    assertThat(uninstall(LIBRARY_MANIFEST)).contains(LIBRARY);
    assertThat(store.state().references()).isEmpty();
  }

  @Test
  void rootsOfDifferentAgesShareADependency() {
    install(root(FIRST, it -> it.fetch().dependencyIntegrity()));
    assertThat(store.highestSequence(LIBRARY_MANIFEST)).isEmpty();
    assertThat(store.highestSequence(FIRST)).contains(7L);
  }

  @Test
  void dependenciesComeBeforePayloads() {
    served.put("https://vendor.example/x", Bytes.of(1));
    Bytes early =
        root(
            FIRST,
            it ->
                it.index(0)
                    .override(x -> x.uri("https://vendor.example/x").image(Bytes.of(1)))
                    .fetch()
                    .imageMatch()
                    .index(1)
                    .fetch()
                    .dependencyIntegrity());

    assertThat(refusal(early, Checks.unbroken())).contains("suit.dependency.first");
    assertThat(refusal(early, (name, found) -> found || name.equals("suit.dependency.first")))
        .isEmpty();
  }

  private void install(Bytes envelope) {
    assertThat(refusal(envelope, Checks.unbroken())).isEmpty();
  }

  private Optional<String> refusal(Bytes envelope, Checks checks) {
    return processor(checks).update(envelope).refusal().map(Rejected::check);
  }

  private List<SuitComponentId> uninstall(SuitComponentId manifest) {
    SuitOutcome outcome = processor(Checks.unbroken()).uninstall(manifest);
    assertThat(outcome.refusal()).isEmpty();
    return outcome.removed();
  }

  private SuitProcessor processor(Checks checks) {
    SuitDevice device = new SuitDevice(VENDOR, CLASS, List.of(SIGNER.publicKey()));
    return new SuitProcessor(
        checks, CRYPTO, device, store, uri -> Optional.ofNullable(served.get(uri)));
  }

  private static SuitEnvelopeBuilder library() {
    return new SuitEnvelopeBuilder()
        .manifestComponentId(LIBRARY_MANIFEST)
        .components(LIBRARY)
        .shared(identity(new SuitScript()))
        .install(new SuitScript().override(it -> it.content(Bytes.utf8("library"))).write())
        .uninstall(new SuitScript().unlink());
  }

  /** A root of version 7 with a component of its own, and the library as its dependency. */
  private static Bytes root(SuitComponentId id, UnaryOperator<SuitScript> resolution) {
    return new SuitEnvelopeBuilder()
        .sequenceNumber(7)
        .manifestComponentId(id)
        .components(SuitComponentId.of("own of " + id), LIBRARY_MANIFEST)
        .dependencies(1)
        .shared(
            identity(new SuitScript().index(0))
                .index(1)
                .override(it -> it.uri("#library").digest(library().digest())))
        .dependencyResolution(resolution.apply(new SuitScript().index(1)))
        .install(
            new SuitScript()
                .index(1)
                .dependencyIntegrity()
                .processDependency()
                .index(0)
                .override(it -> it.content(Bytes.utf8("own")))
                .write())
        .uninstall(new SuitScript().index(1).unlink().index(0).unlink())
        .payload("#library", library().signedBy(SIGNER).build())
        .signedBy(SIGNER)
        .build();
  }

  private static SuitScript identity(SuitScript sequence) {
    return sequence
        .override(it -> it.vendor(VENDOR).classIdentifier(CLASS))
        .vendor()
        .classIdentifier();
  }
}
