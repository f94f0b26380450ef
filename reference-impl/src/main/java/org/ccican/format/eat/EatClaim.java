package org.ccican.format.eat;

import java.util.Optional;

/**
 * The claims that an EAT may have (RFC 9711 section 4, RFC 8392 section 3.1, RFC 8747 section 3):
 * an integer in CBOR, a name in JSON, and how a JSON value is written in CBOR.
 */
enum EatClaim {
  ISS(1, "iss", Form.AS_IT_IS),
  SUB(2, "sub", Form.AS_IT_IS),
  AUD(3, "aud", Form.AS_IT_IS),
  EXP(4, "exp", Form.AS_IT_IS),
  NBF(5, "nbf", Form.AS_IT_IS),
  IAT(6, "iat", Form.AS_IT_IS),
  CTI(7, "jti", Form.AS_IT_IS),
  CNF(8, "cnf", Form.AS_IT_IS),
  NONCE(10, "eat_nonce", Form.AS_IT_IS),
  UEID(256, "ueid", Form.OCTETS),
  SUEIDS(257, "sueids", Form.NAMED_OCTETS),
  OEMID(258, "oemid", Form.OCTETS),
  HWMODEL(259, "hwmodel", Form.OCTETS),
  HWVERSION(260, "hwversion", Form.AS_IT_IS),
  UPTIME(261, "uptime", Form.AS_IT_IS),
  OEMBOOT(262, "oemboot", Form.AS_IT_IS),
  DBGSTAT(263, "dbgstat", Form.DEBUG),
  LOCATION(264, "location", Form.LOCATION),
  EAT_PROFILE(265, "eat_profile", Form.AS_IT_IS),
  SUBMODS(266, "submods", Form.SUBMODULES),
  BOOTCOUNT(267, "bootcount", Form.AS_IT_IS),
  BOOTSEED(268, "bootseed", Form.OCTETS),
  DLOAS(269, "dloas", Form.AS_IT_IS),
  SWNAME(270, "swname", Form.AS_IT_IS),
  SWVERSION(271, "swversion", Form.AS_IT_IS),
  MANIFESTS(272, "manifests", Form.CONTENTS),
  MEASUREMENTS(273, "measurements", Form.CONTENTS),
  MEASRES(274, "measres", Form.RESULTS),
  INTUSE(275, "intuse", Form.INTENDED_USE);

  /** How the JSON value of a claim differs from the one in CBOR (RFC 9711 section 7.2). */
  enum Form {
    /** Texts, numbers, booleans and arrays of them. */
    AS_IT_IS,
    /** base64url for octets; numbers stay. */
    OCTETS,
    /** An object of names and base64url. */
    NAMED_OCTETS,
    /** A word for a number from 0 to 4. */
    DEBUG,
    /** An object with words for the numbers from 1 to 9. */
    LOCATION,
    /** Pairs of a content format and base64url. */
    CONTENTS,
    /** Words for the results. */
    RESULTS,
    /** A word for a number. */
    INTENDED_USE,
    /** Objects and selectors. */
    SUBMODULES
  }

  private final long label;
  private final String id;
  private final Form form;

  EatClaim(long label, String id, Form form) {
    this.label = label;
    this.id = id;
    this.form = form;
  }

  /** The key in a CBOR token. */
  long label() {
    return label;
  }

  /** The name in a JSON token. */
  String id() {
    return id;
  }

  Form form() {
    return form;
  }

  static Optional<EatClaim> named(String id) {
    for (EatClaim each : values()) {
      if (each.id.equals(id)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
