package org.ccican.format.eat;

import java.util.Optional;
import java.util.Set;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.eat.TeepEat;
import org.ccican.wire.Bytes;

/** Profiles whose rules are known here (RFC 9711 section 6, teep-protocol section 5). */
enum EatProfile {
  /** That of the TEEP protocol, under the placeholder that it has until the RFC. */
  TEEP(
      TeepEat.PROFILE,
      Set.of(
          CoseAlgorithm.ESP256, CoseAlgorithm.ED25519, CoseAlgorithm.ES256, CoseAlgorithm.EDDSA)),
  /** The Constrained Device Standard Profile (RFC 9711 section 6.4). */
  CONSTRAINED(
      "urn:ietf:rfc:rfc9711",
      Set.of(CoseAlgorithm.ES256, CoseAlgorithm.ES384, CoseAlgorithm.ES512));

  private final String id;
  private final Set<CoseAlgorithm> algorithms;

  EatProfile(String id, Set<CoseAlgorithm> algorithms) {
    this.id = id;
    this.algorithms = Set.copyOf(algorithms);
  }

  String id() {
    return id;
  }

  Set<CoseAlgorithm> algorithms() {
    return algorithms;
  }

  /** The profile that a token names; absent if it names none, or one that is not known here. */
  static Optional<EatProfile> of(EatClaims claims) {
    Optional<String> name = claims.text(EatClaim.EAT_PROFILE);
    for (EatProfile each : values()) {
      if (name.filter(each.id::equals).isPresent()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** How a report calls the profile of a token. */
  static String title(EatClaims claims) {
    return claims
        .text(EatClaim.EAT_PROFILE)
        .or(() -> claims.octets(EatClaim.EAT_PROFILE).map(Bytes::toHex))
        .orElse("no profile");
  }
}
