package org.ccican.conformance.report;

/** Octets as readers know them: offset, hex and printable ASCII, eight to a line. */
final class HexDump {

  private static final int PER_LINE = 8;

  private HexDump() {}

  /**
   * @param hex an even number of hex digits
   * @param limit octets to show at most
   */
  static String of(String hex, int limit) {
    int size = Math.min(hex.length() / 2, limit);
    StringBuilder dump = new StringBuilder();
    for (int line = 0; line < size; line += PER_LINE) {
      int end = Math.min(size, line + PER_LINE);
      StringBuilder text = new StringBuilder();
      dump.append(line == 0 ? "" : "\n");
      String offset = Integer.toHexString(line);
      dump.append("0".repeat(Math.max(0, 4 - offset.length()))).append(offset).append(' ');
      for (int at = line; at < end; at++) {
        String octet = hex.substring(2 * at, 2 * at + 2);
        int value = Integer.parseInt(octet, 16);
        dump.append(' ').append(octet);
        text.append(value >= 0x20 && value < 0x7f ? (char) value : '.');
      }
      dump.append("   ".repeat(line + PER_LINE - end)).append("  ").append(text);
    }
    return dump.toString();
  }

  /** Hex in pairs, with an ellipsis if it is less than the stretch that it comes from. */
  static String inline(String hex, int size) {
    if (size == 0) {
      return "nothing";
    }
    StringBuilder pairs = new StringBuilder();
    for (int at = 0; at < hex.length(); at += 2) {
      pairs.append(at == 0 ? "" : " ").append(hex, at, at + 2);
    }
    return hex.length() / 2 < size ? pairs + " … (" + size + " octets)" : pairs.toString();
  }
}
