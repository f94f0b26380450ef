package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ccican.conformance.suite.Equipment;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario can fail: with the check broken that the catalogue names for it, it does, because
 * a judge says so and not because something breaks.
 *
 * <p>With {@code -Dccican.requirements=TEEP-33,SUIT-15} only faults of the requirements named.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultDetectionTest {

  private static final Set<String> CHOSEN =
      Set.of(System.getProperty("ccican.requirements", "").split(","));

  @TempDir static Path folder;

  private KillMatrix matrix;
  private final Map<String, KillMatrix.Entry> seen = new ConcurrentHashMap<>();

  @BeforeAll
  void tryEveryFault() throws Exception {
    matrix =
        new Matrices(Equipment.load(), InstantSource.system())
            .of(
                MatrixPlan.written(
                        "test",
                        2 * Runtime.getRuntime().availableProcessors(),
                        Bytes.utf8("the seed of the tests"))
                    .only(CHOSEN.contains("") ? List.of() : faults().map(FaultCase::id).toList()))
            .run(folder, new Watching(seen));
  }

  Stream<FaultCase> faults() {
    return new Matrices(Equipment.load(), InstantSource.system())
        .cases().all().stream()
            .filter(each -> each.fault().isWritten() && !each.scenarios().isEmpty())
            .filter(
                each ->
                    CHOSEN.contains("") || each.requirements().stream().anyMatch(CHOSEN::contains));
  }

  @Test
  void controlsHold() {
    assertThat(matrix.controls().notPassed()).isEmpty();
    assertThat(matrix.controls().canaryDied()).isTrue();
    assertThat(matrix.controls().scenarios()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultTurnsItsScenariosRed(FaultCase fault) {
    KillMatrix.Entry entry = seen.get(fault.id());

    assertThat(entry.reached()).as("the fault was reached").isTrue();
    assertThat(entry.killedBy())
        .as(fault.id())
        .filteredOn(id -> !id.startsWith(VectorTrial.MARK))
        .containsExactlyElementsOf(fault.scenarios());
    assertThat(entry.judges()).isNotEmpty();
  }

  @Test
  void whatSurvivesHasItsReason() {
    assertThat(matrix.survivors()).allMatch(each -> each.equivalent() || each.explained());
    assertThat(matrix.stale()).isEmpty();
    assertThat(matrix.faults()).hasSameSizeAs(seen.values());
    assertThat(matrix.idle()).allMatch(id -> id.startsWith(VectorTrial.MARK));
  }

  private record Watching(Map<String, KillMatrix.Entry> seen) implements MatrixRun.Observer {

    @Override
    public void begins(int faults) {}

    @Override
    public void ended(KillMatrix.Entry entry) {
      seen.put(entry.id(), entry);
    }
  }
}
