package org.ccican.wire;

/**
 * Where an item stood in the octets it was decoded from: start inclusive, end exclusive. Positions
 * do not count in comparisons, so that a decoded item equals the one that was built.
 */
public record Span(Bytes source, int start, int end) {

  /** The place of an item that was built and not decoded. */
  public static final Span NONE = new Span(Bytes.EMPTY, 0, 0);

  /** The item's own octets, exactly as received. */
  public Bytes raw() {
    return source.slice(start, end);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Span;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return start + ".." + end;
  }
}
