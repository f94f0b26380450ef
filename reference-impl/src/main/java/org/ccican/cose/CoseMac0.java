package org.ccican.cose;

import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A message with one authentication tag for holders of a key that both sides know (RFC 9052 section
 * 6.2). The tag is over the protected header and the payload exactly as they stand. {@link
 * CoseEnvelope} reads it.
 */
public final class CoseMac0 {

  public static final long TAG = 17;

  private CoseMac0() {}

  /** A message with the algorithm in the protected header, and nothing in the other. */
  public static CoseEnvelope create(MacKey key, MacAlgorithm algorithm, Bytes payload) {
    Bytes header = Cbor.map().put(CoseSign1.ALG, Cbor.integer(algorithm.id())).build().encode();
    return new CoseEnvelope(
        TAG, header, Cbor.map().build(), payload, key.tag(algorithm, toBeMaced(header, payload)));
  }

  /** The encoded MAC_structure (RFC 9052 section 6.3), without external data. */
  public static Bytes toBeMaced(Bytes protectedHeader, Bytes payload) {
    return Cbor.array(
            Cbor.text("MAC0"),
            Cbor.octets(CoseHeaders.signed(protectedHeader)),
            Cbor.octets(Bytes.EMPTY),
            Cbor.octets(payload))
        .encode();
  }
}
