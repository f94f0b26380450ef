package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.ccican.app.Serve;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles of the reference behind a program that speaks JSON Lines, in a process of its own. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProgramRolesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tam                   | @role-tam and (@req-TEEP-08 or @req-TOH-05 or @req-PROV-03)",
        "moc                   | @role-moc",
        "middleware-repository | @role-middleware-repository",
        "teep-broker           | @role-teep-broker",
        "application-owner     | @role-application-owner and not @format-sgx",
        "middleware            | @role-middleware",
        "teep-agent            | @role-teep-agent and (@id-ARCH-10.1 or @req-PROV-06 or"
            + " @req-TEEP-33 or @req-SUIT-15)",
      })
  void passes(String role, String tags) throws IOException {
    Map<String, TreeSet<String>> outcomes = judged(role, "", tags);

    assertThat(outcomes.keySet()).as("%s", outcomes).isSubsetOf("passed", "inapplicable");
    assertThat(outcomes.get("passed")).isNotEmpty();
  }

  /**
   * Whatever it does, nothing passes and nothing is refused; the run ends, and names the target.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exit 3                                       | failed       | exit code 3",
        "sleep 1000                                   | inconclusive | did not answer within",
        "echo garbage                                 | failed       | gave no answer",
        "exec head -c 99999999 /dev/zero              | failed       | a line of more than",
        "while :; do echo x; done                     | failed       | gave no answer",
        "echo out of order >&2; kill -SEGV $$         | failed       | out of order",
      })
  void aBadAdapterHarmsNobody(String instead, String outcome, String words) throws IOException {
    Files.writeString(
        folder.resolve("bad.sh"),
        """
        while IFS= read -r q; do
          i=${q#*'"id":'}
          i=${i%%[,\\}]*}
          case $q in
            *'"op":"run"'*) eval "$1" ;;
            *) printf '{"id":%s,"outcome":"accepted"}\\n' "$i" ;;
          esac
        done
        """);
    Files.writeString(
        folder.resolve("sut.yaml"),
        "middleware-repository:\n  adapter: [sh, bad.sh, '"
            + instead
            + "']\n  timeouts: {response: 700ms}\n");
    Commands.Ended ended =
        Commands.judged(
            folder.resolve("sut.yaml"), "@role-middleware-repository or @id-MOC-01.1", folder);

    assertThat(ended.exit()).as(ended.out() + ended.err()).isIn(1, 6);
    Map<String, TreeSet<String>> outcomes =
        Commands.byOutcome(Commands.report(folder), "scenarios");
    assertThat(outcomes).containsKey(outcome).doesNotContainKeys("passed", "suite-error");
    assertThat(Commands.report(folder).toString()).contains(words);
  }

  private Map<String, TreeSet<String>> judged(String role, String fault, String tags)
      throws IOException {
    String recipe = role + ":\n  adapter: [" + program() + ", " + role + fault + "]\n";
    if (role.equals("tam")) {
      key();
      recipe += "  key: key.pem\n";
    }
    if (role.equals("teep-agent")) {
      recipe += "  " + ServedRecipe.device().replace(", ", "\n  ") + "\n";
    }
    if (role.equals("application-owner")) {
      facts();
      recipe += "  application: application.bin\n  data: data.bin\n";
    }
    Files.writeString(folder.resolve("sut.yaml"), recipe);
    Commands.Ended ended = Commands.judged(folder.resolve("sut.yaml"), tags, folder);
    assertThat(ended.exit()).as(ended.out() + ended.err()).isLessThan(2);
    return Commands.byOutcome(Commands.report(folder), "scenarios");
  }

  /** The class path is too long for a recipe: it is in a file of arguments. */
  private String program() throws IOException {
    Files.writeString(
        folder.resolve("words"), "-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
    return "\""
        + Path.of(System.getProperty("java.home"), "bin", "java")
        + "\", \"-XX:TieredStopAtLevel=1\", \"@"
        + folder.resolve("words")
        + "\", "
        + ReferenceAdapter.class.getName();
  }

  /** What the owner of the seed brings. */
  private void facts() throws IOException {
    try (Serve serve =
        new Serve(
            List.of(RoleId.APPLICATION_OWNER),
            0,
            Bytes.of(0),
            InstantSource.system(),
            Checks.unbroken())) {
      Files.write(folder.resolve("application.bin"), serve.plan().application().toArray());
      Files.write(folder.resolve("data.bin"), serve.plan().data().toArray());
    }
  }

  private void key() throws IOException {
    try (Serve serve =
        new Serve(List.of(RoleId.TAM), 0, Bytes.of(0), InstantSource.system(), Checks.unbroken())) {
      Bytes spki = serve.served().get(0).key().orElseThrow().publicKey().toSpki();
      Files.writeString(
          folder.resolve("key.pem"),
          "-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(spki.toArray())
              + "\n-----END PUBLIC KEY-----\n");
    }
  }
}
