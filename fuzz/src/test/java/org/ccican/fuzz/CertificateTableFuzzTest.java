package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** The certificate table that a host is said to have handed out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateTableFuzzTest {

  private final EvidenceTarget target = new EvidenceTarget("sev-snp");

  Stream<byte[]> seeds() {
    return Stream.concat(Corpus.of(getClass()), target.endorsements("certificate-table"));
  }

  @MethodSource("seeds")
  @FuzzTest
  void appraisesWhateverComes(byte[] octets) {
    target.endorse(octets);
  }
}
