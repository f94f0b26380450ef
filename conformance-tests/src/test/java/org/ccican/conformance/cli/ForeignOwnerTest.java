package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An Application Owner elsewhere, which asks our M/OC, our Verifier and our middleware. */
class ForeignOwnerTest {

  private static final List<RoleId> PEERS =
      List.of(RoleId.MOC, RoleId.VERIFIER, RoleId.TEEP_BROKER);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url     | @role-application-owner and not @format-sgx",
        "trigger | @role-application-owner and (@req-PROV-01 or @req-ATT-10 or @req-ATT-11 or"
            + " @req-SEC-03 or @req-PACK-01)",
      })
  void passes(String way, String tags) throws IOException, CommandFailed {
    Map<String, TreeSet<String>> outcomes = judged(way, tags, Checks.unbroken());

    assertThat(outcomes.keySet()).isSubsetOf("passed", "inapplicable");
    assertThat(outcomes.get("passed")).contains("PROV-01.1", "ATT-10.1", "ATT-11.1");
  }

  @ParameterizedTest
  @CsvSource({
    "owner.secret.after-appraisal, @req-ATT-10",
    "owner.nonce.fresh, @req-ATT-03",
    "owner.application.attested, @id-ATT-11.1",
    "owner.packaging.confined, @id-PACK-60.1",
  })
  void failsWhereItIsBroken(String fault, String tags) throws IOException, CommandFailed {
    Checks broken = new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow());

    assertThat(judged("url", tags, broken))
        .containsKey("failed")
        .doesNotContainKeys("suite-error", "inconclusive");
  }

  /** None of them is an owner: nothing passes, nothing is refused, and the run ends. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exit 0                          | failed",
        "echo no such owner >&2; exit 3  | failed",
        "sleep 1000                      | inconclusive",
      })
  void takesWhatIsNoOwnerForNoRefusal(String script, String outcome) throws IOException {
    Files.writeString(folder.resolve("some.bin"), "octets of an application");
    Files.writeString(
        folder.resolve("sut.yaml"),
        "listen: 127.0.0.1:%d%napplication-owner: {trigger: {command: [sh, -c, '%s']},"
                .formatted(ServedRecipe.free(), script)
            + " application: some.bin, data: some.bin, timeouts: {response: 100 ms}}");

    Commands.run(
        "run",
        "--quiet",
        "--tags",
        "@id-ATT-10.1 or @id-ATT-11.1",
        "--sut",
        folder.resolve("sut.yaml").toString(),
        "--out",
        folder.toString());

    assertThat(Commands.byOutcome(Commands.report(folder), "scenarios")).containsOnlyKeys(outcome);
  }

  @Test
  void asksForThePackagesOfANetworkUser() throws IOException, CommandFailed {
    try (ServedRecipe target = target("url", Checks.unbroken())) {
      String recipe = Files.readString(target.recipe());
      Files.writeString(target.recipe(), recipe.replaceAll(" +user-application: .*\n", ""));

      assertThat(target.planned("@id-PACK-01.1 or @id-PROV-01.1"))
          .isEqualTo(
              Map.of(
                  "run", new TreeSet<>(List.of("PROV-01.1")),
                  "skip", new TreeSet<>(List.of("PACK-01.1"))));
    }
  }

  private Map<String, TreeSet<String>> judged(String way, String tags, Checks checks)
      throws IOException, CommandFailed {
    try (ServedRecipe target = target(way, checks)) {
      Commands.Ended ended = target.run(tags);
      assertThat(ended.exit()).as(ended.out() + ended.err()).isLessThan(2);
      return target.outcomes();
    }
  }

  private ServedRecipe target(String way, Checks checks) throws IOException, CommandFailed {
    return new ServedRecipe(folder, List.of(RoleId.APPLICATION_OWNER), PEERS, List.of(way), checks);
  }
}
