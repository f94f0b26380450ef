package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes before any command and before any change of the storage. */
class KilledUpdateTest {

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Map<String, Bytes> first;
  private String old;
  private String next;
  private int moments;

  @BeforeEach
  void installsTheFirstVersion() {
    LossySuitStorage storage = new LossySuitStorage(Map.of(), Integer.MAX_VALUE, 0);
    assertThat(KilledUpdate.update(storage, 1, now -> {})).isTrue();
    storage.sync();
    first = storage.afterPowerLoss();
    old = KilledUpdate.describe(open(first));
    LossySuitStorage second = open(first);
    assertThat(KilledUpdate.update(second, 2, now -> moments = now + 1)).isTrue();
    next = KilledUpdate.describe(second);
    assertThat(old).contains("a of version 1").contains("c of version 1").contains("shared");
    assertThat(next).doesNotContain("version 1").contains("b of version 2");
  }

  @Test
  void hasAllComponentsOldOrAllNew() {
    assertThat(moments).isGreaterThan(40);
    Set<String> seen = new TreeSet<>();
    for (int moment = 0; moment <= moments; moment++) {
      seen.add(KilledUpdate.describe(open(killed(moment, moment))));
    }
    assertThat(seen).containsExactlyInAnyOrder(old, next);
  }

  @Test
  void takesTheManifestAgainAfterwards() {
    for (int moment = 0; moment <= moments; moment += 4) {
      LossySuitStorage again = open(killed(moment, moment));
      assertThat(KilledUpdate.update(again, 2, now -> {})).isTrue();
      assertThat(KilledUpdate.describe(again)).isEqualTo(next);
      assertThat(KilledUpdate.uninstall(again)).isTrue();
      assertThat(new DurableSuitStore(again).state().components()).isEmpty();
      assertThat(new DurableSuitStore(again).state().references()).isEmpty();
      assertThat(KilledUpdate.update(again, 1, now -> {})).as("rollback").isFalse();
    }
  }

  @Test
  void survivesInAFolderToo(@TempDir Path folder) {
    assertThat(KilledUpdate.update(new FileSuitStorage(folder), 1, now -> {})).isTrue();
    for (int moment = 3; moment < moments; moment += 10) {
      int last = moment;
      try {
        KilledUpdate.update(
            new FileSuitStorage(folder),
            2,
            now -> {
              if (now == last) {
                throw new Killed();
              }
            });
      } catch (Killed killed) {
        // as it was meant to be
      }
      assertThat(KilledUpdate.describe(new FileSuitStorage(folder))).isIn(old, next);
    }
    assertThat(KilledUpdate.update(new FileSuitStorage(folder), 2, now -> {})).isTrue();
    assertThat(KilledUpdate.describe(new FileSuitStorage(folder))).isEqualTo(next);
  }

  /** The storage after an update that did not get past a moment. */
  private Map<String, Bytes> killed(int moment, long seed) {
    LossySuitStorage storage = new LossySuitStorage(first, Integer.MAX_VALUE, seed);
    try {
      KilledUpdate.update(
          storage,
          2,
          now -> {
            if (now == moment) {
              throw new Killed();
            }
          });
    } catch (Killed killed) {
      // as it was meant to be
    }
    return storage.afterPowerLoss();
  }

  private static LossySuitStorage open(Map<String, Bytes> files) {
    return new LossySuitStorage(files, Integer.MAX_VALUE, 0);
  }
}
