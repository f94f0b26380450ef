package org.ccican.conformance.driver;

import java.util.Locale;

/** One thing wrong with a collection of evidence whose hardware part is right. */
public enum EvidenceFlaw {
  NONE,
  OTHER_NONCE,
  OTHER_CHANNEL,
  OTHER_LOG,
  OTHER_MIDDLEWARE,
  NO_MIDDLEWARE,
  /** Hardware that has registers has not the middleware in them. */
  UNEXTENDED_MIDDLEWARE,
  UNBOUND_CLAIMS;

  /**
   * @param id lower case with hyphens
   * @throws IllegalArgumentException if there is no such flaw
   */
  public static EvidenceFlaw of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
