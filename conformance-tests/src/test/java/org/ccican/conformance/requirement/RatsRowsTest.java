package org.ccican.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every row of our digest of the RATS documents is a requirement, or its absence has a reason. */
class RatsRowsTest {

  private static final Requirements REQUIREMENTS = Requirements.load();

  /**
   * @param ids empty where nothing carries the row on
   * @param reason why, in that case
   */
  private record Row(String label, List<String> ids, String reason) {}

  @Test
  void everyRowOfTheDigestIsAccountedForOnce() throws IOException {
    Path digest =
        Path.of(System.getProperty("ccican.shared")).resolve("spec/requirements-rats.tsv");
    assumeTrue(Files.isRegularFile(digest), "skipped: " + digest + " is not there");

    assertThat(rows())
        .extracting(Row::label)
        .containsExactlyElementsOf(
            Files.readAllLines(digest).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList());
  }

  @Test
  void whatARowNamesIsARequirement() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row ->
                assertThat(row.ids())
                    .as(row.label())
                    .allMatch(id -> REQUIREMENTS.find(id).isPresent()));
  }

  @Test
  void whatNothingCarriesOnHasItsReason() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row ->
                assertThat(row.reason().isBlank()).as(row.label()).isEqualTo(!row.ids().isEmpty()));
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = RatsRowsTest.class.getResourceAsStream("rats-rows.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          String[] parts = line.split("\t", -1);
          rows.add(
              new Row(
                  parts[0],
                  parts[1].equals("-") ? List.of() : List.of(parts[1].split(" ")),
                  parts.length > 2 ? parts[2] : ""));
        }
      }
    }
    return rows;
  }
}
