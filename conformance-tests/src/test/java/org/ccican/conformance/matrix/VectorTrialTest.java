package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Fault;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.junit.jupiter.api.Test;

/** Vectors notice what they name. */
class VectorTrialTest {

  private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();
  private static final Crypto CRYPTO = new Crypto();
  private static final VectorTrial VECTORS = VectorTrial.load(new Formats(CRYPTO), CRYPTO);

  /**
   * Vectors that a second rule refuses as well and for the same reason; others tell that theirs is
   * broken.
   */
  private static final Set<String> SECOND_LINE =
      Set.of(
          "vector:cca.envelope.detached-bundle",
          "vector:cmw.form.broken-text",
          "vector:eat.bundle.in-bundle",
          "vector:eat.container.cwt-tag-alone",
          "vector:psa.envelope.cwt-tag",
          "vector:psa.envelope.detached-bundle",
          "vector:sev-snp.product.certificate-of-genoa-v2",
          "vector:sgx.signer.is-a-pck",
          "vector:suit.manifest.no-common",
          "vector:suit.sealed.flipped",
          "vector:tdx.signer.is-a-pck",
          "vector:tdx.tcb-info.of-sgx");

  @Test
  void unbrokenReferenceJudgesEachAsItSays() {
    assertThat(VECTORS.notPassed()).isEmpty();
    assertThat(VECTORS.size()).isGreaterThan(1000);
  }

  /** Disabling a check makes a vector fail, and that vector names the check. */
  @Test
  void everyCheckThatAVectorNamesIsMissedByOne() {
    List<String> survived = new ArrayList<>();
    Set<String> idle = new TreeSet<>(VECTORS.aimedAtFaults(CATALOGUE));
    for (CheckPoint point : CATALOGUE.all()) {
      if (point.kind() != CheckPoint.Kind.STRUCTURAL && !VECTORS.naming(point.name()).isEmpty()) {
        VectorTrial.Result result = VECTORS.tried(Fault.written(point));
        result.killers().forEach(idle::remove);
        if (result.killers().isEmpty() || !result.reached()) {
          survived.add(point.name());
        }
      }
    }
    Set<String> equivalent = Survivals.load().equivalents().keySet();
    survived.removeAll(equivalent);
    assertThat(survived).isEmpty();
    equivalent.forEach(check -> idle.removeAll(VECTORS.naming(check)));
    assertThat(idle).isEqualTo(new TreeSet<>(SECOND_LINE));
  }
}
