package org.ccican.vector.gen;

import static org.ccican.vector.gen.PsaRecipe.flipped;

import java.util.Arrays;
import java.util.function.Consumer;
import org.ccican.vector.gen.DeviceKeys.Curve;

/**
 * The realm's key and what ties it to the platform (draft sections 4.8.7, 4.8.8 and 4.10). Where
 * the key is wrong, the platform vouches for the wrong one, so that nothing else is.
 */
final class CcaBindingRecipes extends CcaRecipe {

  private static final byte[] POINT = DeviceKeys.point(Curve.P384, CcaPlan.REALM_OWNER);

  CcaBindingRecipes(VectorFile<PlannedCase<CcaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    hash();
    binder();
    shape();
    key();
    restricted();
  }

  private void hash() {
    refused(
        "realm-key.missing",
        "cca.rak.present",
        Why.MISSING_FIELD,
        "The realm's key is not in its token.",
        withoutRealmClaim(CcaPlan.KEY));
    refused(
        "realm-key-hash.missing",
        "cca.rak-hash.present",
        Why.MISSING_FIELD,
        "The algorithm of the key's hash is not named.",
        withoutRealmClaim(CcaPlan.KEY_HASH));
    refused(
        "realm-key-hash.sha1",
        "cca.rak-hash.known",
        Why.UNSUPPORTED_ALGORITHM,
        "The key's hash is said to be SHA-1.",
        realmClaim(CcaPlan.KEY_HASH, PlainCbor.text("sha-1")));
  }

  private void binder() {
    binder(
        "nonce-bit",
        "One bit of the platform's nonce is another.",
        plan ->
            plan.platform.claims.put(
                CcaPlan.NONCE,
                PlainCbor.octets(
                    flipped(TestKeys.digest("SHA-256", PlainCbor.map(plan.key)), 31))));
    binder(
        "other-algorithm",
        "The realm names SHA-512, the platform's nonce is SHA-256.",
        realmClaim(CcaPlan.KEY_HASH, PlainCbor.text("sha-512")));
    binder(
        "other-realm",
        "The realm's part is signed by a key of its own, the platform vouches for another.",
        plan -> {
          plan.vouched = key -> PlainCbor.map(CcaPlan.realmKey(Curve.P384, CcaPlan.REALM_OWNER));
          plan.key = CcaPlan.realmKey(Curve.P384, "another realm");
          plan.realm.signer = "another realm";
        });
    binder(
        "challenge-instead",
        "The platform's nonce is the hash of the challenge.",
        plan -> plan.vouched = key -> CcaPlan.CHALLENGE);
    binder(
        "hash-of-point",
        "The platform vouches for the key's point, the realm has a COSE_Key.",
        plan -> plan.vouched = key -> POINT);
  }

  private void binder(String id, String comment, Consumer<CcaPlan> change) {
    refused("binder." + id, "cca.binder.hash", Why.BINDING_MISMATCH, comment, change);
  }

  private void shape() {
    wrong(
        "key.point-in-profile",
        "cca.rak.shape",
        Why.INVALID_KEY,
        "The key is a point, as before the draft, where the draft's profile is named.",
        plan -> plan.spelling = key -> POINT);
    wrong(
        "key.cut",
        "cca.rak.shape",
        Why.INVALID_KEY,
        "The COSE_Key lacks its last octet.",
        plan -> plan.spelling = key -> Arrays.copyOf(key, key.length - 1));
    refusedFrom(
        LEGACY,
        "realm-key.legacy-short",
        "cca.rak.shape",
        Why.INVALID_KEY,
        "The point lacks its last octet.",
        plan -> plan.spelling = key -> Arrays.copyOf(POINT, POINT.length - 1));
    refusedFrom(
        LEGACY,
        "realm-key.legacy-off-curve",
        "cose.key.point",
        Why.INVALID_KEY,
        "The point is not on the curve.",
        plan -> plan.spelling = key -> flipped(POINT, POINT.length - 1));
  }

  private void key() {
    wrong(
        "key.array",
        "cose.key.shape",
        Why.WRONG_TYPE,
        "The key is an array around the COSE_Key.",
        plan -> plan.spelling = key -> PlainCbor.array(key));
    wrong(
        "key.without-curve",
        "cose.key.shape",
        Why.MISSING_FIELD,
        "The curve is not named.",
        plan -> plan.key.remove(-1L));
    wrong(
        "key.secp256k1",
        "cose.key.kind",
        Why.UNSUPPORTED_ALGORITHM,
        "The curve is said to be secp256k1.",
        label(-1, PlainCbor.integer(8)));
    wrong(
        "key.short-x",
        "cose.key.coordinate",
        Why.INVALID_KEY,
        "x has 47 octets.",
        label(-2, PlainCbor.octets(Arrays.copyOfRange(POINT, 1, 48))));
    wrong(
        "key.off-curve",
        "cose.key.point",
        Why.INVALID_KEY,
        "One bit of y is another: no point of the curve.",
        label(-3, PlainCbor.octets(flipped(Arrays.copyOfRange(POINT, 49, 97), 47))));
  }

  private void restricted() {
    wrong(
        "key.for-eddsa",
        "cose.key.alg",
        Why.ALGORITHM_MISMATCH,
        "The key on P-384 is for EdDSA only.",
        label(3, PlainCbor.integer(-8)));
    wrong(
        "key.for-signing",
        "cose.key.ops",
        Why.INVALID_KEY,
        "The key is for signing, not for verification.",
        label(4, PlainCbor.array(PlainCbor.integer(1))));
    wrong(
        "key.private",
        "cose.key.private",
        Why.INVALID_KEY,
        "The private number stands beside the point.",
        label(
            -4,
            PlainCbor.octets(
                DeviceKeys.big(DeviceKeys.number(Curve.P384, CcaPlan.REALM_OWNER), 48))));
    accepted(
        "key.for-es384",
        "cose.key.alg",
        "The key is for ES384 and for verification, and says so.",
        plan -> {
          plan.key.put(3L, PlainCbor.integer(Curve.P384.algorithm));
          plan.key.put(4L, PlainCbor.array(PlainCbor.integer(2)));
        });
  }

  private static Consumer<CcaPlan> label(long label, byte[] value) {
    return plan -> plan.key.put(label, value);
  }

  private void wrong(String id, String check, Why why, String comment, Consumer<CcaPlan> change) {
    refused("realm-" + id, check, why, comment, change);
  }
}
