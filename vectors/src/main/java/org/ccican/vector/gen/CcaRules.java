package org.ccican.vector.gen;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The rules of CCA tokens, each with the check that enforces it. */
final class CcaRules {

  private static final String CCA = "draft-ffm-rats-cca-token";
  private static final String COSE = "RFC 9052";
  private static final String X509 = "RFC 5280";
  private static final String RMM = "RMM specification";

  /** Where a rule stands, and the numbers of the requirements. */
  private record Place(String document, String section, int... numbers) {}

  private final Map<String, Place> places = new LinkedHashMap<>();

  CcaRules() {
    encoding();
    keys();
    platform();
    realm();
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
      requirements[i] = String.format(Locale.ROOT, "CCA-%02d", place.numbers()[i]);
    }
    return Rule.of(
        check.replaceFirst("#.*", ""), why, place.document(), place.section(), requirements);
  }

  private void encoding() {
    put("cbor.truncated", CCA, "4.11.1", 24);
    put("cbor.trailing", CCA, "4.11.1", 24);
    put("cbor.well-formed", CCA, "4.11.1", 24);
    put("cbor.duplicate-key", CCA, "4.11.1", 24);
    put("cbor.utf8", CCA, "4.11.1", 24);
    put("cbor.definite", CCA, "4.11.1", 24);
    put("cbor.definite#variation", CCA, "4.11.1", 25);
    put("cbor.limit.depth", "RFC 8949", "10", 24);
    put("cbor.limit.items", "RFC 8949", "10", 24);
    put("cca.token.tag", CCA, "4.1", 1);
    put("cca.token.shape", CCA, "4.1", 1);
    put("cca.token.shape#unknown", CCA, "4.11.3", 28);
    put("arm.token.tag", CCA, "4.11.1", 26);
    put("arm.token.tag#bundle", CCA, "4.11.3", 27);
    put("arm.token.shape", COSE, "4.2", 26);
    put("arm.token.claims", CCA, "4.11.1", 24);
    put("cose.protected.shape", COSE, "3", 26);
    put("cose.header.once", COSE, "3", 26);
    put("cose.crit.shape", COSE, "3.1", 26);
    put("cose.crit.protected", COSE, "3.1", 26);
    put("cose.crit.some", COSE, "3.1", 26);
    put("cose.crit.listed", COSE, "3.1", 26);
    put("cose.crit.understood", COSE, "3.1", 26);
    put("cose.alg.protected", COSE, "3.1", 26);
    put("cose.alg.present", COSE, "3.1", 26);
    put("cose.alg.known", CCA, "4.11.1", 26);
    put("cca.platform.algorithm", CCA, "4.11.1", 30);
    put("cca.realm.algorithm", CCA, "4.11.1", 31);
    put("cca.platform.raw-key", CCA, "6", 29);
  }

  private void keys() {
    put("arm.key.known", CCA, "7", 30);
    put("cert.malformed", X509, "4.1", 30);
    put("cert.der", X509, "4.1", 30);
    put("cert.path.order", "RFC 9360", "2", 30);
    put("cert.path.complete", X509, "6.1", 30);
    put("cert.path.anchor", X509, "6.1.1", 30);
    put("cert.path.algorithm", X509, "4.1.1.2", 30);
    put("cert.path.signature", X509, "6.1.3", 30);
    put("cert.path.authority", X509, "6.1.4", 30);
    put("cert.path.length", X509, "6.1.4", 30);
    put("cert.path.key-usage", X509, "6.1.4", 30);
    put("cert.path.critical", X509, "4.2", 30);
    put("cert.validity.begun", X509, "6.1.3", 30);
    put("cert.validity.ended", X509, "6.1.3", 30);
    put("cert.crl.malformed", X509, "5.1", 32);
    put("cert.crl.algorithm", X509, "5.1.1.2", 32);
    put("cert.crl.key-usage", X509, "6.3.3", 32);
    put("cert.crl.signature", X509, "6.3.3", 32);
    put("cert.crl.critical", X509, "5.2", 32);
    put("cert.crl.current", X509, "5.1.2", 32);
    put("cert.crl.revoked", X509, "6.3.3", 32);
    put("arm.key.kind", CCA, "7", 30);
    put("arm.key.instance", CCA, "4.4.1", 30);
    put("cca.platform.key", "RFC 9053", "2.1", 30);
    put("cca.platform.signature", CCA, "7", 30);
    put("cca.realm.key", "RFC 9053", "2.1", 31);
    put("cca.realm.signature", CCA, "7", 31);
  }

  private void platform() {
    put("cca.platform.types", CCA, "4.3", 24);
    put("cca.platform.types#unknown", CCA, "4.11.3", 28);
    put("cca.platform.types#service", CCA, "4.7.1", 12);
    put("cca.profile.present", CCA, "4.5.1", 5);
    put("cca.profile.known", CCA, "4.5.1", 5, 23);
    put("cca.profile.known#legacy", CCA, "4.5.1", 39);
    put("cca.nonce.present", CCA, "4.3.1", 2);
    put("cca.nonce.single", CCA, "4.3.1", 2);
    put("cca.nonce.size", CCA, "4.3.1", 2);
    put("cca.instance-id.present", CCA, "4.4.1", 3);
    put("cca.instance-id.size", CCA, "4.4.1", 3);
    put("cca.instance-id.type", CCA, "4.4.1", 3);
    put("cca.implementation-id.present", CCA, "4.4.2", 4);
    put("cca.implementation-id.size", CCA, "4.4.2", 4);
    put("cca.lifecycle.present", CCA, "4.5.2", 6);
    put("cca.lifecycle.range", CCA, "4.5.2", 6);
    put("cca.config.present", CCA, "4.5.3", 8);
    put("cca.components.present", CCA, "4.6.1", 9);
    put("cca.components.measurement", CCA, "4.6.1.2", 10);
    put("cca.components.measurement-size", CCA, "4.6.1.2", 10);
    put("cca.components.signer", CCA, "4.6.1.4", 11);
    put("cca.components.signer-size", CCA, "4.6.1.4", 11);
    put("cca.platform-hash.present", CCA, "4.7.2", 13);
    put("cca.platform-hash.known", CCA, "4.7.2", 13);
  }

  private void realm() {
    put("cca.realm.types", CCA, "4.8", 24);
    put("cca.realm.types#unknown", CCA, "4.11.3", 28);
    put("cca.realm-profile.known", CCA, "4.8.2", 15);
    put("cca.rak.present", CCA, "4.8.7", 20);
    put("cca.rak-hash.present", CCA, "4.8.8", 21);
    put("cca.rak-hash.known", CCA, "4.8.8", 21);
    put("cca.binder.hash", CCA, "4.10", 22);
    put("cca.rak.shape", CCA, "4.8.7", 20);
    put("cose.key.shape", COSE, "7.1", 20);
    put("cose.key.kind", "RFC 9053", "7.1", 20);
    put("cose.key.coordinate", "RFC 9053", "7.1.1", 20);
    put("cose.key.alg", COSE, "7.1", 20);
    put("cose.key.ops", COSE, "7.1", 20);
    put("cose.key.private", "RFC 9053", "7.1.1", 20);
    put("cose.key.point", "RFC 9053", "7.1.1", 20);
    put("cca.challenge.present", CCA, "4.8.1", 14);
    put("cca.challenge.single", CCA, "4.8.1", 14);
    put("cca.challenge.size", CCA, "4.8.1", 14);
    put("cca.rpv.present", CCA, "4.8.3", 16);
    put("cca.rpv.size", CCA, "4.8.3", 16);
    put("cca.realm-hash.present", CCA, "4.8.6", 19);
    put("cca.realm-hash.known", CCA, "4.8.6", 19);
    put("cca.rim.present", CCA, "4.8.4", 17);
    put("cca.rim.size", CCA, "4.8.4", 17);
    put("cca.rem.present", CCA, "4.8.5", 18);
    put("cca.rem.four", CCA, "4.8.5", 18);
    put("cca.rem.size", CCA, "4.8.5", 18);
    put("cca.mec-policy.known", CCA, "4.8", 38);
  }

  private void demands() {
    put("cca.lifecycle.trusted", CCA, "4.5.2", 7);
    put("cca.lifecycle.debug", CCA, "4.5.2", 7);
    put("cca.implementation-id.expected", CCA, "7", 37);
    put("cca.instance-id.expected", CCA, "7", 37);
    put("cca.config.expected", CCA, "4.5.3", 37);
    put("cca.components.signer-expected", CCA, "4.6.1.4", 37);
    put("cca.components.version-expected", CCA, "4.6.1.3", 37);
    put("cca.components.measurement-expected", CCA, "4.6.1.2", 37);
    put("cca.rpv.expected", CCA, "4.8.3", 36);
    put("cca.rim.reference", CCA, "4.8.4", 17);
    put("cca.event-log.shape", RMM, "A7.1.4", 35);
    put("cca.rem.replay", RMM, "A7.1.4", 35);
    put("cca.challenge.expected", CCA, "4.8.1", 33);
  }

  private void put(String check, String document, String section, int... numbers) {
    places.put(check, new Place(document, section, numbers));
  }
}
