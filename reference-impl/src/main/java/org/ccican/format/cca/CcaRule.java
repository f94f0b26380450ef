package org.ccican.format.cca;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.format.arm.SoftwareComponent;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * The rules that many claims have in common.
 *
 * @param checks asked by the name of the rule
 */
record CcaRule(Checks checks) {

  void present(String rule, Optional<?> claim) throws Rejected {
    Rejected.unless(
        checks, rule, claim.isPresent(), Reason.MISSING_FIELD, () -> "not in the token");
  }

  void size(String rule, Bytes octets, int size) throws Rejected {
    Rejected.unless(
        checks,
        rule,
        octets.size() == size,
        Reason.MALFORMED,
        () -> size + " octets expected, found " + octets.size());
  }

  void single(String rule, boolean array) throws Rejected {
    Rejected.unless(
        checks, rule, !array, Reason.WRONG_TYPE, () -> "an array where one is expected");
  }

  /** A digest of some algorithm: 32, 48 or 64 octets. */
  void digest(String rule, Bytes octets) throws Rejected {
    Rejected.unless(
        checks,
        rule,
        CcaHash.hasSize(octets.size()),
        Reason.MALFORMED,
        () -> "32, 48 or 64 octets expected, found " + octets.size());
  }

  /** The same of a part of a component, where it is there. */
  void digest(String rule, SoftwareComponent component, Optional<Bytes> octets) throws Rejected {
    Rejected.unless(
        checks,
        rule,
        octets.map(found -> CcaHash.hasSize(found.size())).orElse(true),
        Reason.MALFORMED,
        () -> component.title() + ": 32, 48 or 64 octets expected");
  }

  /** The algorithm of a claim; SHA-256 where nobody objects to an unknown one. */
  CcaHash known(String rule, Optional<String> claim) throws Rejected {
    String id = claim.orElse(CcaHash.SHA_256.id());
    Optional<CcaHash> found = CcaHash.find(id);
    Rejected.unless(
        checks,
        rule,
        found.isPresent(),
        Reason.UNSUPPORTED_ALGORITHM,
        () -> "sha-256, sha-384 or sha-512 expected, found " + id);
    return found.orElse(CcaHash.SHA_256);
  }
}
