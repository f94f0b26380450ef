package org.ccican.format.arm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.ccican.wire.Bytes;

/** Tokens made by others. Where the folder is missing, tests over it say so and stop. */
public final class RealTokens {

  private final Path root;

  private RealTokens(Path root) {
    this.root = root;
  }

  /**
   * @param folder below the evidence made by others, for instance {@code psa}
   */
  public static RealTokens open(String folder) {
    Path root = Path.of(System.getProperty("ccican.shared", "../../shared")).resolve("realdata");
    assumeTrue(Files.isDirectory(root), "evidence made by others is not there: " + root);
    return new RealTokens(root.resolve(folder));
  }

  public Bytes read(String name) {
    try {
      return Bytes.of(Files.readAllBytes(root.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path(String name) {
    return root.resolve(name);
  }

  /** A shared secret in a file of raw octets, as a JWK. */
  public Bytes secret(String name) {
    return jwk(read(name));
  }

  static Bytes jwk(Bytes secret) {
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret.toArray());
    return Bytes.utf8("{\"kty\":\"oct\",\"k\":\"" + text + "\"}");
  }

  /** Names of files in the folder with an ending, in order. */
  public List<String> names(String ending) {
    try (var files = Files.list(root)) {
      return files
          .map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
