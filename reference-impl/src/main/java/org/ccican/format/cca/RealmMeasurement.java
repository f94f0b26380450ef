package org.ccican.format.cca;

import org.ccican.wire.Bytes;

/**
 * A realm's initial measurement as the monitor computes it (RMM specification 1.0, sections A7.1.1
 * to A7.1.3): the hash of the realm's parameters, then for each call that shapes the realm the hash
 * of a descriptor of 256 octets that has the measurement so far in it. Numbers are little-endian;
 * measurements and digests stand in fields of 64 octets, zeros behind shorter ones.
 *
 * <table>
 * <caption>Descriptors</caption>
 * <tr><td>0</td><td>8</td><td>kind: 0 data, 1 execution context, 2 state of addresses</td></tr>
 * <tr><td>8</td><td>8</td><td>length: 0x100</td></tr>
 * <tr><td>16</td><td>64</td><td>measurement so far</td></tr>
 * <tr><td>80</td><td></td><td>data: address 8, flags 8, digest 64; context: digest 64; state: base
 * 8, top 8</td></tr>
 * </table>
 */
public final class RealmMeasurement {

  /** Octets of a granule, of the realm's parameters, and of those of an execution context. */
  static final int GRANULE = 4096;

  private static final int DESCRIPTOR = 256;
  private static final int FIELD = 64;
  private static final int SO_FAR = 16;
  private static final int REST = 80;
  private static final int CONTENT = 0x60;
  private static final long MEASURE = 1;

  private final CcaHash hash;
  private Bytes value;

  /**
   * Begins with the realm's parameters.
   *
   * @param addressBits size of the realm's addresses, in bits
   */
  public RealmMeasurement(CcaHash hash, long flags, long addressBits) {
    this.hash = hash;
    Bytes parameters =
        Bytes.zero(GRANULE)
            .with(0, number(flags))
            .with(8, number(addressBits))
            .with(0x30, Bytes.of(hash.parameter()));
    this.value = hash.digest(parameters);
  }

  /**
   * Data of the host's choice, measured.
   *
   * @param address of the granule inside the realm
   * @param granule 4096 octets
   */
  public RealmMeasurement data(long address, Bytes granule) {
    if (granule.size() != GRANULE) {
      throw new IllegalArgumentException(granule.size() + " octets of a granule");
    }
    return extend(
        descriptor(0)
            .with(REST, number(address))
            .with(0x58, number(MEASURE))
            .with(CONTENT, hash.digest(granule).padRight(FIELD)));
  }

  /**
   * A virtual processor that can be run.
   *
   * @param pc where it begins
   */
  public RealmMeasurement context(long flags, long pc) {
    Bytes parameters = Bytes.zero(GRANULE).with(0, number(flags)).with(0x200, number(pc));
    return extend(descriptor(1).with(REST, hash.digest(parameters).padRight(FIELD)));
  }

  /** A range of addresses that becomes memory of the realm. */
  public RealmMeasurement memory(long base, long top) {
    return extend(descriptor(2).with(REST, number(base)).with(0x58, number(top)));
  }

  /** As long as a hash. */
  public Bytes value() {
    return value;
  }

  private Bytes descriptor(int kind) {
    return Bytes.zero(DESCRIPTOR)
        .with(0, Bytes.of(kind))
        .with(8, number(DESCRIPTOR))
        .with(SO_FAR, value.padRight(FIELD));
  }

  private RealmMeasurement extend(Bytes descriptor) {
    value = hash.digest(descriptor);
    return this;
  }

  private static Bytes number(long value) {
    int[] octets = new int[8];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (int) (value >>> 8 * i) & 0xff;
    }
    return Bytes.of(octets);
  }
}
