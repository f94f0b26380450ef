package org.ccican.teep;

/**
 * Freshness mechanisms (teep-protocol section 9), as IANA's registry of RATS interaction models
 * numbers them.
 */
public final class Freshness {

  public static final long NONCE = 0;
  public static final long TIMESTAMP = 1;

  private Freshness() {}
}
