package org.ccican.vector.gen;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The rules of PSA tokens, each with the check that enforces it. */
final class PsaRules {

  private static final String PSA = "RFC 9783";
  private static final String COSE = "RFC 9052";
  private static final String X509 = "RFC 5280";

  /** Where a rule stands, and the numbers of the requirements. */
  private record Place(String document, String section, int... numbers) {}

  private final Map<String, Place> places = new LinkedHashMap<>();

  PsaRules() {
    encoding();
    keys();
    claims();
    demands();
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
      requirements[i] = String.format(Locale.ROOT, "PSA-%02d", place.numbers()[i]);
    }
    return Rule.of(
        check.replaceFirst("#.*", ""), why, place.document(), place.section(), requirements);
  }

  private void encoding() {
    put("cbor.truncated", PSA, "5.1.1", 24);
    put("cbor.trailing", PSA, "5.1.1", 24);
    put("cbor.well-formed", PSA, "5.1.1", 24);
    put("cbor.duplicate-key", PSA, "5.1.1", 24);
    put("cbor.utf8", PSA, "5.1.1", 24);
    put("cbor.definite", PSA, "5.1.1", 26);
    put("cbor.definite#variation", PSA, "5.1.1", 25);
    put("cbor.limit.depth", "RFC 8949", "10", 24);
    put("cbor.limit.items", "RFC 8949", "10", 24);
    put("arm.token.tag", PSA, "5.1.1", 27);
    put("arm.token.tag#bundle", PSA, "5.1.3", 29);
    put("arm.token.shape", COSE, "4.2", 27);
    put("arm.token.claims", PSA, "5.1.1", 24);
    put("cose.protected.shape", COSE, "3", 27);
    put("cose.header.once", COSE, "3", 27);
    put("cose.crit.shape", COSE, "3.1", 27);
    put("cose.crit.protected", COSE, "3.1", 27);
    put("cose.crit.some", COSE, "3.1", 27);
    put("cose.crit.listed", COSE, "3.1", 27);
    put("cose.crit.understood", COSE, "3.1", 27);
    put("cose.alg.protected", COSE, "3.1", 27);
    put("cose.alg.present", COSE, "3.1", 31);
    put("cose.alg.known", PSA, "5.2", 31, 32);
  }

  private void keys() {
    put("psa.signature.algorithm", PSA, "5.2", 31, 32);
    put("arm.key.chain", "RFC 9360", "2", 34);
    put("arm.key.known", PSA, "8", 33);
    put("cert.malformed", X509, "4.1", 34);
    put("cert.der", X509, "4.1", 34);
    put("cert.path.order", "RFC 9360", "2", 34);
    put("cert.path.complete", X509, "6.1", 34);
    put("cert.path.anchor", X509, "6.1.1", 34);
    put("cert.path.algorithm", X509, "4.1.1.2", 34);
    put("cert.path.signature", X509, "6.1.3", 34);
    put("cert.path.authority", X509, "6.1.4", 34);
    put("cert.path.length", X509, "6.1.4", 34);
    put("cert.path.key-usage", X509, "6.1.4", 34);
    put("cert.path.critical", X509, "4.2", 34);
    put("cert.validity.begun", X509, "6.1.3", 34);
    put("cert.validity.ended", X509, "6.1.3", 34);
    put("cert.crl.malformed", X509, "5.1", 34);
    put("cert.crl.algorithm", X509, "5.1.1.2", 34);
    put("cert.crl.key-usage", X509, "6.3.3", 34);
    put("cert.crl.signature", X509, "6.3.3", 34);
    put("cert.crl.critical", X509, "5.2", 34);
    put("cert.crl.current", X509, "5.1.2", 34);
    put("cert.crl.revoked", X509, "6.3.3", 34);
    put("arm.key.kind", PSA, "8", 34);
    put("arm.key.instance", PSA, "4.2.1", 33);
    put("psa.signature.key", "RFC 9053", "2.1", 31);
    put("psa.signature.valid", PSA, "8", 35);
    put("psa.signature.valid#mac", PSA, "5.1.1", 28);
    put("psa.signature.valid#algorithms", PSA, "5.2", 31);
  }

  private void claims() {
    put("psa.claims.types", PSA, "4", 24);
    put("psa.claims.types#unknown", PSA, "5.1.3", 30);
    put("psa.profile.present", PSA, "4.5.2", 21);
    put("psa.profile.known", PSA, "4.5.2", 21, 22);
    put("psa.profile.accepted", PSA, "4.6", 23);
    put("psa.nonce.present", PSA, "4.1.1", 3);
    put("psa.nonce.single", PSA, "4.1.1", 2);
    put("psa.nonce.size", PSA, "4.1.1", 1);
    put("psa.client-id.present", PSA, "4.1.2", 4);
    put("psa.client-id.range", PSA, "4.1.2", 5);
    put("psa.instance-id.present", PSA, "4.2.1", 8);
    put("psa.instance-id.size", PSA, "4.2.1", 6);
    put("psa.instance-id.type", PSA, "4.2.1", 7);
    put("psa.implementation-id.present", PSA, "4.2.2", 9);
    put("psa.implementation-id.size", PSA, "4.2.2", 9);
    put("psa.lifecycle.present", PSA, "4.3.1", 12);
    put("psa.lifecycle.range", PSA, "4.3.1", 12);
    put("psa.boot-seed.present", PSA, "4.6", 23);
    put("psa.boot-seed.present#optional", PSA, "4.3.2", 15);
    put("psa.boot-seed.size", PSA, "4.3.2", 14);
    put("psa.certification-reference.form", PSA, "4.2.3", 10);
    put("psa.certification-reference.form#optional", PSA, "4.2.3", 11);
    put("psa.components.present", PSA, "4.4.1", 16);
    put("psa.components.bare", PSA, "4.6", 23);
    put("psa.components.measurement", PSA, "4.4.1.2", 18);
    put("psa.components.measurement#type", PSA, "4.4.1.1", 17, 20);
    put("psa.components.measurement-size", PSA, "4.4.1.2", 18);
    put("psa.components.signer", PSA, "4.4.1.4", 19);
    put("psa.components.signer-size", PSA, "4.4.1.4", 19);
  }

  private void demands() {
    put("psa.lifecycle.trusted", PSA, "4.3.1", 13);
    put("psa.lifecycle.debug", PSA, "4.3.1", 13);
    put("psa.client-id.side", PSA, "4.1.2", 5);
    put("psa.client-id.expected", PSA, "4.1.2", 5);
    put("psa.implementation-id.expected", PSA, "8", 40);
    put("psa.instance-id.expected", PSA, "8", 40);
    put("psa.certification-reference.expected", PSA, "8", 40);
    put("psa.components.signer-expected", PSA, "8", 40);
    put("psa.components.reference", PSA, "4.4.1", 39);
    put("psa.nonce.expected", PSA, "5.1.2", 38);
  }

  private void put(String check, String document, String section, int... numbers) {
    places.put(check, new Place(document, section, numbers));
  }
}
