package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.wire.Bytes;
import org.ccican.wire.JsonDecoder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON as the strict decoder takes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonFuzzTest {

  private final Bounds bounds = Bounds.ofReader();

  Stream<byte[]> seeds() {
    return Stream.concat(
        Corpus.of(getClass()),
        Stream.of(Bytes.utf8("{\"a\": [1, -2.5e3, \"\\u0041\", true, null]}").toArray()));
  }

  @MethodSource("seeds")
  @FuzzTest
  void readsWhateverComes(byte[] octets) {
    bounds.hold(octets, any -> JsonDecoder.decode(Bytes.of(any), Checks.unbroken()));
  }
}
