package org.ccican.format.sevsnp;

import java.util.Locale;

/** What is unusual about an emulated processor, and right all the same. */
public enum SevSnpManner {
  /** Signs with a key of its own chip, certified by a VCEK. */
  USUAL,
  /** Signs with a key that a cloud's machines share, certified by a VLEK for a year. */
  VLEK,
  /** Certificates and a revocation list come in the table that its host hands out. */
  CERTIFICATE_TABLE,
  /** Guests are launched with an ID block that their owner and an author have signed. */
  ID_BLOCK,
  /** Of the two values that S may have, reports have the higher one. */
  HIGH_S,
  /** The chip's identity stands in a DER OCTET STRING in the certificate. */
  WRAPPED_CHIP_ID;

  /** {@code vlek}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
