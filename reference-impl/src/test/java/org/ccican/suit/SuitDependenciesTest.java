package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.suit.SuitBenchFixture.A;
import static org.ccican.suit.SuitBenchFixture.B;
import static org.ccican.suit.SuitBenchFixture.DATA;
import static org.ccican.suit.SuitBenchFixture.DEPENDENCY;
import static org.ccican.suit.SuitBenchFixture.NARROW;
import static org.ccican.suit.SuitBenchFixture.OTHER_ROOT;
import static org.ccican.suit.SuitBenchFixture.ROOT;
import static org.ccican.suit.SuitBenchFixture.SECOND;
import static org.ccican.suit.SuitBenchFixture.identity;
import static org.ccican.suit.SuitFixture.SIGNER;
import static org.ccican.suit.SuitFixture.key;

import java.util.List;
import java.util.function.Consumer;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees of manifests: a root installs A as DATA and depends on one that installs B as SECOND. */
class SuitDependenciesTest {

  private final CheckCatalogue catalogue = CheckCatalogue.load();
  private final SuitBenchFixture fixture = new SuitBenchFixture();

  /** A tree that breaks one rule. */
  private record Wrong(String check, SuitReason reason, Bytes envelope) {

    @Override
    public String toString() {
      return check;
    }
  }

  static SuitEnvelopeBuilder dependency() {
    return new SuitEnvelopeBuilder()
        .components(SECOND)
        .shared(identity(it -> it.image(B)))
        .install(new SuitScript().override(it -> it.uri("#b")).fetch().imageMatch())
        .validate(new SuitScript().imageMatch())
        .uninstall(new SuitScript().unlink())
        .payload("#b", B)
        .signedBy(NARROW);
  }

  private static SuitScript named(SuitEnvelopeBuilder dependency) {
    return new SuitScript()
        .index(0)
        .then(identity(it -> it.image(A)))
        .index(1)
        .set(it -> it.digest(dependency.digest()));
  }

  private static SuitScript process() {
    return new SuitScript().index(1).dependencyIntegrity().processDependency();
  }

  static SuitEnvelopeBuilder root(SuitEnvelopeBuilder dependency) {
    return new SuitEnvelopeBuilder()
        .manifestComponentId(ROOT)
        .components(DATA, DEPENDENCY)
        .dependencies(1)
        .shared(named(dependency))
        .dependencyResolution(
            new SuitScript()
                .index(1)
                .override(it -> it.uri("#dependency"))
                .fetch()
                .dependencyIntegrity()
                .processDependency())
        .install(process().index(0).override(it -> it.uri("#a")).fetch().imageMatch())
        .validate(process().index(0).imageMatch())
        .uninstall(new SuitScript().indices(0, 1).unlink())
        .payload("#dependency", dependency.build())
        .payload("#a", A)
        .signedBy(SIGNER);
  }

  private static SuitEnvelopeBuilder root() {
    return root(dependency());
  }

  private static Bytes other(Consumer<SuitEnvelopeBuilder> change) {
    SuitEnvelopeBuilder builder = root();
    change.accept(builder);
    return builder.build();
  }

  private static Bytes installing(SuitScript install) {
    return other(
        it -> it.install(install.index(0).override(each -> each.uri("#a")).fetch().imageMatch()));
  }

  static List<Wrong> wrong() {
    SuitEnvelopeBuilder strange =
        new SuitEnvelopeBuilder()
            .components(SECOND)
            .shared(identity(it -> it.image(B)))
            .install(new SuitScript().override(it -> it.uri("#b")).fetch().imageMatch())
            .validate(new SuitScript().imageMatch())
            .payload("#b", B)
            .signedBy(key(CoseAlgorithm.ESP256, "stranger"));
    return List.of(
        new Wrong("suit.dependency.signature", SuitReason.UNAUTHORISED, root(strange).build()),
        new Wrong(
            "suit.dependency.digest",
            SuitReason.CONDITION_FAILED,
            other(it -> it.shared(named(dependency().sequenceNumber(7))))),
        new Wrong(
            "suit.dependency.manifest",
            SuitReason.CONDITION_FAILED,
            root(dependency())
                .payload(
                    "#dependency",
                    dependency().stating(dependency().digest()).sequenceNumber(9).build())
                .build()),
        new Wrong(
            "suit.dependency.checked",
            SuitReason.OPERATION_FAILED,
            other(
                it ->
                    it.dependencyResolution(
                        new SuitScript()
                            .index(1)
                            .override(each -> each.uri("#dependency"))
                            .fetch()
                            .processDependency()))),
        new Wrong(
            "suit.dependency.known",
            SuitReason.OPERATION_FAILED,
            installing(process().index(0).processDependency())),
        new Wrong(
            "suit.dependency.common",
            SuitReason.OPERATION_FAILED,
            other(it -> it.shared(named(dependency()).processDependency()))),
        new Wrong(
            "suit.dependency.processed",
            SuitReason.OPERATION_FAILED,
            root(dependency()
                    .dependencyResolution(new SuitScript().override(it -> it.uri("#b")).fetch())
                    .install(new SuitScript().imageMatch()))
                .install(
                    new SuitScript().index(0).override(it -> it.uri("#a")).fetch().imageMatch())
                .build()),
        new Wrong(
            "suit.dependency.sections",
            SuitReason.OPERATION_FAILED,
            root(dependency().candidateVerification(new SuitScript().vendor())).build()),
        new Wrong(
            "suit.dependency.rights",
            SuitReason.COMPONENT_UNAUTHORISED,
            root(dependency().components(SuitComponentId.of("personal"))).build()),
        new Wrong(
            "suit.dependency.index", SuitReason.CBOR_PARSE, other(it -> it.dependencies(1, 7))));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWithoutATrace(Wrong wrong) {
    SuitOutcome outcome = fixture.processor(Checks.unbroken()).update(wrong.envelope());

    assertThat(outcome.refusal().orElseThrow().check()).isEqualTo(wrong.check());
    assertThat(outcome.report().failure().orElseThrow().reason()).isEqualTo(wrong.reason().id());
    assertThat(fixture.store.state()).isEqualTo(SuitState.empty());
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void takesItWhenTheOneCheckIsBroken(Wrong wrong) {
    BrokenChecks broken = new BrokenChecks(catalogue.find(wrong.check()).orElseThrow());

    assertThat(fixture.processor(broken).update(wrong.envelope()).refusal()).isEmpty();
    assertThat(broken.reached()).isPositive();
  }

  @Test
  void installsATreeAndUninstallsIt() {
    SuitProcessor processor = fixture.processor(Checks.unbroken());
    SuitOutcome outcome = processor.update(root().build());

    assertThat(outcome.refusal()).isEmpty();
    assertThat(outcome.installed())
        .extracting(InstalledComponent::id)
        .containsExactly(SECOND, DATA);
    assertThat(fixture.at(DATA)).contains(A);
    assertThat(fixture.at(SECOND)).contains(B);

    SuitOutcome gone = processor.uninstall(ROOT);
    assertThat(gone.refusal()).isEmpty();
    assertThat(gone.removed()).containsExactlyInAnyOrder(DATA, SECOND);
    assertThat(gone.report().digest()).isEqualTo(outcome.report().digest());
    assertThat(fixture.store.components()).isEmpty();
    assertThat(fixture.store.state().manifests()).isEmpty();
    assertThat(fixture.store.state().references()).isEmpty();
  }

  @Test
  void keepsWhatAnotherRootStillRefersTo() {
    SuitProcessor processor = fixture.processor(Checks.unbroken());
    processor.update(root().build());
    SuitEnvelopeBuilder second =
        root()
            .manifestComponentId(OTHER_ROOT)
            .components(SuitComponentId.of("personal"), DEPENDENCY);
    assertThat(processor.update(second.build()).refusal()).isEmpty();

    assertThat(processor.uninstall(ROOT).removed()).containsExactly(DATA);
    assertThat(fixture.at(SECOND)).contains(B);
    assertThat(processor.uninstall(OTHER_ROOT).removed())
        .containsExactlyInAnyOrder(SuitComponentId.of("personal"), SECOND);
    assertThat(processor.uninstall(ROOT).refusal().orElseThrow().check())
        .isEqualTo("suit.unlink.known");
  }

  @Test
  void countsAReferenceOncePerManifestUnlessThatIsBroken() {
    for (boolean broken : List.of(false, true)) {
      SuitBenchFixture fresh = new SuitBenchFixture();
      SuitProcessor processor =
          fresh.processor(
              broken
                  ? new BrokenChecks(catalogue.find("suit.reference.once").orElseThrow())
                  : Checks.unbroken());
      processor.update(
          root().uninstall(new SuitScript().indices(0, 1).unlink().index(1).unlink()).build());
      processor.update(
          root()
              .manifestComponentId(OTHER_ROOT)
              .components(SuitComponentId.of("personal"), DEPENDENCY)
              .build());
      processor.uninstall(ROOT);

      assertThat(fresh.at(SECOND).isEmpty()).isEqualTo(broken);
    }
  }

  @Test
  void overwritesNothingThatAnotherManifestRefersTo() {
    SuitProcessor processor = fixture.processor(Checks.unbroken());
    processor.update(root().build());

    SuitOutcome outcome = processor.update(SuitBenchFixture.data().build());
    assertThat(outcome.refusal().orElseThrow().check()).isEqualTo("suit.reference.overwrite");
    assertThat(processor.update(root().sequenceNumber(2).build()).refusal()).isEmpty();
    processor.uninstall(ROOT);
    assertThat(processor.update(SuitBenchFixture.data().sequenceNumber(2).build()).refusal())
        .isEmpty();
  }

  @Test
  void reportsWhereInTheTreeItFailed() {
    SuitEnvelopeBuilder failing = dependency().validate(new SuitScript().imageMatch().abort());
    SuitReport report = fixture.processor(Checks.unbroken()).update(root(failing).build()).report();
    SuitRecord record = report.failure().orElseThrow().record();

    assertThat(record.manifestId()).containsExactly(1L);
    assertThat(record.section()).isEqualTo(SuitLabels.VALIDATE);
    assertThat(record.offset()).isEqualTo(3);
    assertThat(report.failure().orElseThrow().reason()).isEqualTo(SuitReason.CONDITION_FAILED.id());
  }

  @Test
  void endsChainsThatAreTooLong() {
    SuitEnvelopeBuilder chain = dependency();
    for (int i = 0; i < 10; i++) {
      SuitEnvelopeBuilder inner = chain;
      SuitScript process = new SuitScript().index(0).dependencyIntegrity().processDependency();
      chain =
          new SuitEnvelopeBuilder()
              .components(SuitComponentId.of("manifest", "d" + i))
              .dependencies(0)
              .shared(new SuitScript().index(0).set(it -> it.digest(inner.digest()).uri("#d")))
              .dependencyResolution(new SuitScript().index(0).fetch().then(process))
              .install(process)
              .validate(process)
              .payload("#d", inner.build())
              .signedBy(SIGNER);
    }

    assertThat(
            fixture
                .processor(Checks.unbroken())
                .update(chain.build())
                .refusal()
                .orElseThrow()
                .check())
        .isEqualTo("suit.limit.dependencies");
  }

  @Test
  void storesAllManifestsOfAnUpdateOrNone() {
    SuitProcessor processor = fixture.processor(Checks.unbroken());
    List<SuitOutcome> outcomes =
        processor.apply(
            List.of(),
            List.of(root().build(), SuitBenchFixture.behind(new SuitScript().abort()).build()),
            installed -> {});

    assertThat(outcomes).hasSize(2);
    assertThat(outcomes.get(0).installed()).isEmpty();
    assertThat(outcomes.get(1).refusal()).isPresent();
    assertThat(fixture.store.state()).isEqualTo(SuitState.empty());
  }

  @Test
  void forgetsParametersBetweenManifests() {
    SuitEnvelopeBuilder relying =
        SuitBenchFixture.data()
            .shared(identity(it -> it.size(A.size())))
            .install(new SuitScript().override(it -> it.uri("#a")).fetch().imageMatch());

    for (boolean broken : List.of(false, true)) {
      SuitProcessor processor =
          fixture.processor(
              broken
                  ? new BrokenChecks(catalogue.find("suit.parameters.cleared").orElseThrow())
                  : Checks.unbroken());
      List<SuitOutcome> outcomes =
          processor.apply(
              List.of(),
              List.of(SuitBenchFixture.data().build(), relying.build()),
              installed -> {});
      assertThat(outcomes.get(1).refusal().isEmpty()).isEqualTo(broken);
    }
  }

  @Test
  void fetchesDependenciesFromElsewhereBeforePayloads() {
    fixture.network.put("coap://d", dependency().build());
    fixture.network.put("coap://a", A);
    SuitEnvelopeBuilder remote =
        root()
            .dependencyResolution(
                new SuitScript()
                    .index(1)
                    .override(it -> it.uri("coap://d"))
                    .fetch()
                    .then(process()))
            .install(process().index(0).override(it -> it.uri("coap://a")).fetch());

    assertThat(fixture.processor(Checks.unbroken()).update(remote.build()).refusal()).isEmpty();
    assertThat(fixture.asked).containsExactly("coap://d", "coap://a");
  }

  @Test
  void readsReportsBack() throws Exception {
    SuitReport report =
        fixture
            .processor(Checks.unbroken())
            .update(SuitBenchFixture.behind(new SuitScript().command(40)).build())
            .report()
            .withNonce(Bytes.utf8("token"));

    assertThat(SuitReport.parse(report.encode(), Checks.unbroken())).isEqualTo(report);
    assertThat(report.capabilities()).isPresent();
    assertThat(report.failure().orElseThrow().reason())
        .isEqualTo(SuitReason.COMMAND_UNSUPPORTED.id());
  }
}
