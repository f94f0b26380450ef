package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence of format {@code cca}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CcaFuzzTest {

  private final EvidenceTarget target = new EvidenceTarget("cca");

  Stream<byte[]> seeds() {
    return Stream.concat(Corpus.of(getClass()), target.seeds());
  }

  @MethodSource("seeds")
  @FuzzTest
  void appraisesWhateverComes(byte[] octets) {
    target.appraise(octets);
  }
}
