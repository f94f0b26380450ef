package org.ccican.wire;

import java.util.Base64;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/** Base64 in the alphabet for URLs and without padding (RFC 4648 sections 3.2, 3.5 and 5). */
public final class Base64Url {

  private static final String DIGITS = "[A-Za-z0-9_-]*";

  private Base64Url() {}

  public static String encode(Bytes octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets.toArray());
  }

  /**
   * The octets of a text; each octet string has one spelling.
   *
   * @param rule the structural check that a refusal names
   * @throws Rejected if there is padding, another alphabet, half an octet, or a bit behind the last
   */
  public static Bytes decode(String text, String rule) throws Rejected {
    if (!text.matches(DIGITS) || text.length() % 4 == 1) {
      throw new Rejected(
          Reason.MALFORMED, rule, "no base64url without padding of " + text.length() + " digits");
    }
    Bytes octets = Bytes.of(Base64.getUrlDecoder().decode(text));
    if (!encode(octets).equals(text)) {
      throw new Rejected(Reason.MALFORMED, rule, "bits behind the last octet are not zero");
    }
    return octets;
  }
}
