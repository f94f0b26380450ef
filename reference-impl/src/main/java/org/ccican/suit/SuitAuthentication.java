package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccican.check.Checks;
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
  private static final Set<Long> TAGS = Set.of(17L, CoseSign1.TAG, 97L, 98L);

  private SuitAuthentication() {}

  /**
   * Those blocks that are signatures of one signer; other kinds are of no use to a device that
   * shares no secret with an author.
   *
   * @throws Rejected if a block is nothing that may stand there
   */
  static List<CoseSign1> signatures(List<Bytes> blocks, Checks checks) throws Rejected {
    List<CoseSign1> signatures = new ArrayList<>();
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
        signatures.add(CoseSign1.parse(block, checks));
      } else if (item instanceof Cbor.Array) {
        signatures.add(CoseSign1.parse(Cbor.tag(CoseSign1.TAG, item).encode(), checks));
      }
    }
    return signatures;
  }
}
