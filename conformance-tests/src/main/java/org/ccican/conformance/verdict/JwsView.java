package org.ccican.conformance.verdict;

import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;

/**
 * A JWS in the compact serialization as it was seen (RFC 7515 section 7.1): header, payload and
 * signature in base64url without padding, dots between them. What is signed are the octets that
 * stand before the second dot.
 */
record JwsView(Bytes signed, Json.Obj header, Bytes payload, Bytes signature) {

  private static final String WHAT = "jws";

  JwsView {
    Objects.requireNonNull(signed);
    Objects.requireNonNull(header);
    Objects.requireNonNull(payload);
    Objects.requireNonNull(signature);
  }

  static Reading<JwsView> read(Bytes octets) {
    return Reading.of(() -> parse(octets.toText()));
  }

  private static JwsView parse(String text) throws Rejected {
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
      throw new Rejected(Reason.WRONG_TYPE, WHAT, "three parts expected");
    }
    Json header = json(digits(text.substring(0, first)));
    if (!(header instanceof Json.Obj object)) {
      throw new Rejected(Reason.WRONG_TYPE, WHAT, "a header that is no object");
    }
    // spec| RFC 7515 §4.1.11: what is critical and not understood makes the whole invalid
    if (object.find("crit").isPresent()) {
      throw new Rejected(Reason.CRITICAL_HEADER, WHAT, "a critical header");
    }
    return new JwsView(
        Bytes.utf8(text.substring(0, second)),
        object,
        digits(text.substring(first + 1, second)),
        digits(text.substring(second + 1)));
  }

  static Json json(Bytes octets) throws Rejected {
    return JsonDecoder.decode(octets, Checks.unbroken());
  }

  /** spec| RFC 7515 §2: the alphabet for URLs, no padding, nothing else */
  private static Bytes digits(String text) throws Rejected {
    if (!text.matches("[A-Za-z0-9_-]*")) {
      throw new Rejected(Reason.MALFORMED, WHAT, "no base64url without padding");
    }
    try {
      return Bytes.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new Rejected(Reason.MALFORMED, WHAT, "half an octet in base64url");
    }
  }

  /** The algorithm as COSE numbers it; none and those of secret keys have no number here. */
  private Optional<Long> algorithm() {
    Optional<String> name =
        header
            .find("alg")
            .filter(Json.Text.class::isInstance)
            .map(alg -> ((Json.Text) alg).value());
    return name.flatMap(
        alg ->
            switch (alg) {
              case "ES256" -> Optional.of(-7L);
              case "ES384" -> Optional.of(-35L);
              case "EdDSA", "Ed25519" -> Optional.of(-8L);
              default -> Optional.empty();
            });
  }

  /** Whether the key made the signature. */
  boolean verifies(Verifier signatures, Bytes spki) {
    return algorithm().filter(alg -> signatures.verifies(alg, spki, signed, signature)).isPresent();
  }
}
