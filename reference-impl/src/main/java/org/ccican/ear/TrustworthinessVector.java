package org.ccican.ear;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.ccican.wire.Cbor;

/**
 * What a Verifier found in each category (draft-ietf-rats-ar4si section 2.3).
 *
 * @param claims -128 to 127; a category that is not there is as one with 0
 */
public record TrustworthinessVector(Map<TrustCategory, Integer> claims) {

  /** Cryptographic validation of the evidence failed, in any category. */
  public static final int CRYPTO_FAILED = 99;

  /** The evidence has elements that the Verifier cannot evaluate, in any category. */
  public static final int UNKNOWN = 1;

  public TrustworthinessVector {
    Map<TrustCategory, Integer> copy = new EnumMap<>(TrustCategory.class);
    copy.putAll(claims);
    claims = Collections.unmodifiableMap(copy);
  }

  /** The same claim in all categories. */
  public static TrustworthinessVector all(int claim) {
    Map<TrustCategory, Integer> claims = new EnumMap<>(TrustCategory.class);
    for (TrustCategory each : TrustCategory.values()) {
      claims.put(each, claim);
    }
    return new TrustworthinessVector(claims);
  }

  /** The claim about a category; 0 if there is none. */
  public int claim(TrustCategory category) {
    return claims.getOrDefault(category, 0);
  }

  /** The tier of the worst claim: the best status that goes with this vector. */
  public TrustTier worst() {
    TrustTier worst = TrustTier.NONE;
    for (int claim : claims.values()) {
      worst = worst.worse(TrustTier.of(claim));
    }
    return worst;
  }

  Cbor toCbor() {
    Cbor.MapBuilder map = Cbor.map();
    claims.forEach((category, claim) -> map.put(category.ordinal(), Cbor.integer(claim)));
    return map.build();
  }
}
