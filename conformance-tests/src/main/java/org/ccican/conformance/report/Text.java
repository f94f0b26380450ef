package org.ccican.conformance.report;

import java.util.List;
import java.util.Locale;

/** Text that others may have chosen, made fit to be kept and to be shown. */
public final class Text {

  /** UTF-16 units that one text of a report keeps. */
  static final int LIMIT = 16 * 1024;

  private static final int CHARACTERS_FOR_NOTE = 40;

  private Text() {}

  /**
   * The text with lone surrogates replaced by U+FFFD and cut at {@link #LIMIT}, so that every
   * report can be written as UTF-8 and read back as it was; a text that was bounded stays as it is.
   */
  static String bounded(String text) {
    String whole = wellFormed(text);
    return whole.length() <= LIMIT ? whole : cut(whole, LIMIT - CHARACTERS_FOR_NOTE);
  }

  static List<String> bounded(List<String> texts) {
    return texts.stream().map(Text::bounded).toList();
  }

  /** The text cut after so many UTF-16 units, never inside a character, saying what is missing. */
  static String cut(String text, int units) {
    if (text.length() <= units) {
      return text;
    }
    int end = units > 0 && Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units;
    return text.substring(0, end) + "… (" + (text.length() - end) + " characters more)";
  }

  /**
   * The text as a reader may see it: line feeds stay, everything else that would be invisible, move
   * other text about, steer a terminal or be forbidden in XML 1.0 is named by its code point.
   */
  static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\t') {
                shown.append(' ');
              } else if (point == '\n' || harmless(point)) {
                shown.appendCodePoint(point);
              } else {
                shown.append(String.format(Locale.ROOT, "⟨U+%04X⟩", point));
              }
            });
    return shown.toString();
  }

  /** The same, on one line. */
  public static String line(String text) {
    return visible(text.replace("\r\n", "\n").replace('\n', ' '));
  }

  private static String wellFormed(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point ->
                kept.appendCodePoint(
                    Character.getType(point) == Character.SURROGATE ? 0xfffd : point));
    return kept.toString();
  }

  private static boolean harmless(int point) {
    boolean nonCharacter = (point & 0xfffe) == 0xfffe || point >= 0xfdd0 && point <= 0xfdef;
    return !nonCharacter
        && switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
