package org.ccican.suit;

import java.util.List;
import java.util.Objects;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * A SUIT_Digest (suit-manifest section 10).
 *
 * @param algorithm an id of the COSE registry: -16 SHA-256, -43 SHA-384, -44 SHA-512
 */
public record SuitDigest(long algorithm, Bytes value) {

  public static final long SHA_256 = -16;
  public static final long SHA_384 = -43;
  public static final long SHA_512 = -44;

  public SuitDigest {
    Objects.requireNonNull(value);
  }

  public static SuitDigest sha256(Bytes octets) {
    return new SuitDigest(SHA_256, Crypto.sha256(octets));
  }

  /**
   * Reads what a byte string wraps.
   *
   * @throws Rejected if it is no digest
   */
  static SuitDigest parse(Bytes octets, Checks checks) throws Rejected {
    return parse(new CborDecoder(checks).decode(octets, CborProfile.VALID));
  }

  static SuitDigest parse(Cbor item) throws Rejected {
    List<Cbor> parts = Fields.array(item, "suit.digest.shape");
    if (parts.size() < 2) {
      throw new Rejected(
          Reason.MISSING_FIELD, "suit.digest.shape", "algorithm and octets of a digest expected");
    }
    return new SuitDigest(
        Fields.integer(parts.get(0), "suit.digest.shape"),
        Fields.octets(parts.get(1), "suit.digest.shape"));
  }

  public Cbor toCbor() {
    return Cbor.array(Cbor.integer(algorithm), Cbor.octets(value));
  }

  /**
   * Whether this is the digest of the octets.
   *
   * @throws Rejected if the algorithm is unknown here
   */
  boolean matches(Bytes octets) throws Rejected {
    if (algorithm == SHA_256) {
      return Crypto.sha256(octets).equals(value);
    }
    if (algorithm == SHA_384) {
      return Crypto.sha384(octets).equals(value);
    }
    if (algorithm == SHA_512) {
      return Crypto.sha512(octets).equals(value);
    }
    throw new Rejected(
        Reason.UNSUPPORTED_ALGORITHM, "suit.digest.algorithm", "digest algorithm " + algorithm);
  }
}
