package org.ccican.format.eat;

import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;

/**
 * A selector (RFC 9711 section 4.2.18): an array in JSON of a type and a token of that type.
 *
 * @param type {@code JWT}, {@code CBOR}, {@code BUNDLE} or {@code DIGEST}
 */
record EatSelector(String type, Json token) {

  private static final String SHAPE = "eat.selector.shape";

  /**
   * @throws Rejected if the value is no array of a text and something else
   */
  static EatSelector of(Json value) throws Rejected {
    if (value instanceof Json.Array array
        && array.items().size() == 2
        && array.items().get(0) instanceof Json.Text type) {
      return new EatSelector(type.value(), array.items().get(1));
    }
    throw new Rejected(Reason.WRONG_TYPE, SHAPE, "a selector of two expected at " + value.span());
  }

  static EatSelector parse(String text, Checks checks) throws Rejected {
    return of(JsonDecoder.decode(Bytes.utf8(text), checks));
  }

  /** Whether a text is the selector of a digest; what cannot be read is none. */
  static boolean isDigest(String text) {
    try {
      return parse(text, Checks.unbroken()).type().equals("DIGEST");
    } catch (Rejected e) {
      return false;
    }
  }

  /**
   * The token's octets, as they would stand outside.
   *
   * @throws Rejected if the type is unknown, or the token is not of it
   */
  Bytes octets(Checks checks) throws Rejected {
    boolean bundle = type.equals("BUNDLE");
    // spec| RFC 9711 §4.2.18: a nested token is a JWT, a token in CBOR or a bundle
    Rejected.unless(
        checks,
        "eat.selector.type",
        bundle || type.equals("JWT") || type.equals("CBOR"),
        Reason.UNKNOWN_FORMAT,
        () -> "a selector of " + type);
    if (bundle) {
      return token.span().raw();
    }
    if (!(token instanceof Json.Text text)) {
      throw new Rejected(Reason.WRONG_TYPE, SHAPE, "text expected at " + token.span());
    }
    if (!type.equals("CBOR")) {
      return Bytes.utf8(text.value());
    }
    return EatJson.base64(text.value())
        .orElseThrow(
            () -> new Rejected(Reason.MALFORMED, SHAPE, "base64url expected at " + token.span()));
  }
}
