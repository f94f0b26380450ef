package org.ccican.suit;

/**
 * The numbers of suit-manifest section 11, trust-domains section 9 and firmware-encryption section
 * 4, one group per registry.
 */
public final class SuitLabels {

  static final long TAG_ENVELOPE = 107;

  /** Envelope. */
  public static final long AUTHENTICATION = 2;

  public static final long MANIFEST = 3;

  /** Manifest. */
  public static final long VERSION = 1;

  public static final long SEQUENCE_NUMBER = 2;
  public static final long COMMON = 3;
  public static final long REFERENCE_URI = 4;
  public static final long COMPONENT_ID = 5;
  public static final long VALIDATE = 7;
  public static final long LOAD = 8;
  public static final long INVOKE = 9;
  public static final long DEPENDENCY_RESOLUTION = 15;
  public static final long PAYLOAD_FETCH = 16;
  public static final long CANDIDATE_VERIFICATION = 18;
  public static final long INSTALL = 20;
  public static final long TEXT = 23;
  public static final long UNINSTALL = 24;

  /** Common. */
  public static final long DEPENDENCIES = 1;

  public static final long COMPONENTS = 2;
  public static final long SHARED_SEQUENCE = 4;

  /** Metadata of a dependency. */
  public static final long PREFIX = 1;

  /** Conditions. */
  public static final long VENDOR_IDENTIFIER = 1;

  public static final long CLASS_IDENTIFIER = 2;
  public static final long IMAGE_MATCH = 3;
  public static final long COMPONENT_SLOT = 5;
  public static final long CHECK_CONTENT = 6;
  public static final long DEPENDENCY_INTEGRITY = 7;
  public static final long IS_DEPENDENCY = 8;
  public static final long ABORT = 14;
  public static final long DEVICE_IDENTIFIER = 24;

  /** Directives. */
  public static final long PROCESS_DEPENDENCY = 11;

  public static final long SET_COMPONENT_INDEX = 12;
  public static final long TRY_EACH = 15;
  public static final long WRITE = 18;
  public static final long SET_PARAMETERS = 19;
  public static final long OVERRIDE_PARAMETERS = 20;
  public static final long FETCH = 21;
  public static final long COPY = 22;
  public static final long INVOKE_COMPONENT = 23;
  public static final long SWAP = 31;
  public static final long RUN_SEQUENCE = 32;
  public static final long UNLINK = 33;

  /** Parameters. */
  public static final long VENDOR_ID = 1;

  public static final long CLASS_ID = 2;
  public static final long IMAGE_DIGEST = 3;
  public static final long SLOT = 5;
  public static final long STRICT_ORDER = 12;
  public static final long SOFT_FAILURE = 13;
  public static final long IMAGE_SIZE = 14;
  public static final long CONTENT = 18;
  public static final long ENCRYPTION_INFO = 19;
  public static final long URI = 21;
  public static final long SOURCE_COMPONENT = 22;
  public static final long INVOKE_ARGUMENTS = 23;
  public static final long DEVICE_ID = 24;
  public static final long FETCH_ARGUMENTS = 25;

  private SuitLabels() {}
}
