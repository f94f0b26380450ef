package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ccican.app.Serve;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles behind a program that is run for each call: its exit code is the answer. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandRolesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TAM                   | @role-tam and (@req-TEEP-08 or @req-PROV-03)",
        "MIDDLEWARE_REPOSITORY | @role-middleware-repository",
      })
  void passes(RoleId role, String tags) throws IOException {
    Map<String, TreeSet<String>> outcomes = judged(role, tags, Checks.unbroken());

    assertThat(outcomes.keySet()).as("%s", outcomes).isSubsetOf("passed", "inapplicable");
    assertThat(outcomes.get("passed")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TAM                   | @req-TEEP-01                | tam.message.signed",
        "MIDDLEWARE_REPOSITORY | @role-middleware-repository | repository.match.hardware",
      })
  void failsWhereItIsBroken(RoleId role, String tags, String fault) throws IOException {
    Checks broken = new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow());

    assertThat(judged(role, tags, broken))
        .containsKey("failed")
        .doesNotContainKeys("suite-error", "inconclusive");
  }

  /** A crash is no refusal, and no end is none either. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exit 3          | failed       | which is no refusal",
        "kill -SEGV $$   | failed       | ended by signal 11",
        "sleep 1000      | inconclusive | did not end in time",
        "yes             | failed       | wrote more than it may",
      })
  void aCrashIsNoRefusal(String script, String outcome, String words) throws IOException {
    Files.writeString(
        folder.resolve("sut.yaml"),
        "middleware-repository: {command: [sh, -c, '"
            + script
            + "'], timeouts: {response: 700ms}}\n");

    Commands.Ended ended = run("@role-middleware-repository");

    assertThat(ended.exit()).as(ended.out() + ended.err()).isIn(1, 6);
    assertThat(Commands.byOutcome(Commands.report(folder), "scenarios"))
        .containsKey(outcome)
        .doesNotContainKeys("passed", "suite-error");
    assertThat(Commands.report(folder).toString()).contains(words);
  }

  private Map<String, TreeSet<String>> judged(RoleId role, String tags, Checks checks)
      throws IOException {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "curl"))),
        "there is no curl on this machine");
    try (Serve serve = new Serve(List.of(role), 0, Bytes.of(0), InstantSource.system(), checks)) {
      Serve.Served served = serve.served().get(0);
      String url =
          role == RoleId.TAM
              ? served.url().substring(0, served.url().length() - "/teep".length())
              : served.url();
      Files.writeString(
          folder.resolve("call.sh"),
          """
          curl -s --fail-with-body -X "$2" -H "content-type: $3" -H "accept: $4" --data-binary @- "$1"
          code=$?
          [ $code != 22 ] || exit 1
          exit $code
          """);
      String recipe =
          role.id()
              + ":\n  command: [sh, call.sh, '"
              + url
              + "/{resource}', '{method}', '{media-type}', '{accept}']\n";
      if (role == RoleId.TAM) {
        Bytes spki = served.key().orElseThrow().publicKey().toSpki();
        Files.writeString(
            folder.resolve("key.pem"),
            "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(spki.toArray())
                + "\n-----END PUBLIC KEY-----\n");
        recipe += "  key: key.pem\n";
      }
      Files.writeString(folder.resolve("sut.yaml"), recipe);
      Commands.Ended ended = run(tags);
      assertThat(ended.exit()).as(ended.out() + ended.err()).isLessThan(2);
      return Commands.byOutcome(Commands.report(folder), "scenarios");
    }
  }

  private Commands.Ended run(String tags) {
    return Commands.judged(folder.resolve("sut.yaml"), tags, folder);
  }
}
