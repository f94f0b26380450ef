package org.ccican.vector.gen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegenerationTest {

  private static final Path DATA = Path.of(System.getProperty("ccican.root"), "vectors", "data");

  private static final Map<String, String> GENERATED = Generate.files();

  @Test
  void committedFilesAreWhatTheRecipesWrite() throws IOException {
    for (Map.Entry<String, String> each : GENERATED.entrySet()) {
      String committed = Files.readString(DATA.resolve(each.getKey()));
      assertThat(committed.equals(each.getValue()))
          .as(each.getKey() + " is as generated; first difference: %s", line(committed, each))
          .isTrue();
    }
  }

  @Test
  void everyCommittedFileHasARecipe() throws IOException {
    try (Stream<Path> files = Files.list(DATA)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(GENERATED.keySet());
    }
  }

  @Test
  void secondGenerationGivesTheSameOctets() {
    assertThat(Generate.files().equals(GENERATED)).isTrue();
  }

  private static String line(String committed, Map.Entry<String, String> generated) {
    String[] one = committed.split("\n");
    String[] other = generated.getValue().split("\n");
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      if (!one[i].equals(other[i])) {
        return "line " + (i + 1);
      }
    }
    return one.length == other.length ? "none" : "the number of lines";
  }
}
