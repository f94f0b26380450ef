package org.ccican.conformance.specimen;

import java.util.Locale;
import org.ccican.wire.Bytes;

/** What the suite's manifests install, by the words of the features. */
public enum Contents {
  /** Three blocks of AES and a bit. */
  CONTENT_A("The first content, which fills three blocks of sixteen."),
  CONTENT_B("Other content."),
  CONTENT_C("Content that is neither the first nor the other.");

  private final Bytes octets;

  Contents(String text) {
    octets = Bytes.utf8(text);
  }

  public Bytes octets() {
    return octets;
  }

  /** The last segment of the URI where it can be fetched. */
  public String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param words such as {@code content A}
   */
  public static Contents named(String words) {
    return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
