package org.ccican.suit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableSuitStoreTest {

  private static final SuitComponentId A = SuitComponentId.of("a");
  private static final SuitComponentId B = SuitComponentId.of("b", "c");
  private static final SuitComponentId MANIFEST = SuitComponentId.of("m");

  @Test
  void keepsEverythingInAFolder(@TempDir Path folder) {
    new DurableSuitStore(new FileSuitStorage(folder)).commit(state("old", 1));
    new DurableSuitStore(new FileSuitStorage(folder)).commit(state("new", 2));

    SuitStore again = new DurableSuitStore(new FileSuitStorage(folder));
    assertThat(again.state()).isEqualTo(state("new", 2));
    assertThat(again.components()).hasSize(2);
    assertThat(again.highestSequence(A)).contains(2L);
    assertThat(new FileSuitStorage(folder).names()).hasSize(4);
  }

  @Test
  void isOldOrNewAfterALossOfPowerAtAnyMoment() {
    SuitState old = state("old", 1);
    SuitState next = state("new", 2);
    LossySuitStorage before = new LossySuitStorage(Map.of(), Integer.MAX_VALUE, 0);
    new DurableSuitStore(before).commit(old);
    before.sync();
    Map<String, Bytes> files = before.afterPowerLoss();
    LossySuitStorage whole = new LossySuitStorage(files, Integer.MAX_VALUE, 0);
    new DurableSuitStore(whole).commit(next);
    assertThat(whole.steps()).isGreaterThan(6);

    Set<SuitState> seen = new HashSet<>();
    for (int life = 0; life <= whole.steps(); life++) {
      for (long seed = 0; seed < 40; seed++) {
        seen.add(afterLoss(files, next, life, seed));
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(old, next);
  }

  @Test
  void losesNothingThatWasCommittedBefore() {
    LossySuitStorage storage = new LossySuitStorage(Map.of(), Integer.MAX_VALUE, 3);
    new DurableSuitStore(storage).commit(state("new", 7));

    assertThat(open(storage.afterPowerLoss()).state()).isEqualTo(state("new", 7));
  }

  @Test
  void saysSoWhenTheStorageBreaksItsWord() {
    LossySuitStorage storage = new LossySuitStorage(Map.of(), Integer.MAX_VALUE, 0);
    new DurableSuitStore(storage).commit(state("new", 7));
    storage.write(Crypto.sha256(Bytes.utf8("new a")).toHex(), Bytes.utf8("other"));

    assertThatThrownBy(() -> new DurableSuitStore(storage))
        .isInstanceOf(IllegalStateException.class);
    storage.write("index", Bytes.of(0x81, 1));
    assertThatThrownBy(() -> new DurableSuitStore(storage))
        .isInstanceOf(IllegalStateException.class);
  }

  private static SuitState afterLoss(
      Map<String, Bytes> files, SuitState next, int life, long seed) {
    LossySuitStorage storage = new LossySuitStorage(files, life, seed);
    try {
      new DurableSuitStore(storage).commit(next);
    } catch (LossySuitStorage.PowerLost lost) {
      // as it was meant to be
    }
    return open(storage.afterPowerLoss()).state();
  }

  private static SuitStore open(Map<String, Bytes> files) {
    return new DurableSuitStore(new LossySuitStorage(files, Integer.MAX_VALUE, 0));
  }

  private static SuitState state(String content, long sequence) {
    return new SuitState(
        List.of(
            component(A, content + " a", sequence, Optional.of(MANIFEST)),
            component(B, content + " b", sequence, Optional.empty())),
        Map.of(
            MANIFEST,
            new StoredManifest(
                MANIFEST, Bytes.utf8(content + " envelope"), true, Optional.of(MANIFEST))),
        Map.of(A, Set.of(MANIFEST, B), MANIFEST, Set.of(MANIFEST)),
        Map.of(A, sequence));
  }

  private static InstalledComponent component(
      SuitComponentId id, String payload, long sequence, Optional<SuitComponentId> manifest) {
    return new InstalledComponent(id, Bytes.utf8(payload), Bytes.zero(32), sequence, manifest);
  }
}
