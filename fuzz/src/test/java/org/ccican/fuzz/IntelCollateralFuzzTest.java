package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** What Intel is said to have published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntelCollateralFuzzTest {

  private final EvidenceTarget target = new EvidenceTarget("tdx");

  Stream<byte[]> seeds() {
    return Stream.concat(Corpus.of(getClass()), Stream.of(target.lastEndorsement().toArray()));
  }

  @MethodSource("seeds")
  @FuzzTest
  void appraisesWhateverComes(byte[] octets) {
    target.endorse(octets);
  }
}
