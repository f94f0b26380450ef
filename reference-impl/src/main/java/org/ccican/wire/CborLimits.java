package org.ccican.wire;

/**
 * How much a decoder takes from a stranger.
 *
 * @param octets the longest input
 * @param depth the deepest nesting of arrays, maps and tags
 * @param items the most data items in one input, the outermost included
 */
public record CborLimits(int octets, int depth, int items) {

  /** 16 MiB, 32 levels, 65,536 items: far above any message of the drafts. */
  public static final CborLimits DEFAULT = new CborLimits(16 << 20, 32, 1 << 16);
}
