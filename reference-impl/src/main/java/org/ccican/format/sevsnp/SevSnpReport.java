package org.ccican.format.sevsnp;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.ccican.check.Checks;
import org.ccican.evidence.EvidenceFormat;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * An attestation report (AMD 56860 section 7.3): {@link SevSnpField} is its layout. An instance has
 * every field in its size and may break every other rule; writing what was parsed gives the same
 * octets, the reserved ones too.
 */
public record SevSnpReport(Map<SevSnpField, Bytes> fields) {

  public static final EvidenceFormat FORMAT =
      new EvidenceFormat("sev-snp", "application/vnd.ccican.sev-snp-report");

  /** Octets of a report. */
  public static final int SIZE = 0x4A0;

  /** The requester's level in a report that the host asked for. */
  public static final long HOST_REQUESTED = 0xffff_ffffL;

  /** Why a report of another size is refused. */
  static final String TRUNCATED = "sev-snp.report.truncated";

  /**
   * What the guest's owner allows (AMD 56860 section 4.3); the lowest 16 bits are an ABI version.
   */
  public enum PolicyBit {
    SMT(16),
    MUST_BE_ONE(17),
    MIGRATE_MA(18),
    DEBUG(19),
    SINGLE_SOCKET(20),
    CXL_ALLOW(21),
    MEM_AES_256_XTS(22),
    RAPL_DIS(23),
    CIPHERTEXT_HIDING_DRAM(24),
    PAGE_SWAP_DISABLE(25);

    private final int bit;

    PolicyBit(int bit) {
      this.bit = bit;
    }

    public long mask() {
      return 1L << bit;
    }
  }

  /** Which key signed, bits 2 to 4 of the key information. */
  public enum SigningKeyKind {
    VCEK,
    VLEK
  }

  public SevSnpReport {
    EnumMap<SevSnpField, Bytes> copy = new EnumMap<>(fields);
    for (SevSnpField field : SevSnpField.values()) {
      Bytes octets = copy.get(field);
      if (octets == null || octets.size() != field.size()) {
        throw new IllegalArgumentException(field + " needs " + field.size() + " octets");
      }
    }
    fields = Collections.unmodifiableMap(copy);
  }

  /** A report of zeros. */
  public static SevSnpReport blank() {
    EnumMap<SevSnpField, Bytes> fields = new EnumMap<>(SevSnpField.class);
    for (SevSnpField field : SevSnpField.values()) {
      fields.put(field, Bytes.zero(field.size()));
    }
    return new SevSnpReport(fields);
  }

  /**
   * @throws Rejected if there are not exactly {@link #SIZE} octets
   */
  public static SevSnpReport parse(Bytes octets, Checks checks) throws Rejected {
    ByteReader reader = new ByteReader(octets, TRUNCATED);
    EnumMap<SevSnpField, Bytes> fields = new EnumMap<>(SevSnpField.class);
    for (SevSnpField field : SevSnpField.values()) {
      fields.put(field, reader.take(field.size()));
    }
    // spec| AMD 56860 §7.3: a report is 0x4A0 octets
    Rejected.unless(
        checks,
        "sev-snp.report.trailing",
        reader.remaining() == 0,
        Reason.TRAILING_OCTETS,
        () -> reader.remaining() + " octets after the report, at offset " + SIZE);
    return new SevSnpReport(fields);
  }

  /** All octets, as received or built. */
  public Bytes write() {
    return write(false);
  }

  /** The octets that are signed: 0x000 to 0x29F. */
  public Bytes signedPart() {
    return write(true);
  }

  private Bytes write(boolean signedOnly) {
    ByteWriter writer = new ByteWriter();
    fields.forEach(
        (field, octets) -> writer.put(field.isSigned() || !signedOnly ? octets : Bytes.EMPTY));
    return writer.toBytes();
  }

  public Bytes octets(SevSnpField field) {
    return fields.get(field);
  }

  /** A field of at most eight octets as a number; all 64 bits of it. */
  public long number(SevSnpField field) {
    return littleEndian(octets(field));
  }

  /**
   * The same report with one field replaced.
   *
   * @throws IllegalArgumentException if the octets are not as many as the field has
   */
  public SevSnpReport with(SevSnpField field, Bytes octets) {
    EnumMap<SevSnpField, Bytes> copy = new EnumMap<>(fields);
    copy.put(field, octets);
    return new SevSnpReport(copy);
  }

  /** The same report with a number in a field of at most eight octets. */
  public SevSnpReport with(SevSnpField field, long value) {
    return with(field, new ByteWriter().u64le(value).toBytes().slice(0, field.size()));
  }

  public long version() {
    return number(SevSnpField.VERSION);
  }

  public boolean allows(PolicyBit bit) {
    return (number(SevSnpField.POLICY) & bit.mask()) != 0;
  }

  /** Bit 0 of the key information: whether the author's key is given. */
  public boolean hasAuthorKey() {
    return (number(SevSnpField.KEY_INFO) & 1) != 0;
  }

  /** Bits 2 to 4 of the key information: 0 for VCEK, 1 for VLEK, 7 for none, others unassigned. */
  public int signingKey() {
    return (int) (number(SevSnpField.KEY_INFO) >> 2 & 7);
  }

  /** R or S with the most significant octet first, as elsewhere; the report has it last. */
  Bytes bigEndian(SevSnpField field) {
    return reversed(octets(field));
  }

  SevSnpReport withBigEndian(SevSnpField field, Bytes octets) {
    return with(field, reversed(octets));
  }

  static Bytes reversed(Bytes value) {
    byte[] octets = value.toArray();
    for (int i = 0, j = octets.length - 1; i < j; i++, j--) {
      byte octet = octets[i];
      octets[i] = octets[j];
      octets[j] = octet;
    }
    return Bytes.of(octets);
  }

  static long littleEndian(Bytes octets) {
    long value = 0;
    for (int i = octets.size() - 1; i >= 0; i--) {
      value = value << 8 | octets.at(i);
    }
    return value;
  }
}
