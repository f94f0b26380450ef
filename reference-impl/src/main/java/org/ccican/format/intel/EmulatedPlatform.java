package org.ccican.format.intel;

import java.util.List;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.trust.Pem;
import org.ccican.wire.Bytes;

/**
 * An emulated platform below its technology: a quoting enclave that signs bodies with an
 * attestation key of its own, a PCK that vouches for the quoting enclave, and what the emulated
 * Intel says of both. It protects nothing.
 */
public final class EmulatedPlatform {

  static final Bytes FMSPC = Bytes.hex("00c06f000000");
  static final Bytes PCE_ID = Bytes.hex("0000");
  static final int PCE_SVN = 13;
  static final int QE_SVN = 8;
  static final int MODULE_MAJOR = 1;
  static final int MODULE_MINOR = 5;
  static final Bytes COMPONENTS = Bytes.hex("05050202040100030000000000000000");
  static final Bytes OLD_COMPONENTS = Bytes.hex("04040202040100030000000000000000");
  static final Bytes TDX_COMPONENTS = Bytes.hex("05010300000000000000000000000000");
  static final Bytes QE_SIGNER = Crypto.sha256(Bytes.utf8("signer of emulated quoting enclaves"));

  private static final Bytes ORDER =
      Bytes.hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

  private final PlatformOptions options;
  private final long teeType;
  private final EmulatedEndorsement endorsement;
  private final SigningKey pck;
  private final SigningKey attestation;

  public EmulatedPlatform(PlatformOptions options, EmulatedIntel intel, long teeType) {
    this.options = options;
    this.teeType = teeType;
    this.pck = intel.key("emulated PCK " + options.seed());
    this.attestation = intel.key("emulated attestation key " + options.seed());
    this.endorsement = new EmulatedEndorsement(options, intel, pck);
  }

  boolean isTdx() {
    return teeType == QuoteLayout.TDX;
  }

  /** The versions of the TDX module that runs, as a TD's report has them. */
  public Bytes moduleVersions() {
    int minor =
        options.has(QuoteDefect.MODULE_UNSUPPORTED)
            ? 1
            : options.has(QuoteDefect.MODULE_OUTDATED) ? MODULE_MINOR - 1 : MODULE_MINOR;
    return TDX_COMPONENTS.with(0, Bytes.of(minor, MODULE_MAJOR));
  }

  /** CPUSVN as reports of enclaves have it. */
  public Bytes cpuSvn() {
    return endorsement.cpuSvn();
  }

  /** A quote about a body, with the defects that are the platform's. */
  public Bytes quote(BodyType type, Bytes body) {
    QuoteHeader header = header();
    QuoteSignature unsigned =
        new QuoteSignature(
            Bytes.zero(QuoteSignature.PAIR),
            attestationKey(),
            EnclaveReport.blank(),
            Bytes.zero(QuoteSignature.PAIR),
            Crypto.sha256(Bytes.concat(Bytes.utf8("emulated authentication"), options.seed())),
            certification());
    EnclaveReport report = quotingEnclave(unsigned);
    Bytes reportSignature = pck.sign(report.octets());
    if (options.has(QuoteDefect.QE_REPORT_SIGNATURE)) {
      reportSignature = reportSignature.flip(63, 0);
    }
    QuoteLayout layout =
        new QuoteLayout(
            header, type, body, unsigned.withQeReport(report, reportSignature), Bytes.EMPTY);
    Bytes signature = spoilt(attestation.sign(layout.signedPart()));
    return spoiltForm(layout.withSignature(layout.signature().withSignature(signature)));
  }

  /** The bundle of collateral, or none, or a second one. */
  public List<Bytes> endorsements() {
    if (options.has(QuoteDefect.COLLATERAL_MISSING)) {
      return List.of();
    }
    Bytes bundle = endorsement.collateral(new EmulatedDocuments(options, this));
    return options.has(QuoteDefect.COLLATERAL_TWICE) ? List.of(bundle, bundle) : List.of(bundle);
  }

  private QuoteHeader header() {
    QuoteHeader header =
        QuoteHeader.of(options.version(), teeType)
            .with(
                QuoteField.USER_DATA,
                Crypto.sha256(Bytes.concat(Bytes.utf8("emulated platform"), options.seed()))
                    .slice(0, 16)
                    .padRight(QuoteField.USER_DATA.size()));
    if (options.version() == 3) {
      header = header.with(QuoteField.QE_SVN, QE_SVN).with(QuoteField.PCE_SVN, PCE_SVN);
    }
    return switch (options.defect().orElse(QuoteDefect.DEBUG)) {
      case UNKNOWN_VERSION -> header.with(QuoteField.VERSION, 6);
      case TEE_TYPE -> header.with(QuoteField.TEE_TYPE, isTdx() ? 0 : QuoteLayout.TDX);
      case KEY_TYPE -> header.with(QuoteField.ATT_KEY_TYPE, 3);
      case VENDOR ->
          header.with(QuoteField.QE_VENDOR_ID, header.octets(QuoteField.QE_VENDOR_ID).flip(0, 0));
      case HEADER_RESERVED -> header.with(QuoteField.PCE_SVN, PCE_SVN);
      default -> header;
    };
  }

  private Bytes attestationKey() {
    Bytes key = Bytes.concat(attestation.publicKey().x(), attestation.publicKey().y());
    return options.has(QuoteDefect.ATTESTATION_KEY) ? key.flip(63, 0) : key;
  }

  private EnclaveReport quotingEnclave(QuoteSignature signature) {
    boolean tdx = isTdx();
    int version =
        options.has(QuoteDefect.QE_UNSUPPORTED)
            ? 3
            : options.has(QuoteDefect.QE_OUTDATED) ? QE_SVN - 1 : QE_SVN;
    EnclaveReport report =
        EnclaveReport.blank()
            .with(EnclaveField.CPU_SVN, cpuSvn())
            .with(EnclaveField.ATTRIBUTES, 0x15)
            .with(EnclaveField.XFRM, 0xe7)
            .with(
                EnclaveField.MR_ENCLAVE,
                Crypto.sha256(Bytes.utf8("emulated quoting enclave " + teeType)))
            .with(EnclaveField.MR_SIGNER, QE_SIGNER)
            .with(EnclaveField.ISV_PROD_ID, tdx ? 2 : 1)
            .with(EnclaveField.ISV_SVN, version)
            .with(EnclaveField.REPORT_DATA, signature.attestationKeyHash().padRight(64));
    return switch (options.defect().orElse(QuoteDefect.DEBUG)) {
      case QE_REPORT_RESERVED -> flip(report, EnclaveField.RESERVED_262);
      case QE_REPORT_DATA -> flip(report, EnclaveField.REPORT_DATA);
      case QE_MISC_SELECT -> flip(report, EnclaveField.MISC_SELECT);
      case QE_DEBUG -> report.with(EnclaveField.ATTRIBUTES, 0x17);
      case QE_SIGNER -> flip(report, EnclaveField.MR_SIGNER);
      case QE_PRODUCT -> report.with(EnclaveField.ISV_PROD_ID, tdx ? 1 : 2);
      default -> report;
    };
  }

  private CertificationData certification() {
    if (options.has(QuoteDefect.PCK_MISSING)) {
      Bytes platform = Bytes.concat(Bytes.zero(384), cpuSvn(), Bytes.of(PCE_SVN, 0), PCE_ID);
      return new CertificationData(CertificationData.PPID_RSA_3072, platform);
    }
    Bytes text = Bytes.utf8(Pem.certificates(endorsement.chain()) + "\0");
    return new CertificationData(
        options.has(QuoteDefect.CERTIFICATION_TYPE) ? 7 : CertificationData.PCK_CHAIN, text);
  }

  private Bytes spoilt(Bytes signature) {
    return switch (options.defect().orElse(QuoteDefect.DEBUG)) {
      case R_ZERO -> signature.with(0, Bytes.zero(32));
      case S_ORDER -> signature.with(32, ORDER);
      case BAD_SIGNATURE -> signature.flip(63, 0);
      default -> signature;
    };
  }

  /** Defects of lengths, which no layout of ours can have. */
  private Bytes spoiltForm(QuoteLayout layout) {
    Bytes octets = layout.write();
    int length = layout.signedPart().size();
    return switch (options.defect().orElse(QuoteDefect.DEBUG)) {
      case TRUNCATED -> octets.slice(0, octets.size() - 1);
      case TRAILING_OCTET -> {
        long announced = LittleEndian.number(octets.slice(length, length + 4)) + 1;
        yield Bytes.concat(
            octets.with(length, new org.ccican.wire.ByteWriter().u32le(announced).toBytes()),
            Bytes.of(0));
      }
      case CERTIFICATION_OUTER ->
          octets.with(
              length + 4 + 2 * QuoteSignature.PAIR, Bytes.of(CertificationData.PCK_CHAIN, 0));
      case BODY_SIZE ->
          octets.with(
              QuoteField.SIZE + 2,
              new org.ccican.wire.ByteWriter().u32le(layout.body().size() + 1).toBytes());
      default -> octets;
    };
  }

  private static EnclaveReport flip(EnclaveReport report, EnclaveField field) {
    return report.with(field, report.octets(field).flip(field.size() - 1, 0));
  }
}
