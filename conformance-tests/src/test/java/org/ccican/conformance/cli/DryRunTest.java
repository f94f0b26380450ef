package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not apply to a target is known before the target is asked. */
class DryRunTest {

  @TempDir Path folder;

  /** Nothing about a device is taken for granted: what was left out is named. */
  @ParameterizedTest
  @CsvSource({
    "vendor-id, TEEP-33.1 TEEP-66.1 SUIT-15.1 SUIT-15.2 ARCH-10.1, TEEP-33.1 TEEP-66.1",
    "encryption-key, TEEP-66.1 SUIT-15.1 SUIT-15.2, TEEP-66.1 SUIT-15.1 SUIT-15.2",
  })
  void namesWhatTheRecipeDoesNotSayOfADevice(String field, String ids, String left)
      throws IOException, CommandFailed {
    String tags =
        Stream.of(ids.split(" ")).map(id -> "@id-" + id).collect(Collectors.joining(" or "));
    try (ServedRecipe target =
        new ServedRecipe(
            folder,
            List.of(
                RoleId.TEEP_BROKER,
                RoleId.TEEP_AGENT,
                RoleId.PLATFORM,
                RoleId.ATTESTING_ENVIRONMENT),
            List.of(),
            List.of(),
            Checks.unbroken())) {
      Files.writeString(
          target.recipe(),
          Files.readString(target.recipe()).replaceAll("  " + field + ": .*\n", ""));

      assertThat(target.planned(tags))
          .containsEntry("run", new TreeSet<>(List.of(left.split(" "))));
    }
  }

  /** Whose key the evidence names is not asked where the recipe names one. */
  @Test
  void judgesADeviceByTheKeyOfItsRecipe() throws IOException, CommandFailed {
    try (ServedRecipe target =
        new ServedRecipe(
            folder,
            List.of(
                RoleId.TEEP_BROKER,
                RoleId.TEEP_AGENT,
                RoleId.PLATFORM,
                RoleId.ATTESTING_ENVIRONMENT),
            List.of(),
            List.of(),
            Checks.unbroken())) {
      target.run("@id-TEEP-66.1");
      assertThat(target.outcomes().get("passed")).contains("TEEP-66.1");

      Files.writeString(
          target.recipe(),
          Files.readString(target.recipe())
              .replace("  vendor-id:", "  key: teep-agent-encryption.pem\n  vendor-id:"));
      target.run("@id-TEEP-66.1");

      assertThat(target.outcomes().get("failed")).contains("TEEP-66.1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TAM | @role-tam and (@req-TEEP-33 or @req-TEEP-43 or @req-TEEP-164 or @req-PROV-03"
            + " or @req-TEEP-52 or @req-ATT-05 or @req-ARCH-12 or @req-SNP-01 or @req-PACK-50)",
        "VERIFIER | @role-verifier and (@req-ATT-08 or @req-TEEP-164 or @req-SGX-02 or"
            + " @req-CORIM-02 or @req-EAR-03 or @req-PSA-05)",
        "TEEP_BROKER TEEP_AGENT PLATFORM ATTESTING_ENVIRONMENT | @req-TEEP-120 or @req-TDOM-48 or"
            + " @req-PROV-09 or @req-SREP-38 or @req-TEA-05 or @req-TEA-15 or @req-TEA-20 or"
            + " @req-SUIT-04 or @req-TEEP-85 or @req-TEEP-86 or @req-TEEP-144 or @req-TEEP-199"
            + " or @req-TEEP-200 or @req-TOH-20 or @req-SNP-01 or @req-ATT-05",
      })
  void runHasTheCasesThatTheDryRunSays(String roles, String tags)
      throws IOException, CommandFailed {
    List<RoleId> served = Stream.of(roles.split(" ")).map(RoleId::valueOf).toList();
    try (ServedRecipe target =
        new ServedRecipe(folder, served, List.of(), List.of(), Checks.unbroken())) {
      Commands.Ended ended = target.run(tags);

      assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
      Map<String, TreeSet<String>> outcomes = target.outcomes();
      assertThat(outcomes).containsOnlyKeys("passed", "inapplicable");
      assertThat(target.planned(tags))
          .containsEntry("run", outcomes.get("passed"))
          .containsEntry("skip", outcomes.get("inapplicable"));
    }
  }
}
