package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** TEEP messages of either revision: what is read is written and read again as the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeepMessageFuzzTest {

  private final Bounds bounds = Bounds.ofReader();

  /** One message of each type, with token and challenge where it can have them. */
  Stream<byte[]> seeds() {
    return Stream.concat(
        Corpus.of(getClass()),
        Stream.of(
                "8501a1144877777777777777778080" + "01",
                "8501a1134863636363636363638183821210" + "f6818003" + "07",
                "8202a11448777777777777777706",
                "8203a1144877777777777777770a",
                "8205a11448777777777777777c",
                "8306a1144877777777777777771804")
            .map(hex -> Bytes.hex(hex).toArray()));
  }

  @MethodSource("seeds")
  @FuzzTest
  void readsWhateverComes(byte[] octets) {
    for (WireRevision revision : WireRevision.ALL) {
      TeepCodec codec = new TeepCodec(revision, Checks.unbroken());
      bounds.hold(
          octets,
          any -> {
            Bytes written = codec.encode(codec.decode(Bytes.of(any)));
            if (!codec.encode(codec.decode(written)).equals(written)) {
              throw new AssertionError(written + " is another message when it is read");
            }
          });
    }
  }
}
