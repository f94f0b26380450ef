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
import org.ccican.check.Checks;
import org.ccican.conformance.cli.HostileDevice.Behaviour;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A device that attacks the suite where it listens, in one scenario: that one has no verdict, and
 * each other keeps its own.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileDeviceTest {

  private static final List<RoleId> DEVICE =
      List.of(RoleId.TEEP_BROKER, RoleId.TEEP_AGENT, RoleId.PLATFORM, RoleId.ATTESTING_ENVIRONMENT);

  private static final String HOSTILE = "TEEP-33.1";

  private static Serve honest;

  @TempDir Path folder;

  @BeforeAll
  static void serve() throws IOException {
    honest = new Serve(DEVICE, 0, Bytes.of(7), InstantSource.system(), Checks.unbroken());
  }

  @AfterAll
  static void end() {
    honest.close();
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheOtherScenariosTheirVerdicts(Behaviour behaviour) throws IOException {
    String trigger = honest.served().get(0).trigger().orElseThrow();
    try (HostileDevice device = new HostileDevice(trigger, HOSTILE, behaviour)) {
      Commands.Ended ended = run(device.url());

      assertThat(device.begun()).isEqualTo(1);
      assertThat(device.sent()).isLessThan(HostileDevice.ENOUGH);
      JsonNode report = Commands.report(folder);
      Map<String, TreeSet<String>> outcomes = Commands.byOutcome(report, "scenarios");
      assertThat(outcomes.get("passed")).contains("PROV-06.1", "PROV-06.2");
      assertThat(outcomes).as(ended.out()).doesNotContainKeys("suite-error", "not-run");
      outcomes.remove("passed");
      outcomes.remove("inapplicable");
      assertThat(outcomes.values().stream().flatMap(TreeSet::stream)).contains(HOSTILE);
      assertThat(ended.exit()).as(ended.out()).isIn(1, 6);
    }
  }

  private Commands.Ended run(String trigger) throws IOException {
    Files.writeString(
        folder.resolve("sut.yaml"),
        DEVICE.stream()
            .map(
                role ->
                    role.id()
                        + ": {trigger: {url: '"
                        + trigger
                        + "'}, timeouts: {response: 3 s}"
                        + (role == RoleId.TEEP_AGENT ? ", " + ServedRecipe.device() : "")
                        + "}\n")
            .collect(Collectors.joining()));
    return Commands.judged(
        folder.resolve("sut.yaml"),
        "@role-teep-agent and (@req-PROV-06 or @id-" + HOSTILE + ")",
        folder);
  }
}
