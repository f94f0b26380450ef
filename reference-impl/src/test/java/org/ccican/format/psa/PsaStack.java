package org.ccican.format.psa;

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
import org.ccican.format.arm.EmulatedManufacturer;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Emulated PSA devices and who judges them. */
final class PsaStack {

  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Bytes AGENT = Bytes.utf8("an agent");
  static final Bytes NONCE = Crypto.sha512(Bytes.utf8("claims"));

  final Crypto crypto = new Crypto();
  final CheckCatalogue catalogue = CheckCatalogue.load();
  final EmulatedManufacturer maker = new EmulatedManufacturer("PSA", crypto);
  final PsaAppraiser appraiser = new PsaAppraiser(catalogue, crypto);

  static PsaOptions options(PsaVariant variant) {
    return new PsaOptions(variant, Bytes.utf8("seed"), FROM, Optional.empty());
  }

  LaunchedEnvironment launch(PsaOptions options) throws Rejected {
    return new PsaEmulator(options, maker, crypto).launch(AGENT);
  }

  /** What a relying party gives that knows the right device. */
  AppraisalInput input(PsaOptions options) throws Rejected {
    LaunchedEnvironment environment = launch(options);
    return new AppraisalInput(
        environment.evidence(NONCE),
        environment.endorsements(),
        List.of(),
        PsaEmulator.anchors(maker),
        FROM.plusSeconds(1),
        Optional.of(Set.of(environment.measurement())),
        Optional.of(NONCE),
        AppraisalPolicy.standard());
  }

  Appraisal appraise(AppraisalInput input) {
    return appraiser.appraise(input, Checks.unbroken());
  }
}
