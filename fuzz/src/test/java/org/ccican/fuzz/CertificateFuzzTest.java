package org.ccican.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.trust.VendorCertificate;
import org.ccican.trust.VendorCrl;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates and revocation lists, as vendors give them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateFuzzTest {

  private final Bounds bounds = Bounds.ofReader();
  private final EvidenceTarget target = new EvidenceTarget("sev-snp");

  Stream<byte[]> seeds() {
    return Stream.concat(Corpus.of(getClass()), target.endorsements());
  }

  @MethodSource("seeds")
  @FuzzTest
  void readsWhateverComes(byte[] octets) {
    bounds.hold(octets, any -> VendorCertificate.parse(Bytes.of(any), Checks.unbroken()));
    bounds.hold(octets, any -> VendorCrl.parse(Bytes.of(any)));
  }
}
