package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy.NotEvaluated;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.appraisal.CheckOutcome.Status;
import org.ccican.format.sevsnp.SevSnpDials.Defect;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class SevSnpAppraiserTest {

  private final EmulatedStack stack = new EmulatedStack();

  @Test
  void orderNamesChecksOfTheTableOnceEach() {
    assertThat(SevSnpAppraiser.ORDER).doesNotHaveDuplicates();
    Set<String> elsewhere =
        Set.of(
            "sev-snp.request.report-data",
            "sev-snp.firmware.shape",
            "sev-snp.firmware.kernel-hashes",
            "cert.pem",
            "cert.anchors");
    assertThat(
            stack.catalogue.all().stream()
                .map(point -> point.name())
                .filter(name -> name.startsWith("sev-snp.") || name.startsWith("cert."))
                .filter(name -> !elsewhere.contains(name))
                .filter(name -> !name.startsWith("sev-snp.launch.")))
        .containsExactlyInAnyOrderElementsOf(SevSnpAppraiser.ORDER);
  }

  @Test
  void reportsEveryCheckAndReachesNoneThatRestsOnTrustAfterAFailure() throws Rejected {
    Appraisal appraisal = stack.appraise(stack.input(Defect.WRONG_ROOT));
    List<String> names = appraisal.outcomes().stream().map(CheckOutcome::check).toList();
    assertThat(names).isEqualTo(SevSnpAppraiser.ORDER);
    int failed = names.indexOf("cert.path.anchor");
    for (int i = 0; i < names.size(); i++) {
      Status status = appraisal.outcomes().get(i).status();
      if (i < failed) {
        assertThat(status).as(names.get(i)).isEqualTo(Status.PASSED);
      } else if (i > failed) {
        assertThat(status).as(names.get(i)).isEqualTo(Status.NOT_REACHED);
      }
    }
    assertThat(appraisal.outcomes().get(failed).spec()).hasToString("RFC 5280 §6.1.1");
  }

  @Test
  void makesEveryCheckOfTheLayoutWhateverFails() throws Rejected {
    Bytes evidence = stack.input(EmulatedStack.standard()).evidence();
    Bytes wrong =
        evidence
            .with(SevSnpField.VERSION.offset(), Bytes.of(9))
            .flip(SevSnpField.POLICY.offset() + 7, 7)
            .flip(SevSnpField.SIGNATURE_ALGO.offset(), 1);
    Appraisal appraisal = stack.appraise(stack.input(EmulatedStack.standard()).withEvidence(wrong));
    assertThat(
            appraisal.outcomes().stream()
                .filter(each -> each.status() == Status.FAILED)
                .map(CheckOutcome::check))
        .containsExactly(
            "sev-snp.report.version", "sev-snp.policy.reserved", "sev-snp.signature.algorithm");
  }

  @Test
  void refusesEveryOctetChangedInTheSignedPart() throws Rejected {
    AppraisalInput input = stack.input(EmulatedStack.standard());
    for (int at = 0; at < SevSnpField.SIGNATURE_R.offset(); at++) {
      Bytes changed = input.evidence().flip(at, at % 8);
      assertThat(stack.appraise(input.withEvidence(changed)).accepted())
          .as("octet " + at)
          .isFalse();
    }
  }

  @Test
  void refusesEveryOctetChangedInTheSignature() throws Rejected {
    AppraisalInput input = stack.input(EmulatedStack.standard());
    for (int at = SevSnpField.SIGNATURE_R.offset(); at < SevSnpReport.SIZE; at++) {
      Bytes changed = input.evidence().flip(at, at % 8);
      String check =
          stack.appraise(input.withEvidence(changed)).firstFailure().orElseThrow().check();
      assertThat(check).as("octet " + at).startsWith("sev-snp.signature.");
    }
  }

  @Test
  void neverThrowsAndNeverAcceptsDamagedInput() throws Rejected {
    // A list whose issuer is damaged is another root's, so that there is none for this one.
    AppraisalInput input =
        stack
            .input(EmulatedStack.standard())
            .withPolicy(
                SevSnpPolicyTest.policy(new NotEvaluated(false, Set.of("cert.crl.revoked"))));
    List<Bytes> endorsements = input.endorsements();
    Random random = new Random(7);
    int acceptedCount = 0;
    for (int i = 0; i < 1500; i++) {
      AppraisalInput damaged =
          switch (i % 4) {
            case 0 -> input.withEvidence(damage(input.evidence(), random));
            case 1 ->
                input.withEndorsements(
                    List.of(damage(endorsements.get(0), random), endorsements.get(1)));
            case 2 ->
                input.withEndorsements(
                    List.of(endorsements.get(0), damage(endorsements.get(1), random)));
            default -> input.withCrls(List.of(damage(input.crls().get(0), random)));
          };
      if (stack.appraise(damaged).accepted()) {
        acceptedCount++;
      }
    }
    assertThat(acceptedCount).isZero();
  }

  @Test
  void neverThrowsForArbitraryOctets() throws Rejected {
    AppraisalInput input = stack.input(EmulatedStack.standard());
    Random random = new Random(8);
    for (int i = 0; i < 500; i++) {
      byte[] octets = new byte[random.nextInt(2000)];
      random.nextBytes(octets);
      Bytes noise = Bytes.of(octets);
      assertThat(stack.appraise(input.withEvidence(noise)).accepted()).isFalse();
      assertThat(stack.appraise(input.withEndorsements(List.of(noise))).accepted()).isFalse();
      assertThat(stack.appraise(input.withCrls(List.of(noise))).accepted()).isFalse();
    }
  }

  @Test
  void showsWhatWasNotEvaluatedAndTheReason() throws Rejected {
    AppraisalInput full = stack.input(EmulatedStack.standard());
    AppraisalInput bare =
        new AppraisalInput(
            full.evidence(),
            full.endorsements(),
            List.of(),
            full.anchors(),
            full.at(),
            Optional.empty(),
            Optional.empty(),
            full.policy());
    Appraisal appraisal = stack.appraise(bare);
    assertThat(appraisal.accepted()).isTrue();
    assertThat(
            appraisal.outcomes().stream()
                .filter(each -> each.status() == Status.NOT_EVALUATED)
                .map(CheckOutcome::check))
        .contains("cert.crl.revoked", "sev-snp.measurement", "sev-snp.report-data");
    assertThat(appraisal.outcomes())
        .filteredOn(each -> each.status() == Status.NOT_EVALUATED)
        .noneMatch(each -> each.detail().isEmpty());
  }

  private static Bytes damage(Bytes octets, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> octets.slice(0, random.nextInt(octets.size()));
      case 1 -> octets.flip(random.nextInt(octets.size()), random.nextInt(8));
      default -> {
        List<Bytes> parts = new ArrayList<>();
        int at = random.nextInt(octets.size());
        parts.add(octets.slice(0, at));
        parts.add(Bytes.of(random.nextInt()));
        parts.add(octets.slice(at, octets.size()));
        yield Bytes.concat(parts);
      }
    };
  }
}
