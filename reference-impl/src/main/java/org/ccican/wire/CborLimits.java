package org.ccican.wire;

/**
 * How much a decoder takes from a stranger. Everything that it visits or allocates is bounded by
 * these, whatever the octets claim.
 *
 * @param octets the longest input
 * @param depth the deepest nesting of arrays, maps and tags
 * @param items the most data items in one input, the outermost and every chunk included
 * @param string the longest byte or text string, all its chunks together, in octets
 * @param keys the most octets of map keys in one input; a key inside a key counts again, since keys
 *     are compared by their encodings
 */
public record CborLimits(int octets, int depth, int items, int string, int keys) {

  /** 16 MiB, 32 levels, 65,536 items, 8 MiB in one string, 1 MiB of keys: far above any draft. */
  public static final CborLimits DEFAULT = new CborLimits(16 << 20, 32, 1 << 16, 8 << 20, 1 << 20);
}
