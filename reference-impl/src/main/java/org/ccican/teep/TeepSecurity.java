package org.ccican.teep;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * The wrapper around every message (teep-protocol sections 4.1 and 8.1): one signature with an
 * algorithm of the revision's cipher suites, or one for each of them where the receiver is unknown.
 */
public final class TeepSecurity {

  private final WireRevision revision;

  public TeepSecurity(WireRevision revision) {
    this.revision = Objects.requireNonNull(revision);
  }

  /**
   * A message whose signature is good.
   *
   * @param signer whose signature it is
   * @param several whether it came with signatures for others too, as a first QueryRequest does
   */
  public record Opened(Bytes message, CoseKey signer, boolean several) {}

  /**
   * Signs a message with the revision's algorithm for the key. The unprotected header names the key
   * by its RFC 9679 thumbprint, 32 octets, which some receivers demand and the protocol leaves
   * open.
   */
  public Bytes protect(Bytes message, SigningKey key) {
    return signed(message, key.with(revision.signature(key.publicKey().curve())));
  }

  /** Signs a message with another algorithm of the key's curve, as an older peer selects it. */
  public Bytes protect(Bytes message, SigningKey key, CoseAlgorithm selected) {
    return signed(message, key.with(selected));
  }

  /**
   * Signs a message for a receiver of unknown cipher suite, once with each key (section 8.1).
   *
   * @param keys one for each algorithm that is offered
   */
  public Bytes protectForAny(Bytes message, List<SigningKey> keys) {
    return CoseSign.sign(
            keys.stream()
                .map(key -> key.with(revision.signature(key.publicKey().curve())))
                .toList(),
            message)
        .encode();
  }

  /**
   * The message, if the peer signed it.
   *
   * @throws Rejected if the octets are no COSE_Sign1 of the peer with an algorithm of the revision
   */
  public Bytes open(Bytes coseSign1, CoseKey peer, Checks checks) throws Rejected {
    return CoseSign1.parse(coseSign1, checks).verify(peer, revision.algorithms(), checks);
  }

  /**
   * The message, if one of the peers signed it, alone or beside others.
   *
   * @param peers at least one
   * @throws Rejected if the octets are neither COSE_Sign1 nor COSE_Sign of a peer with an algorithm
   *     of the revision
   */
  public Opened open(Bytes cose, List<CoseKey> peers, Checks checks) throws Rejected {
    boolean several = CoseSign.isTagged(cose);
    Optional<Rejected> last = Optional.empty();
    for (CoseKey peer : peers) {
      try {
        Bytes message =
            several
                ? CoseSign.parse(cose, checks).verify(peer, revision.algorithms(), checks)
                : open(cose, peer, checks);
        return new Opened(message, peer, several);
      } catch (Rejected rejected) {
        last = last.filter(TeepSecurity::isSignature).or(() -> Optional.of(rejected));
      }
    }
    throw last.orElseThrow(() -> new IllegalArgumentException("no peer"));
  }

  /**
   * The message of which nothing is verified yet: for finding the key that vouches for it, as where
   * attested claims inside name the signer. {@link #open} must follow.
   *
   * @throws Rejected if the octets are neither COSE_Sign1 nor COSE_Sign with a payload
   */
  public Bytes peek(Bytes cose, Checks checks) throws Rejected {
    Optional<Bytes> payload =
        CoseSign.isTagged(cose)
            ? CoseSign.parse(cose, checks).payload()
            : CoseSign1.parse(cose, checks).payload();
    return payload.orElseThrow(
        () ->
            new Rejected(
                Reason.MISSING_FIELD, "teep.payload", "the COSE message carries no message"));
  }

  /** A signature that is wrong says more than one for somebody else's kind of key. */
  private static boolean isSignature(Rejected rejected) {
    return rejected.reason() == Reason.INVALID_SIGNATURE;
  }

  private static Bytes signed(Bytes message, SigningKey key) {
    Cbor.Map kid = Cbor.map().put(CoseSign1.KID, Cbor.octets(key.publicKey().thumbprint())).build();
    return CoseSign1.sign(key, Cbor.map().build(), kid, message).encode();
  }
}
