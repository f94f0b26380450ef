package org.ccican.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.corim.CorimMatch;
import org.ccican.corim.CorimReader;
import org.ccican.corim.CorimSelection;
import org.ccican.evidence.EventLog;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorimReferencesTest {

  private static final Checks CHECKS = Checks.unbroken();
  private static final Bytes DIGEST = Bytes.hex("5a".repeat(32));
  private static final String NAMED = "a2 01 6a 63636963616e2e6f7267 02 63 736778";
  private static final String LAUNCH = "00 66 6c61756e6368";
  private static final String DIGESTS = "02 81 82 01 5820" + "5a".repeat(32);

  /** Environment and measurement of a reference triple, in hexadecimal; sgx is the format. */
  @ParameterizedTest
  @CsvSource({
    "a1 00 %N, a2 %L 01 a1 %D, true",
    "a1 00 %N, a1 01 a1 %D, true",
    "a1 00 %N, a2 %L 01 a1 02 81 82 67 7368612d323536 5820%V, true",
    "a1 00 %N, a2 %L 01 a1 04 d90230 5820%V, true",
    // of another algorithm, element, class or vendor, or of an instance
    "a1 00 %N, a2 %L 01 a1 02 81 82 0a 5820%V, false",
    "a1 00 %N, a2 00 61 61 01 a1 %D, false",
    "a1 00 a1 02 63 746478, a2 %L 01 a1 %D, false",
    "a1 00 a2 01 61 61 02 63 736778, a2 %L 01 a1 %D, false",
    "a2 00 %N 01 d90226 47 02020202020202, a2 %L 01 a1 %D, false",
    // with a security version, which evidence does not state; under a mask, which does not name one
    "a1 00 %N, a2 %L 01 a2 01 01 %D, false",
    "a1 00 %N, a2 %L 01 a1 04 d90233 82 5820%V 5820%V, false",
    // the class alone, by its model
    "a1 00 a1 02 63 736778, a2 %L 01 a1 %D, true"
  })
  void takesLaunchMeasurementsThatSatisfyTheWholeTriple(
      String environment, String measurement, boolean acceptable) throws Rejected {
    assertThat(references("82 " + environment + " 81 " + measurement).measurements())
        .isEqualTo(acceptable ? Set.of(DIGEST) : Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "a1 04 d90233 82 5820%V 5820%M, 5a, true",
    "a1 04 d90233 82 5820%V 5820%M, 5b, true",
    "a1 04 d90233 82 5820%V 5820%M, da, false",
    "a1 04 d90230 5820%V, 5a, true",
    "a1 04 d90230 5820%V, 5b, false",
    "a1 %D, 5a, true"
  })
  void comparesLaunchMeasurementsUnderAMask(String values, String last, boolean matches)
      throws Rejected {
    String mask = "ff".repeat(31) + "f0";
    CorimReferences known = references("82 a1 00 %N 81 a2 %L 01 " + values.replace("%M", mask));

    assertThat(known.isLaunch(Bytes.hex("5a".repeat(31) + last))).isEqualTo(matches);
    assertThat(new CorimReferences(known.tags(), "tdx", known.match()).isLaunch(DIGEST)).isFalse();
  }

  @Test
  void knowsWhatIsInstalledTogether() throws Rejected {
    String components = "a1 00 a2 01 6a 63636963616e2e6f7267 02 6a 636f6d706f6e656e7473";
    String both = "82 a2 00 61 61 01 a1 %D a2 00 61 62 01 a1 %D";
    CorimReferences known = references("82 " + components + " " + both);
    EventLog.Event one = new EventLog.Event("a", DIGEST, Bytes.EMPTY);
    EventLog.Event other = new EventLog.Event("b", DIGEST, Bytes.EMPTY);
    EventLog.Event third = new EventLog.Event("c", DIGEST, Bytes.EMPTY);

    assertThat(known.isKnown(one, List.of(one))).isFalse();
    assertThat(known.isKnown(one, List.of(one, other))).isTrue();
    assertThat(known.isKnown(third, List.of(one, other, third))).isFalse();
    assertThat(known.measurements()).isEmpty();
  }

  private static CorimReferences references(String triple) throws Rejected {
    String hex =
        triple
            .replace("%N", NAMED)
            .replace("%L", LAUNCH)
            .replace("%D", DIGESTS)
            .replace("%V", "5a".repeat(32))
            .replace(" ", "");
    Bytes comid = Bytes.concat(Bytes.hex("a201a1006163"), Bytes.hex("04a10081"), Bytes.hex(hex));
    Cbor tags = Cbor.array(Cbor.tag(506, Cbor.octets(comid)));
    Cbor corim = Cbor.tag(501, Cbor.map().put(0, Cbor.text("m")).put(1, tags).build());
    CorimSelection selection = new CorimSelection(List.of(), false, () -> Instant.EPOCH, CHECKS);
    selection.addAuthentic(new CorimReader(CHECKS).read(corim.encode()));
    return new CorimReferences(selection.active(), "sgx", new CorimMatch(CHECKS));
  }
}
