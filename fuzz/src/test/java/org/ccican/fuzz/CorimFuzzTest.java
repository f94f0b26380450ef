package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.corim.CorimBuilder;
import org.ccican.corim.CorimReader;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** Manifests of reference values as their reader takes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorimFuzzTest {

  private final Bounds bounds = Bounds.ofReader();

  Stream<byte[]> seeds() {
    return Stream.concat(
        Corpus.of(getClass()),
        Stream.<byte[]>of(new CorimBuilder("a").launch("sgx", Bytes.zero(32)).encode().toArray()));
  }

  @MethodSource("seeds")
  @FuzzTest
  void readsWhateverComes(byte[] octets) {
    bounds.hold(octets, any -> new CorimReader(Checks.unbroken()).read(Bytes.of(any)));
  }
}
