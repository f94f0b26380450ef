package org.ccican.wire;

/**
 * How much a reader of JSON takes from a stranger.
 *
 * @param octets the longest text
 * @param depth the deepest nesting of arrays and objects
 * @param values the most values in one text
 */
public record JsonLimits(int octets, int depth, int values) {

  /** 1 MiB, 16 levels, 32,768 values. */
  public static final JsonLimits DEFAULT = new JsonLimits(1 << 20, 16, 1 << 15);
}
