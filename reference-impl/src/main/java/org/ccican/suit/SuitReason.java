package org.ccican.suit;

import org.ccican.reject.Rejected;

/** The SUIT_Report_Reasons (suit-report section 4.2), in the order of their numbers from 0. */
public enum SuitReason {
  OK,
  CBOR_PARSE,
  COSE_UNSUPPORTED,
  ALG_UNSUPPORTED,
  UNAUTHORISED,
  COMMAND_UNSUPPORTED,
  COMPONENT_UNSUPPORTED,
  COMPONENT_UNAUTHORISED,
  PARAMETER_UNSUPPORTED,
  SEVERING_UNSUPPORTED,
  CONDITION_FAILED,
  OPERATION_FAILED,
  INVOKE_PENDING;

  /** The number in a report. */
  public long id() {
    return ordinal();
  }

  /** The words of the document: {@code cbor-parse}. */
  public String words() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Why a rule that did not hold ends the processing, in the terms of a report. */
  public static SuitReason of(Rejected refusal) {
    return of(refusal.check());
  }

  static SuitReason of(String check) {
    return switch (check) {
      case "suit.vendor-id",
          "suit.class-id",
          "suit.image.size",
          "suit.image.digest",
          "suit.parameter.set" ->
          CONDITION_FAILED;
      case "suit.command.known" -> COMMAND_UNSUPPORTED;
      case "suit.parameter.known" -> PARAMETER_UNSUPPORTED;
      case "suit.limit.components" -> COMPONENT_UNSUPPORTED;
      case "suit.component.authorised" -> COMPONENT_UNAUTHORISED;
      case "suit.digest.algorithm", "cose.alg.allowed", "cose.alg.known" -> ALG_UNSUPPORTED;
      case "suit.signer.known",
          "suit.digest.manifest",
          "suit.limit.signatures",
          "cose.signature",
          "cose.alg.key" ->
          UNAUTHORISED;
      default -> byArea(check);
    };
  }

  private static SuitReason byArea(String check) {
    if (check.startsWith("cose.")) {
      return COSE_UNSUPPORTED;
    }
    boolean octets =
        check.startsWith("cbor.") || check.endsWith(".shape") || check.startsWith("suit.envelope.");
    return octets ? CBOR_PARSE : OPERATION_FAILED;
  }
}
