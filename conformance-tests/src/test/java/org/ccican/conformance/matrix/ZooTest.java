package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.ccican.conformance.suite.Equipment;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZooTest {

  @TempDir Path folder;

  @Test
  void theReferencePassesAndEachBrokenStackIsCaughtByAScenarioThatClaimsItsFault()
      throws Exception {
    Matrices matrices = new Matrices(Equipment.load(), InstantSource.system());
    List<Zoo.Visit> visits = matrices.zoo("test", Bytes.utf8("seed")).visit(folder, 4);

    assertThat(visits).hasSize(7).allMatch(Zoo.Visit::right);
    for (Zoo.Visit each : visits) {
      each.animal()
          .fault()
          .ifPresent(
              fault ->
                  assertThat(each.catches())
                      .as(fault)
                      .extracting(Zoo.Catch::scenario)
                      .containsAll(matrices.cases().find(fault).orElseThrow().scenarios()));
    }
    assertThat(Files.readString(folder.resolve(Zoo.HTML)))
        .contains("Six broken stacks, six caught")
        .contains("emulated")
        .doesNotContain("${");
  }
}
