package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.ear.EarReader;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** Attestation Results as their reader takes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarFuzzTest {

  private final Bounds bounds = Bounds.ofReader();

  Stream<byte[]> seeds() {
    return Stream.concat(
        Corpus.of(getClass()),
        Stream.<byte[]>of(
            Bytes.hex(
                    "a4190109781d7461673a696574662e6f72672c323032363a726174732f65617223303306011903"
                        + "eaa200616401616219010aa16178a11903e800")
                .toArray()));
  }

  @MethodSource("seeds")
  @FuzzTest
  void readsWhateverComes(byte[] octets) {
    bounds.hold(octets, any -> new EarReader(Checks.unbroken()).read(Bytes.of(any)));
  }
}
