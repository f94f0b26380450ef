package org.ccican.vector.gen;

/** The rules of CCA tokens, each with the check that enforces it. */
final class CcaRules {

  private static final String CCA = "draft-ffm-rats-cca-token";
  private static final String COSE = "RFC 9052";
  private static final String RMM = "RMM specification";

  private final RulePlaces places = new RulePlaces("CCA");

  CcaRules() {
    encoding();
    keys();
    platform();
    realm();
    demands();
  }

  /** The rule that a check enforces, by its name in the table below. */
  Rule rule(String check, Why why) {
    return places.rule(check, why);
  }

  private void encoding() {
    places.encoding(CCA, "4.11.1", 24);
    places.headers(26);
    places.put("cbor.definite", CCA, "4.11.1", 24);
    places.put("cbor.definite#variation", CCA, "4.11.1", 25);
    places.put("cca.token.tag", CCA, "4.1", 1);
    places.put("cca.token.shape", CCA, "4.1", 1);
    places.put("cca.token.shape#unknown", CCA, "4.11.3", 28);
    places.put("arm.token.tag", CCA, "4.11.1", 26);
    places.put("arm.token.tag#bundle", CCA, "4.11.3", 27);
    places.put("arm.token.claims", CCA, "4.11.1", 24);
    places.put("cose.alg.present", COSE, "3.1", 26);
    places.put("cose.alg.known", CCA, "4.11.1", 26);
    places.put("cca.platform.algorithm", CCA, "4.11.1", 30);
    places.put("cca.realm.algorithm", CCA, "4.11.1", 31);
    places.put("cca.platform.raw-key", CCA, "6", 29);
  }

  private void keys() {
    places.certificates(30);
    places.lists(32);
    places.put("arm.key.known", CCA, "7", 30);
    places.put("arm.key.kind", CCA, "7", 30);
    places.put("arm.key.instance", CCA, "4.4.1", 30);
    places.put("cca.platform.key", "RFC 9053", "2.1", 30);
    places.put("cca.platform.signature", CCA, "7", 30);
    places.put("cca.realm.key", "RFC 9053", "2.1", 31);
    places.put("cca.realm.signature", CCA, "7", 31);
  }

  private void platform() {
    places.put("cca.platform.types", CCA, "4.3", 24);
    places.put("cca.platform.types#unknown", CCA, "4.11.3", 28);
    places.put("cca.platform.types#service", CCA, "4.7.1", 12);
    places.put("cca.profile.present", CCA, "4.5.1", 5);
    places.put("cca.profile.known", CCA, "4.5.1", 5, 23);
    places.put("cca.profile.known#legacy", CCA, "4.5.1", 39);
    places.put("cca.nonce.present", CCA, "4.3.1", 2);
    places.put("cca.nonce.single", CCA, "4.3.1", 2);
    places.put("cca.nonce.size", CCA, "4.3.1", 2);
    places.put("cca.instance-id.present", CCA, "4.4.1", 3);
    places.put("cca.instance-id.size", CCA, "4.4.1", 3);
    places.put("cca.instance-id.type", CCA, "4.4.1", 3);
    places.put("cca.implementation-id.present", CCA, "4.4.2", 4);
    places.put("cca.implementation-id.size", CCA, "4.4.2", 4);
    places.put("cca.lifecycle.present", CCA, "4.5.2", 6);
    places.put("cca.lifecycle.range", CCA, "4.5.2", 6);
    places.put("cca.config.present", CCA, "4.5.3", 8);
    places.put("cca.components.present", CCA, "4.6.1", 9);
    places.put("cca.components.measurement", CCA, "4.6.1.2", 10);
    places.put("cca.components.measurement-size", CCA, "4.6.1.2", 10);
    places.put("cca.components.signer", CCA, "4.6.1.4", 11);
    places.put("cca.components.signer-size", CCA, "4.6.1.4", 11);
    places.put("cca.platform-hash.present", CCA, "4.7.2", 13);
    places.put("cca.platform-hash.known", CCA, "4.7.2", 13);
  }

  private void realm() {
    places.put("cca.realm.types", CCA, "4.8", 24);
    places.put("cca.realm.types#unknown", CCA, "4.11.3", 28);
    places.put("cca.realm-profile.known", CCA, "4.8.2", 15);
    places.put("cca.rak.present", CCA, "4.8.7", 20);
    places.put("cca.rak-hash.present", CCA, "4.8.8", 21);
    places.put("cca.rak-hash.known", CCA, "4.8.8", 21);
    places.put("cca.binder.hash", CCA, "4.10", 22);
    places.put("cca.rak.shape", CCA, "4.8.7", 20);
    places.put("cose.key.shape", COSE, "7.1", 20);
    places.put("cose.key.kind", "RFC 9053", "7.1", 20);
    places.put("cose.key.coordinate", "RFC 9053", "7.1.1", 20);
    places.put("cose.key.alg", COSE, "7.1", 20);
    places.put("cose.key.ops", COSE, "7.1", 20);
    places.put("cose.key.private", "RFC 9053", "7.1.1", 20);
    places.put("cose.key.point", "RFC 9053", "7.1.1", 20);
    places.put("cca.challenge.present", CCA, "4.8.1", 14);
    places.put("cca.challenge.single", CCA, "4.8.1", 14);
    places.put("cca.challenge.size", CCA, "4.8.1", 14);
    places.put("cca.rpv.present", CCA, "4.8.3", 16);
    places.put("cca.rpv.size", CCA, "4.8.3", 16);
    places.put("cca.realm-hash.present", CCA, "4.8.6", 19);
    places.put("cca.realm-hash.known", CCA, "4.8.6", 19);
    places.put("cca.rim.present", CCA, "4.8.4", 17);
    places.put("cca.rim.size", CCA, "4.8.4", 17);
    places.put("cca.rem.present", CCA, "4.8.5", 18);
    places.put("cca.rem.four", CCA, "4.8.5", 18);
    places.put("cca.rem.size", CCA, "4.8.5", 18);
    places.put("cca.mec-policy.known", CCA, "4.8", 38);
  }

  private void demands() {
    places.put("cca.lifecycle.trusted", CCA, "4.5.2", 7);
    places.put("cca.lifecycle.debug", CCA, "4.5.2", 7);
    places.put("cca.implementation-id.expected", CCA, "7", 37);
    places.put("cca.instance-id.expected", CCA, "7", 37);
    places.put("cca.config.expected", CCA, "4.5.3", 37);
    places.put("cca.components.signer-expected", CCA, "4.6.1.4", 37);
    places.put("cca.components.version-expected", CCA, "4.6.1.3", 37);
    places.put("cca.components.measurement-expected", CCA, "4.6.1.2", 37);
    places.put("cca.rpv.expected", CCA, "4.8.3", 36);
    places.put("cca.rim.reference", CCA, "4.8.4", 17);
    places.put("cca.event-log.shape", RMM, "A7.1.4", 35);
    places.put("cca.rem.replay", RMM, "A7.1.4", 35);
    places.put("cca.challenge.expected", CCA, "4.8.1", 33);
  }
}
