package org.ccican.format.intel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be wrong with the evidence of an emulated platform: one thing, and all others right.
 * What the defect does not touch is signed and endorsed anew.
 */
public enum QuoteDefect {
  /** The quote lacks its last octet. */
  TRUNCATED,
  /** One octet too many within the signature data. */
  TRAILING_OCTET,
  /** Version 6. */
  UNKNOWN_VERSION,
  /** The TEE type is another technology's. */
  TEE_TYPE,
  /** The body of a quote of version 5 announces one octet more than its type has. */
  BODY_SIZE(Scope.TDX_5),
  /** The outer certification data is of type 5. */
  CERTIFICATION_OUTER(Scope.TDX),
  /** Attestation key type 3, P-384. */
  KEY_TYPE,
  /** One bit of the quoting enclave's vendor is flipped. */
  VENDOR,
  /** The octets where version 3 has a security version are not zero. */
  HEADER_RESERVED(Scope.TDX),
  /** Certification data of type 7. */
  CERTIFICATION_TYPE,
  QE_REPORT_RESERVED,
  REPORT_RESERVED(Scope.SGX),
  ATTRIBUTES_RESERVED,
  NOT_INITIALISED(Scope.SGX),
  COLLATERAL_TWICE,
  /** The quoting enclave's certification data names a platform and holds no certificate. */
  PCK_MISSING,
  AUTHORITY_MISSING,
  /** Everything leads to a root of the same name that nobody trusts. */
  WRONG_ROOT,
  /** The PCK is certified under the name of Intel's signer of documents. */
  PCK_NAME,
  /** The authority's certificate bears another name. */
  AUTHORITY_NAME,
  /** The PCK certificate has a wrong signature. */
  PCK_SIGNATURE,
  PCK_EXPIRED,
  PCK_NOT_YET_VALID,
  /** The PCK certificate lacks Intel's extension. */
  PCK_EXTENSION,
  /** The platform authority's certificate says nothing of a platform. */
  PCK_PLATFORM,
  PCK_REVOKED,
  AUTHORITY_REVOKED,
  CRL_STALE,
  /** The revocation list of PCK certificates is that of another authority. */
  CRL_ISSUER,
  CRL_SIGNATURE,
  SIGNER_NAME,
  SIGNER_REVOKED,
  /** A blank is put into the text that was signed without one. */
  TCB_INFO_REFORMATTED,
  TCB_INFO_STALE,
  TCB_INFO_FUTURE,
  TCB_INFO_VERSION,
  /** TCB info of the other technology. */
  TCB_INFO_TEE,
  TCB_INFO_TYPE,
  /** TCB info of another family of platforms. */
  TCB_INFO_FMSPC,
  TCB_INFO_PCE_ID,
  QE_IDENTITY_REFORMATTED,
  QE_IDENTITY_STALE,
  QE_IDENTITY_FUTURE,
  QE_IDENTITY_VERSION,
  QE_IDENTITY_TEE,
  MODULE_UNKNOWN(Scope.TDX),
  MODULE_SIGNER(Scope.TDX),
  MODULE_ATTRIBUTES(Scope.TDX),
  /** One bit of the signature of the quoting enclave's report is flipped. */
  QE_REPORT_SIGNATURE,
  /** The quoting enclave vouches for another attestation key. */
  QE_REPORT_DATA,
  QE_MISC_SELECT,
  /** The quoting enclave may be debugged. */
  QE_DEBUG,
  QE_SIGNER,
  QE_PRODUCT,
  /** The attestation key is no point of its curve. */
  ATTESTATION_KEY,
  R_ZERO,
  /** s is the order of the curve. */
  S_ORDER,
  BAD_SIGNATURE,
  /** The platform reaches no level. */
  TCB_UNSUPPORTED,
  QE_UNSUPPORTED,
  MODULE_UNSUPPORTED(Scope.TDX),
  DEBUG,
  COLLATERAL_MISSING,
  /** The platform reaches a level that is out of date. */
  TCB_OUTDATED,
  TCB_REVOKED,
  /** The platform is up to date, the quoting enclave is not. */
  QE_OUTDATED,
  /** The platform is up to date, the module is not. */
  MODULE_OUTDATED(Scope.TDX),
  SEPT_VE(Scope.TDX),
  MIGRATABLE(Scope.TDX),
  SERVICE_TD(Scope.TDX_5),
  /** One bit of the measurement is flipped. */
  WRONG_MEASUREMENT,
  /** One bit of the last register is flipped, so that the log does not give it. */
  WRONG_REGISTER(Scope.TDX),
  /** One bit of the report data is flipped. */
  WRONG_REPORT_DATA;

  /** Whose quotes can have a defect. */
  public enum Scope {
    BOTH,
    SGX,
    TDX,
    /** Quotes of version 5 about TDs. */
    TDX_5
  }

  private final Scope scope;

  QuoteDefect() {
    this(Scope.BOTH);
  }

  QuoteDefect(Scope scope) {
    this.scope = scope;
  }

  /** {@code wrong-root}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether quotes of a version about a technology can have the defect. */
  public boolean fits(long teeType, int version) {
    return switch (scope) {
      case BOTH -> true;
      case SGX -> teeType == QuoteLayout.SGX;
      case TDX -> teeType == QuoteLayout.TDX;
      case TDX_5 -> teeType == QuoteLayout.TDX && version == 5;
    };
  }

  /** The defects of a technology's quotes in one version. */
  public static List<QuoteDefect> of(long teeType, int version) {
    return Stream.of(values()).filter(each -> each.fits(teeType, version)).toList();
  }

  public static Optional<QuoteDefect> find(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
