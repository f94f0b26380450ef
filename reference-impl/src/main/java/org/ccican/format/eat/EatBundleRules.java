package org.ccican.format.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.format.eat.EatClaimRules.Vouched;
import org.ccican.format.eat.EatClaims.Submodule;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** How a bundle's claims-sets go with the digests in its token (RFC 9711 section 5). */
final class EatBundleRules {

  /** The rules, in the order in which they are asked. */
  static final List<String> CHECKS =
      List.of(
          "eat.bundle.main",
          "eat.bundle.some",
          "eat.bundle.complete",
          "eat.bundle.named",
          "eat.bundle.digest");

  private final Checks checks;

  EatBundleRules(Checks checks) {
    this.checks = checks;
  }

  /**
   * The token of a bundle; the bundle itself where there is none.
   *
   * @throws Rejected if it is a bundle again, or nobody vouches for it
   */
  EatToken main(EatToken.Bundle bundle) throws Rejected {
    EatToken main = EatToken.parse(bundle.main(), checks);
    // spec| RFC 9711 §5: the token is authentic, and no bundle itself
    Rejected.unless(
        checks,
        "eat.bundle.main",
        main instanceof EatToken.Sealed,
        Reason.WRONG_TYPE,
        () -> "the token of a bundle is signed, and no bundle");
    return main;
  }

  /**
   * The claims-sets that the digests of a token vouch for.
   *
   * @param where the path of submodules to the bundle
   */
  List<Vouched> detached(EatToken.Bundle bundle, EatClaims main, String where) throws Rejected {
    List<Submodule.Digest> digests = new ArrayList<>();
    for (Submodule each : main.submodules()) {
      if (each instanceof Submodule.Digest digest) {
        digests.add(digest);
      }
    }
    // spec| RFC 9711 §5: the token has one digest at least
    Rejected.unless(
        checks,
        "eat.bundle.some",
        !digests.isEmpty(),
        Reason.MISSING_FIELD,
        () -> "no digest in the token of a bundle");
    List<Vouched> vouched = new ArrayList<>();
    for (Submodule.Digest each : digests) {
      Optional<Bytes> set = bundle.find(each.name());
      // reading: a bundle brings the claims-set of every digest; others could come another way
      // spec| RFC 9711 §5: claims-sets and digests go together by name
      Rejected.unless(
          checks,
          "eat.bundle.complete",
          set.isPresent(),
          Reason.MISSING_FIELD,
          () -> "no claims-set for the digest of " + each.name());
      // spec| RFC 9711 §4.2.18.2: the digest is over the encoded set, without its wrapping
      Rejected.unless(
          checks,
          "eat.bundle.digest",
          set.isEmpty()
              || EatDigests.of(each.algorithm(), set.get()).equals(Optional.of(each.digest())),
          Reason.DIGEST_MISMATCH,
          () -> "the claims-set of " + each.name() + " has another digest");
      if (set.isPresent()) {
        // spec| RFC 9711 §5: a claims-set of the encoding that the bundle has
        EatClaims claims = EatToken.claims(set.get(), bundle.json(), checks);
        vouched.add(new Vouched(where + "/" + each.name(), claims));
      }
    }
    for (EatToken.Detached each : bundle.detached()) {
      // spec| RFC 9711 §5: what no digest vouches for does not belong to the bundle
      Rejected.unless(
          checks,
          "eat.bundle.named",
          digests.stream().anyMatch(digest -> digest.name().equals(each.name())),
          Reason.UNKNOWN_FIELD,
          () -> "no digest for the claims-set of " + each.name());
    }
    return vouched;
  }
}
