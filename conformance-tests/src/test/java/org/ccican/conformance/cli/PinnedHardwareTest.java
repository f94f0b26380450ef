package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.Formats;
import org.ccican.reject.Rejected;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpListener;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hardware that has a key and no certificate: the recipe's file of trust holds the key. */
class PinnedHardwareTest {

  @TempDir Path folder;

  private final Formats formats = new Formats(new Crypto());

  @ParameterizedTest
  @CsvSource({"psa, ARCH-14.4", "cca, ARCH-14.5"})
  void verifiesWithTheKeyOfTheRecipe(String format, String scenario) throws Exception {
    Commands.Ended ended = judged(format, scenario, "  trust: trust.pem\n", own(format));

    assertThat(outcomes().get("passed")).as(ended.out()).contains(scenario);
    assertThat(ended.out()).doesNotContain("evidence: emulated");
  }

  @ParameterizedTest
  @CsvSource({"psa, ARCH-14.4", "cca, ARCH-14.5"})
  void failsWithAnother(String format, String scenario) throws Exception {
    Bytes stranger =
        SigningKey.fromSeed(CoseAlgorithm.ESP256, Crypto.sha256(Bytes.of(9)), new Crypto())
            .publicKey()
            .toSpki();

    Commands.Ended ended = judged(format, scenario, "  trust: trust.pem\n", stranger);

    assertThat(ended.exit()).as(ended.out()).isEqualTo(1);
    assertThat(outcomes().get("failed")).contains(scenario);
  }

  @ParameterizedTest
  @CsvSource({"psa, ARCH-14.4", "cca, ARCH-14.5"})
  void cannotTellWithoutOne(String format, String scenario) throws Exception {
    Commands.Ended ended = judged(format, scenario, "", own(format));

    assertThat(outcomes().get("inapplicable")).as(ended.out()).contains(scenario);
    assertThat(Commands.report(folder.resolve("report")).toString())
        .contains("attesting-environment.trust names no public key");
  }

  /** The key that the device's certificate names, which is not handed on. */
  private Bytes own(String format) throws Exception {
    Bytes certificate = device(format).endorsements().get(0);
    return Bytes.of(
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate.toArray()))
            .getPublicKey()
            .getEncoded());
  }

  private Commands.Ended judged(String format, String scenario, String more, Bytes spki)
      throws Exception {
    Files.writeString(
        folder.resolve("trust.pem"),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(spki.toArray())
            + "\n-----END PUBLIC KEY-----\n");
    LaunchedEnvironment device = device(format);
    ExecutorService executor = Executors.newCachedThreadPool();
    try (HttpListener listener = HttpListener.open(RoleId.ATTESTING_ENVIRONMENT, 0, executor)) {
      listener.mount("device", call -> evidence(device, call.body()));
      Files.writeString(
          folder.resolve("sut.yaml"),
          "attesting-environment:\n  url: "
              + listener.address("device")
              + "/report\n  format: "
              + format
              + "\n"
              + more);
      return Commands.run(
          "run",
          "--sut",
          folder.resolve("sut.yaml").toString(),
          "--tags",
          "@id-" + scenario,
          "--seed",
          "00",
          "--out",
          folder.resolve("report").toString());
    } finally {
      executor.shutdownNow();
    }
  }

  private LaunchedEnvironment device(String format) throws Rejected {
    return formats
        .emulator(
            format,
            new Formats.Machine(
                Bytes.of(7),
                Instant.now().minus(Duration.ofDays(1)),
                Optional.empty(),
                Optional.empty()))
        .orElseThrow()
        .launch(Bytes.utf8("a device"));
  }

  private static HttpReply evidence(LaunchedEnvironment device, Bytes reportData) {
    try {
      return new HttpReply(
          200, Map.of("content-type", "application/octet-stream"), device.evidence(reportData));
    } catch (Rejected e) {
      return HttpReply.empty(400);
    }
  }

  private Map<String, TreeSet<String>> outcomes() throws IOException {
    return Commands.byOutcome(Commands.report(folder.resolve("report")), "scenarios");
  }
}
