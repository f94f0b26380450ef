package org.ccican.format.sevsnp;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.format.sevsnp.SevSnpDials.Defect;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** A guest of the emulated processor, and what the processor reports of it. */
final class EmulatedGuest implements LaunchedEnvironment {

  private static final Bytes ORDER =
      Bytes.hex(
          "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973");

  /** Bit 17, SMT allowed, and firmware of at least ABI 0.31. */
  static final long POLICY = 0x3001f;

  /** SMT, ECC and a completed alias check. */
  private static final long PLATFORM_INFO = 0x25;

  private static final SevSnpTcb.Part MICROCODE = SevSnpTcb.Part.MICROCODE;

  private final EmulatedMemory memory;
  private final SevSnpOptions options;
  private final EmulatedChip chip;
  private final SigningKey key;
  private final Optional<SevSnpIdentity> identity;
  private final Supplier<List<Bytes>> endorsements;

  EmulatedGuest(
      EmulatedMemory memory,
      SevSnpOptions options,
      EmulatedChip chip,
      SigningKey key,
      Optional<SevSnpIdentity> identity,
      Supplier<List<Bytes>> endorsements) {
    this.memory = memory;
    this.options = options;
    this.chip = chip;
    this.key = key;
    this.identity = identity;
    this.endorsements = endorsements;
  }

  @Override
  public Bytes measurement() {
    return memory.measurement();
  }

  @Override
  public Bytes agentImage() {
    return memory.agentImage();
  }

  @Override
  public List<Bytes> endorsements() {
    return endorsements.get();
  }

  @Override
  public Bytes evidence(Bytes reportData) throws Rejected {
    if (reportData.size() != SevSnpField.REPORT_DATA.size()) {
      throw new Rejected(
          Reason.MALFORMED,
          "sev-snp.request.report-data",
          "64 octets expected, found " + reportData.size());
    }
    Bytes octets = spoilSignature(sign(spoilContent(report(reportData)))).write();
    if (options.dials().has(Defect.TRUNCATED)) {
      return octets.slice(0, octets.size() - 1);
    }
    return options.dials().has(Defect.TRAILING_OCTET) ? Bytes.concat(octets, Bytes.of(0)) : octets;
  }

  private SevSnpReport report(Bytes reportData) {
    SevSnpReport report =
        SevSnpReport.blank()
            .with(SevSnpField.VERSION, options.version())
            .with(SevSnpField.POLICY, POLICY)
            .with(SevSnpField.SIGNATURE_ALGO, 1)
            .with(SevSnpField.CURRENT_TCB, chip.tcb().octets())
            .with(SevSnpField.PLATFORM_INFO, PLATFORM_INFO)
            .with(SevSnpField.REPORT_DATA, reportData)
            .with(SevSnpField.MEASUREMENT, memory.measurement())
            .with(SevSnpField.REPORT_ID, reportId())
            .with(SevSnpField.REPORT_ID_MA, Bytes.hex("ff".repeat(32)))
            .with(SevSnpField.REPORTED_TCB, chip.tcb().octets())
            .with(SevSnpField.KEY_INFO, options.signer().ordinal() << 2)
            .with(SevSnpField.CHIP_ID, shownChip())
            .with(SevSnpField.COMMITTED_TCB, chip.tcb().octets())
            .with(SevSnpField.CURRENT_BUILD, 29)
            .with(SevSnpField.CURRENT_MINOR, 55)
            .with(SevSnpField.CURRENT_MAJOR, 1)
            .with(SevSnpField.COMMITTED_BUILD, 29)
            .with(SevSnpField.COMMITTED_MINOR, 55)
            .with(SevSnpField.COMMITTED_MAJOR, 1)
            .with(SevSnpField.LAUNCH_TCB, chip.tcb().octets());
    if (identity.isPresent()) {
      report = identified(report, identity.orElseThrow());
    }
    if (options.version() >= 3) {
      report =
          report
              .with(SevSnpField.CPUID_FAM_ID, chip.family())
              .with(SevSnpField.CPUID_MOD_ID, chip.model())
              .with(SevSnpField.CPUID_STEP, chip.stepping());
    }
    return options.version() >= 5
        ? report
            .with(SevSnpField.LAUNCH_MIT_VECTOR, 0x3f)
            .with(SevSnpField.CURRENT_MIT_VECTOR, 0x3f)
        : report;
  }

  private static SevSnpReport identified(SevSnpReport report, SevSnpIdentity identity) {
    SevSnpReport named =
        report
            .with(SevSnpField.FAMILY_ID, identity.block().familyId())
            .with(SevSnpField.IMAGE_ID, identity.block().imageId())
            .with(SevSnpField.GUEST_SVN, identity.block().guestSvn())
            .with(SevSnpField.ID_KEY_DIGEST, identity.idKeyDigest());
    return identity
        .authorKeyDigest()
        .map(digest -> named.with(SevSnpField.AUTHOR_KEY_DIGEST, digest))
        .map(all -> flip(all, SevSnpField.KEY_INFO, 0))
        .orElse(named);
  }

  /** Zero where the key that signs is of no chip. */
  private Bytes shownChip() {
    Bytes id = options.signer() == SevSnpReport.SigningKeyKind.VLEK ? Bytes.EMPTY : chip.id();
    return id.padRight(SevSnpField.CHIP_ID.size());
  }

  private Bytes reportId() {
    return Crypto.sha256(
        Bytes.concat(Bytes.utf8("emulated guest"), options.seed(), memory.measurement()));
  }

  private SevSnpReport sign(SevSnpReport report) {
    Bytes signature = key.sign(report.signedPart());
    int half = SevSnpField.SIGNATURE_R.size();
    Bytes s = signature.slice(half, 2 * half);
    return report
        .withBigEndian(SevSnpField.SIGNATURE_R, signature.slice(0, half))
        .withBigEndian(
            SevSnpField.SIGNATURE_S, options.manner() == SevSnpManner.HIGH_S ? high(s) : s);
  }

  /** The higher of a signature's two values of S, which add up to the order of the curve. */
  private static Bytes high(Bytes s) {
    BigInteger value = new BigInteger(1, s.toArray());
    BigInteger other = new BigInteger(1, ORDER.toArray()).subtract(value);
    byte[] octets = value.max(other).toByteArray();
    int from = Math.max(0, octets.length - s.size());
    Bytes digits = Bytes.of(octets).slice(from, octets.length);
    return Bytes.concat(Bytes.zero(s.size() - digits.size()), digits);
  }

  /** Defects that the processor signs. */
  private SevSnpReport spoilContent(SevSnpReport right) {
    SevSnpTcb older = EmulatedChip.older(chip.tcb());
    return switch (options.dials().defect().orElse(Defect.TRUNCATED)) {
      case UNKNOWN_VERSION -> right.with(SevSnpField.VERSION, 6);
      case RESERVED_FIELD -> flip(right, SevSnpField.RESERVED_208, 0);
      case POLICY_BIT_17_CLEAR -> flip(right, SevSnpField.POLICY, 17);
      case POLICY_RESERVED_BIT -> flip(right, SevSnpField.POLICY, 26);
      case KEY_INFO_RESERVED_BIT -> flip(right, SevSnpField.KEY_INFO, 5);
      case AUTHOR_KEY_ABSENT ->
          flip(
              right,
              identity.isPresent() ? SevSnpField.KEY_INFO : SevSnpField.AUTHOR_KEY_DIGEST,
              0);
      case FAMILY_WITHOUT_ID_BLOCK -> flip(right, SevSnpField.FAMILY_ID, 0);
      case AUTHOR_WITHOUT_ID_BLOCK ->
          flip(flip(right, SevSnpField.AUTHOR_KEY_DIGEST, 0), SevSnpField.KEY_INFO, 0);
      case SIGNATURE_ALGORITHM -> right.with(SevSnpField.SIGNATURE_ALGO, 2);
      case SIGNING_KEY_NONE -> signedWith(right, 7);
      case SIGNING_KEY_VLEK -> signedWith(right, 1);
      case SIGNING_KEY_VCEK -> signedWith(right, 0);
      case WRONG_PRODUCT -> otherProcessor(right);
      case UNKNOWN_CHIP -> flip(right, SevSnpField.CHIP_ID, 0);
      case TCB_RESERVED -> flip(right, SevSnpField.LAUNCH_TCB, 8 * 5);
      case TCB_BELOW_ENDORSEMENT -> right.with(SevSnpField.REPORTED_TCB, older.octets());
      case TCB_REPORTED_ABOVE_CURRENT ->
          right
              .with(SevSnpField.CURRENT_TCB, older.octets())
              .with(SevSnpField.COMMITTED_TCB, older.octets())
              .with(SevSnpField.LAUNCH_TCB, older.octets());
      case TCB_COMMITTED_ABOVE_CURRENT ->
          right.with(SevSnpField.COMMITTED_TCB, newer(chip.tcb()).octets());
      case TCB_LAUNCH_ABOVE_CURRENT ->
          right.with(SevSnpField.LAUNCH_TCB, newer(chip.tcb()).octets());
      case TCB_PARTS_MIXED ->
          right.with(
              SevSnpField.COMMITTED_TCB,
              shifted(shifted(chip.tcb(), SevSnpTcb.Part.BOOT_LOADER, 1), MICROCODE, -1).octets());
      case TCB_LOW_BITS ->
          right.with(SevSnpField.REPORTED_TCB, shifted(chip.tcb(), MICROCODE, -128).octets());
      case SMT_NOT_ALLOWED -> flip(right, SevSnpField.POLICY, 16);
      case DEBUG_POLICY -> flip(right, SevSnpField.POLICY, 19);
      case MIGRATION_POLICY -> flip(right, SevSnpField.POLICY, 18);
      case ABI_TOO_NEW -> right.with(SevSnpField.POLICY, 0x30200);
      case HOST_REQUESTED -> right.with(SevSnpField.VMPL, SevSnpReport.HOST_REQUESTED);
      case WRONG_VMPL -> right.with(SevSnpField.VMPL, 1);
      case WRONG_MEASUREMENT -> flip(right, SevSnpField.MEASUREMENT, 0);
      case WRONG_REPORT_DATA -> flip(right, SevSnpField.REPORT_DATA, 511);
      default -> right;
    };
  }

  /** Defects of the signature itself. */
  private SevSnpReport spoilSignature(SevSnpReport right) {
    return switch (options.dials().defect().orElse(Defect.TRUNCATED)) {
      case SIGNATURE_PADDING -> flip(right, SevSnpField.RESERVED_318, 0);
      case R_ZERO -> right.with(SevSnpField.SIGNATURE_R, Bytes.zero(48));
      case S_ORDER -> right.withBigEndian(SevSnpField.SIGNATURE_S, ORDER);
      case BAD_SIGNATURE -> flip(right, SevSnpField.SIGNATURE_S, 0);
      default -> right;
    };
  }

  private static SevSnpReport signedWith(SevSnpReport right, int key) {
    return right.with(SevSnpField.KEY_INFO, right.number(SevSnpField.KEY_INFO) & 3 | key << 2);
  }

  private SevSnpReport otherProcessor(SevSnpReport right) {
    SevSnpProduct other =
        chip.product() == SevSnpProduct.MILAN ? SevSnpProduct.GENOA : SevSnpProduct.MILAN;
    EmulatedChip stranger = EmulatedChip.of(other, options.seed());
    return right
        .with(SevSnpField.CPUID_FAM_ID, stranger.family())
        .with(SevSnpField.CPUID_MOD_ID, stranger.model());
  }

  private static SevSnpTcb newer(SevSnpTcb tcb) {
    return shifted(tcb, SevSnpTcb.Part.SNP, 1);
  }

  private static SevSnpTcb shifted(SevSnpTcb tcb, SevSnpTcb.Part part, int by) {
    return tcb.with(part, tcb.version(part).orElseThrow() + by);
  }

  private static SevSnpReport flip(SevSnpReport report, SevSnpField field, int bit) {
    return report.with(field, report.octets(field).flip(bit / 8, bit % 8));
  }
}
