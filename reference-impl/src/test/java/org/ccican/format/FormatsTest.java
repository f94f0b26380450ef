package org.ccican.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class FormatsTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

  /** What only shows where there are reference values or a log. */
  private static final Set<String> NEEDS_MORE = Set.of("wrong-measurement", "wrong-register");

  private final Formats formats = new Formats(new Crypto());

  @Test
  void everyFormatHasAnAppraiserAndAnEmulatorThatAgree() throws Rejected {
    for (String id : formats.ids()) {
      assertThat(appraise(id, Optional.empty()).accepted()).as(id).isTrue();
      assertThat(formats.appraiser(id).orElseThrow().format().id()).isEqualTo(id);
      assertThat(formats.defects(id)).isNotEmpty();
      for (String defect : formats.defects(id)) {
        if (!NEEDS_MORE.contains(defect)) {
          assertThat(appraise(id, Optional.of(defect)).accepted()).as(defect).isFalse();
        }
      }
    }
  }

  @Test
  void knowsNoOtherFormatAndNoOtherDefect() {
    Formats.Machine machine =
        new Formats.Machine(Bytes.utf8("seed"), FROM, Optional.empty(), Optional.empty());
    assertThat(formats.appraiser("nitro")).isEmpty();
    assertThat(formats.emulator("nitro", machine)).isEmpty();
    assertThat(formats.emulatedAnchors("nitro")).isEmpty();
    assertThat(formats.defects("nitro")).isEmpty();
    assertThat(
            formats.emulator(
                "sev-snp",
                new Formats.Machine(
                    Bytes.utf8("seed"), FROM, Optional.empty(), Optional.of("no-such-defect"))))
        .isEmpty();
  }

  private Appraisal appraise(String id, Optional<String> defect) throws Rejected {
    Formats.Machine machine =
        new Formats.Machine(Bytes.utf8("seed"), FROM, Optional.empty(), defect);
    LaunchedEnvironment guest =
        formats.emulator(id, machine).orElseThrow().launch(Bytes.utf8("agent"));
    Bytes reportData = Crypto.sha512(Bytes.utf8("claims"));
    return formats
        .appraiser(id)
        .orElseThrow()
        .appraise(
            new AppraisalInput(
                guest.evidence(reportData),
                guest.endorsements(),
                List.of(),
                formats.emulatedAnchors(id).orElseThrow(),
                FROM.plusSeconds(1),
                Optional.empty(),
                Optional.of(reportData),
                AppraisalPolicy.standard()),
            Checks.unbroken());
  }
}
