package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, flags and policies that mean nothing are refused with one line. */
class AppraiseInputsTest {

  @TempDir Path folder;
  private AppraiseScene scene;

  @BeforeEach
  void evidence() throws IOException, Rejected {
    scene = new AppraiseScene(folder, Bytes.zero(64));
  }

  @Test
  void refusesAPolicyFileThatMeansNothing() throws IOException {
    unusablePolicy("allow.debugging = true", "unknown: allow.debugging");
    unusablePolicy("allow.debug = yes", "allow.debug: true or false expected, found yes");
    unusablePolicy("allow.debug = true\nallow.debug = false", "stands twice: allow.debug");
    unusablePolicy("minimum.fuse = 1", "unknown: minimum.fuse");
    unusablePolicy("minimum.snp = many", "minimum.snp: a number expected");
    unusablePolicy("minimum.snp = 18446744073709551615", "minimum.snp: a number below 2^63");
    unusablePolicy("minimum.snp = -1", "minimum.snp: a number expected");
    unusablePolicy("equal.host-data = 00", "equal.host-data: 32 octets in hex expected");
    unusablePolicy("measurement = xx", "measurement: hex digits expected");
    unusablePolicy("measurement =", "measurement: hex digits expected");
    unusablePolicy("not-evaluated.fatal = some", "none, all or names of checks expected");
    unusablePolicy("privilege-levels = 0,,1", "privilege-levels: a number expected");
    unusablePolicy("allow.debug = \\u00zz", "policy.properties: ");
  }

  @Test
  void refusesWhatCannotBeReadWithOneLineThatNamesIt() throws IOException {
    unusable(scene.request().evidence("missing.bin"), "missing.bin: no such file");
    unusable(scene.request().evidence("."), "is a folder");
    unusable(scene.request().trust("missing.pem"), "missing.pem: no such file");
    Files.createDirectory(folder.resolve("empty"));
    unusable(scene.request().trust("empty"), "empty: no file ends with .pem, .der, .crt, .cer");
    unusable(scene.request().trust("vcek.der"), "vcek.der: missing-field (cert.anchors)");
    unusable(scene.request().trust("report.bin"), "report.bin: malformed (cert.malformed)");
    unusable(scene.request().endorsement("missing.der"), "missing.der: no such file");
    Files.writeString(folder.resolve("half.pem"), "-----BEGIN CERTIFICATE-----\nAAAA");
    unusable(scene.request().endorsement("half.pem"), "half.pem: truncated (cert.pem)");
    unusable(scene.request().crl("missing.crl"), "missing.crl: no such file");
    unusable(scene.request().policyFile("missing.properties"), "missing.properties: no such file");
  }

  @Test
  void refusesFlagsThatMeanNothing() {
    unusable(
        scene.request().format("nitro"), "--format nitro: unknown, known are sev-snp, sgx, tdx");
    unusable(scene.request().at("yesterday"), "--at yesterday: no instant");
    unusable(scene.request().nonce("abc"), "--nonce: an even number of hex digits");
    unusable(scene.request().nonce(""), "--nonce: 1 to 64 octets expected, found 0");
    unusable(scene.request().nonce("00".repeat(65)), "--nonce: 1 to 64 octets expected, found 65");
    unusable(scene.request().reportData("00"), "--report-data: 64 octets expected, found 1");
    unusable(scene.request().nonce("00").reportData("00".repeat(64)), "only one of them");
  }

  @Test
  void refusesAHugeFileWithoutReadingIt() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("huge.bin").toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    unusable(
        scene.request().evidence("huge.bin"), "huge.bin: has 1073741824 octets, at most 1048576");
    unusable(scene.request().trust("huge.bin"), "huge.bin: has 1073741824 octets");
  }

  @Test
  void stopsReadingAnEndlessFile() {
    Path endless = Path.of("/dev/zero");
    assumeTrue(Files.exists(endless), "no /dev/zero here");
    unusable(scene.request().evidence("/dev/zero"), "/dev/zero: has more than 1048576 octets");
  }

  private void unusablePolicy(String text, String message) throws IOException {
    scene.policy(text);
    unusable(scene.request().policy(), message);
  }

  private void unusable(TypedRequest request, String message) {
    assertThat(scene.run(request)).isEqualTo(Appraise.UNUSABLE);
    assertThat(scene.output()).isEmpty();
    assertThat(scene.errors()).startsWith("appraise: ").contains(message).hasLineCount(1);
  }
}
