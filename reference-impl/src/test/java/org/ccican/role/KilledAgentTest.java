package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.ChildProcess;
import org.ccican.reject.Rejected;
import org.ccican.suit.InstalledComponent;
import org.ccican.suit.SuitComponentId;
import org.ccican.teep.TeepMessage;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole Agent is halted half-way through an Update, started again, and given it again. */
class KilledAgentTest {

  @Test
  void takesItsUpdateAgainAfterItWasHalted(@TempDir Path root) throws Exception {
    Path counted = installed(root.resolve("counted"));
    int[] moments = {0};
    assertThat(KilledAgent.update(counted, 2, now -> moments[0] = now + 1))
        .isInstanceOf(TeepMessage.Success.class);
    assertThat(moments[0]).isGreaterThan(10);

    Set<String> seen = new TreeSet<>();
    for (int part = 0; part < 5; part++) {
      Path folder = installed(root.resolve("halted " + part));
      String moment = String.valueOf(part * (moments[0] - 1) / 4);
      assertThat(ChildProcess.run(KilledAgent.class, folder.toString(), "2", moment))
          .isEqualTo(KilledAgent.HALTED);

      int middleware = version(folder, SuitComponentId.of("middleware"));
      int application = version(folder, TargetingEnvironment.TRUSTED_APPLICATION);
      seen.add(middleware + "/" + application);
      assertThat(KilledAgent.update(folder, 2, now -> {})).isInstanceOf(TeepMessage.Success.class);
      assertThat(version(folder, SuitComponentId.of("middleware"))).isEqualTo(2);
      assertThat(version(folder, TargetingEnvironment.TRUSTED_APPLICATION)).isEqualTo(2);
      assertThat(KilledAgent.update(folder, 1, now -> {})).isInstanceOf(TeepMessage.Error.class);
    }
    // One Update is all or nothing: both are old, or both are new.
    assertThat(seen).contains("1/1").isSubsetOf("1/1", "2/2");
  }

  private static Path installed(Path folder) throws Rejected {
    assertThat(KilledAgent.update(folder, 1, now -> {})).isInstanceOf(TeepMessage.Success.class);
    return folder;
  }

  /** The version that a component is, all of it. */
  private static int version(Path folder, SuitComponentId id) {
    Bytes payload =
        KilledAgent.store(folder).find(id).map(InstalledComponent::payload).orElseThrow();
    for (int version = 1; version <= 2; version++) {
      if (payload.equals(KilledAgent.middlewarePayload(version))
          || payload.equals(KilledAgent.applicationPayload(version))) {
        return version;
      }
    }
    throw new AssertionError(id + " is neither old nor new");
  }
}
