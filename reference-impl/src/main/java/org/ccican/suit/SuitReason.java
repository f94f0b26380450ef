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
          "suit.device-id",
          "suit.image.size",
          "suit.image.digest",
          "suit.payload.some",
          "suit.content",
          "suit.slot",
          "suit.abort",
          "suit.try-each.some",
          "suit.dependency.is",
          "suit.dependency.digest",
          "suit.dependency.manifest",
          "suit.parameter.set" ->
          CONDITION_FAILED;
      case "suit.command.known", "suit.shared.commands", "suit.shared.custom" ->
          COMMAND_UNSUPPORTED;
      case "suit.parameter.known", "suit.shared.custom-parameter" -> PARAMETER_UNSUPPORTED;
      case "suit.limit.components", "suit.component.supported" -> COMPONENT_UNSUPPORTED;
      case "suit.component.authorised", "suit.dependency.rights", "suit.manifest-id.authorised" ->
          COMPONENT_UNAUTHORISED;
      case "suit.digest.algorithm",
          "cose.alg.allowed",
          "cose.alg.known",
          "cose.encrypt.algorithm",
          "cose.recipient.algorithm" ->
          ALG_UNSUPPORTED;
      case "suit.signer.known",
          "suit.digest.manifest",
          "suit.limit.signatures",
          "suit.authentication.some",
          "suit.authentication.wrapper",
          "suit.dependency.signature",
          "cose.signature",
          "cose.alg.key" ->
          UNAUTHORISED;
      case "suit.authentication.tagged" -> COSE_UNSUPPORTED;
      case "cose.recipient.known", "cose.recipient.unwrap", "cose.encrypt.tag" -> OPERATION_FAILED;
      case "suit.command.policy",
          "suit.command.argument",
          "suit.section.wrapped",
          "suit.manifest.complete",
          "suit.manifest.reference-uri",
          "suit.sequence.unsigned",
          "suit.severed.allowed",
          "suit.components.some",
          "suit.dependency.index",
          "suit.dependency.envelope",
          "suit.parameter.type" ->
          CBOR_PARSE;
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
