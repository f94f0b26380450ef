package org.ccican.format.intel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.sgx.SgxAppraiser;
import org.ccican.format.sgx.SgxEmulator;
import org.ccican.format.tdx.TdxAppraiser;
import org.ccican.format.tdx.TdxEmulator;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Emulators and appraisers side by side, with everything a relying party would know beforehand. */
public final class EmulatedIntelStack {

  public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant AT = FROM.plus(Duration.ofDays(30));
  public static final Bytes AGENT = Bytes.utf8("an agent of more than nothing");
  public static final Bytes REPORT_DATA = Crypto.sha512(Bytes.utf8("claims"));

  public final Crypto crypto = new Crypto();
  public final CheckCatalogue catalogue = CheckCatalogue.load();
  public final EmulatedIntel intel = new EmulatedIntel(crypto);
  private final SgxAppraiser sgx = new SgxAppraiser(catalogue, crypto);
  private final TdxAppraiser tdx = new TdxAppraiser(catalogue, crypto);

  public static PlatformOptions options(int version) {
    return new PlatformOptions(version, Bytes.utf8("machine 1"), FROM, Optional.empty());
  }

  public Appraiser appraiser(long teeType) {
    return teeType == QuoteLayout.TDX ? tdx : sgx;
  }

  public AttestingEnvironment emulator(long teeType, PlatformOptions options) {
    return teeType == QuoteLayout.TDX
        ? new TdxEmulator(options, intel)
        : new SgxEmulator(options, intel);
  }

  /** What a relying party has before it, of a machine with or without a defect. */
  public AppraisalInput input(long teeType, PlatformOptions options) throws Rejected {
    LaunchedEnvironment guest = emulator(teeType, options).launch(AGENT);
    AppraisalInput input =
        new AppraisalInput(
            guest.evidence(REPORT_DATA),
            guest.endorsements(),
            List.of(),
            intel.anchors(),
            AT,
            Optional.of(Set.of(guest.measurement())),
            Optional.of(REPORT_DATA),
            AppraisalPolicy.standard());
    return guest.registerLog().map(input::withEventLog).orElse(input);
  }

  public Appraisal appraise(long teeType, AppraisalInput input) {
    return appraiser(teeType).appraise(input, Checks.unbroken());
  }
}
