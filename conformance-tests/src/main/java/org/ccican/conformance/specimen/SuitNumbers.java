package org.ccican.conformance.specimen;

/**
 * The numbers of suit-manifest section 11 and trust-domains section 9, for manifests made by hand.
 */
final class SuitNumbers {

  /** Envelope. */
  static final long WRAPPER = 2;

  static final long MANIFEST = 3;

  /** Manifest. */
  static final long VERSION = 1;

  static final long SEQUENCE_NUMBER = 2;
  static final long COMMON = 3;
  static final long REFERENCE_URI = 4;
  static final long MANIFEST_ID = 5;
  static final long VALIDATE = 7;
  static final long LOAD = 8;
  static final long INVOKE = 9;
  static final long DEPENDENCY_RESOLUTION = 15;
  static final long PAYLOAD_FETCH = 16;
  static final long CANDIDATE_VERIFICATION = 18;
  static final long INSTALL = 20;
  static final long TEXT = 23;
  static final long UNINSTALL = 24;

  /** Common part. */
  static final long DEPENDENCIES = 1;

  static final long COMPONENTS = 2;
  static final long SHARED_SEQUENCE = 4;

  /** Parameters. */
  static final long VENDOR_ID = 1;

  static final long CLASS_ID = 2;
  static final long IMAGE_DIGEST = 3;
  static final long SLOT = 5;
  static final long STRICT_ORDER = 12;
  static final long SOFT_FAILURE = 13;
  static final long IMAGE_SIZE = 14;
  static final long CONTENT = 18;
  static final long ENCRYPTION_INFO = 19;
  static final long URI = 21;
  static final long SOURCE = 22;
  static final long INVOKE_ARGUMENTS = 23;
  static final long DEVICE_ID = 24;
  static final long FETCH_ARGUMENTS = 25;

  /** SHA-256, SHA-512. */
  static final long SHA_256 = -16;

  static final long SHA_512 = -44;

  private SuitNumbers() {}
}
