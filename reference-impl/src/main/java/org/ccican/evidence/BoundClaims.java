package org.ccican.evidence;

import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * What a Targeting Environment says of itself and hardware evidence binds: deterministic CBOR whose
 * SHA-512 is the evidence's report data (ccican-00 section 5 leaves the binding open).
 *
 * @param nonce the challenger's, label 10 as in RFC 9711
 * @param agentKey SHA-256 thumbprint (RFC 9679) of the TEEP Agent's key, label 8 (cnf), kid
 * @param channelKey SHA-256 of the TLS server's SubjectPublicKeyInfo
 * @param eventLog SHA-256 of the encoded event log
 */
public record BoundClaims(Bytes nonce, Bytes agentKey, Bytes channelKey, Bytes eventLog) {

  public static final String MEDIA_TYPE = "application/vnd.ccican.bound-claims+cbor";

  private static final String SHAPE = "evidence.claims.shape";
  private static final int NONCE = 10;
  private static final int CNF = 8;
  private static final int KID = 3;
  private static final int CHANNEL_KEY = -65_537;
  private static final int EVENT_LOG = -65_538;

  public static BoundClaims parse(Bytes octets, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.DETERMINISTIC);
    Fields fields = Fields.of(item, SHAPE);
    return new BoundClaims(
        fields.octets(NONCE),
        Fields.of(fields.item(CNF), SHAPE).octets(KID),
        fields.octets(CHANNEL_KEY),
        fields.octets(EVENT_LOG));
  }

  public Bytes encode() {
    return Cbor.map()
        .put(NONCE, Cbor.octets(nonce))
        .put(CNF, Cbor.map().put(KID, Cbor.octets(agentKey)).build())
        .put(CHANNEL_KEY, Cbor.octets(channelKey))
        .put(EVENT_LOG, Cbor.octets(eventLog))
        .build()
        .encode();
  }

  /** The 64 octets that the evidence carries. */
  public Bytes reportData() {
    return Crypto.sha512(encode());
  }
}
