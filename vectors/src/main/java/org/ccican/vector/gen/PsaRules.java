package org.ccican.vector.gen;

/** The rules of PSA tokens, each with the check that enforces it. */
final class PsaRules {

  private static final String PSA = "RFC 9783";
  private static final String COSE = "RFC 9052";

  private final RulePlaces places = new RulePlaces("PSA");

  PsaRules() {
    encoding();
    keys();
    claims();
    demands();
  }

  /** The rule that a check enforces, by its name in the table below. */
  Rule rule(String check, Why why) {
    return places.rule(check, why);
  }

  private void encoding() {
    places.encoding(PSA, "5.1.1", 24);
    places.headers(27);
    places.put("cbor.definite", PSA, "5.1.1", 26);
    places.put("cbor.definite#variation", PSA, "5.1.1", 25);
    places.put("arm.token.tag", PSA, "5.1.1", 27);
    places.put("arm.token.tag#bundle", PSA, "5.1.3", 29);
    places.put("arm.token.claims", PSA, "5.1.1", 24);
    places.put("cose.alg.present", COSE, "3.1", 31);
    places.put("cose.alg.known", PSA, "5.2", 31, 32);
  }

  private void keys() {
    places.certificates(34);
    places.lists(34);
    places.put("psa.signature.algorithm", PSA, "5.2", 31, 32);
    places.put("arm.key.chain", "RFC 9360", "2", 34);
    places.put("arm.key.known", PSA, "8", 33);
    places.put("arm.key.kind", PSA, "8", 34);
    places.put("arm.key.instance", PSA, "4.2.1", 33);
    places.put("psa.signature.key", "RFC 9053", "2.1", 31);
    places.put("psa.signature.valid", PSA, "8", 35);
    places.put("psa.signature.valid#mac", PSA, "5.1.1", 28);
    places.put("psa.signature.valid#algorithms", PSA, "5.2", 31);
  }

  private void claims() {
    places.put("psa.claims.types", PSA, "4", 24);
    places.put("psa.claims.types#unknown", PSA, "5.1.3", 30);
    places.put("psa.profile.present", PSA, "4.5.2", 21);
    places.put("psa.profile.known", PSA, "4.5.2", 21, 22);
    places.put("psa.profile.accepted", PSA, "4.6", 23);
    places.put("psa.nonce.present", PSA, "4.1.1", 3);
    places.put("psa.nonce.single", PSA, "4.1.1", 2);
    places.put("psa.nonce.size", PSA, "4.1.1", 1);
    places.put("psa.client-id.present", PSA, "4.1.2", 4);
    places.put("psa.client-id.range", PSA, "4.1.2", 5);
    places.put("psa.instance-id.present", PSA, "4.2.1", 8);
    places.put("psa.instance-id.size", PSA, "4.2.1", 6);
    places.put("psa.instance-id.type", PSA, "4.2.1", 7);
    places.put("psa.implementation-id.present", PSA, "4.2.2", 9);
    places.put("psa.implementation-id.size", PSA, "4.2.2", 9);
    places.put("psa.lifecycle.present", PSA, "4.3.1", 12);
    places.put("psa.lifecycle.range", PSA, "4.3.1", 12);
    places.put("psa.boot-seed.present", PSA, "4.6", 23);
    places.put("psa.boot-seed.present#optional", PSA, "4.3.2", 15);
    places.put("psa.boot-seed.size", PSA, "4.3.2", 14);
    places.put("psa.certification-reference.form", PSA, "4.2.3", 10);
    places.put("psa.certification-reference.form#optional", PSA, "4.2.3", 11);
    places.put("psa.components.present", PSA, "4.4.1", 16);
    places.put("psa.components.bare", PSA, "4.6", 23);
    places.put("psa.components.measurement", PSA, "4.4.1.2", 18);
    places.put("psa.components.measurement#type", PSA, "4.4.1.1", 17, 20);
    places.put("psa.components.measurement-size", PSA, "4.4.1.2", 18);
    places.put("psa.components.signer", PSA, "4.4.1.4", 19);
    places.put("psa.components.signer-size", PSA, "4.4.1.4", 19);
  }

  private void demands() {
    places.put("psa.lifecycle.trusted", PSA, "4.3.1", 13);
    places.put("psa.lifecycle.debug", PSA, "4.3.1", 13);
    places.put("psa.client-id.side", PSA, "4.1.2", 5);
    places.put("psa.client-id.expected", PSA, "4.1.2", 5);
    places.put("psa.implementation-id.expected", PSA, "8", 40);
    places.put("psa.instance-id.expected", PSA, "8", 40);
    places.put("psa.certification-reference.expected", PSA, "8", 40);
    places.put("psa.components.signer-expected", PSA, "8", 40);
    places.put("psa.components.reference", PSA, "4.4.1", 39);
    places.put("psa.nonce.expected", PSA, "5.1.2", 38);
  }
}
