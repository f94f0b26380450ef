package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.ccican.format.arm.RealTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PSA tokens made by others on the command line, with raw keys as anchors. */
class AppraisePsaTest {

  private final Formats formats = new Formats(new Crypto());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "rfc9783-psa-sign1.cbor, rfc9783-tfm-es-iak.json, accepted",
    "psa-veraison-good.cose, psa-veraison-ec.p256.jwk, accepted",
    "psa-veraison-wrongkey.cose, psa-veraison-ec.p256.jwk, accepted",
    "psa-veraison-wrongkey.cose, tf-m-public.pem, refused by psa.signature.valid",
    "tf-m-psa-2_0_0_mac0.bin, tf-m-public.pem, refused by arm.key.known",
    "cddl-GOOD_full.cbor, tf-m-public.pem, refused by arm.token.tag"
  })
  void judgesTokensOfOthers(String token, String key, String verdict) {
    RealTokens data = RealTokens.open("psa");
    int code = run(data.path(token), data.path(key));
    assertThat(lastLine()).startsWith(verdict);
    assertThat(code).isEqualTo(verdict.equals("accepted") ? Appraise.ACCEPTED : Appraise.REFUSED);
  }

  @Test
  void takesASharedSecretAsAJwk() throws IOException {
    RealTokens data = RealTokens.open("psa");
    Path key = folder.resolve("secret.jwk");
    Files.write(key, data.secret("rfc9783-tfm-hs-iak.bin").toArray());
    assertThat(run(data.path("rfc9783-psa-mac0.cbor"), key)).isEqualTo(Appraise.ACCEPTED);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("passed         arm.key.instance");
  }

  private int run(Path token, Path trust) {
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Appraise(formats, printed, printed)
        .run(
            new Appraise.Request(
                "psa",
                "2026-01-01T00:00:00Z",
                trust,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                token));
  }

  private String lastLine() {
    return out.toString(StandardCharsets.UTF_8).lines().reduce("", (first, second) -> second);
  }
}
