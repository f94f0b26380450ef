package org.ccican.format.tdx;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * The log of what was extended into a TD's registers, as firmware leaves it behind (TCG PC Client
 * Platform Firmware Profile, section 10, crypto agile format, with the registers of the UEFI CC
 * protocol).
 *
 * <pre>
 * octets  the first entry, a header that is extended into nothing
 * 4 4 20  register 0, type 3 (no action), a digest of zeros
 * 4       octets that follow
 * 16      "Spec ID Event03" and a zero
 * 4 1 1 1 1   platform class, minor and major version, errata, size of UINTN
 * 4       number of algorithms, then 2 and 2 for each: identifier, octets of its digest
 * 1 n     vendor's octets
 *
 * octets  every further entry
 * 4 4     register, from 1 on for RTMR0; type
 * 4       number of digests, then 2 and n for each: algorithm, digest
 * 4 n     what was measured, or a description of it
 * </pre>
 *
 * @param events those that have a SHA-384 digest, without the header
 */
public record CcEventLog(List<Event> events) {

  /** Extended into no register. */
  public static final long NO_ACTION = 3;

  /** An action that firmware or an operating system describes in words. */
  public static final long IPL = 13;

  /** The register that is left to software: RTMR3. */
  static final int RUNTIME = 4;

  static final String RULE = "tdx.event-log.malformed";

  private static final int REGISTERS = 4;
  private static final int SHA384 = 0x0c;
  private static final int DIGEST = 48;
  private static final int MOST = 1 << 14;
  private static final Bytes SIGNATURE = Bytes.utf8("Spec ID Event03\0");

  /**
   * One extension.
   *
   * @param register from 1 for RTMR0 to 4 for RTMR3; 0 is MRTD and only in entries without action
   * @param digest SHA-384, 48 octets
   */
  public record Event(int register, long type, Bytes digest, Bytes data) {

    public Event {
      Objects.requireNonNull(data);
      if (digest.size() != DIGEST) {
        throw new IllegalArgumentException("SHA-384 has 48 octets, not " + digest.size());
      }
    }

    /** An event whose data is what was measured. */
    public static Event of(int register, Bytes data) {
      return new Event(register, IPL, Crypto.sha384(data), data);
    }
  }

  public CcEventLog {
    events = List.copyOf(events);
  }

  /** Reads a log; what follows it in a buffer of ones is not part of it. */
  public static CcEventLog parse(Bytes octets, Checks checks) throws Rejected {
    ByteReader reader = new ByteReader(octets, RULE);
    header(reader);
    List<Event> events = new ArrayList<>();
    while (reader.remaining() > 0) {
      int at = reader.offset();
      long register = reader.u32le();
      if (register == 0xffff_ffffL) {
        break;
      }
      long type = reader.u32le();
      if (register > REGISTERS || events.size() == MOST) {
        throw new Rejected(
            Reason.OUT_OF_RANGE, RULE, "event for register " + register + " at offset " + at);
      }
      Bytes digest = digests(reader);
      Bytes data = reader.take((int) Math.min(reader.u32le(), Integer.MAX_VALUE));
      events.add(new Event((int) register, type, digest, data));
    }
    Bytes rest = octets.slice(reader.offset(), octets.size());
    // spec| TCG PFP §10.2: entries stand side by side up to the end, or to ones that fill a buffer
    Rejected.unless(
        checks,
        "tdx.event-log.trailing",
        isOnes(rest),
        Reason.TRAILING_OCTETS,
        () -> "something follows the log at offset " + reader.offset());
    return new CcEventLog(events);
  }

  private static void header(ByteReader reader) throws Rejected {
    long register = reader.u32le();
    long type = reader.u32le();
    Bytes digest = reader.take(20);
    ByteReader data =
        new ByteReader(reader.take((int) Math.min(reader.u32le(), Integer.MAX_VALUE)), RULE);
    boolean first =
        register <= 1
            && type == NO_ACTION
            && digest.isZero()
            && data.take(SIGNATURE.size()).equals(SIGNATURE);
    if (!first) {
      throw new Rejected(Reason.MALFORMED, RULE, "the log does not begin with its header");
    }
    data.take(8);
    boolean sha384 = false;
    for (long left = data.u32le(); left > 0; left--) {
      sha384 |= data.u16le() == SHA384 & data.u16le() == DIGEST;
    }
    data.take(data.u8());
    if (!sha384 || data.remaining() > 0) {
      throw new Rejected(Reason.MALFORMED, RULE, "the header names no SHA-384, or has more to it");
    }
  }

  /** The SHA-384 digest, which must be the only one: TDX registers extend no other. */
  private static Bytes digests(ByteReader reader) throws Rejected {
    int at = reader.offset();
    if (reader.u32le() != 1 || reader.u16le() != SHA384) {
      throw new Rejected(
          Reason.UNSUPPORTED_ALGORITHM, RULE, "one SHA-384 digest expected at offset " + at);
    }
    return reader.take(DIGEST);
  }

  public Bytes write() {
    ByteWriter writer =
        new ByteWriter()
            .u32le(1)
            .u32le(NO_ACTION)
            .zero(20)
            .u32le(SIGNATURE.size() + 8 + 4 + 4 + 1)
            .put(SIGNATURE)
            .u32le(0)
            .put(Bytes.of(0, 2, 105, 2))
            .u32le(1)
            .u16le(SHA384)
            .u16le(DIGEST)
            .u8(0);
    for (Event each : events) {
      writer
          .u32le(each.register())
          .u32le(each.type())
          .u32le(1)
          .u16le(SHA384)
          .put(each.digest())
          .u32le(each.data().size())
          .put(each.data());
    }
    return writer.toBytes();
  }

  /** The log after one more extension. */
  CcEventLog plus(Event event) {
    List<Event> longer = new ArrayList<>(events);
    longer.add(event);
    return new CcEventLog(longer);
  }

  /** What RTMR0 to RTMR3 hold after every extension: each is SHA-384 over itself and the digest. */
  public List<Bytes> replay() {
    List<Bytes> registers = new ArrayList<>();
    for (int i = 0; i < REGISTERS; i++) {
      registers.add(Bytes.zero(DIGEST));
    }
    for (Event each : events) {
      if (each.type() != NO_ACTION && each.register() > 0) {
        int index = each.register() - 1;
        registers.set(index, Crypto.sha384(Bytes.concat(registers.get(index), each.digest())));
      }
    }
    return registers;
  }

  private static boolean isOnes(Bytes octets) {
    for (int i = 0; i < octets.size(); i++) {
      if (octets.at(i) != 0xff) {
        return false;
      }
    }
    return true;
  }
}
