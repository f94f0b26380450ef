package org.ccican.format.sevsnp;

import java.util.Objects;
import org.ccican.wire.Bytes;

/**
 * One page at launch (AMD 56860 section 8.17): where it lies and what it holds.
 *
 * @param gpa guest physical address
 * @param contents 4096 octets; those of a page whose contents are not measured are what the guest
 *     finds there at first
 */
public record SevSnpPage(Type type, long gpa, Bytes contents) {

  public static final int SIZE = 4096;

  /** How a page enters the measurement. */
  public enum Type {
    NORMAL(1, true),
    VMSA(2, true),
    ZERO(3, false),
    UNMEASURED(4, false),
    SECRETS(5, false),
    CPUID(6, false);

    private final int id;
    private final boolean measured;

    Type(int id, boolean measured) {
      this.id = id;
      this.measured = measured;
    }

    /** The value of PAGE_TYPE. */
    public int id() {
      return id;
    }

    /** Whether the contents are measured; type and address always are. */
    public boolean isMeasured() {
      return measured;
    }
  }

  public SevSnpPage {
    Objects.requireNonNull(type);
    if (contents.size() != SIZE) {
      throw new IllegalArgumentException("a page has 4096 octets, not " + contents.size());
    }
  }

  /** A page of zeros. */
  public static SevSnpPage empty(Type type, long gpa) {
    return new SevSnpPage(type, gpa, Bytes.zero(SIZE));
  }
}
