package org.ccican.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.junit.jupiter.api.Test;

/**
 * What can be wrong with evidence of any kind can be turned on in each emulator, or the notes of
 * the format's requirements say why it cannot. That each dial is refused by its own check is
 * another test's matter.
 */
class DialsTest {

  private record Row(String wrong, String format, List<String> dials) {}

  private final Formats formats = new Formats(new Crypto());
  private final List<Row> rows = rows();

  @Test
  void everyFormatHasARowOfEverythingThatCanBeWrong() {
    Set<String> kinds = rows.stream().map(Row::wrong).collect(Collectors.toSet());
    Set<List<String>> wanted = new LinkedHashSet<>();
    kinds.forEach(kind -> formats.ids().forEach(id -> wanted.add(List.of(kind, id))));
    assertThat(kinds).hasSize(20);
    assertThat(rows).extracting(row -> List.of(row.wrong(), row.format())).doesNotHaveDuplicates();
    assertThat(rows)
        .extracting(row -> List.of(row.wrong(), row.format()))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void everyDialOfARowIsOneOfTheEmulators() {
    for (Row row : rows) {
      Set<String> dials = new HashSet<>();
      formats
          .variants(row.format())
          .forEach(variant -> dials.addAll(formats.defects(row.format(), variant)));
      assertThat(dials).as(row.wrong() + " of " + row.format()).containsAll(row.dials());
    }
  }

  @Test
  void whereThereIsNoneTheNotesSayWhy() {
    List<String> wanted =
        rows.stream()
            .filter(row -> row.dials().isEmpty())
            .map(row -> row.format() + ": No dial for \"" + row.wrong() + "\": ")
            .toList();
    List<String> given = new ArrayList<>();
    for (RequirementDocument document : Requirements.load().documents()) {
      document.notes().stream()
          .filter(note -> note.startsWith("No dial for "))
          .map(note -> document.id() + ": " + note)
          .forEach(given::add);
    }
    assertThat(given).hasSameSizeAs(wanted);
    assertThat(wanted)
        .allSatisfy(
            start ->
                assertThat(given)
                    .anyMatch(note -> note.startsWith(start) && note.length() > start.length()));
  }

  private static List<Row> rows() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(DialsTest.class.getResourceAsStream("dials.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(
              cells ->
                  new Row(
                      cells[0],
                      cells[1],
                      cells[2].equals("-") ? List.of() : List.of(cells[2].split(" "))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
