package org.ccican.suit;

/**
 * The numbers of suit-manifest section 11, and of trust-domains for the last of them, one group per
 * registry.
 */
final class SuitLabels {

  static final long TAG_ENVELOPE = 107;

  /** Envelope. */
  static final long AUTHENTICATION = 2;

  static final long MANIFEST = 3;

  /** Manifest. */
  static final long VERSION = 1;

  static final long SEQUENCE_NUMBER = 2;
  static final long COMMON = 3;
  static final long REFERENCE_URI = 4;
  static final long COMPONENT_ID = 5;
  static final long VALIDATE = 7;
  static final long LOAD = 8;
  static final long INVOKE = 9;
  static final long PAYLOAD_FETCH = 16;
  static final long CANDIDATE_VERIFICATION = 18;
  static final long INSTALL = 20;
  static final long TEXT = 23;
  static final long UNINSTALL = 24;

  /** Common. */
  static final long COMPONENTS = 2;

  static final long SHARED_SEQUENCE = 4;

  /** Commands. */
  static final long VENDOR_IDENTIFIER = 1;

  static final long CLASS_IDENTIFIER = 2;
  static final long IMAGE_MATCH = 3;
  static final long SET_COMPONENT_INDEX = 12;
  static final long OVERRIDE_PARAMETERS = 20;
  static final long FETCH = 21;
  static final long RUN_SEQUENCE = 32;

  /** Parameters. */
  static final long VENDOR_ID = 1;

  static final long CLASS_ID = 2;
  static final long IMAGE_DIGEST = 3;
  static final long IMAGE_SIZE = 14;
  static final long URI = 21;

  private SuitLabels() {}
}
