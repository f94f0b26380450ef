package org.ccican.conformance.sut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;

/** A folder that holds what one case is about, for as long as a program looks at it. */
final class CaseFolder implements AutoCloseable {

  private final Path folder;

  private CaseFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * @param files by name; a name may have one folder in front
   */
  static CaseFolder with(Map<String, Bytes> files) throws IOException {
    CaseFolder made = new CaseFolder(Files.createTempDirectory("ccican-case-"));
    for (Map.Entry<String, Bytes> each : files.entrySet()) {
      Path file = made.folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue().toArray());
    }
    return made;
  }

  Path path() {
    return folder;
  }

  /**
   * Arguments with what stands in braces filled in: {@code {folder}}, {@code {NAME}} for the path
   * of a file, {@code {VALUE}} for a text of the question, {@code {NAME.hex}} and {@code
   * {NAME.txt}} for what is in such a file.
   */
  List<String> filled(List<String> words, Map<String, String> values) throws IOException {
    Map<String, String> known = new java.util.HashMap<>(values);
    known.put("folder", folder.toString());
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(each).toString();
        boolean text = name.endsWith(".hex") || name.endsWith(".txt");
        known.put(name, text ? Files.readString(each) : each.toString());
      }
    }
    known.put("trust", folder.resolve("trust").toString());
    known.put("format", known.getOrDefault("format.txt", ""));
    return words.stream().map(word -> filled(word, known)).toList();
  }

  private static String filled(String word, Map<String, String> known) {
    String filled = word;
    for (Map.Entry<String, String> each : known.entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
