package org.ccican.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.ccican.app.Serve;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;

/** A TAM as somebody else's: it listens, and a recipe of three lines says where. */
final class ServedTam implements AutoCloseable {

  private final Serve serve;

  ServedTam(Checks checks) throws IOException {
    serve = new Serve(List.of(RoleId.TAM), 0, Bytes.utf8("served"), InstantSource.system(), checks);
  }

  Path recipe(Path folder) throws IOException {
    Serve.Served tam = serve.served().get(0);
    String spki =
        Base64.getMimeEncoder()
            .encodeToString(tam.key().orElseThrow().publicKey().toSpki().toArray());
    Files.writeString(
        folder.resolve("tam.pem"),
        "-----BEGIN PUBLIC KEY-----\n" + spki + "\n-----END PUBLIC KEY-----\n");
    return Files.writeString(
        folder.resolve("sut.yaml"), "tam:\n  url: \"" + tam.url() + "\"\n  key: tam.pem\n");
  }

  @Override
  public void close() {
    serve.close();
  }
}
