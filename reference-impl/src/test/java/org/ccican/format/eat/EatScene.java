package org.ccican.format.eat;

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
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** An emulated entity, and somebody who appraises its tokens. */
final class EatScene {

  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Bytes SEED = Bytes.utf8("entity 1");
  static final Bytes AGENT = Bytes.utf8("agent");
  static final Bytes NONCE = Crypto.sha512(Bytes.utf8("claims"));

  private final Crypto crypto = new Crypto();
  private final EmulatedEatVendor vendor = new EmulatedEatVendor(crypto);
  private final EatAppraiser appraiser = new EatAppraiser(CheckCatalogue.load(), crypto);

  Crypto crypto() {
    return crypto;
  }

  EmulatedEatVendor vendor() {
    return vendor;
  }

  EatAppraiser appraiser() {
    return appraiser;
  }

  EatEmulator emulator(String variant, Optional<EatDefect> defect) {
    return new EatEmulator(new EatOptions(variant, SEED, FROM, defect), vendor);
  }

  LaunchedEnvironment launch(String variant, Optional<EatDefect> defect) throws Rejected {
    return emulator(variant, defect).launch(AGENT);
  }

  AppraisalInput input(String variant, Optional<EatDefect> defect) throws Rejected {
    LaunchedEnvironment entity = launch(variant, defect);
    return input(entity.evidence(NONCE)).withMeasurements(Set.of(entity.measurement()));
  }

  /** An appraisal without reference values. */
  AppraisalInput input(Bytes evidence) {
    return new AppraisalInput(
        evidence,
        List.of(),
        List.of(),
        vendor.anchors(),
        FROM.plusSeconds(1),
        Optional.empty(),
        Optional.of(NONCE),
        AppraisalPolicy.standard());
  }

  Appraisal appraise(AppraisalInput input) {
    return appraise(input, Checks.unbroken());
  }

  Appraisal appraise(AppraisalInput input, Checks checks) {
    return appraiser.appraise(input, checks);
  }
}
