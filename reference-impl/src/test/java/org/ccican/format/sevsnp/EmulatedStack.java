package org.ccican.format.sevsnp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.sevsnp.SevSnpDials.Defect;
import org.ccican.reject.Rejected;
import org.ccican.trust.EmulatedVendor;
import org.ccican.wire.Bytes;

/** Emulator and appraiser side by side, with everything a relying party would know beforehand. */
final class EmulatedStack {

  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant AT = FROM.plus(Duration.ofDays(30));
  static final Bytes SEED = Bytes.utf8("machine 1");
  static final Bytes AGENT = Bytes.utf8("an agent of more than nothing");
  static final Bytes REPORT_DATA = Crypto.sha512(Bytes.utf8("claims"));

  final Crypto crypto = new Crypto();
  final CheckCatalogue catalogue = CheckCatalogue.load();
  final EmulatedVendor vendor = new EmulatedVendor();
  final EmulatedAmd amd = new EmulatedAmd(vendor);
  final SevSnpAppraiser appraiser = new SevSnpAppraiser(catalogue, crypto);

  SevSnpEmulator emulator(SevSnpOptions options) {
    return new SevSnpEmulator(options, amd, crypto);
  }

  static SevSnpOptions standard() {
    return SevSnpOptions.standard(SEED, FROM);
  }

  /** What a relying party has before it, of a machine with one defect. */
  AppraisalInput input(Defect defect) throws Rejected {
    return input(standard().with(SevSnpDials.only(defect)));
  }

  AppraisalInput input(SevSnpOptions options) throws Rejected {
    LaunchedEnvironment guest = emulator(options).launch(AGENT);
    return new AppraisalInput(
        guest.evidence(REPORT_DATA),
        guest.endorsements(),
        List.of(list(options.product())),
        amd.anchors(SevSnpProduct.values()),
        AT,
        Optional.of(Set.of(guest.measurement())),
        Optional.of(REPORT_DATA),
        AppraisalPolicy.standard());
  }

  /** A current revocation list without entries. */
  Bytes list(SevSnpProduct product) {
    return amd.revocations(product, FROM, Duration.ofDays(365), false, false);
  }

  Appraisal appraise(AppraisalInput input) {
    return appraise(input, Checks.unbroken());
  }

  Appraisal appraise(AppraisalInput input, Checks checks) {
    return appraiser.appraise(input, checks);
  }
}
