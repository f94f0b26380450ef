package org.ccican.format.tdx;

import org.ccican.format.intel.BodyType;
import org.ccican.format.intel.LittleEndian;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * A TD's report; {@link TdField} is the layout.
 *
 * @param type which of the three forms it has
 * @param octets all of them
 */
public record TdReport(BodyType type, Bytes octets) {

  public TdReport {
    if (octets.size() != type.size() || !TdField.TEE_TCB_SVN.isIn(type)) {
      throw new IllegalArgumentException(type + " with " + octets.size() + " octets");
    }
  }

  /** A report of zeros. */
  public static TdReport blank(BodyType type) {
    return new TdReport(type, Bytes.zero(type.size()));
  }

  /**
   * @throws IllegalArgumentException if reports of this type lack the field
   */
  public Bytes octets(TdField field) {
    if (!field.isIn(type)) {
      throw new IllegalArgumentException(field + " is not in " + type);
    }
    return octets.slice(field.offset(), field.offset() + field.size());
  }

  /** A field of at most eight octets as a number; all 64 bits of it. */
  public long number(TdField field) {
    return LittleEndian.number(octets(field));
  }

  /**
   * @throws IllegalArgumentException if the octets are not as many as the field has
   */
  public TdReport with(TdField field, Bytes value) {
    if (value.size() != field.size() || !field.isIn(type)) {
      throw new IllegalArgumentException(field + " needs " + field.size() + " octets");
    }
    return new TdReport(type, octets.with(field.offset(), value));
  }

  /** The same report with a number in a field of at most eight octets. */
  public TdReport with(TdField field, long value) {
    return with(field, new ByteWriter().u64le(value).toBytes().slice(0, field.size()));
  }

  public boolean has(TdField.Attribute attribute) {
    return (number(TdField.TD_ATTRIBUTES) & attribute.mask()) != 0;
  }
}
