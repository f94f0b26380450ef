package org.ccican.format.intel;

import java.util.List;

/** The checks that quotes about SGX and TDX have in common, in the order of Intel's procedure. */
public final class IntelOrder {

  /** From octets to a quote. */
  public static final List<String> FORM =
      List.of(
          QuoteSignature.TRUNCATED,
          "intel.quote.version",
          "intel.quote.tee-type",
          "intel.quote.body-type",
          "intel.quote.body-size",
          "intel.quote.certification-outer",
          "intel.quote.consumed",
          "intel.quote.key-type",
          "intel.quote.vendor",
          "intel.quote.reserved",
          "intel.quote.certification-type",
          "intel.quote.trailing",
          "intel.qe-report.reserved");

  /** From collateral and certificates to what Intel says of the platform. */
  public static final List<String> TRUST =
      List.of(
          "json.limit.octets",
          "json.syntax",
          "json.limit.values",
          "json.duplicate-name",
          "json.trailing",
          "intel.collateral.single",
          IntelCollateral.RULE,
          "intel.pck.present",
          "cert.pem",
          "cert.malformed",
          "cert.der",
          "cert.path.complete",
          "cert.path.anchor",
          "intel.pck.name",
          "intel.pck.authority",
          "intel.pck.root",
          "intel.signer.name",
          "intel.signer.issuer",
          "cert.path.algorithm",
          "cert.path.signature",
          "cert.path.authority",
          "cert.path.length",
          "cert.path.key-usage",
          "cert.path.critical",
          "cert.validity.begun",
          "cert.validity.ended",
          PckExtension.RULE,
          "intel.pck.platform",
          "intel.pck.certified",
          "intel.pck.key",
          "cert.crl.malformed",
          "intel.crl.issuer",
          "cert.crl.algorithm",
          "cert.crl.key-usage",
          "cert.crl.signature",
          "cert.crl.critical",
          "cert.crl.current",
          "cert.crl.revoked",
          "intel.signer.key",
          "intel.signature.range",
          "intel.tcb-info.signature",
          TcbInfo.RULE,
          "intel.tcb-info.version",
          "intel.tcb-info.current",
          "intel.tcb-info.tee",
          "intel.tcb-info.type",
          "intel.tcb-info.fmspc",
          "intel.tcb-info.pce-id",
          "intel.qe-identity.signature",
          QeIdentity.RULE,
          "intel.qe-identity.version",
          "intel.qe-identity.current",
          "intel.qe-identity.tee");

  /** From the PCK to the quote's own signature, by way of the quoting enclave. */
  public static final List<String> SIGNATURES =
      List.of(
          "intel.qe-report.signature",
          "intel.qe-report.data",
          "intel.qe-identity.misc-select",
          "intel.qe-identity.attributes",
          "intel.qe-identity.signer",
          "intel.qe-identity.product",
          "intel.quote.attestation-key",
          "intel.quote.signature");

  /** What Intel says of the levels of firmware. */
  public static final List<String> LEVELS = List.of("intel.tcb.level", "intel.qe-identity.level");

  /** What the relying party wants of them. */
  public static final List<String> POLICY =
      List.of(
          "intel.collateral.present",
          "intel.tcb.status",
          "intel.tcb.date",
          "intel.tcb.evaluation",
          "intel.tcb.advisories");

  private IntelOrder() {}
}
