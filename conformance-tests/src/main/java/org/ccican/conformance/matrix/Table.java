package org.ccican.conformance.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Tables of two columns on the class path: a name, a tab, and what is said of it. */
final class Table {

  private Table() {}

  /**
   * @param owner the class beside which, or from whose root, the file is looked for
   * @throws IllegalStateException if the file is missing, or a row is none or there twice
   */
  static Map<String, String> read(Class<?> owner, String file) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      Map<String, String> rows = new TreeMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                String[] cells = line.split("\t", -1);
                if (cells.length != 2 || rows.put(cells[0], cells[1]) != null) {
                  throw new IllegalStateException(file + ": not two cells, or twice: " + line);
                }
              });
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
