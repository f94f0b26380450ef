package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** The log behind the registers of a TD. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CcEventLogFuzzTest {

  private final EvidenceTarget target = new EvidenceTarget("tdx");

  Stream<byte[]> seeds() {
    return Stream.concat(Corpus.of(getClass()), Stream.of(target.eventLog().toArray()));
  }

  @MethodSource("seeds")
  @FuzzTest
  void replaysWhateverComes(byte[] octets) {
    target.replay(octets);
  }
}
