package org.ccican.format.intel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;

/**
 * Quotes and collateral made by others. Where the folder is missing, tests over it say so and stop.
 */
public final class RealQuotes {

  private final Path root;

  private RealQuotes(Path root) {
    this.root = root;
  }

  public static RealQuotes open() {
    Path root = Path.of(System.getProperty("ccican.shared", "../../shared")).resolve("realdata");
    assumeTrue(Files.isDirectory(root), "evidence made by others is not there: " + root);
    return new RealQuotes(root);
  }

  public Path path(String name) {
    return root.resolve(name);
  }

  public Bytes read(String name) {
    try {
      return Bytes.of(Files.readAllBytes(path(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every captured quote of a format, by file name. */
  public Map<String, Bytes> quotes(String format) {
    return files(format, ".quote.bin");
  }

  /** Every bundle of collateral of a format, by file name. */
  public Map<String, Bytes> collateral(String format) {
    return files(format, ".collateral.json");
  }

  /** The rows of {@code cases.tsv} about a format, cells by tab. */
  public List<String[]> cases(String format) {
    return read("cases.tsv")
        .toText()
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(row -> row[1].equals(format))
        .toList();
  }

  private Map<String, Bytes> files(String format, String ending) {
    Map<String, Bytes> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(root.resolve(format))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .forEach(name -> found.put(name, read(format + "/" + name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
