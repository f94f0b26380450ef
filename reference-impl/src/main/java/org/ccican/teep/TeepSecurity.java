package org.ccican.teep;

import java.util.Objects;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * The wrapper around every message (teep-protocol sections 4.1 and 8.1): one signature with an
 * algorithm of the revision's cipher suites.
 */
public final class TeepSecurity {

  private final WireRevision revision;

  public TeepSecurity(WireRevision revision) {
    this.revision = Objects.requireNonNull(revision);
  }

  /**
   * Signs a message. The unprotected header names the key by its RFC 9679 thumbprint, 32 octets,
   * which some receivers demand and the protocol leaves open.
   */
  public Bytes protect(Bytes message, SigningKey key) {
    Cbor.Map kid = Cbor.map().put(CoseSign1.KID, Cbor.octets(key.publicKey().thumbprint())).build();
    SigningKey signer = key.with(revision.signature(key.publicKey().curve()));
    return CoseSign1.sign(signer, Cbor.map().build(), kid, message).encode();
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
   * The message of which nothing is verified yet: for finding the key that vouches for it, as where
   * attested claims inside name the signer. {@link #open} must follow.
   *
   * @throws Rejected if the octets are no COSE_Sign1 with a payload
   */
  public Bytes peek(Bytes coseSign1, Checks checks) throws Rejected {
    return CoseSign1.parse(coseSign1, checks)
        .payload()
        .orElseThrow(
            () ->
                new Rejected(
                    Reason.MISSING_FIELD, "teep.payload", "the COSE_Sign1 carries no message"));
  }
}
