package org.ccican.vector.gen;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where the rules of a format stand, each under the name of the check that enforces it. */
final class RulePlaces {

  private static final String X509 = "RFC 5280";
  private static final String COSE = "RFC 9052";

  /** Where a rule stands, and the numbers of the requirements. */
  private record Place(String document, String section, int... numbers) {}

  private final String prefix;
  private final Map<String, Place> places = new LinkedHashMap<>();

  /**
   * @param prefix of requirements: {@code CCA}
   */
  RulePlaces(String prefix) {
    this.prefix = prefix;
  }

  /**
   * The rule that a check enforces, broken in the way that the reason says.
   *
   * @param check its name; behind a {@code #} the rule, where one check enforces several
   */
  Rule rule(String check, Why why) {
    Place place = places.get(check);
    if (place == null) {
      throw new IllegalArgumentException("no place of " + check);
    }
    String[] requirements = new String[place.numbers().length];
    for (int i = 0; i < requirements.length; i++) {
      requirements[i] = String.format(Locale.ROOT, "%s-%02d", prefix, place.numbers()[i]);
    }
    return Rule.of(
        check.replaceFirst("#.*", ""), why, place.document(), place.section(), requirements);
  }

  void put(String check, String document, String section, int... numbers) {
    places.put(check, new Place(document, section, numbers));
  }

  /** How a token is encoded. */
  void encoding(String document, String section, int number) {
    for (String check :
        new String[] {"truncated", "trailing", "well-formed", "duplicate-key", "utf8"}) {
      put("cbor." + check, document, section, number);
    }
    put("cbor.limit.depth", "RFC 8949", "10", number);
    put("cbor.limit.items", "RFC 8949", "10", number);
  }

  /** How a token is signed: its headers. */
  void headers(int number) {
    put("arm.token.shape", COSE, "4.2", number);
    put("cose.protected.shape", COSE, "3", number);
    put("cose.header.once", COSE, "3", number);
    for (String check : new String[] {"shape", "protected", "some", "listed", "understood"}) {
      put("cose.crit." + check, COSE, "3.1", number);
    }
    put("cose.alg.protected", COSE, "3.1", number);
  }

  /** The certificates of the key that signed. */
  void certificates(int number) {
    put("cert.malformed", X509, "4.1", number);
    put("cert.der", X509, "4.1", number);
    put("cert.path.order", "RFC 9360", "2", number);
    put("cert.path.complete", X509, "6.1", number);
    put("cert.path.anchor", X509, "6.1.1", number);
    put("cert.path.algorithm", X509, "4.1.1.2", number);
    put("cert.path.signature", X509, "6.1.3", number);
    put("cert.path.authority", X509, "6.1.4", number);
    put("cert.path.length", X509, "6.1.4", number);
    put("cert.path.key-usage", X509, "6.1.4", number);
    put("cert.path.critical", X509, "4.2", number);
    put("cert.validity.begun", X509, "6.1.3", number);
    put("cert.validity.ended", X509, "6.1.3", number);
  }

  /** The revocation lists of their authorities. */
  void lists(int number) {
    put("cert.crl.malformed", X509, "5.1", number);
    put("cert.crl.algorithm", X509, "5.1.1.2", number);
    put("cert.crl.key-usage", X509, "6.3.3", number);
    put("cert.crl.signature", X509, "6.3.3", number);
    put("cert.crl.critical", X509, "5.2", number);
    put("cert.crl.current", X509, "5.1.2", number);
    put("cert.crl.revoked", X509, "6.3.3", number);
  }
}
