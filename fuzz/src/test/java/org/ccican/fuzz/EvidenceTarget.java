package org.ccican.fuzz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.Formats;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Evidence of one format, as its appraiser takes it. */
final class EvidenceTarget {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Bytes REPORT_DATA = Bytes.utf8("what evidence is asked for").padRight(64);

  private final Bounds bounds;
  private final Appraiser appraiser;
  private final AppraisalInput good;
  private final Formats formats;
  private final List<Bytes> seeds = new ArrayList<>();

  /** The emulated hardware of a format gives the seeds: all that it signs, right and wrong. */
  EvidenceTarget(String format) {
    this.formats = new Formats(new Crypto());
    this.appraiser = formats.appraiser(format).orElseThrow();
    for (String variant : formats.variants(format)) {
      seeds.add(evidence(formats, format, Optional.of(variant), Optional.empty()));
    }
    for (String defect : formats.defects(format)) {
      seeds.add(evidence(formats, format, Optional.empty(), Optional.of(defect)));
    }
    LaunchedEnvironment usual = launch(formats, format, Optional.empty(), Optional.empty());
    this.good =
        new AppraisalInput(
            seeds.get(0),
            usual.endorsements(),
            List.of(),
            formats.emulatedAnchors(format).orElseThrow(),
            NOW,
            Optional.of(Set.of(usual.measurement())),
            Optional.of(REPORT_DATA.slice(0, Math.min(64, appraiser.reportDataSize()))),
            usual.registerLog(),
            AppraisalPolicy.standard());
    appraiser
        .appraise(good, Checks.unbroken())
        .firstFailure()
        .ifPresent(
            failure -> {
              throw new IllegalStateException("good evidence is refused: " + failure);
            });
    this.bounds =
        Bounds.beyond(seeds.get(0).toArray(), any -> appraiser.appraise(good, Checks.unbroken()));
  }

  Stream<byte[]> seeds() {
    return seeds.stream().map(Bytes::toArray);
  }

  Bytes eventLog() {
    return good.eventLog().orElseThrow();
  }

  /** What the vendor says of the emulated machine. */
  Stream<byte[]> endorsements() {
    return good.endorsements().stream().map(Bytes::toArray);
  }

  /** The same of another kind of the format's machines. */
  Stream<byte[]> endorsements(String variant) {
    String format = appraiser.format().id();
    return launch(formats, format, Optional.of(variant), Optional.empty()).endorsements().stream()
        .map(Bytes::toArray);
  }

  Bytes lastEndorsement() {
    return good.endorsements().get(good.endorsements().size() - 1);
  }

  /** Whatever the evidence is, every check has an outcome. */
  void appraise(byte[] octets) {
    conclude(octets, good.withEvidence(Bytes.of(octets)));
  }

  /** The same of what the vendor is said to have published. */
  void endorse(byte[] octets) {
    List<Bytes> others = new ArrayList<>(good.endorsements());
    others.set(others.size() - 1, Bytes.of(octets));
    conclude(octets, good.withEndorsements(others));
  }

  /** The same of the log behind the registers. */
  void replay(byte[] octets) {
    conclude(octets, good.withEventLog(Bytes.of(octets)));
  }

  private void conclude(byte[] octets, AppraisalInput input) {
    bounds.hold(
        octets,
        any -> {
          int outcomes = appraiser.appraise(input, Checks.unbroken()).outcomes().size();
          if (outcomes != appraiser.checks().size()) {
            throw new AssertionError(outcomes + " outcomes of " + appraiser.checks().size());
          }
        });
  }

  private static Bytes evidence(
      Formats formats, String format, Optional<String> variant, Optional<String> defect) {
    try {
      return launch(formats, format, variant, defect).evidence(REPORT_DATA);
    } catch (Rejected e) {
      throw new IllegalStateException(format + " signs nothing", e);
    }
  }

  private static LaunchedEnvironment launch(
      Formats formats, String format, Optional<String> variant, Optional<String> defect) {
    Formats.Machine machine =
        new Formats.Machine(
            Bytes.utf8("fuzzed machine"), NOW.minusSeconds(1L << 20), variant, defect);
    AttestingEnvironment hardware = formats.emulator(format, machine).orElseThrow();
    try {
      return hardware.launch(Bytes.utf8("an agent"));
    } catch (Rejected e) {
      throw new IllegalStateException(format + " launches nothing", e);
    }
  }
}
