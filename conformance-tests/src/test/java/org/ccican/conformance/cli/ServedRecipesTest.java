package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One command serves a role and writes the recipe by which another one judges it. */
class ServedRecipesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MOC                   | TAM TEEP_BROKER | url      | @id-ARCH-17.1 or @req-PROV-01",
        "MOC                   | TAM TEEP_BROKER | trigger  | @id-ARCH-17.1 or @req-PROV-01",
        "MIDDLEWARE_REPOSITORY | ''              | url      | @role-middleware-repository",
        "VERIFIER              | ''              | url      | @id-SNP-01.2 or @id-EAR-03.1",
        "VERIFIER              | ''              | veraison | @id-SNP-01.2 or @id-EAR-03.1",
        "ATTESTING_ENVIRONMENT | ''              | url      | @role-attesting-environment",
      })
  void passes(RoleId role, String peers, String way, String tags)
      throws IOException, CommandFailed {
    List<RoleId> asked =
        Stream.of(peers.split(" ")).filter(id -> !id.isEmpty()).map(RoleId::valueOf).toList();
    try (ServedRecipe target =
        new ServedRecipe(folder, List.of(role), asked, List.of(way), Checks.unbroken())) {
      assertThat(Files.readString(target.recipe())).contains("  " + way + ": ");

      Commands.Ended ended = target.run(tags);

      assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
      assertThat(target.outcomes().keySet())
          .contains("passed")
          .isSubsetOf("passed", "inapplicable");
    }
  }

  /** A trigger that ends with 1 says no, and not why: that is not the reason that was asked for. */
  @Test
  void aRefusalWithoutAWordIsForNoReason() throws IOException {
    Path recipe =
        Files.writeString(
            folder.resolve("sut.yaml"), "moc: {trigger: {command: [sh, -c, 'exit 1']}}\n");

    Commands.Ended ended = Commands.judged(recipe, "@id-PROV-01.3 or @id-PROV-01.4", folder);

    assertThat(Commands.byOutcome(Commands.report(folder), "scenarios"))
        .as(ended.out())
        .containsOnlyKeys("failed", "inapplicable", "blocked")
        .satisfies(each -> assertThat(each.get("inapplicable")).containsExactly("PROV-01.3"));
  }

  @Test
  void saysThatThereIsNoWayToAPartOfADevice() {
    assertThatThrownBy(
            () ->
                new ServedRecipe(
                        folder, List.of(RoleId.TEEP_AGENT), List.of(), List.of(), Checks.unbroken())
                    .close())
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("--sut-out: there is no way to a teep-agent alone; serve");
  }
}
