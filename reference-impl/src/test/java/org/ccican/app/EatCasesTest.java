package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.format.Formats;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that RFC 9711 publishes, through the command that users type. */
class EatCasesTest {

  private static final String RELAXED =
      "allow.secure-channel = true\n"
          + "allow.unmet-dependencies = true\n"
          + "allow.foreign-submods = true\n";

  /** What the examples break, whatever is allowed; the rest is accepted. */
  private static final Map<String, String> BROKEN =
      Map.of(
          // the key is not published
          "rfc9711-token-valid_cwt.cbor", "eat.key.known",
          "rfc9711-token-valid_deb.cbor", "eat.key.known",
          // folded
          "rfc9711-token-deb.json_f", "json.syntax",
          // a version that is no array
          "rfc9711-payload-simple.json", "eat.swversion.shape",
          "rfc9711-payload-submods.cbor", "eat.swversion.shape",
          // no tokens
          "rfc9711-coswid-iot-sw.cbor", "eat.container.tag",
          "rfc9711-coswid-key-store.cbor", "eat.container.tag",
          "rfc9711-coswid-tee-coswid.cbor", "eat.container.tag");

  @TempDir Path folder;

  @Test
  void judgesEveryExampleOfTheManifest() throws IOException {
    Path root = Path.of(System.getProperty("ccican.shared", "../../shared")).resolve("realdata");
    assumeTrue(Files.isDirectory(root), "evidence made by others is not there: " + root);
    Files.writeString(folder.resolve("policy"), RELAXED);
    Bytes key =
        SigningKey.fromSeed(CoseAlgorithm.ES256, Bytes.utf8("nobody's"), new Crypto())
            .publicKey()
            .toCbor()
            .encode();
    Files.write(folder.resolve("key"), key.toArray());
    int judged = 0;
    for (String line : Files.readAllLines(root.resolve("manifest.tsv"))) {
      String file = line.substring(0, Math.max(0, line.indexOf('\t')));
      if (!file.startsWith("eat/")) {
        continue;
      }
      String name = file.substring("eat/".length());
      JsonPath json = run(root.resolve(file));
      assertThat(json.getString("checks.find { it.status == 'failed' }.check"))
          .as(name)
          .isEqualTo(BROKEN.get(name));
      assertThat(json.getBoolean("accepted")).as(name).isEqualTo(!BROKEN.containsKey(name));
      judged++;
    }
    assertThat(judged).isEqualTo(18);
  }

  private JsonPath run(Path evidence) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    new Appraise(
            new Formats(new Crypto()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(
            new Appraise.Request(
                "eat",
                "2026-01-01T00:00:00Z",
                folder.resolve("key"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder.resolve("policy")),
                true,
                evidence));
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    return JsonPath.from(out.toString(StandardCharsets.UTF_8));
  }
}
