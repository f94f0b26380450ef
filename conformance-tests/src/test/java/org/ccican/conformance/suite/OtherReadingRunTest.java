package org.ccican.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.conformance.report.ReadingResult;
import org.ccican.conformance.verdict.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A role that follows the other reading of a text throughout passes, and the report says so. */
class OtherReadingRunTest {

  private static final Set<String> SECOND = Set.of("b", "both");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the rule that the other reading lacks | scenarios | whose other reading it is
        "tam.query.token | @teep and @role-tam | A3 A5",
        "teep.token.attestation | @req-TEEP-45 or @req-TEEP-46 or @req-TEEP-06 | A3 A4",
        "tam.query.challenge | @teep and @role-tam | A2",
        "teep.challenge.attestation | @req-TEEP-54 or @req-TEEP-07 | A2",
        "suit.dependency.checked | @req-TDOM-34 or @req-TDOM-40 or @req-TDOM-42 | A12",
        "suit.manifest-id.dependency | @req-TDOM-09 | A20",
      })
  void nobodyFailsForIt(String rule, String tags, String ambiguities) throws IOException {
    BrokenChecks other = new BrokenChecks(CheckCatalogue.load().find(rule).orElseThrow());

    SuiteRun.Result result =
        Runs.run(Equipment.load(), TagExpressionParser.parse(tags), other, 2, folder);

    assertThat(result.judgement().scenarios())
        .isNotEmpty()
        .allSatisfy(
            scenario ->
                assertThat(scenario.outcome())
                    .as(scenario.id() + " " + scenario.findings())
                    .isIn(Outcome.PASSED, Outcome.INAPPLICABLE));
    assertThat(
            result.report().readings().stream()
                .filter(reading -> SECOND.contains(reading.reading()))
                .map(ReadingResult::ambiguity))
        .containsExactly(ambiguities.split(" "));
  }
}
