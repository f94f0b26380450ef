package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.ccican.check.CheckCatalogue;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.suite.Equipment;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to follow from broken checks does follow: {@code bench/consequences} says it. */
class ConsequenceFileTest {

  /** Every so many of those with consequences is tried again. */
  private static final int STEP = 12;

  @TempDir Path folder;

  @Test
  void namesChecksAndRequirementsThatThereAre() throws Exception {
    ConsequenceFile file = ConsequenceFile.load();
    CheckCatalogue checks = CheckCatalogue.load();
    Requirements requirements = Requirements.load();
    assertThat(file.schema()).isEqualTo(ConsequenceFile.SCHEMA);
    assertThat(file.faults()).hasSizeGreaterThan(200);
    for (ConsequenceFile.Row row : file.faults()) {
      assertThat(checks.find(row.id())).as(row.id()).isPresent();
      assertThat(row.requirement()).isNotEmpty().allMatch(id -> requirements.find(id).isPresent());
      assertThat(row.others().isEmpty() || row.followed()).as(row.id()).isTrue();
      assertThat(row.others())
          .allSatisfy(
              each -> {
                assertThat(requirements.find(each.requirement())).isPresent();
                assertThat(file.reasons()).containsKey(each.reason());
              });
    }
  }

  @Test
  void whatIsTriedAgainHasTheSameConsequences() throws Exception {
    Equipment equipment = Equipment.load();
    FaultCases cases =
        FaultCases.of(
            CheckCatalogue.load(),
            equipment.requirements(),
            equipment.features(),
            VectorTrial.load(equipment.formats(), equipment.crypto()));
    List<ConsequenceFile.Row> some =
        ConsequenceFile.load().faults().stream().filter(each -> !each.others().isEmpty()).toList();
    for (ConsequenceFile.Row row :
        IntStream.range(0, some.size()).filter(i -> i % STEP == 0).mapToObj(some::get).toList()) {
      FaultCase tried = cases.find(row.id()).orElseThrow();
      List<String> scenarios = row.others().stream().map(KillMatrix.Consequence::scenario).toList();
      var judged =
          new Trial(equipment, "test", Bytes.utf8("seed"), InstantSource.system())
              .run(
                  scenarios,
                  org.ccican.check.BrokenChecks.of(List.of(tried.fault())),
                  List.of(tried.id()),
                  2,
                  Files.createTempDirectory(folder, "again"));
      assertThat(
              Consequences.of(
                  tried, judged, java.util.Set.copyOf(scenarios), equipment.requirements()))
          .as(row.id() + "; bench/consequences writes the file again")
          .containsExactlyElementsOf(row.others());
    }
  }
}
