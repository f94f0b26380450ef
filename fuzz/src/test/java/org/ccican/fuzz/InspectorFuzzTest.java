package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.ccican.inspect.Inspector;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file is, it is shown or of no known kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectorFuzzTest {

  private final Bounds bounds = Bounds.ofReader();
  private final Inspector inspector = new Inspector();

  Stream<byte[]> seeds() {
    return Stream.concat(
        Corpus.of(getClass()),
        Stream.concat(
            new EvidenceTarget("tdx").seeds().limit(2),
            new EvidenceTarget("sev-snp").endorsements()));
  }

  @MethodSource("seeds")
  @FuzzTest
  void showsWhateverComes(byte[] octets) {
    bounds.hold(octets, any -> inspector.inspect(Bytes.of(any)));
  }
}
