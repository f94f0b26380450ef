package org.ccican.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChallengeTest {

  @Test
  void hasAllThatIsNeededToSeeItAgain() {
    RunReport report = SampleRuns.failed();
    String text = new Challenge(report, Optional.of("two ways are read")).text("PROV-02.2");
    assertThat(text)
        .contains("# Challenge of PROV-02.2")
        .contains("PROV-02, level step: " + SampleRuns.DRAFT + " section 4(2); judged: tam")
        .contains("two ways are read")
        .contains("Outcome: failed")
        .contains("suite: 0.1.0")
        .contains("catalogue: 2")
        .contains("seed: 5eed0001")
        .contains("repeat: ./ccican run --seed 5eed0001 --tags @req-PROV-02")
        .contains("3 moc -> tam ")
        .contains("## Why the test is wrong");
  }

  @Test
  void findsWhatAnIdStandsFor() {
    RunReport report = SampleRuns.failed();
    assertThat(Challenge.cases(report, "PROV-02")).containsExactly("PROV-02.2");
    assertThat(Challenge.cases(report, "PROV-02.1")).containsExactly("PROV-02.1");
    assertThat(Challenge.cases(report, "PROV-01")).isEmpty();
    assertThatThrownBy(() -> new Challenge(report, Optional.empty()).text("PROV-09.1"))
        .hasMessage("PROV-09.1 was not recorded");
  }

  @Test
  void letsNothingOfTheTargetsOutOfItsFence() {
    String text =
        new Challenge(SampleRuns.hostile(), Optional.of("```\n# mine"))
            .text("1" + SampleRuns.hostile().scenarios().get(0).id().substring(1));
    assertThat(text.contains("````text\n``` # mine\n````\n")).isTrue();
    assertThat(text.contains("\n# mine")).isFalse();
    assertThat(text.contains("\u001b")).isFalse();
    assertThat(text.lines().filter(line -> line.startsWith("#")))
        .allMatch(line -> line.matches("##? [A-Za-z0-9_., -]+"));
  }
}
