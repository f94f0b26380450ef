package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.conformance.step.Scenario;
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.suite.Kills;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of faults that nobody wrote. */
class GeneratedTrialTest {

  /** Every so many of the equivalent ones are tried again. */
  private static final int STEP = 15;

  private static final Equipment EQUIPMENT = Equipment.load();
  private static final CheckCatalogue CHECKS = CheckCatalogue.load();
  private static final VectorTrial VECTORS =
      VectorTrial.load(EQUIPMENT.formats(), EQUIPMENT.crypto());
  private static final FaultCases CASES =
      FaultCases.of(CHECKS, EQUIPMENT.requirements(), EQUIPMENT.features(), VECTORS);

  @TempDir Path folder;

  @Test
  void tableNamesAcceptedScenariosAndVectors() {
    Map<String, Scenario> scenarios =
        EQUIPMENT.features().all().stream().collect(Collectors.toMap(Scenario::id, each -> each));
    assertThat(Accepting.table())
        .allSatisfy(
            (check, ids) -> {
              assertThat(CHECKS.find(check).map(CheckPoint::kind))
                  .as(check)
                  .contains(CheckPoint.Kind.GUARD);
              assertThat(ids)
                  .as(check)
                  .allMatch(
                      id ->
                          VECTORS.accepts(id)
                              || scenarios.containsKey(id) && !scenarios.get(id).negative());
            });
  }

  @Test
  void acceptedScenarioNoticesWhatIsWronglyRefused() throws Exception {
    KillMatrix.Entry entry = tried("http.method~always-refused");
    assertThat(entry.killedBy()).hasSize(1).doesNotContainAnyElementsOf(entry.scenarios());
    assertThat(entry.judges()).containsOnlyKeys(entry.killedBy());
  }

  @Test
  void whatTheTableNamesNoticesForItsRequirement() throws Exception {
    KillMatrix.Entry entry = tried("owner.application.digest~always-refused");
    assertThat(entry.scenarios()).isEmpty();
    assertThat(entry.killedBy()).containsExactlyElementsOf(Accepting.table().get(entry.check()));
    assertThat(entry.requirement())
        .containsExactly(entry.killedBy().get(0).replaceAll("[.].*", ""));
    assertThat(tried("owner.application.digest~off-by-one").equivalent()).isTrue();
  }

  @Test
  void reasonThatStaysInsideIsEquivalent() throws Exception {
    KillMatrix.Entry entry = tried("tam.token.once~wrong-code");
    assertThat(entry.killedBy()).isEmpty();
    assertThat(entry.equivalent()).isTrue();
    assertThat(entry.reason()).isEqualTo(GeneratedTrial.UNSEEN);
  }

  @Test
  void reasonThatShowsIsNotEquivalentThoughNoJudgeLooksAtIt() throws Exception {
    KillMatrix.Entry entry = tried("verifier.agent-token.key~wrong-code");
    assertThat(entry.equivalent()).isEqualTo(false);
    assertThat(entry.reached()).isTrue();
  }

  /** What {@code features/kills.json} says of them, with the scenarios that claim them. */
  @Test
  void whatIsSaidToBeEquivalentIsStillNotNoticed() throws Exception {
    List<String> said =
        Kills.load().generated().equivalents().getOrDefault(GeneratedTrial.UNSEEN, List.of());
    for (int i = 0; i < said.size(); i += STEP) {
      if (CASES.find(said.get(i)).isPresent()) {
        KillMatrix.Entry entry = tried(said.get(i));
        assertThat(entry.killedBy()).as(entry.id()).isEmpty();
        assertThat(entry.equivalent()).as(entry.id()).isTrue();
      }
    }
  }

  @Test
  void noFaultDoesWhatTheUnbrokenOrTheWrittenOneDoes() {
    assertThat(CASES.find("suit.abort~off-by-one")).isPresent();
    assertThat(CASES.find("suit.abort~wrong-code")).isPresent();
    assertThat(CASES.find("suit.abort~always-refused")).isEmpty();
    assertThat(CASES.find("suit.abort~inverted")).isEmpty();
    assertThat(CASES.find("http.method~wrong-code")).isEmpty();
    assertThat(CASES.find("http.method~inverted")).isPresent();
  }

  private KillMatrix.Entry tried(String id) throws Exception {
    FaultCase tried = CASES.find(id).orElseThrow();
    Set<String> scenarios = new LinkedHashSet<>(tried.scenarios());
    scenarios.addAll(tried.beside().scenarios());
    Trial trial = new Trial(EQUIPMENT, "test", Bytes.utf8("seed"), InstantSource.system());
    Reach reach = new Reach();
    Path unbroken = folder.resolve("unbroken");
    trial.run(scenarios, reach, List.of(), 2, unbroken);
    return new GeneratedTrial(
            trial, VECTORS, Survivals.load(), reach, Observables.of(Trial.trace(unbroken)))
        .tried(tried, folder);
  }
}
