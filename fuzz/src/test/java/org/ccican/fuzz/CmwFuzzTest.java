package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.evidence.CmwReader;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrappers of conceptual messages in both encodings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CmwFuzzTest {

  private final Bounds bounds = Bounds.ofReader();

  Stream<byte[]> seeds() {
    return Stream.concat(
        Corpus.of(getClass()),
        Stream.<byte[]>of(
            Bytes.hex("a161618263612f6240").toArray(),
            Bytes.utf8("{\"a\": [\"a/b\", \"AA\", 4]}").toArray()));
  }

  @MethodSource("seeds")
  @FuzzTest
  void readsWhateverComes(byte[] octets) {
    bounds.hold(octets, any -> new CmwReader(Checks.unbroken()).readEither(Bytes.of(any)));
  }
}
