package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.suite.Kills;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to be noticed is noticed: {@code bench/kills} says it. */
class KillsFileTest {

  /** Every so many of them are tried again. */
  private static final int STEP = 40;

  /** Per hundred of the written faults that are not equivalent; it is only ever raised. */
  private static final double LEAST = 99.8;

  /** The same of the generated ones. */
  private static final double LEAST_GENERATED = 97;

  private static final Equipment EQUIPMENT = Equipment.load();
  private static final Kills KILLS = Kills.load();
  private static final Matrices MATRICES = new Matrices(EQUIPMENT, InstantSource.system());

  @TempDir Path folder;

  @Test
  void hasEveryWrittenFault() {
    assertThat(KILLS.schema()).isEqualTo(Kills.SCHEMA);
    assertThat(KILLS.written())
        .as("bench/kills writes the file again")
        .extracting(Kills.Row::id)
        .containsExactlyElementsOf(
            MATRICES.cases().all().stream()
                .filter(each -> each.fault().isWritten())
                .map(FaultCase::id)
                .toList());
  }

  /** The rate never falls, and what is weak says why. */
  @Test
  void everyWrittenFaultIsNoticedOrHasTheReasonWhyNothingDoes() {
    assertThat(KILLS.written())
        .filteredOn(each -> each.killers() == 0)
        .allSatisfy(each -> assertThat(each.reason()).as(each.id()).isNotBlank());
    assertThat(KILLS.rate()).isGreaterThanOrEqualTo(LEAST);
  }

  @Test
  void theRateOfGeneratedFaultsIsNoLessThanBefore() {
    Kills.Generated generated = KILLS.generated();
    assertThat(generated.rate()).isGreaterThanOrEqualTo(LEAST_GENERATED);
    assertThat(generated.killed() + generated.equivalent() + generated.survived().size())
        .isEqualTo(generated.all());
    assertThat(generated.equivalents().values().stream().mapToInt(List::size).sum())
        .isEqualTo(generated.equivalent());
    assertThat(generated.equivalents().keySet()).noneMatch(String::isBlank);
  }

  @Test
  void whatIsTriedAgainIsNoticedByTheSame() throws Exception {
    Map<String, Kills.Row> some =
        IntStream.range(0, KILLS.written().size())
            .filter(i -> i % STEP == 0)
            .mapToObj(KILLS.written()::get)
            .collect(Collectors.toMap(Kills.Row::id, each -> each));
    KillMatrix matrix =
        MATRICES
            .of(MatrixPlan.written("test", 4, Bytes.utf8("seed")).only(List.copyOf(some.keySet())))
            .run(folder, new Unwatched());
    assertThat(matrix.faults()).hasSameSizeAs(some.keySet());
    assertThat(KillsFile.of(matrix, Kills.Generated.NONE).written())
        .as("bench/kills writes the file again")
        .containsExactlyInAnyOrderElementsOf(some.values());
  }

  @Test
  void pageIsOfTheSameMatrix() throws Exception {
    Path page = Path.of(System.getProperty("ccican.root"), "features", KillsFile.PAGE);
    assertThat(Files.readString(page)).isEqualTo(KillsFile.page(KILLS, Requirements.load()));
  }

  @Test
  void isWrittenAndReadBackAndKeepsWhatItDidNotTry() throws Exception {
    KillMatrix matrix =
        MATRICES
            .of(
                MatrixPlan.written("test", 2, Bytes.utf8("seed"))
                    .only(List.of(MatrixRun.CANARY, "sev-snp.signature.range")))
            .run(folder, new Unwatched());
    Path json = folder.resolve("kills.json");
    Kills.Generated before =
        new Kills.Generated(
            5,
            3,
            1,
            new TreeMap<>(Map.of("nobody asks", List.of("y~off-by-one"))),
            List.of("x~inverted"));
    new Kills(Kills.SCHEMA, List.of(), before, List.of()).write(json);
    KillsFile.write(matrix, Requirements.load(), json, folder.resolve(KillsFile.PAGE));

    Kills kills = Kills.read(json);
    assertThat(kills.generated()).isEqualTo(before);
    assertThat(before.rate()).isEqualTo(75);
    assertThat(kills.killed()).isEqualTo(1);
    assertThat(kills.equivalent()).isEqualTo(1);
    assertThat(kills.rate()).isEqualTo(100);
    assertThat(Files.readString(folder.resolve(KillsFile.PAGE)))
        .contains("| written | 2 | 1 | 1 | 0 | 100.0 |")
        .contains("| generated | 5 | 3 | 1 | 1 | 75.0 |")
        .contains("`x~inverted`")
        .contains("Generated and equivalent, since nobody asks: `y~off-by-one`.")
        .contains("equivalent: ");
  }

  private record Unwatched() implements MatrixRun.Observer {

    @Override
    public void begins(int faults) {}

    @Override
    public void ended(KillMatrix.Entry entry) {}
  }
}
