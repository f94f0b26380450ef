package org.ccican.ear;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Jws;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** What a Relying Party does with an EAR before it looks at its conclusion. */
public final class EarToken {

  private static final Set<CoseAlgorithm> ALGORITHMS =
      Set.of(
          CoseAlgorithm.ES256,
          CoseAlgorithm.ESP256,
          CoseAlgorithm.ES384,
          CoseAlgorithm.ESP384,
          CoseAlgorithm.ED25519);

  private EarToken() {}

  /**
   * The claims of a CWT (COSE_Sign1) or JWT that a Verifier has signed.
   *
   * @throws Rejected if it is another's, or no EAR
   */
  public static Ear open(Bytes signed, CoseKey verifier, Checks checks) throws Rejected {
    if (!signed.isEmpty() && signed.at(0) >= 0x20 && signed.at(0) < 0x7f) {
      return new EarReader(checks)
          .readJson(Jws.parse(signed, checks).verify(List.of(verifier), checks));
    }
    return new EarReader(checks)
        .read(CoseSign1.parse(signed, checks).verify(verifier, ALGORITHMS, checks));
  }

  /**
   * Whether the result is of now and in the dialect that was agreed on.
   *
   * @param skew seconds that the Verifier's clock may be ahead
   * @throws Rejected if not
   */
  public static void demandCurrent(
      Ear ear, EarProfile agreed, Instant now, long skew, Checks checks) throws Rejected {
    // spec| draft-ietf-rats-ear §3: the profile is the one that both have agreed on
    Rejected.unless(
        checks,
        "ear.dialect",
        ear.profile() == agreed,
        Reason.UNKNOWN_VERSION,
        () -> ear.profile() + " where " + agreed + " is expected");
    // spec| draft-ietf-rats-ear §3: an EAR is not accepted any more once it has expired
    Rejected.unless(
        checks,
        "ear.expired",
        ear.expires().isEmpty() || now.getEpochSecond() < ear.expires().get(),
        Reason.EXPIRED,
        () -> "expired at " + ear.expires().get() + ", it is " + now.getEpochSecond());
    // spec| draft-ietf-rats-ar4si §2.4: freshness can be shown; nothing is issued in the future
    Rejected.unless(
        checks,
        "ear.issued",
        ear.issuedAt() <= now.getEpochSecond() + skew,
        Reason.EXPIRED,
        () -> "issued at " + ear.issuedAt() + ", it is " + now.getEpochSecond());
  }

  /**
   * The one attester that a result is about.
   *
   * @throws Rejected if it is not about exactly the one that is expected, or without a vector
   */
  public static EarAppraisal demandAbout(Ear ear, String label, Checks checks) throws Rejected {
    EarAppraisal about = ear.submods().get(label);
    if (about == null) {
      // spec| draft-ietf-rats-ear §3: a label says which attester was appraised
      throw new Rejected(Reason.MISSING_FIELD, "ear.label", "no appraisal of " + label);
    }
    // spec| draft-ietf-rats-ear §3.1: the vector is there, since nobody asked to drop it
    Rejected.unless(
        checks,
        "ear.vector.present",
        about.vector().isPresent(),
        Reason.MISSING_FIELD,
        () -> "an appraisal without a vector");
    return about;
  }
}
