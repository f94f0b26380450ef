package org.ccican.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccican.format.intel.RealQuotes;
import org.junit.jupiter.api.Test;

/** No file of evidence made by others is left out: each has a test that judges it, or a reason. */
class RealDataTest {

  private final RealQuotes data = RealQuotes.open();

  @Test
  void everyFileHasOneTestOrReason() throws IOException {
    Map<String, String> rows = rows();
    Set<String> unused = new TreeSet<>(rows.keySet());
    for (String line : data.read("manifest.tsv").toText().lines().skip(1).toList()) {
      String file = line.split("\t", 2)[0];
      List<String> fitting = rows.keySet().stream().filter(each -> fits(each, file)).toList();
      assertThat(fitting).as(file).isNotEmpty();
      unused.removeAll(fitting);
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void testsAreThere() throws Exception {
    for (Map.Entry<String, String> row : rows().entrySet()) {
      String[] cells = row.getValue().split("\t", 2);
      if (cells[0].equals("-")) {
        assertThat(cells).as(row.getKey()).hasSize(2);
      } else {
        assertThat(Class.forName(cells[0]).getDeclaredMethods().length).as(cells[0]).isPositive();
      }
    }
  }

  private static boolean fits(String pattern, String file) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(file));
  }

  private static Map<String, String> rows() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    try (InputStream in = RealDataTest.class.getResourceAsStream("real-data.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", 2);
          rows.put(cells[0], cells[1]);
        }
      }
    }
    return rows;
  }
}
