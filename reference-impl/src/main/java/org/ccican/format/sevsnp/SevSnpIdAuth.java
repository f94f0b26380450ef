package org.ccican.format.sevsnp;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * Who vouches for an ID block (AMD 56860 section 8.18, ID authentication information): a key that
 * signed the block, and where it is used an author's key that signed the first one. An instance has
 * every field in its size and may break every other rule.
 */
public record SevSnpIdAuth(Map<Field, Bytes> fields) {

  /** Octets of the whole. */
  public static final int SIZE = 0x1000;

  static final String RULE = "sev-snp.launch.auth-size";

  /** The fields in their order; integers are little-endian. */
  public enum Field {
    /** 1, ECDSA over P-384 with SHA-384. */
    ID_KEY_ALGO(0x000, 4),
    AUTH_KEY_ALGO(0x004, 4),
    RESERVED_008(0x008, 56),
    ID_BLOCK_SIG(0x040, SevSnpOwnerKey.SIGNATURE_SIZE),
    ID_KEY(0x240, SevSnpOwnerKey.SIZE),
    RESERVED_644(0x644, 60),
    ID_KEY_SIG(0x680, SevSnpOwnerKey.SIGNATURE_SIZE),
    AUTHOR_KEY(0x880, SevSnpOwnerKey.SIZE),
    RESERVED_C84(0xC84, 892);

    private final int offset;
    private final int size;

    Field(int offset, int size) {
      this.offset = offset;
      this.size = size;
    }

    public int offset() {
      return offset;
    }

    public int size() {
      return size;
    }

    boolean isReserved() {
      return name().startsWith("RESERVED_");
    }

    @Override
    public String toString() {
      return name() + " at offset 0x" + Integer.toHexString(offset);
    }
  }

  public SevSnpIdAuth {
    EnumMap<Field, Bytes> copy = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      Bytes octets = fields.getOrDefault(field, Bytes.zero(field.size()));
      if (octets.size() != field.size()) {
        throw new IllegalArgumentException(field + " needs " + field.size() + " octets");
      }
      copy.put(field, octets);
    }
    fields = Collections.unmodifiableMap(copy);
  }

  /**
   * @throws Rejected if there are not exactly {@link #SIZE} octets
   */
  public static SevSnpIdAuth parse(Bytes octets) throws Rejected {
    if (octets.size() != SIZE) {
      throw new Rejected(
          octets.size() < SIZE ? Reason.TRUNCATED : Reason.TRAILING_OCTETS,
          RULE,
          SIZE + " octets expected, found " + octets.size());
    }
    ByteReader reader = new ByteReader(octets, RULE);
    EnumMap<Field, Bytes> fields = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      fields.put(field, reader.take(field.size()));
    }
    return new SevSnpIdAuth(fields);
  }

  public Bytes write() {
    ByteWriter writer = new ByteWriter();
    fields.values().forEach(writer::put);
    return writer.toBytes();
  }

  public Bytes octets(Field field) {
    return fields.get(field);
  }

  /** The same with one field replaced. */
  public SevSnpIdAuth with(Field field, Bytes octets) {
    EnumMap<Field, Bytes> copy = new EnumMap<>(fields);
    copy.put(field, octets);
    return new SevSnpIdAuth(copy);
  }
}
