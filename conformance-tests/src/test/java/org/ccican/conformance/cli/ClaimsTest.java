package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
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

/** A claim that does not hold fails, what is not claimed is not asked for. */
class ClaimsTest {

  private static final String WITHOUT = "tam.update.sent";

  @TempDir Path folder;

  /** It sends no Update, least of all after an Error, where a TAM may give up. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                             | failed       | 0",
        "claims: {options: [TEEP-157]}  | failed       | 1",
        "claims: {options: [TEEP-141]}  | inapplicable | 5",
        "claims: {options: []}          | inapplicable | 5",
      })
  void holdsTheTargetToTheOptionsThatItClaims(String claims, String outcome, int exit)
      throws IOException {
    Commands.Ended ended = judged(WITHOUT, claims, "@id-TEEP-157.1");

    assertThat(ended.exit()).as(ended.out()).isEqualTo(exit);
    JsonNode report = Commands.report(folder);
    assertThat(Commands.byOutcome(report, "scenarios"))
        .isEqualTo(Map.of(outcome, new TreeSet<>(List.of("TEEP-157.1"))));
    assertThat(report.path("target").path("claims").size())
        .isEqualTo(claims.contains("TEEP") ? 1 : 0);
  }

  @Test
  void asksForNoCipherSuiteThatIsNotClaimed() throws IOException {
    Commands.Ended ended = judged("", "claims: {cipher-suites: [esp256]}", "@role-tam and @teep");

    assertThat(ended.out()).contains("the recipe does not claim the cipher suite ed25519");
  }

  /** Whoever says yes to everything is found out, whatever it claims. */
  @Test
  void alwaysSendsWhatNobodyCanKnow() throws IOException {
    Commands.Ended ended =
        judged("", "claims: {cipher-suites: [], freshness: [], options: []}", "@id-TEEP-22.4");

    assertThat(ended.out()).contains("run   TEEP-22.4");
  }

  private Commands.Ended judged(String fault, String claims, String tags) throws IOException {
    Checks checks =
        CheckCatalogue.load()
            .find(fault)
            .map(found -> (Checks) new BrokenChecks(found))
            .orElseGet(Checks::unbroken);
    try (Serve serve =
        new Serve(List.of(RoleId.TAM), 0, Bytes.of(0), InstantSource.system(), checks)) {
      Serve.Served tam = serve.served().get(0);
      Path recipe =
          Commands.recipe(
              folder, tam.url(), tam.key().orElseThrow().publicKey().toSpki(), claims + "\n");
      boolean dry = !fault.equals(WITHOUT);
      return dry
          ? Commands.run("run", "--dry-run", "--sut", recipe.toString(), "--tags", tags)
          : Commands.run(
              "run", "--sut", recipe.toString(), "--tags", tags, "--out", folder.toString());
    }
  }
}
