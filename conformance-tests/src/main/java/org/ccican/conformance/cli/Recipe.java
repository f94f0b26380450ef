package org.ccican.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ccican.app.Serve;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * The recipe of a TAM that is served: what {@code run --sut} has to know of it, and all of that.
 */
final class Recipe {

  private Recipe() {}

  /**
   * Writes the file, and the TAM's keys beside it.
   *
   * @param clock where the TAM's time is moved
   */
  static void write(
      Path file, List<Serve.Served> served, WireRevision revision, Optional<String> clock)
      throws CommandFailed {
    Serve.Served tam =
        served.stream().filter(each -> each.role() == RoleId.TAM).findFirst().orElseThrow();
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("tam.pem"), pem(tam.key().orElseThrow().publicKey().toSpki()));
      if (tam.encryption().isPresent()) {
        Files.writeString(
            folder.resolve("tam-encryption.pem"), pem(tam.encryption().get().toSpki()));
      }
      Files.writeString(file, text(tam, revision, clock));
    } catch (IOException e) {
      throw FileTrouble.failed(file, "cannot be written", e);
    }
  }

  private static String text(Serve.Served tam, WireRevision revision, Optional<String> clock) {
    StringBuilder text = new StringBuilder("tam:\n");
    text.append("  url: \"").append(tam.url()).append("\"\n");
    text.append("  key: tam.pem\n");
    tam.encryption().ifPresent(key -> text.append("  encryption-key: tam-encryption.pem\n"));
    text.append("  revision: ").append(revision.id()).append("\n");
    text.append("  uris:\n");
    tam.uris().forEach((way, uri) -> text.append("    " + way + ": \"").append(uri).append("\"\n"));
    clock.ifPresent(url -> text.append("  clock: \"").append(url).append("\"\n"));
    return text.toString();
  }

  private static String pem(Bytes spki) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(spki.toArray())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
