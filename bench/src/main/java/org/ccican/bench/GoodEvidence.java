package org.ccican.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.cose.Crypto;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.Formats;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Evidence of an emulated machine of one format, and all that its appraisal needs. */
record GoodEvidence(Appraiser appraiser, AppraisalInput input) {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  GoodEvidence(String format) {
    this(new Formats(new Crypto()), format);
  }

  private GoodEvidence(Formats formats, String format) {
    this(formats.appraiser(format).orElseThrow(), input(formats, format));
  }

  private static AppraisalInput input(Formats formats, String format) {
    Formats.Machine machine =
        new Formats.Machine(
            Bytes.utf8("measured machine"),
            NOW.minusSeconds(1L << 20),
            Optional.empty(),
            Optional.empty());
    Bytes reportData = Bytes.utf8("what the evidence is asked for").padRight(64);
    try {
      LaunchedEnvironment launched =
          formats.emulator(format, machine).orElseThrow().launch(Bytes.utf8("an agent"));
      return new AppraisalInput(
          launched.evidence(reportData),
          launched.endorsements(),
          List.of(),
          formats.emulatedAnchors(format).orElseThrow(),
          NOW,
          Optional.of(Set.of(launched.measurement())),
          Optional.of(reportData),
          launched.registerLog(),
          AppraisalPolicy.standard());
    } catch (Rejected e) {
      throw new IllegalStateException("the emulator signs nothing", e);
    }
  }
}
