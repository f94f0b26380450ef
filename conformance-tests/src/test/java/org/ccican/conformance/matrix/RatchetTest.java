package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.verdict.Verdict;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the suite notices today it notices tomorrow. */
class RatchetTest {

  /**
   * Judges without a row: in the scenarios that ask them an earlier one speaks first, or they are
   * new. One that some fault brings to speak needs a row in the sample.
   */
  private static final Set<String> SILENT =
      Set.of(
          "agent-refused",
          "agent-took",
          "as-before",
          "broker-session-after",
          "broker-tells-first",
          "claims-bound",
          // asked of recordings alone: RecordedRulesTest
          "each",
          "follows-reading",
          "package-result",
          "registers-differ",
          "update-holds");

  private static final Equipment EQUIPMENT = Equipment.load();
  private static final Ratchet RATCHET = Ratchet.load();

  @TempDir Path folder;

  @Test
  void everyJudgeHasSomethingToFind() {
    Set<String> without = new TreeSet<>(EQUIPMENT.judges().names());
    RATCHET.rows().forEach(row -> without.remove(row.judge()));
    assertThat(without).as("judges without a row in sample.tsv").isEqualTo(new TreeSet<>(SILENT));
    assertThat(RATCHET.least()).isEqualTo(RATCHET.rows().size());
  }

  @Test
  void sampleIsFoundWhole() throws Exception {
    Ratchet.Result result = RATCHET.of(sampled(EQUIPMENT));
    assertThat(result.lost()).isEmpty();
    assertThat(result.holds()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"teep-signed", "tokens-differ", "secrets-withheld", "verifier-refuses"})
  void aJudgeThatAlwaysPassesIsNoticed(String judge) throws Exception {
    Equipment blind =
        EQUIPMENT.judgedBy(
            EQUIPMENT
                .judges()
                .replacing(judge, (trace, expected, signatures) -> Verdict.passed("always")));
    Ratchet.Result result = RATCHET.of(sampled(blind));
    assertThat(result.holds()).isFalse();
    assertThat(result.lost()).extracting(Ratchet.Row::judge).contains(judge);
  }

  private KillMatrix sampled(Equipment equipment) throws Exception {
    return new Matrices(equipment, InstantSource.system())
        .sample(RATCHET, MatrixPlan.written("test", 4, Bytes.utf8("seed")))
        .run(folder, new Silent());
  }

  private record Silent() implements MatrixRun.Observer {

    @Override
    public void begins(int faults) {}

    @Override
    public void ended(KillMatrix.Entry entry) {}
  }
}
