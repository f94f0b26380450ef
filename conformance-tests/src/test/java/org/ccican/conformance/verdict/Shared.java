package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Collectors;
import org.ccican.wire.Bytes;

/** Messages and evidence made by others, if they are at hand. */
final class Shared {

  private Shared() {}

  static Bytes octets(String file) {
    try {
      return Bytes.of(Files.readAllBytes(path(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hex digits over several lines, with remarks behind {@code #}. */
  static Bytes hex(String file) {
    try {
      return Bytes.hex(
          Files.readAllLines(path(file)).stream()
              .map(line -> line.replaceFirst("#.*", "").replaceAll("\\s", ""))
              .collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JWK of P-256, in either alphabet of Base64, as SubjectPublicKeyInfo. */
  static Bytes spki(String file) {
    try {
      JsonNode key = new ObjectMapper().readTree(path(file).toFile());
      return Curve.P256.spki(coordinate(key, "x"), coordinate(key, "y"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bytes coordinate(JsonNode key, String name) {
    String text = key.get(name).textValue().replace('+', '-').replace('/', '_');
    return Bytes.of(Base64.getUrlDecoder().decode(text));
  }

  private static Path path(String file) {
    Path folder = Path.of(System.getProperty("ccican.shared"));
    assumeTrue(Files.isDirectory(folder), "skipped: " + folder + " is not there");
    Path path = folder.resolve(file);
    assertThat(path).exists();
    return path;
  }
}
