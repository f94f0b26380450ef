package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
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

  /** Judges without a row in the sample, and why no fault brings them to speak. */
  private static final Map<String, String> SILENT =
      Map.of(
          "agent-refused", "a prerequisite: what it finds blocks a scenario and fails none",
          "agent-took", "a prerequisite: what it finds blocks a scenario and fails none",
          "as-before", "who loses components answers wrongly before: TEEP-119, TEEP-209",
          "claims-bound", "evidence without the nonce is found before: ATT-12",
          "each", "asked of recordings alone: RecordedRulesTest",
          "follows-reading", "tells readings apart, for which nobody fails",
          "package-result", "a load that goes wrong is found before: PACK-41, PACK-60",
          "same-components", "an Agent that did not install answers otherwise before",
          "update-holds", "a wrong choice shows in what is asked of the repository: PROV-02");

  private static final Equipment EQUIPMENT = Equipment.load();
  private static final Ratchet RATCHET = Ratchet.load();

  @TempDir Path folder;

  @Test
  void everyJudgeHasSomethingToFind() {
    Set<String> without = new TreeSet<>(EQUIPMENT.judges().names());
    RATCHET.rows().forEach(row -> without.remove(row.judge()));
    assertThat(without)
        .as("judges without a row in sample.tsv")
        .isEqualTo(new TreeSet<>(SILENT.keySet()));
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
