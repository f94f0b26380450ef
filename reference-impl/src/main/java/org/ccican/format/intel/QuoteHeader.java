package org.ccican.format.intel;

import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * The first 48 octets of a quote; {@link QuoteField} is their layout.
 *
 * @param octets all of them
 */
public record QuoteHeader(Bytes octets) {

  /** QE_VENDOR_ID of Intel's quoting enclaves. */
  public static final Bytes INTEL = Bytes.hex("939a7233f79c4ca9940a0db3957f0607");

  /** ATT_KEY_TYPE of ECDSA over P-256 with SHA-256. */
  public static final int ECDSA_P256 = 2;

  public QuoteHeader {
    if (octets.size() != QuoteField.SIZE) {
      throw new IllegalArgumentException(QuoteField.SIZE + " octets needed");
    }
  }

  /** A header as Intel's quoting enclaves write it, without security versions and user data. */
  public static QuoteHeader of(int version, long teeType) {
    return new QuoteHeader(Bytes.zero(QuoteField.SIZE))
        .with(QuoteField.VERSION, version)
        .with(QuoteField.ATT_KEY_TYPE, ECDSA_P256)
        .with(QuoteField.TEE_TYPE, teeType)
        .with(QuoteField.QE_VENDOR_ID, INTEL);
  }

  public Bytes octets(QuoteField field) {
    return octets.slice(field.offset(), field.offset() + field.size());
  }

  /** A field of at most eight octets as a number. */
  public long number(QuoteField field) {
    return LittleEndian.number(octets(field));
  }

  public int version() {
    return (int) number(QuoteField.VERSION);
  }

  /**
   * @throws IllegalArgumentException if the octets are not as many as the field has
   */
  public QuoteHeader with(QuoteField field, Bytes value) {
    if (value.size() != field.size()) {
      throw new IllegalArgumentException(field + " needs " + field.size() + " octets");
    }
    return new QuoteHeader(octets.with(field.offset(), value));
  }

  public QuoteHeader with(QuoteField field, long value) {
    return with(field, new ByteWriter().u64le(value).toBytes().slice(0, field.size()));
  }
}
