package org.ccican.format.intel;

import java.util.Optional;
import java.util.stream.Stream;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * An enclave's report: of the application in a quote about SGX, and of the quoting enclave in every
 * quote. {@link EnclaveField} is the layout.
 *
 * @param octets all 384 of them
 */
public record EnclaveReport(Bytes octets) {

  public EnclaveReport {
    if (octets.size() != EnclaveField.SIZE) {
      throw new IllegalArgumentException(EnclaveField.SIZE + " octets needed");
    }
  }

  /** A report of zeros. */
  public static EnclaveReport blank() {
    return new EnclaveReport(Bytes.zero(EnclaveField.SIZE));
  }

  public Bytes octets(EnclaveField field) {
    return octets.slice(field.offset(), field.offset() + field.size());
  }

  /** A field of at most eight octets as a number; all 64 bits of it. */
  public long number(EnclaveField field) {
    return LittleEndian.number(octets(field));
  }

  /**
   * @throws IllegalArgumentException if the octets are not as many as the field has
   */
  public EnclaveReport with(EnclaveField field, Bytes value) {
    if (value.size() != field.size()) {
      throw new IllegalArgumentException(field + " needs " + field.size() + " octets");
    }
    return new EnclaveReport(octets.with(field.offset(), value));
  }

  /** The same report with a number in a field of at most eight octets. */
  public EnclaveReport with(EnclaveField field, long value) {
    return with(field, new ByteWriter().u64le(value).toBytes().slice(0, field.size()));
  }

  public boolean has(EnclaveField.Flag flag) {
    return (number(EnclaveField.ATTRIBUTES) & flag.mask()) != 0;
  }

  /** A reserved field that is not zero, where there is one. */
  public Optional<EnclaveField> reservedAndSet() {
    return Stream.of(EnclaveField.values())
        .filter(each -> each.isReserved() && !octets(each).isZero())
        .findFirst();
  }
}
