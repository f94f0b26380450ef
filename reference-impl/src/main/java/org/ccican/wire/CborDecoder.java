package org.ccican.wire;

import org.ccican.check.Checks;
import org.ccican.reject.Rejected;

/**
 * Strict decoder for CBOR (RFC 8949): exactly one item, no duplicate keys, valid UTF-8, bounded
 * size, depth, number of items, strings and keys. Memory is taken only for octets that are there,
 * whatever a length claims.
 */
public final class CborDecoder {

  private final Checks checks;
  private final CborLimits limits;
  private final CborMeter meter;

  /**
   * @param meter hears of every octet that is looked at, as often as it is
   */
  public CborDecoder(Checks checks, CborLimits limits, CborMeter meter) {
    this.checks = checks;
    this.limits = limits;
    this.meter = meter;
  }

  public CborDecoder(Checks checks, CborLimits limits) {
    this(checks, limits, CborMeter.NONE);
  }

  /** A decoder with the usual limits. */
  public CborDecoder(Checks checks) {
    this(checks, CborLimits.DEFAULT);
  }

  /**
   * @throws Rejected with the offset of the offence
   */
  public Cbor decode(Bytes source, CborProfile profile) throws Rejected {
    return new CborRun(source, profile, checks, new CborBudget(checks, limits, meter)).whole();
  }
}
