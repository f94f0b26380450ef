package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ccican.app.Serve;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference's Verifier elsewhere, reached through the Veraison API. */
class ForeignVerifierTest {

  @TempDir Path folder;

  @Test
  void passesThroughTheVeraisonApi() throws IOException {
    Commands.Ended ended =
        judged(
            Checks.unbroken(),
            "@req-SNP-01 or @req-SNP-02 or @req-SGX-02 or @req-PSA-05 or @req-CCA-05 or @req-EAT-05"
                + " or @req-ATT-08 or @req-ATT-12 or @req-EAR-03 or @req-EAR-12 or @req-EAR-13"
                + " or @req-CORIM-02 or @req-CMW-03 or @req-TEEP-164");

    assertThat(ended.exit()).as(ended.out()).isZero();
    JsonNode report = Commands.report(folder);
    Map<String, TreeSet<String>> outcomes = Commands.byOutcome(report, "scenarios");
    assertThat(outcomes.keySet()).isSubsetOf("passed", "inapplicable");
    assertThat(outcomes.get("passed"))
        .contains(
            "SNP-01.3", "SNP-02.1", "ATT-08.1", "ATT-08.2", "ATT-12.3", "EAR-03.1", "EAR-13.1")
        .hasSizeGreaterThan(40);
    assertThat(outcomes.get("inapplicable")).contains("ATT-08.7", "TEEP-164.1", "CMW-03.1");
    assertThat(report.toString())
        .contains("the Veraison API has no place for the middleware in the event log");
  }

  @ParameterizedTest
  @CsvSource({
    "sev-snp.signature.valid, SNP-02",
    "verifier.result.issued, EAR-03",
    "verifier.result.nonce, EAR-22",
    "verifier.references.refused, CORIM-02",
    "verifier.result.signed, SNP-01",
  })
  void findsWhatIsWrongThroughTheVeraisonApi(String fault, String requirement) throws IOException {
    Checks broken = new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow());

    Commands.Ended ended =
        judged(broken, "@req-" + requirement + " and @role-verifier or @id-SNP-01.2");

    assertThat(ended.exit()).as(ended.out()).isEqualTo(1);
    assertThat(Commands.byOutcome(Commands.report(folder), "requirements").get("failed"))
        .contains(requirement);
  }

  private Commands.Ended judged(Checks checks, String tags) throws IOException {
    try (Serve serve =
        new Serve(List.of(RoleId.VERIFIER), 0, Bytes.of(0), InstantSource.system(), checks)) {
      String url = serve.veraison();
      Bytes key = serve.served().get(0).key().orElseThrow().publicKey().toSpki();
      Files.writeString(
          folder.resolve("verifier.pem"),
          "-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(key.toArray())
              + "\n-----END PUBLIC KEY-----\n");
      Files.writeString(
          folder.resolve("sut.yaml"),
          "verifier:\n  veraison: "
              + url
              + "\n  key: verifier.pem\n  uris:\n    provisioning: "
              + url
              + "\n");
      return Commands.run(
          "run",
          "--sut",
          folder.resolve("sut.yaml").toString(),
          "--tags",
          tags,
          "--seed",
          "00",
          "--out",
          folder.toString());
    }
  }
}
