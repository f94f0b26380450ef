package org.ccican.conformance.driver;

import java.util.Locale;
import org.ccican.wire.Bytes;

/** One thing wrong with the wrapper around evidence that is right, or nothing. */
public enum WrapperFlaw {
  NONE(""),
  /** The evidence is right, and its media type one that nobody can know. */
  UNKNOWN_TYPE(""),
  NESTED_RECORD("6161a161788263612f6240"),
  NO_INDICATOR("61618263612f6240"),
  INDICATOR_ZERO("61618363612f624000"),
  INDICATOR_OF_5_OCTETS("61618363612f62401b0000000100000000"),
  UNKNOWN_INDICATOR("61618363612f62401820"),
  TEXT_VALUE("61618263612f6260"),
  FOUR_PARTS("61618463612f62400404"),
  NO_MEDIA_TYPE("616182616140"),
  LARGE_CONTENT_FORMAT("6161821a0001000040"),
  FOREIGN_TAG("6161da6375010140"),
  EMPTY_COLLECTION("6161a0"),
  RELATIVE_TYPE("685f5f636d77635f74632e2e2f"),
  RECORD_AS_TYPE("685f5f636d77635f748263612f6240"),
  ABSOLUTE_TYPE("685f5f636d77635f7463613a62"),
  LABEL_TWICE("6865766964656e63658263612f6240"),
  DEEP("6161" + "a16161".repeat(9) + "8263612f6240");

  private final String entry;

  WrapperFlaw(String entry) {
    this.entry = entry.replace(" ", "");
  }

  /**
   * @param id lower case with hyphens
   * @throws IllegalArgumentException if there is no such flaw
   */
  public static WrapperFlaw of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * The collection with one entry more.
   *
   * @param collection a map of fewer than 23 entries
   */
  Bytes in(Bytes collection) {
    if (entry.isEmpty()) {
      return collection;
    }
    return Bytes.concat(
        Bytes.of(collection.at(0) + 1), collection.slice(1, collection.size()), Bytes.hex(entry));
  }
}
