package org.ccican.teep;

/** What went wrong (teep-protocol section 4.6); the numbers are in {@link WireRevision}. */
public sealed interface TeepErrorCode {

  /** The errors that the document defines. */
  enum Known implements TeepErrorCode {
    PERMANENT_ERROR,
    UNSUPPORTED_EXTENSION,
    UNSUPPORTED_FRESHNESS_MECHANISMS,
    UNSUPPORTED_MSG_VERSION,
    UNSUPPORTED_CIPHER_SUITES,
    BAD_CERTIFICATE,
    ATTESTATION_REQUIRED,
    UNSUPPORTED_SUIT_REPORT,
    CERTIFICATE_EXPIRED,
    TEMPORARY_ERROR,
    MANIFEST_PROCESSING_FAILED
  }

  /** An error of another document, or the forbidden 0. */
  record Other(long number) implements TeepErrorCode {}
}
