package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign;
import org.ccican.cose.CoseSign1;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/** The authentication blocks of a wrapper (suit-manifest section 8.3). */
final class SuitAuthentication {

  /** COSE_Mac0, COSE_Sign1, COSE_Mac and COSE_Sign. */
  private static final Set<Long> TAGS = Set.of(17L, CoseSign1.TAG, 97L, CoseSign.TAG);

  /** What a signature is refused for where another key may still have made it. */
  private static final Set<Reason> ANOTHER =
      Set.of(Reason.INVALID_SIGNATURE, Reason.ALGORITHM_MISMATCH);

  private SuitAuthentication() {}

  /** A block that is signed by one or several. */
  sealed interface Signed {

    /** How many signatures are in it. */
    int size();

    /**
     * The trusted key that made a signature, if one did.
     *
     * @param digest what is signed, detached
     * @throws Rejected if the block cannot be of use with any key
     */
    Optional<CoseKey> signer(
        Bytes digest, List<CoseKey> trusted, Set<CoseAlgorithm> allowed, Checks checks)
        throws Rejected;
  }

  /** A COSE_Sign1. */
  record One(CoseSign1 message) implements Signed {

    @Override
    public int size() {
      return 1;
    }

    @Override
    public Optional<CoseKey> signer(
        Bytes digest, List<CoseKey> trusted, Set<CoseAlgorithm> allowed, Checks checks)
        throws Rejected {
      Optional<Bytes> kid = message.kid(checks);
      for (CoseKey key : trusted) {
        if (kid.isPresent() && kid.get().equals(key.thumbprint())) {
          message.verifyDetached(digest, key, allowed, checks);
          return Optional.of(key);
        }
      }
      return first(trusted, ANOTHER, key -> message.verifyDetached(digest, key, allowed, checks));
    }
  }

  /** A COSE_Sign: one of its signatures is enough (RFC 9052 section 4.1). */
  record Several(CoseSign message) implements Signed {

    /** Among the signatures none may be of an algorithm of the key. */
    private static final Set<Reason> OTHERS =
        Set.of(Reason.INVALID_SIGNATURE, Reason.UNSUPPORTED_ALGORITHM);

    @Override
    public int size() {
      return message.signatures().size();
    }

    @Override
    public Optional<CoseKey> signer(
        Bytes digest, List<CoseKey> trusted, Set<CoseAlgorithm> allowed, Checks checks)
        throws Rejected {
      return first(trusted, OTHERS, key -> message.verifyDetached(digest, key, allowed, checks));
    }
  }

  /**
   * Those blocks that are signatures; other kinds are of no use to a device that shares no secret
   * with an author.
   *
   * @throws Rejected if a block is nothing that may stand there
   */
  static List<Signed> signatures(List<Bytes> blocks, Checks checks) throws Rejected {
    List<Signed> signatures = new ArrayList<>();
    for (Bytes block : blocks) {
      Cbor item = new CborDecoder(checks).decode(block, CborProfile.VALID);
      // spec| suit-manifest §8.3: a block is a signature or a MAC, under its tag
      Rejected.unless(
          checks,
          "suit.authentication.tagged",
          item instanceof Cbor.Tag tag && TAGS.contains(tag.number()),
          Reason.WRONG_TYPE,
          () -> "an authentication block that is neither signature nor MAC under its tag");
      if (item instanceof Cbor.Tag tag && tag.number() == CoseSign1.TAG) {
        signatures.add(new One(CoseSign1.parse(block, checks)));
      } else if (item instanceof Cbor.Tag tag && tag.number() == CoseSign.TAG) {
        signatures.add(new Several(CoseSign.parse(block, checks)));
      } else if (item instanceof Cbor.Array) {
        signatures.add(new One(CoseSign1.parse(Cbor.tag(CoseSign1.TAG, item).encode(), checks)));
      }
    }
    return signatures;
  }

  private static Optional<CoseKey> first(
      List<CoseKey> trusted, Set<Reason> another, Verification verification) throws Rejected {
    for (CoseKey key : trusted) {
      if (verifies(key, another, verification)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private static boolean verifies(CoseKey key, Set<Reason> another, Verification verification)
      throws Rejected {
    try {
      verification.with(key);
      return true;
    } catch (Rejected rejected) {
      if (another.contains(rejected.reason())) {
        return false;
      }
      throw rejected;
    }
  }

  @FunctionalInterface
  private interface Verification {
    void with(CoseKey key) throws Rejected;
  }
}
