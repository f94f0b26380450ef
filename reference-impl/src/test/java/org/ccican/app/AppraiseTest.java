package org.ccican.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
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
import org.ccican.format.Formats;
import org.ccican.format.sevsnp.SevSnpProduct;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppraiseTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Bytes REPORT_DATA = Bytes.utf8("nonce").padRight(64);

  private final Formats formats = new Formats(new Crypto());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;
  private Bytes measurement;

  @BeforeEach
  void evidence() throws IOException, Rejected {
    write("anchor.der", formats.emulatedAmd().root(SevSnpProduct.MILAN));
    evidence("", Optional.empty());
    evidence("debug-", Optional.of("debug-policy"));
  }

  @Test
  void acceptsEmulatedEvidenceAndShowsWhatWasNotEvaluated() {
    assertThat(run(request())).isEqualTo(Appraise.ACCEPTED);
    assertThat(lines())
        .anyMatch(line -> line.matches("passed +sev-snp.signature.valid"))
        .anyMatch(line -> line.startsWith("not-evaluated  cert.crl.revoked"))
        .anyMatch(line -> line.startsWith("not-evaluated  sev-snp.report-data"));
    assertThat(lines().get(lines().size() - 1))
        .matches("accepted: " + checks() + " checks, \\d+ not evaluated");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void refusesADebugPolicyAndNamesTheCheck() {
    assertThat(run(request().evidence("debug-report.bin"))).isEqualTo(Appraise.REFUSED);
    assertThat(lines().get(lines().size() - 1))
        .startsWith("refused by sev-snp.policy.debug (debug-enabled): ");
    assertThat(lines()).anyMatch(line -> line.startsWith("not-reached    sev-snp.measurement"));
  }

  @Test
  void comparesANonceRightPaddedAndReportDataWhole() {
    assertThat(run(request().nonce(Bytes.utf8("nonce").toHex()))).isEqualTo(Appraise.ACCEPTED);
    assertThat(run(request().nonce(Bytes.utf8("nonc").toHex()))).isEqualTo(Appraise.REFUSED);
    assertThat(run(request().reportData(REPORT_DATA.toHex()))).isEqualTo(Appraise.ACCEPTED);
    assertThat(run(request().reportData(REPORT_DATA.flip(63, 0).toHex())))
        .isEqualTo(Appraise.REFUSED);
  }

  @Test
  void takesReferenceValuesFromACorim() throws IOException, Rejected {
    Bytes fits = new CorimBuilder("a").launch("sev-snp", measurement).encode();
    SigningKey vendor =
        SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("vendor"), new Crypto());
    Corim read = new CorimReader(Checks.unbroken()).read(fits);
    write("fits.corim", fits);
    write("other.corim", new CorimBuilder("a").launch("sgx", Bytes.zero(32)).encode());
    write("signed.corim", CorimSigned.sign(read, "vendor", Optional.empty(), vendor));
    write("vendor.der", vendor.publicKey().toSpki());

    assertThat(run(request().corim("fits.corim"))).isEqualTo(Appraise.ACCEPTED);
    assertThat(lines()).anyMatch(line -> line.startsWith("passed         sev-snp.measurement"));
    assertThat(run(request().corim("other.corim"))).isEqualTo(Appraise.REFUSED);
    assertThat(run(request().corim("signed.corim").corimKey("vendor.der")))
        .isEqualTo(Appraise.ACCEPTED);
    assertThat(run(request().corim("signed.corim"))).isEqualTo(Appraise.UNUSABLE);
    assertThat(run(request().corim("anchor.der"))).isEqualTo(Appraise.UNUSABLE);
  }

  @Test
  void writesJsonThatOthersRead() {
    assertThat(run(request().evidence("debug-report.bin").json())).isEqualTo(Appraise.REFUSED);
    JsonPath json = JsonPath.from(out.toString(StandardCharsets.UTF_8));
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
    policy("allow.debug = true");
    assertThat(run(request().evidence("debug-report.bin").policy())).isEqualTo(0);
    policy("measurement = " + "00".repeat(48) + ", " + measurement);
    assertThat(run(request().policy())).isEqualTo(0);
    policy("measurement = " + "00".repeat(48));
    assertThat(run(request().policy())).isEqualTo(1);
    policy("not-evaluated.fatal = cert.crl.revoked , sev-snp.measurement");
    assertThat(run(request().policy())).isEqualTo(1);
    policy("minimum.microcode = 0xdb\nequal.host-data = " + "00".repeat(32));
    assertThat(run(request().policy())).isEqualTo(0);
    policy("minimum.microcode = 220");
    assertThat(run(request().policy())).isEqualTo(1);
    policy("bits-set.policy = 0x20000\nbits-clear.platform-info = 0x8000000000000000");
    assertThat(run(request().policy())).isEqualTo(0);
    policy("privilege-levels = 1,2");
    assertThat(run(request().policy())).isEqualTo(1);
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
    unusable(request().evidence("missing.bin"), "missing.bin: no such file");
    unusable(request().evidence("."), "is a folder");
    unusable(request().trust("missing.pem"), "missing.pem: no such file");
    Files.createDirectory(folder.resolve("empty"));
    unusable(request().trust("empty"), "empty: no file ends with .pem, .der, .crt, .cer");
    unusable(request().trust("vcek.der"), "vcek.der: missing-field (cert.anchors)");
    unusable(request().trust("report.bin"), "report.bin: malformed (cert.malformed)");
    unusable(request().endorsement("missing.der"), "missing.der: no such file");
    Files.writeString(folder.resolve("half.pem"), "-----BEGIN CERTIFICATE-----\nAAAA");
    unusable(request().endorsement("half.pem"), "half.pem: truncated (cert.pem)");
    unusable(request().crl("missing.crl"), "missing.crl: no such file");
    unusable(request().policyFile("missing.properties"), "missing.properties: no such file");
  }

  @Test
  void refusesFlagsThatMeanNothing() {
    unusable(request().format("nitro"), "--format nitro: unknown, known are sev-snp, sgx, tdx");
    unusable(request().at("yesterday"), "--at yesterday: no instant");
    unusable(request().nonce("abc"), "--nonce: an even number of hex digits");
    unusable(request().nonce(""), "--nonce: 1 to 64 octets expected, found 0");
    unusable(request().nonce("00".repeat(65)), "--nonce: 1 to 64 octets expected, found 65");
    unusable(request().reportData("00"), "--report-data: 64 octets expected, found 1");
    unusable(request().nonce("00").reportData("00".repeat(64)), "only one of them");
  }

  @Test
  void refusesAHugeFileWithoutReadingIt() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("huge.bin").toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    unusable(request().evidence("huge.bin"), "huge.bin: has 1073741824 octets, at most 1048576");
    unusable(request().trust("huge.bin"), "huge.bin: has 1073741824 octets");
  }

  @Test
  void stopsReadingAnEndlessFile() {
    Path endless = Path.of("/dev/zero");
    assumeTrue(Files.exists(endless), "no /dev/zero here");
    unusable(request().evidence("/dev/zero"), "/dev/zero: has more than 1048576 octets");
  }

  @Test
  void refusesRubbishAsEvidenceAndAsEndorsement() throws IOException {
    Files.write(folder.resolve("rubbish.bin"), new byte[] {1, 2, 3});
    Files.write(folder.resolve("nothing.bin"), new byte[0]);
    assertThat(run(request().evidence("rubbish.bin"))).isEqualTo(Appraise.REFUSED);
    assertThat(run(request().evidence("nothing.bin"))).isEqualTo(Appraise.REFUSED);
    assertThat(run(request().endorsement("rubbish.bin"))).isEqualTo(Appraise.REFUSED);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("cert.malformed");
  }

  @Test
  void takesAnchorsFromAFolderAndCertificatesInPem() throws IOException {
    Path anchors = Files.createDirectory(folder.resolve("anchors"));
    Files.copy(folder.resolve("anchor.der"), anchors.resolve("a.der"));
    Files.writeString(anchors.resolve("README.txt"), "not a certificate");
    Files.writeString(
        folder.resolve("both.pem"),
        "chip\n" + pem("vcek.der") + "\nauthority\n" + pem("authority.der"));
    assertThat(run(request().trust("anchors").endorsement("both.pem").noChain()))
        .isEqualTo(Appraise.ACCEPTED);
  }

  @Test
  void takesTheCertificateTableOfAHost() throws IOException, Rejected {
    LaunchedEnvironment guest = guest(Optional.of("certificate-table"), Optional.empty());
    write("table.bin", guest.endorsements().get(0));
    write("report.bin", guest.evidence(REPORT_DATA));
    assertThat(run(request().endorsement("table.bin").noChain())).isEqualTo(Appraise.ACCEPTED);
    assertThat(lines())
        .anyMatch(line -> line.matches("passed +sev-snp.table.truncated +5 entries"))
        .anyMatch(line -> line.matches("passed +cert.crl.revoked"));
    write("short.bin", guest.endorsements().get(0).slice(0, 240));
    assertThat(run(request().endorsement("short.bin").noChain())).isEqualTo(Appraise.REFUSED);
    assertThat(lines().get(lines().size() - 1)).startsWith("refused by sev-snp.table.bounds");
  }

  @Test
  void appraisesWhatARealProcessorMade() {
    Path data =
        Path.of(System.getProperty("ccican.shared", "../../shared")).resolve("realdata/snp");
    assumeTrue(Files.isDirectory(data), "evidence made by others is not there: " + data);
    TypedRequest real =
        request()
            .evidence(data.resolve("v5-turin-azure-aci.report.bin").toString())
            .endorsement(data.resolve("v5-turin-azure-aci.vcek.der").toString())
            .noChain()
            .trust(data.resolve("ca/turin_ask_ark_asvk.pem").toString())
            .at("2026-03-07T01:04:33Z");
    assertThat(run(real)).isEqualTo(Appraise.ACCEPTED);
    assertThat(run(real.nonce("01"))).isEqualTo(Appraise.REFUSED);
    assertThat(run(real.trust("anchor.der"))).isEqualTo(Appraise.REFUSED);
  }

  private void evidence(String prefix, Optional<String> defect) throws IOException, Rejected {
    LaunchedEnvironment guest = guest(Optional.empty(), defect);
    measurement = guest.measurement();
    write(prefix + "report.bin", guest.evidence(REPORT_DATA));
    write(prefix + "vcek.der", guest.endorsements().get(0));
    write(prefix + "authority.der", guest.endorsements().get(1));
  }

  private LaunchedEnvironment guest(Optional<String> variant, Optional<String> defect)
      throws Rejected {
    return formats
        .emulator("sev-snp", new Formats.Machine(Bytes.utf8("machine"), FROM, variant, defect))
        .orElseThrow()
        .launch(Bytes.utf8("agent"));
  }

  private void write(String name, Bytes octets) throws IOException {
    Files.write(folder.resolve(name), octets.toArray());
  }

  private String pem(String name) throws IOException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(Files.readAllBytes(folder.resolve(name)))
        + "\n-----END CERTIFICATE-----\n";
  }

  private void policy(String text) throws IOException {
    Files.writeString(folder.resolve("policy.properties"), text);
  }

  private void unusablePolicy(String text, String message) throws IOException {
    policy(text);
    unusable(request().policy(), message);
  }

  private void unusable(TypedRequest request, String message) {
    assertThat(run(request)).isEqualTo(Appraise.UNUSABLE);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("appraise: ")
        .contains(message)
        .hasLineCount(1);
  }

  private int run(TypedRequest request) {
    out.reset();
    err.reset();
    return new Appraise(
            formats,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(request.build());
  }

  private int checks() {
    return formats.appraiser("sev-snp").orElseThrow().checks().size();
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private TypedRequest request() {
    return new TypedRequest(folder);
  }
}
