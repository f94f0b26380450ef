package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccican.suit.SuitBenchFixture.B;
import static org.ccican.suit.SuitBenchFixture.DATA;
import static org.ccican.suit.SuitBenchFixture.ROOT;
import static org.ccican.suit.SuitBenchFixture.SECOND;
import static org.ccican.suit.SuitBenchFixture.behind;
import static org.ccican.suit.SuitBenchFixture.both;
import static org.ccican.suit.SuitBenchFixture.data;

import java.util.List;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Procedures as a whole: what they leave behind, and that any octets end in an outcome. */
class SuitProceduresTest {

  private static final Set<String> NOT_ASKED =
      Set.of(
          "suit.digest.manifest", "suit.signer.known", "cose.signature", "suit.dependency.digest");

  private final CheckCatalogue catalogue = CheckCatalogue.load();
  private final SuitBenchFixture fixture = new SuitBenchFixture();

  @Test
  void invokesWhatIsInstalledAndChangesNothing() {
    SuitProcessor processor = fixture.processor(Checks.unbroken());
    processor.update(data().manifestComponentId(ROOT).invoke(new SuitScript().invoke()).build());
    SuitState before = fixture.store.state();

    SuitOutcome outcome = processor.invoke(ROOT);
    assertThat(outcome.refusal()).isEmpty();
    assertThat(outcome.report().failure()).isEmpty();
    assertThat(fixture.store.state()).isEqualTo(before);
    assertThat(processor.invoke(SECOND).refusal().orElseThrow().check())
        .isEqualTo("suit.unlink.known");
  }

  @Test
  void executesLoadAndInvokeAtAnInvocation() {
    SuitProcessor processor = fixture.processor(Checks.unbroken());
    processor.update(data().manifestComponentId(ROOT).load(new SuitScript().abort()).build());

    SuitReport.Failure failure = processor.invoke(ROOT).report().failure().orElseThrow();
    assertThat(failure.record().section()).isEqualTo(SuitLabels.LOAD);
    assertThat(failure.reason()).isEqualTo(SuitReason.CONDITION_FAILED.id());
  }

  @Test
  void refusesACommonPartWithMoreThanIsKnownUnlessThatIsBroken() {
    Bytes manifest = data().common(30, Cbor.wrapped(Cbor.array())).build();
    BrokenChecks broken = new BrokenChecks(catalogue.find("suit.common.known").orElseThrow());

    assertThat(fixture.processor(Checks.unbroken()).update(manifest).refusal().orElseThrow())
        .extracting(Rejected::check)
        .isEqualTo("suit.common.known");
    assertThat(fixture.processor(broken).update(manifest).refusal()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {SuitLabels.LOAD, SuitLabels.INVOKE})
  void leavesOutASectionOfAnInvocationWhenItsDutyIsBroken(long section) {
    SuitEnvelopeBuilder manifest = data().manifestComponentId(ROOT);
    fixture
        .processor(Checks.unbroken())
        .update(
            (section == SuitLabels.LOAD
                    ? manifest.load(new SuitScript().abort())
                    : manifest.invoke(new SuitScript().abort()))
                .build());
    BrokenChecks broken =
        new BrokenChecks(catalogue.find(SuitSection.DUTIES.get(section)).orElseThrow());

    assertThat(fixture.processor(Checks.unbroken()).invoke(ROOT).refusal()).isPresent();
    assertThat(fixture.processor(broken).invoke(ROOT).refusal()).isEmpty();
  }

  @Test
  void storesNothingThatTheDeviceCannotUse() {
    SuitOutcome outcome =
        fixture
            .processor(Checks.unbroken())
            .apply(
                List.of(),
                List.of(data().build()),
                installed -> {
                  throw new Rejected(Reason.WRONG_TYPE, "middleware.image.shape", "no image");
                })
            .get(0);

    assertThat(outcome.refusal()).isPresent();
    assertThat(outcome.report().failure()).isPresent();
    assertThat(fixture.store.state()).isEqualTo(SuitState.empty());
  }

  @Test
  void unlinksInAnUpdateWhatANewVersionNoLongerNeeds() {
    SuitProcessor processor = fixture.processor(Checks.unbroken());
    processor.update(both().manifestComponentId(ROOT).build());
    SuitOutcome outcome =
        processor.update(
            both()
                .manifestComponentId(ROOT)
                .sequenceNumber(2)
                .install(new SuitScript().index(1).unlink().index(0).fetch())
                .validate(new SuitScript().index(0).imageMatch())
                .build());

    assertThat(outcome.refusal()).isEmpty();
    assertThat(outcome.removed()).containsExactly(SECOND);
    assertThat(fixture.store.components()).extracting(InstalledComponent::id).containsExactly(DATA);
  }

  @Test
  void recordsWhatThePolicyAsksFor() {
    SuitScript quiet = new SuitScript().policy(0).override(it -> it.slot(1)).componentSlot();
    SuitScript loud = new SuitScript().policy(2).override(it -> it.slot(1)).componentSlot();

    SuitProcessor processor = fixture.processor(Checks.unbroken());
    SuitReport silent = processor.update(behind(quiet).build()).report();
    SuitReport spoken = processor.update(behind(loud).build()).report();

    assertThat(silent.records()).isEmpty();
    assertThat(spoken.records()).hasSize(1);
    assertThat(spoken.records().get(0)).isEqualTo(spoken.failure().orElseThrow().record());
    assertThat(spoken.records().get(0).properties().find(SuitLabels.SLOT)).isPresent();
  }

  @Test
  void answersAnyOctetsWithAnOutcome() {
    Random random = new Random(1070);
    Checks careless = (name, found) -> NOT_ASKED.contains(name) || found;
    List<Bytes> good =
        List.of(
            SuitDependenciesTest.root(SuitDependenciesTest.dependency()).build(),
            both().sever(SuitLabels.INSTALL).build(),
            behind(
                    new SuitScript()
                        .tryEach(new SuitScript().abort(), new SuitScript().imageMatch())
                        .override(it -> it.content(B).source(0))
                        .checkContent())
                .build());
    int refused = 0;
    for (int i = 0; i < 1_500; i++) {
      Bytes octets = good.get(i % good.size());
      Bytes bad = i % 5 == 0 ? octets.slice(0, random.nextInt(octets.size())) : octets;
      for (int flips = random.nextInt(3); flips >= 0 && !bad.isEmpty(); flips--) {
        bad = bad.flip(random.nextInt(bad.size()), random.nextInt(8));
      }
      SuitOutcome outcome = new SuitBenchFixture().processor(careless).update(bad);
      assertThat(outcome.report().encode().isEmpty()).isFalse();
      if (outcome.refusal().isPresent()) {
        String check = outcome.refusal().get().check();
        assertThat(catalogue.find(check)).as(check).isPresent();
        refused++;
      }
    }
    assertThat(refused).isBetween(700, 1_500);
  }
}
