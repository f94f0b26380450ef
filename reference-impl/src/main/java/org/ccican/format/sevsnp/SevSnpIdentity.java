package org.ccican.format.sevsnp;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.format.sevsnp.SevSnpIdAuth.Field;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Who a guest is, as reports show it after the firmware has found the owner's ID block right (AMD
 * 56860 section 8.18). A report shows what was accepted, and nothing of the signatures.
 *
 * @param block what the owner said
 * @param idKeyDigest SHA-384 over the ID key in the firmware's form
 * @param authorKeyDigest the same of the author's key, where there is one
 */
public record SevSnpIdentity(
    SevSnpIdBlock block, Bytes idKeyDigest, Optional<Bytes> authorKeyDigest) {

  /** What a guest's owner hands to the firmware; the author's key counts if it is said to. */
  public record Claim(Bytes block, Bytes auth, boolean authorKey) {}

  private static final long ECDSA_P384_SHA384 = 1;

  /**
   * What the firmware does at the end of a launch.
   *
   * @param measurement of what was loaded
   * @param policy the guest policy that the launch began with
   * @throws Rejected if the block is of another guest, or not signed by who is said to have signed
   */
  public static SevSnpIdentity verify(
      Claim claim, Bytes measurement, long policy, Crypto crypto, Checks checks) throws Rejected {
    SevSnpIdBlock block = SevSnpIdBlock.parse(claim.block());
    SevSnpIdAuth auth = SevSnpIdAuth.parse(claim.auth());
    // spec| AMD 56860 §8.18: the block is of version 1
    Rejected.unless(
        checks,
        "sev-snp.launch.block-version",
        block.version() == 1,
        Reason.UNKNOWN_VERSION,
        () -> "version 1 expected, found " + block.version());
    // spec| AMD 56860 §8.18: LD is the launch digest
    Rejected.unless(
        checks,
        "sev-snp.launch.block-measurement",
        block.launchDigest().equals(measurement),
        Reason.MEASUREMENT_MISMATCH,
        () -> block.launchDigest() + " expected, found " + measurement);
    // spec| AMD 56860 §8.18: POLICY is the policy that the launch began with
    Rejected.unless(
        checks,
        "sev-snp.launch.block-policy",
        block.policy() == policy,
        Reason.POLICY_VIOLATED,
        () -> Long.toHexString(block.policy()) + " expected, found " + Long.toHexString(policy));
    for (Field field : Field.values()) {
      // spec| AMD 56860 §8.18: reserved fields are zero
      Rejected.unless(
          checks,
          "sev-snp.launch.auth-reserved",
          !field.isReserved() || auth.octets(field).isZero(),
          Reason.RESERVED_NOT_ZERO,
          () -> field + " is not zero");
    }
    signed(
        auth, Field.ID_KEY_ALGO, Field.ID_KEY, Field.ID_BLOCK_SIG, block.write(), crypto, checks);
    Optional<Bytes> author = Optional.empty();
    if (claim.authorKey()) {
      Bytes idKey = auth.octets(Field.ID_KEY);
      signed(auth, Field.AUTH_KEY_ALGO, Field.AUTHOR_KEY, Field.ID_KEY_SIG, idKey, crypto, checks);
      author = Optional.of(Crypto.sha384(auth.octets(Field.AUTHOR_KEY)));
    }
    return new SevSnpIdentity(block, Crypto.sha384(auth.octets(Field.ID_KEY)), author);
  }

  private static void signed(
      SevSnpIdAuth auth,
      Field algorithm,
      Field key,
      Field signature,
      Bytes message,
      Crypto crypto,
      Checks checks)
      throws Rejected {
    long found = SevSnpReport.littleEndian(auth.octets(algorithm));
    // spec| AMD 56860 §10.1: 1 is ECDSA P-384 with SHA-384
    Rejected.unless(
        checks,
        "sev-snp.launch.auth-algorithm",
        found == ECDSA_P384_SHA384,
        Reason.UNSUPPORTED_ALGORITHM,
        () -> algorithm + ": 1 expected, found " + found);
    Bytes octets = auth.octets(key);
    // spec| AMD 56860 §10.1: curve 2 is P-384
    Rejected.unless(
        checks,
        "sev-snp.launch.auth-curve",
        SevSnpOwnerKey.curve(octets) == SevSnpOwnerKey.P384,
        Reason.INVALID_KEY,
        () -> key + ": curve 2 expected, found " + SevSnpOwnerKey.curve(octets));
    // spec| AMD 56860 §10.2: coordinates, R and S are zero-extended to 72 octets
    Rejected.unless(
        checks,
        "sev-snp.launch.auth-padding",
        SevSnpOwnerKey.isKeyPadded(octets) && SevSnpOwnerKey.isPadded(auth.octets(signature)),
        Reason.RESERVED_NOT_ZERO,
        () -> key + " or " + signature + " has padding that is not zero");
    CoseKey point = SevSnpOwnerKey.parse(octets, crypto);
    // spec| AMD 56860 §8.18: the ID key signs the block, the author's key signs the ID key
    Rejected.unless(
        checks,
        "sev-snp.launch.auth-signature",
        SevSnpOwnerKey.verify(point, message, auth.octets(signature), crypto),
        Reason.INVALID_SIGNATURE,
        () -> signature + " is not one of " + key);
  }
}
