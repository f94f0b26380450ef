package org.ccican.format.cca;

import java.util.List;
import java.util.Optional;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.VerificationKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/**
 * What ties the realm's token to the platform's (draft-ffm-rats-cca-token section 4.10): the
 * platform signed the hash of the realm's key. Only so is a key believed that comes in the token.
 */
final class CcaBinding {

  /** The checks made here, in order. */
  static final List<String> CHECKS =
      List.of(
          "cca.rak.present",
          "cca.rak-hash.present",
          "cca.rak-hash.known",
          "cca.binder.hash",
          "cca.rak.shape",
          "cose.key.shape",
          "cose.key.kind",
          "cose.key.coordinate",
          "cose.key.alg",
          "cose.key.ops",
          "cose.key.private",
          "cose.key.point");

  private static final int UNCOMPRESSED = 4;

  private final CcaRealmClaims realm;
  private final OrderedChecks run;
  private final Checks checks;
  private final Crypto crypto;

  CcaBinding(CcaRealmClaims realm, OrderedChecks run, Crypto crypto) {
    this.realm = realm;
    this.run = run;
    this.checks = run.checks();
    this.crypto = crypto;
  }

  /**
   * The realm's key, if the platform vouches for it.
   *
   * @param nonce the platform's
   * @throws Rejected if it does not, or the key is none
   */
  VerificationKey key(Bytes nonce) throws Rejected {
    Bytes key =
        realm
            .key()
            .orElseThrow(
                () -> new Rejected(Reason.MISSING_FIELD, "cca.rak.present", "no key in the token"));
    run.passed("cca.rak.present", "");
    CcaRule rule = new CcaRule(checks);
    // spec| draft-ffm-rats-cca-token §4.8.8: the algorithm of the key's hash is named
    rule.present("cca.rak-hash.present", realm.keyHash());
    // spec| draft-ffm-rats-cca-token §4.8.8: by a name of the registry
    CcaHash hash = rule.known("cca.rak-hash.known", realm.keyHash());
    Bytes digest = hash.digest(key);
    // spec| draft-ffm-rats-cca-token §4.10: the platform's nonce is the hash of the realm's key
    Rejected.unless(
        checks,
        "cca.binder.hash",
        digest.equals(nonce),
        Reason.BINDING_MISMATCH,
        () -> "the realm's key has the hash " + digest + ", the platform vouches for " + nonce);
    CoseKey read = isPoint(key) ? point(key) : coseKey(key);
    CHECKS.stream()
        .filter(each -> each.startsWith("cose.key.") || each.equals("cca.rak.shape"))
        .forEach(each -> run.passed(each, read.curve().toString()));
    return new VerificationKey.Public(read, Optional.empty());
  }

  /**
   * Whether the key stands there as firmware from before the draft has it, which names no profile;
   * an encoded COSE_Key never begins so.
   */
  private boolean isPoint(Bytes key) {
    boolean named = realm.profile().filter(CcaRealmClaims.PROFILE_2023::equals).isPresent();
    return !named && !key.isEmpty() && key.at(0) == UNCOMPRESSED;
  }

  private CoseKey point(Bytes octets) throws Rejected {
    for (CoseCurve curve : CoseCurve.values()) {
      int size = curve.size();
      if (curve.keyType() == 2 && octets.size() == 1 + 2 * size) {
        Bytes x = octets.slice(1, 1 + size);
        Bytes y = octets.slice(1 + size, octets.size());
        return CoseKey.parse(new CoseKey(curve, x, y).toCbor(), crypto, checks);
      }
    }
    throw new Rejected(
        Reason.INVALID_KEY, "cca.rak.shape", octets.size() + " octets are no uncompressed point");
  }

  private CoseKey coseKey(Bytes octets) throws Rejected {
    Cbor item;
    try {
      item = new CborDecoder(checks).decode(octets, CborProfile.DEFINITE);
    } catch (Rejected e) {
      throw new Rejected(Reason.INVALID_KEY, "cca.rak.shape", "no COSE_Key: " + e.getMessage());
    }
    return CoseKey.parse(item, crypto, checks);
  }
}
