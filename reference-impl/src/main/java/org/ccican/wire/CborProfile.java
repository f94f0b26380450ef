package org.ccican.wire;

/** Which encodings of one and the same item are taken. */
public enum CborProfile {
  /** Anything that RFC 8949 calls valid: longer heads, indefinite lengths and any order of keys. */
  VALID,
  /** Definite lengths only, otherwise as {@link #VALID} (RFC 9783 section 5.2.2.2 among others). */
  DEFINITE,
  /** Core deterministic encoding (RFC 8949 section 4.2.1). */
  DETERMINISTIC
}
