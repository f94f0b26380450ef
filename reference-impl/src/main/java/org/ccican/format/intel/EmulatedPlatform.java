package org.ccican.format.intel;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.trust.CertificateTemplate;
import org.ccican.trust.EmulatedIssuer;
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
  private final EmulatedIntel intel;
  private final long teeType;
  private final SigningKey pck;
  private final SigningKey attestation;

  public EmulatedPlatform(PlatformOptions options, EmulatedIntel intel, long teeType) {
    this.options = options;
    this.intel = intel;
    this.teeType = teeType;
    this.pck = intel.key("emulated PCK " + options.seed());
    this.attestation = intel.key("emulated attestation key " + options.seed());
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
    return Crypto.sha256(components()).slice(0, 16);
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
    Bytes bundle = collateral();
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
    boolean orphan = options.has(QuoteDefect.AUTHORITY_MISSING);
    List<Bytes> chain =
        orphan ? List.of(certificate()) : List.of(certificate(), authority(), root());
    Bytes text = Bytes.utf8(Pem.certificates(chain) + "\0");
    return new CertificationData(
        options.has(QuoteDefect.CERTIFICATION_TYPE) ? 7 : CertificationData.PCK_CHAIN, text);
  }

  private Bytes root() {
    return options.has(QuoteDefect.WRONG_ROOT) ? intel.otherRoot() : intel.root();
  }

  private Bytes authority() {
    CertificateTemplate template = intel.platformCa();
    return EmulatedIssuer.issue(template.withSubject(authorityName()), rootKey());
  }

  private SigningKey rootKey() {
    return intel.key(
        options.has(QuoteDefect.WRONG_ROOT)
            ? EmulatedIntel.Key.OTHER_ROOT
            : EmulatedIntel.Key.ROOT);
  }

  private String authorityName() {
    return options.has(QuoteDefect.AUTHORITY_NAME)
        ? "Intel SGX Attestation CA"
        : EmulatedIntel.PLATFORM_CA;
  }

  private Bytes certificate() {
    Instant from = options.endorsedFrom();
    Instant until = options.endorsedUntil();
    if (options.has(QuoteDefect.PCK_EXPIRED)) {
      from = from.minus(PlatformOptions.VALIDITY);
      until = options.endorsedFrom().minusSeconds(1);
    } else if (options.has(QuoteDefect.PCK_NOT_YET_VALID)) {
      from = until;
      until = until.plus(PlatformOptions.VALIDITY);
    }
    CertificateTemplate template =
        EmulatedIntel.pck(serial(), from, until, pck, extensions()).withIssuer(authorityName());
    if (options.has(QuoteDefect.PCK_NAME)) {
      template = template.withSubject(EmulatedIntel.SIGNER);
    }
    return EmulatedIssuer.issue(
        template,
        intel.key(
            options.has(QuoteDefect.PCK_SIGNATURE)
                ? EmulatedIntel.Key.OTHER_ROOT
                : EmulatedIntel.Key.PLATFORM_CA));
  }

  private Map<String, Bytes> extensions() {
    if (options.has(QuoteDefect.PCK_EXTENSION)) {
      return Map.of();
    }
    boolean silent = options.has(QuoteDefect.PCK_PLATFORM);
    PckExtension pckExtension =
        new PckExtension(
            name("emulated PPID").slice(0, 16),
            components(),
            PCE_SVN,
            cpuSvn(),
            PCE_ID,
            FMSPC,
            1,
            silent ? Optional.empty() : Optional.of(name("emulated instance").slice(0, 16)),
            silent ? Map.of() : Map.of(1, true, 2, false, 3, false));
    return Map.of(PckExtension.ID, pckExtension.encode());
  }

  private Bytes components() {
    return switch (options.defect().orElse(QuoteDefect.DEBUG)) {
      case TCB_UNSUPPORTED -> COMPONENTS.with(0, Bytes.of(1));
      case TCB_OUTDATED, TCB_REVOKED -> OLD_COMPONENTS;
      default -> COMPONENTS;
    };
  }

  private BigInteger serial() {
    return new BigInteger(1, name("emulated serial").slice(0, 19).toArray());
  }

  private Bytes name(String what) {
    return Crypto.sha256(Bytes.concat(Bytes.utf8(what), options.seed()));
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

  private Bytes collateral() {
    EmulatedDocuments documents = new EmulatedDocuments(options, this);
    SigningKey signer = intel.key(EmulatedIntel.Key.SIGNER);
    Bytes info = documents.tcbInfo();
    Bytes identity = documents.qeIdentity();
    String signers = Pem.certificates(List.of(signerCertificate(), root()));
    List<Bytes> authorities =
        options.has(QuoteDefect.AUTHORITY_MISSING) ? List.of(root()) : List.of(authority(), root());
    StringBuilder text = new StringBuilder("{");
    member(text, "pck_crl_issuer_chain", Pem.certificates(authorities));
    member(text, "root_ca_crl", rootList().toHex());
    member(text, "pck_crl", pckList().toHex());
    member(text, "tcb_info_issuer_chain", signers);
    member(text, "tcb_info", documents.published(info, QuoteDefect.TCB_INFO_REFORMATTED).toText());
    member(text, "tcb_info_signature", signer.sign(info).toHex());
    member(text, "qe_identity_issuer_chain", signers);
    member(
        text,
        "qe_identity",
        documents.published(identity, QuoteDefect.QE_IDENTITY_REFORMATTED).toText());
    member(text, "qe_identity_signature", signer.sign(identity).toHex());
    text.setLength(text.length() - 1);
    return Bytes.utf8(text.append('}').toString());
  }

  private Bytes signerCertificate() {
    CertificateTemplate template = intel.signer();
    if (options.has(QuoteDefect.SIGNER_NAME)) {
      template = template.withSubject("Intel SGX Quote Signing");
    }
    return EmulatedIssuer.issue(template, rootKey());
  }

  private Bytes rootList() {
    Set<BigInteger> revoked =
        switch (options.defect().orElse(QuoteDefect.DEBUG)) {
          case AUTHORITY_REVOKED -> Set.of(EmulatedIntel.PLATFORM_CA_SERIAL);
          case SIGNER_REVOKED -> Set.of(EmulatedIntel.SIGNER_SERIAL);
          default -> Set.of();
        };
    return intel.list(
        EmulatedIntel.ROOT, options.endorsedFrom(), options.endorsedUntil(), revoked, rootKey());
  }

  private Bytes pckList() {
    boolean stale = options.has(QuoteDefect.CRL_STALE);
    return intel.list(
        options.has(QuoteDefect.CRL_ISSUER) ? EmulatedIntel.PROCESSOR_CA : authorityName(),
        stale ? options.endorsedFrom().minus(PlatformOptions.VALIDITY) : options.endorsedFrom(),
        stale ? options.endorsedFrom().minusSeconds(1) : options.endorsedUntil(),
        options.has(QuoteDefect.PCK_REVOKED) ? Set.of(serial()) : Set.of(),
        intel.key(
            options.has(QuoteDefect.CRL_SIGNATURE)
                ? EmulatedIntel.Key.SIGNER
                : EmulatedIntel.Key.PLATFORM_CA));
  }

  private static EnclaveReport flip(EnclaveReport report, EnclaveField field) {
    return report.with(field, report.octets(field).flip(field.size() - 1, 0));
  }

  private static void member(StringBuilder text, String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    text.append('"').append(name).append("\":\"").append(escaped).append("\",");
  }
}
