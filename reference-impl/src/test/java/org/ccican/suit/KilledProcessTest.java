package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ccican.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is halted in the middle of an update; what it leaves in its folder is whole. */
class KilledProcessTest {

  private static final int HALTED = 9;
  private static final String NEVER = "100000";

  @Test
  void leavesAllOldOrAllNew(@TempDir Path root) throws Exception {
    Path reference = root.resolve("reference");
    assertThat(KilledUpdate.update(new FileSuitStorage(reference), 1, now -> {})).isTrue();
    String old = KilledUpdate.describe(new FileSuitStorage(reference));
    int[] moments = {0};
    assertThat(KilledUpdate.update(new FileSuitStorage(reference), 2, now -> moments[0] = now + 1))
        .isTrue();
    String next = KilledUpdate.describe(new FileSuitStorage(reference));

    for (int part = 1; part <= 6; part++) {
      Path folder = root.resolve("killed " + part);
      assertThat(KilledUpdate.update(new FileSuitStorage(folder), 1, now -> {})).isTrue();
      String moment = String.valueOf(part * moments[0] / 7);

      assertThat(ChildProcess.run(KilledUpdate.class, folder.toString(), "2", moment))
          .isEqualTo(HALTED);
      assertThat(KilledUpdate.describe(new FileSuitStorage(folder))).isIn(old, next);
      assertThat(ChildProcess.run(KilledUpdate.class, folder.toString(), "2", NEVER)).isZero();
      assertThat(KilledUpdate.describe(new FileSuitStorage(folder))).isEqualTo(next);
    }
  }
}
