package org.ccican.inspect;

import org.ccican.wire.Bytes;

/** How what a stranger wrote is shown: short, on one line, and in printable characters alone. */
final class Values {

  private static final int OCTETS = 32;
  private static final int CHARACTERS = 96;

  private Values() {}

  static String octets(Bytes value) {
    if (value.isZero() && value.size() > 8) {
      return value.size() + " octets of zero";
    }
    return value.size() <= OCTETS
        ? value.toHex()
        : value.slice(0, OCTETS).toHex() + "... (" + value.size() + " octets)";
  }

  static String text(String value) {
    StringBuilder shown = new StringBuilder("\"");
    value
        .codePoints()
        .limit(CHARACTERS)
        .forEach(each -> shown.append(each < 0x20 || each > 0x7e ? "." : Character.toString(each)));
    return shown
        .append(value.codePointCount(0, value.length()) > CHARACTERS ? "...\"" : "\"")
        .toString();
  }
}
