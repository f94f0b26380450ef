package org.ccican.wire;

/** Hears what decoding a stranger's octets costs, so that the cost can be counted. */
@FunctionalInterface
public interface CborMeter {

  /** Listens to nothing. */
  CborMeter NONE = octets -> {};

  /** So many octets were looked at once more. */
  void visited(int octets);
}
