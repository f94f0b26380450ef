package org.ccican.format.sevsnp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.sevsnp.SevSnpDials.Defect;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificateTemplate;
import org.ccican.wire.Bytes;

/**
 * An emulated secure processor: it launches guests, measures what it loads, and signs reports of
 * AMD's layout with a chip key that the emulated AMD certifies. It protects nothing.
 */
public final class SevSnpEmulator implements AttestingEnvironment {

  private final SevSnpOptions options;
  private final EmulatedAmd amd;
  private final EmulatedChip chip;
  private final SigningKey key;

  public SevSnpEmulator(SevSnpOptions options, EmulatedAmd amd, Crypto crypto) {
    this.options = options;
    this.amd = amd;
    this.chip = EmulatedChip.of(options.product(), options.seed());
    this.key = SigningKey.fromSeed(CoseAlgorithm.ES384, chip.keySeed(), crypto);
  }

  @Override
  public EvidenceFormat format() {
    return SevSnpReport.FORMAT;
  }

  @Override
  public LaunchedEnvironment launch(Bytes agentImage) throws Rejected {
    EmulatedMemory memory = EmulatedMemory.load(agentImage, chip.processorSignature());
    return new EmulatedGuest(memory, options, chip, key, this::endorsements);
  }

  private List<Bytes> endorsements() {
    SevSnpDials dials = options.dials();
    Bytes authority =
        dials.has(Defect.WRONG_ROOT)
            ? amd.authorityOfOtherRoot(options.product())
            : amd.authority(options.product());
    Bytes certificate = amd.chip(certificate());
    return switch (dials.defect().orElse(Defect.WRONG_REPORT_DATA)) {
      case ENDORSEMENT_MISSING -> List.of();
      case AUTHORITY_MISSING -> List.of(certificate);
      case CHAIN_SWAPPED -> List.of(authority, certificate);
      default -> List.of(certificate, authority);
    };
  }

  private CertificateTemplate certificate() {
    SevSnpTcb tcb = chip.tcb();
    if (options.dials().has(Defect.TCB_ABOVE_ENDORSEMENT)) {
      tcb = EmulatedChip.older(tcb);
    }
    return amd.chipTemplate(
        options.product(), tcb, chip.id(), key.publicKey().toSpki(), endorsedFrom());
  }

  private Instant endorsedFrom() {
    Map<Defect, Duration> shifts =
        Map.of(
            Defect.VCEK_EXPIRED, Duration.ofDays(-8 * 365),
            Defect.VCEK_NOT_YET_VALID, Duration.ofDays(20 * 365));
    Duration shift =
        options
            .dials()
            .defect()
            .map(defect -> shifts.getOrDefault(defect, Duration.ZERO))
            .orElse(Duration.ZERO);
    return options.endorsedFrom().plus(shift);
  }
}
