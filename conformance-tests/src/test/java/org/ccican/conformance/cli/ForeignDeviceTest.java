package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.ccican.app.Serve;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A device elsewhere that begins at a trigger: its Broker calls, and the suite is the TAM. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignDeviceTest {

  private static final List<RoleId> DEVICE =
      List.of(RoleId.TEEP_BROKER, RoleId.TEEP_AGENT, RoleId.PLATFORM, RoleId.ATTESTING_ENVIRONMENT);

  /** Messages, manifests, a whole session with a TAM, and what comes of it. */
  private static final String FEW =
      "@id-ARCH-10.1 or @req-PROV-06 or @req-TEEP-33 or @req-SUIT-15 or @req-TOH-01";

  @TempDir Path folder;

  @Test
  void agentPassesAtAUrl() throws IOException {
    Map<String, TreeSet<String>> outcomes = judged(Checks.unbroken(), FEW, false);

    assertThat(outcomes.keySet()).containsExactlyInAnyOrder("passed", "inapplicable");
    assertThat(outcomes.get("passed")).contains("ARCH-10.1", "PROV-06.1").hasSizeGreaterThan(8);
  }

  @Test
  void agentPassesAtACommand() throws IOException {
    assertThat(judged(Checks.unbroken(), "@id-ARCH-10.1 or @req-TEEP-33", true).keySet())
        .containsExactly("passed");
  }

  @Test
  void brokerPassesAtAUrlAndFailsWhereItIsBroken() throws IOException {
    String tags = "@role-teep-broker and (@req-TOH-02 or @req-TOH-03 or @req-TOH-04)";
    assertThat(judgedAs(Checks.unbroken(), tags, false)).containsOnlyKeys("passed");

    Checks broken =
        new BrokenChecks(CheckCatalogue.load().find("broker.http.media-type").orElseThrow());
    assertThat(judgedAs(broken, tags, false)).containsKey("failed");
  }

  @ParameterizedTest
  @CsvSource({
    "agent.success.token, @id-TEEP-111.1",
    "agent.message.signed, @id-TEEP-04.1",
    "agent.error.sent, @req-TEEP-30",
  })
  void failsWhereItIsBroken(String fault, String tags) throws IOException {
    Checks broken = new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow());

    Map<String, TreeSet<String>> outcomes = judged(broken, tags, false);

    assertThat(outcomes).containsKey("failed").doesNotContainKeys("suite-error", "inconclusive");
  }

  /** None of them is a device: nothing passes, nothing is refused, and the run ends. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exit 0                                     | blocked",
        "exit 1                                     | blocked",
        "echo no such device >&2; exit 3            | blocked",
        "kill -SEGV $$                              | blocked",
        "sleep 1000                                 | inconclusive",
        "while :; do echo aaaaaaaaaaaaaaaaaaa; done | blocked",
      })
  void takesWhatIsNoDeviceForNoRefusal(String script, String outcome) throws IOException {
    Files.writeString(
        folder.resolve("sut.yaml"),
        recipe("{command: [sh, -c, '" + script + "']}, timeouts: {response: 700ms}"));

    Commands.Ended ended = run("@id-TEEP-33.1");

    assertThat(ended.exit()).as(ended.out()).isEqualTo(6);
    assertThat(outcomes().keySet()).contains(outcome).isSubsetOf("blocked", "inconclusive");
  }

  @Test
  void saysThatThereIsNoSuchCommand() throws IOException {
    Files.writeString(folder.resolve("sut.yaml"), recipe("{command: [./nothing]}"));

    Commands.Ended ended = run("@id-TEEP-33.1");

    assertThat(ended.exit()).as(ended.out()).isNotZero();
    assertThat(outcomes()).doesNotContainKeys("passed", "failed");
    assertThat(Commands.report(folder).toString()).contains("nothing cannot be started");
  }

  private Map<String, TreeSet<String>> judged(Checks checks, String tags, boolean command)
      throws IOException {
    return judgedAs(checks, "@role-teep-agent and (" + tags + ")", command);
  }

  private Map<String, TreeSet<String>> judgedAs(Checks checks, String tags, boolean command)
      throws IOException {
    try (Serve serve = new Serve(DEVICE, 0, Bytes.of(0), InstantSource.system(), checks)) {
      String trigger = serve.served().get(0).trigger().orElseThrow();
      Files.writeString(
          folder.resolve("sut.yaml"),
          recipe(
              command
                  ? "{command: [sh, trigger.sh, '" + base(trigger) + "']}"
                  : "{url: '" + trigger + "'}"));
      Files.writeString(
          folder.resolve("trigger.sh"),
          """
          encoded=$(printf %s "$CCICAN_TAM_URI" | sed 's/%/%25/g; s/:/%3A/g; s,/,%2F,g')
          exec curl -sf -X POST \\
            "$1/$CCICAN_AGENT/$CCICAN_APPLICATION_TYPE/$CCICAN_HARDWARE_TYPE/$encoded"
          """);
      Commands.Ended ended = run(tags);
      assertThat(ended.exit()).as(ended.out() + ended.err()).isLessThan(2);
      return outcomes();
    }
  }

  private static String base(String trigger) {
    return trigger.substring(0, trigger.indexOf("/{case}"));
  }

  private static String recipe(String trigger) {
    return DEVICE.stream()
        .map(
            role ->
                "%s: {trigger: %s%s}%n"
                    .formatted(
                        role.id(),
                        trigger,
                        role == RoleId.TEEP_AGENT ? ", " + ServedRecipe.device() : ""))
        .collect(Collectors.joining());
  }

  private Commands.Ended run(String tags) {
    return Commands.judged(folder.resolve("sut.yaml"), tags, folder);
  }

  private Map<String, TreeSet<String>> outcomes() throws IOException {
    JsonNode report = Commands.report(folder);
    return Commands.byOutcome(report, "scenarios");
  }
}
