package org.ccican.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccican.conformance.requirement.Requirements;
import org.junit.jupiter.api.Test;

class ReadmeFiguresTest {

  private static final Figures.Found FOUND = new Figures.Found(25, 20, 5, 100, 70, 65, 92.8);

  private static final Figures FIGURES = new Figures(9, 7, 2, 12, 5, 8, 4, 20, 18, 30, 25, FOUND);

  @Test
  void readmeHoldsTheFiguresOfTheData() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    assertThat(readme)
        .as("README.md is out of date; this command rewrites its figures: bench/figures")
        .isEqualTo(Figures.counted().rewrite(readme));
  }

  @Test
  void everyRequirementIsTestedOrHasItsReason() {
    Figures counted = Figures.counted();
    assertThat(counted.requirements()).isEqualTo(Requirements.load().all().size());
    assertThat(counted.tested() + counted.untested()).isEqualTo(counted.requirements());
    assertThat(counted.negative()).isGreaterThanOrEqualTo(counted.scenarios() / 3);
    assertThat(counted.breakable()).isBetween(1, counted.checks() - 1);
  }

  @Test
  void rewritesWhatStandsBetweenTheMarkersAndNothingElse() {
    String text = "before\n<!-- figures:begin -->\nold\n<!-- figures:end -->\nafter 9\n";
    String rewritten = FIGURES.rewrite(text);
    assertThat(rewritten)
        .startsWith("before\n<!-- figures:begin -->\n| | |\n")
        .contains("| requirements | 9, 7 tested, 2 with the reason why not |\n")
        .contains("| scenarios | 12, 5 with a peer that misbehaves in one way |\n")
        .contains("| of them TEEP and SUIT | 8, 4 with a peer that misbehaves |\n")
        .contains("| test vectors | 20, 18 with a single defect |\n")
        .contains("| named checks | 30, 25 can be broken on purpose |\n")
        .contains(
            "| faults | 25, 20 noticed, 5 equivalent with the reason: 100.0 % |\n"
                + "| generated faults | 70, 65 noticed: 92.8 % |\n")
        .endsWith("|\n<!-- figures:end -->\nafter 9\n")
        .doesNotContain("old");
    assertThat(FIGURES.rewrite(rewritten)).isEqualTo(rewritten);
    assertThat(new Figures(10, 8, 2, 12, 5, 8, 4, 20, 18, 30, 25, FOUND).rewrite(rewritten))
        .isNotEqualTo(rewritten);
  }

  @Test
  void refusesATextWithoutMarkers() {
    assertThatThrownBy(() -> FIGURES.rewrite("<!-- figures:end --> <!-- figures:begin -->\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("figures:begin");
  }
}
