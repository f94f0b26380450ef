package org.ccican.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;

/**
 * What earlier fuzzing found worth keeping: inputs that reach code which no other input reaches,
 * and those that something once failed on. One file for each target, a line of hex for each input;
 * {@code bench/fuzz} adds to them.
 */
final class Corpus {

  private static final Path FOLDER = Path.of("corpus");

  private Corpus() {}

  /** The kept inputs of a target; none if there is no file. */
  static Stream<byte[]> of(Class<?> target) {
    Path file = FOLDER.resolve(target.getSimpleName() + ".hex");
    if (!Files.exists(file)) {
      return Stream.empty();
    }
    try {
      return Files.readAllLines(file).stream().map(line -> Bytes.hex(line).toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
