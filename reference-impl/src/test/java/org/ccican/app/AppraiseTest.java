package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.corim.Corim;
import org.ccican.corim.CorimBuilder;
import org.ccican.corim.CorimReader;
import org.ccican.corim.CorimSigned;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of appraisals, and how it is shown. */
class AppraiseTest {

  private static final Bytes REPORT_DATA = Bytes.utf8("nonce").padRight(64);

  @TempDir Path folder;
  private AppraiseScene scene;

  @BeforeEach
  void evidence() throws IOException, Rejected {
    scene = new AppraiseScene(folder, REPORT_DATA);
  }

  @Test
  void acceptsEmulatedEvidenceAndShowsWhatWasNotEvaluated() {
    assertThat(scene.run(scene.request())).isEqualTo(Appraise.ACCEPTED);
    assertThat(scene.lines())
        .anyMatch(line -> line.matches("passed +sev-snp.signature.valid"))
        .anyMatch(line -> line.startsWith("not-evaluated  cert.crl.revoked"))
        .anyMatch(line -> line.startsWith("not-evaluated  sev-snp.report-data"));
    assertThat(scene.lines().get(scene.lines().size() - 1))
        .matches("accepted: " + checks() + " checks, \\d+ not evaluated");
    assertThat(scene.errors()).isEmpty();
  }

  @Test
  void refusesADebugPolicyAndNamesTheCheck() {
    assertThat(scene.run(scene.request().evidence("debug-report.bin"))).isEqualTo(Appraise.REFUSED);
    assertThat(scene.lines().get(scene.lines().size() - 1))
        .startsWith("refused by sev-snp.policy.debug (debug-enabled): ");
    assertThat(scene.lines())
        .anyMatch(line -> line.startsWith("not-reached    sev-snp.measurement"));
  }

  @Test
  void comparesANonceRightPaddedAndReportDataWhole() {
    assertThat(scene.run(scene.request().nonce(Bytes.utf8("nonce").toHex())))
        .isEqualTo(Appraise.ACCEPTED);
    assertThat(scene.run(scene.request().nonce(Bytes.utf8("nonc").toHex())))
        .isEqualTo(Appraise.REFUSED);
    assertThat(scene.run(scene.request().reportData(REPORT_DATA.toHex())))
        .isEqualTo(Appraise.ACCEPTED);
    assertThat(scene.run(scene.request().reportData(REPORT_DATA.flip(63, 0).toHex())))
        .isEqualTo(Appraise.REFUSED);
  }

  @Test
  void takesReferenceValuesFromACorim() throws IOException, Rejected {
    Bytes fits = new CorimBuilder("a").launch("sev-snp", scene.measurement()).encode();
    SigningKey vendor =
        SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("vendor"), new Crypto());
    Corim read = new CorimReader(Checks.unbroken()).read(fits);
    scene.write("fits.corim", fits);
    scene.write("other.corim", new CorimBuilder("a").launch("sgx", Bytes.zero(32)).encode());
    scene.write("signed.corim", CorimSigned.sign(read, "vendor", Optional.empty(), vendor));
    scene.write("vendor.der", vendor.publicKey().toSpki());

    assertThat(scene.run(scene.request().corim("fits.corim"))).isEqualTo(Appraise.ACCEPTED);
    assertThat(scene.lines())
        .anyMatch(line -> line.startsWith("passed         sev-snp.measurement"));
    assertThat(scene.run(scene.request().corim("other.corim"))).isEqualTo(Appraise.REFUSED);
    assertThat(scene.run(scene.request().corim("signed.corim").corimKey("vendor.der")))
        .isEqualTo(Appraise.ACCEPTED);
    assertThat(scene.run(scene.request().corim("signed.corim"))).isEqualTo(Appraise.UNUSABLE);
    assertThat(scene.run(scene.request().corim("anchor.der"))).isEqualTo(Appraise.UNUSABLE);
  }

  @Test
  void writesJsonThatOthersRead() {
    assertThat(scene.run(scene.request().evidence("debug-report.bin").json()))
        .isEqualTo(Appraise.REFUSED);
    JsonPath json = JsonPath.from(scene.output());
    assertThat(json.getBoolean("accepted")).isFalse();
    assertThat(json.getList("checks")).hasSize(checks());
    assertThat(json.getString("checks.find { it.status == 'failed' }.check"))
        .isEqualTo("sev-snp.policy.debug");
    assertThat(json.getString("checks.find { it.status == 'failed' }.reason"))
        .isEqualTo("debug-enabled");
    assertThat(json.getString("checks[0].rule")).isEqualTo("AMD 56860 §7.3");
    assertThat(json.getString("checks[0].expected")).isNotBlank();
  }

  @Test
  void escapesEveryCharacterInJson() {
    String text = "\"\\\n\t\u0000\u007f§€\ud83d\ude00/";
    assertThat(JsonPath.from("{\"a\":" + JsonWriter.text(text) + "}").getString("a"))
        .isEqualTo(text);
  }

  @Test
  void followsAPolicyFile() throws IOException {
    scene.policy("allow.debug = true");
    assertThat(scene.run(scene.request().evidence("debug-report.bin").policy())).isEqualTo(0);
    scene.policy("measurement = " + "00".repeat(48) + ", " + scene.measurement());
    assertThat(scene.run(scene.request().policy())).isEqualTo(0);
    scene.policy("measurement = " + "00".repeat(48));
    assertThat(scene.run(scene.request().policy())).isEqualTo(1);
    scene.policy("not-evaluated.fatal = cert.crl.revoked , sev-snp.measurement");
    assertThat(scene.run(scene.request().policy())).isEqualTo(1);
    scene.policy("minimum.microcode = 0xdb\nequal.host-data = " + "00".repeat(32));
    assertThat(scene.run(scene.request().policy())).isEqualTo(0);
    scene.policy("minimum.microcode = 220");
    assertThat(scene.run(scene.request().policy())).isEqualTo(1);
    scene.policy("bits-set.policy = 0x20000\nbits-clear.platform-info = 0x8000000000000000");
    assertThat(scene.run(scene.request().policy())).isEqualTo(0);
    scene.policy("privilege-levels = 1,2");
    assertThat(scene.run(scene.request().policy())).isEqualTo(1);
  }

  @Test
  void refusesRubbishAsEvidenceAndAsEndorsement() throws IOException {
    Files.write(folder.resolve("rubbish.bin"), new byte[] {1, 2, 3});
    Files.write(folder.resolve("nothing.bin"), new byte[0]);
    assertThat(scene.run(scene.request().evidence("rubbish.bin"))).isEqualTo(Appraise.REFUSED);
    assertThat(scene.run(scene.request().evidence("nothing.bin"))).isEqualTo(Appraise.REFUSED);
    assertThat(scene.run(scene.request().endorsement("rubbish.bin"))).isEqualTo(Appraise.REFUSED);
    assertThat(scene.output()).contains("cert.malformed");
  }

  @Test
  void takesAnchorsFromAFolderAndCertificatesInPem() throws IOException {
    Path anchors = Files.createDirectory(folder.resolve("anchors"));
    Files.copy(folder.resolve("anchor.der"), anchors.resolve("a.der"));
    Files.writeString(anchors.resolve("README.txt"), "not a certificate");
    Files.writeString(
        folder.resolve("both.pem"),
        "chip\n" + pem("vcek.der") + "\nauthority\n" + pem("authority.der"));
    assertThat(scene.run(scene.request().trust("anchors").endorsement("both.pem").noChain()))
        .isEqualTo(Appraise.ACCEPTED);
  }

  @Test
  void takesTheCertificateTableOfAHost() throws IOException, Rejected {
    LaunchedEnvironment guest = scene.guest(Optional.of("certificate-table"), Optional.empty());
    scene.write("table.bin", guest.endorsements().get(0));
    scene.write("report.bin", guest.evidence(REPORT_DATA));
    assertThat(scene.run(scene.request().endorsement("table.bin").noChain()))
        .isEqualTo(Appraise.ACCEPTED);
    assertThat(scene.lines())
        .anyMatch(line -> line.matches("passed +sev-snp.table.truncated +5 entries"))
        .anyMatch(line -> line.matches("passed +cert.crl.revoked"));
    scene.write("short.bin", guest.endorsements().get(0).slice(0, 240));
    assertThat(scene.run(scene.request().endorsement("short.bin").noChain()))
        .isEqualTo(Appraise.REFUSED);
    assertThat(scene.lines().get(scene.lines().size() - 1))
        .startsWith("refused by sev-snp.table.bounds");
  }

  @Test
  void appraisesWhatARealProcessorMade() {
    Path data =
        Path.of(System.getProperty("ccican.shared", "../../shared")).resolve("realdata/snp");
    assumeTrue(Files.isDirectory(data), "evidence made by others is not there: " + data);
    TypedRequest real =
        scene
            .request()
            .evidence(data.resolve("v5-turin-azure-aci.report.bin").toString())
            .endorsement(data.resolve("v5-turin-azure-aci.vcek.der").toString())
            .noChain()
            .trust(data.resolve("ca/turin_ask_ark_asvk.pem").toString())
            .at("2026-03-07T01:04:33Z");
    assertThat(scene.run(real)).isEqualTo(Appraise.ACCEPTED);
    assertThat(scene.run(real.nonce("01"))).isEqualTo(Appraise.REFUSED);
    assertThat(scene.run(real.trust("anchor.der"))).isEqualTo(Appraise.REFUSED);
  }

  private String pem(String name) throws IOException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(Files.readAllBytes(folder.resolve(name)))
        + "\n-----END CERTIFICATE-----\n";
  }

  private int checks() {
    return scene.formats().appraiser("sev-snp").orElseThrow().checks().size();
  }
}
