package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an adapter says that its target can do, beside what the recipe says. */
class AdapterClaimsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // the recipe's | the adapter's | what is found
        "                       | `\"formats\":[\"psa\"]`            | ok     verifier.adapter:"
            + " claims {formats=[psa]}",
        "formats: [psa]         | `\"formats\":[\"psa\",\"cca\"]`  | ok     verifier.adapter:"
            + " claims",
        "formats: [psa, tdx]    | `\"formats\":[\"psa\"]`            | WRONG  claims.formats: the"
            + " recipe claims tdx",
        "cipher-suites: []      | `\"formats\":[\"psa\"]`            | ok     verifier.adapter:"
            + " claims",
        "freshness: [nonce]     | `\"freshness\":[]`                   | WRONG  claims.freshness:"
            + " the recipe claims nonce",
        "                       | `\"suites\":[\"esp256\"]`          | WRONG  verifier.adapter: the"
            + " adapter claims suites",
      })
  void isHeldAgainstTheRecipe(String recipe, String adapter, String found) throws IOException {
    write(recipe, adapter);

    Commands.Ended ended = Commands.run("doctor", "--sut", folder.resolve("sut.yaml").toString());

    assertThat(ended.out()).contains(found);
    assertThat(ended.out().contains("WRONG  claims") || ended.out().contains("adapter claims"))
        .isEqualTo(found.startsWith("WRONG"));
  }

  @ParameterizedTest
  @CsvSource({"psa, psacertified", "eat, application/eat"})
  void completesTheRecipe(String format, String mediaType) throws IOException {
    write("", "\"formats\":[\"" + format + "\"]");
    Commands.Ended ended =
        Commands.run(
            "run",
            "--sut",
            folder.resolve("sut.yaml").toString(),
            "--tags",
            "@id-CMW-01.1",
            "--out",
            folder.resolve("report").toString());

    assertThat(ended.out()).contains("result:");
    assertThat(Commands.report(folder.resolve("report")).path("target").path("claims").toString())
        .contains("formats: " + format);
    assertThat(Files.readString(folder.resolve("asked"))).contains(mediaType);
  }

  private void write(String recipe, String adapter) throws IOException {
    Files.writeString(
        folder.resolve("adapter.sh"),
        """
        while IFS= read -r q; do
          i=${q#*'"id":'}
          i=${i%%[,\\}]*}
          case $q in
            *'"op":"claims"'*) printf '{"id":%s,"outcome":"accepted","claims":{CLAIMS}}\\n' "$i" ;;
            *'"op":"run"'*) printf '%s\\n' "$q" >> asked
              printf '{"id":%s,"outcome":"accepted"}\\n' "$i" ;;
            *) printf '{"id":%s,"outcome":"accepted"}\\n' "$i" ;;
          esac
        done
        """
            .replace("CLAIMS", adapter));
    Files.writeString(
        folder.resolve("sut.yaml"),
        "verifier: {adapter: [sh, adapter.sh]}\n"
            + (recipe == null || recipe.isEmpty() ? "" : "claims: {" + recipe + "}\n"));
  }
}
