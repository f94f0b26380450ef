package org.ccican.evidence;

import org.ccican.wire.Cbor;

/** What a record of a CMW holds: a media type, or in CBOR the number of a content format. */
public sealed interface CmwType {

  Cbor toCbor();

  /**
   * A media type with its parameters (RFC 9193 section 2).
   *
   * @param text for instance {@code application/eat+cwt}
   */
  record MediaType(String text) implements CmwType {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final String QUOTED = "\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*+\"";
    private static final String PARAMETER = " *+; *+" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + ")";
    private static final String GRAMMAR = NAME + "/" + NAME + "(?:" + PARAMETER + ")*+";

    private static final int LONGEST = 512;

    /** Whether the text is what RFC 9193 calls a Content-Type. */
    public boolean isOne() {
      return text.length() <= LONGEST && text.matches(GRAMMAR);
    }

    @Override
    public Cbor toCbor() {
      return Cbor.text(text);
    }
  }

  /**
   * The number of a CoAP Content-Format (RFC 7252 section 12.3).
   *
   * @param number 0 to 65,535
   */
  record ContentFormat(int number) implements CmwType {

    /** The largest number for which there is a tag (RFC 9277 appendix B). */
    public static final int MOST_WITH_TAG = 65_024;

    private static final long FIRST_TAG = 0x6374_0101L;

    /** TN(): the tag of octets in this format, which has no octet that is zero. */
    public long tag() {
      return FIRST_TAG + (number / 255) * 256L + number % 255;
    }

    /**
     * The format of a tag; its number is above {@link #MOST_WITH_TAG} or below 0 if the tag is none
     * of TN().
     */
    static ContentFormat ofTag(long tag) {
      long past = tag - FIRST_TAG;
      boolean none = past < 0 || past > 0xfefe || past % 256 == 255;
      return new ContentFormat(none ? -1 : (int) (past / 256 * 255 + past % 256));
    }

    @Override
    public Cbor toCbor() {
      return Cbor.integer(number);
    }
  }
}
