package org.ccican.format.tdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.intel.EmulatedIntel;
import org.ccican.format.intel.PlatformOptions;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/** What software extends at run time. */
class RegistersTest {

  private static final Checks CHECKS = Checks.unbroken();
  private static final Bytes REPORT_DATA = Bytes.zero(64);

  private final Crypto crypto = new Crypto();
  private final TdxAppraiser appraiser = new TdxAppraiser(CheckCatalogue.load(), crypto);

  @Test
  void areExtendedWithEachEventInItsOrder() throws Rejected {
    LaunchedEnvironment td = launch();
    Bytes before = register(td);
    td.extend(Bytes.utf8("one"));
    td.extend(Bytes.utf8("two"));

    Bytes first = Crypto.sha384(Bytes.concat(before, Crypto.sha384(Bytes.utf8("one"))));
    assertThat(before.isZero()).isTrue();
    assertThat(register(td))
        .isEqualTo(Crypto.sha384(Bytes.concat(first, Crypto.sha384(Bytes.utf8("two")))));
    assertThat(appraiser.extended(td.registerLog().orElseThrow(), CHECKS))
        .containsExactly(Bytes.utf8("one"), Bytes.utf8("two"));
  }

  @Test
  void areThoseOfOneEnvironment() throws Rejected {
    LaunchedEnvironment one = launch();
    LaunchedEnvironment other = launch();
    one.extend(Bytes.utf8("one"));

    assertThat(register(other).isZero()).isTrue();
    assertThat(appraiser.extended(other.registerLog().orElseThrow(), CHECKS)).isEmpty();
  }

  private LaunchedEnvironment launch() throws Rejected {
    PlatformOptions options =
        new PlatformOptions(
            4, Bytes.utf8("seed"), Instant.parse("2026-01-01T00:00:00Z"), Optional.empty());
    return new TdxEmulator(options, new EmulatedIntel(crypto)).launch(Bytes.utf8("agent"));
  }

  private static Bytes register(LaunchedEnvironment td) throws Rejected {
    return TdxQuote.parse(td.evidence(REPORT_DATA), CHECKS).report().octets(TdField.RTMR3);
  }
}
