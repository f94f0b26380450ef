package org.ccican.conformance.tamper;

import org.ccican.check.Checks;
import org.ccican.cose.CoseSign1;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/** Where the first signature of a SUIT envelope ends. */
final class SignaturePlace {

  private static final long AUTHENTICATION_WRAPPER = 2;

  private SignaturePlace() {}

  /** Offset, in the envelope, of the last octet of the first authentication block's signature. */
  static int lastOctet(Bytes envelope) {
    try {
      CborDecoder decoder = new CborDecoder(Checks.unbroken());
      Cbor.Map map = (Cbor.Map) decoder.decode(envelope, CborProfile.VALID);
      Cbor.Octets wrapper = (Cbor.Octets) map.find(AUTHENTICATION_WRAPPER).orElseThrow();
      int wrapperStart = wrapper.span().end() - wrapper.value().size();
      Cbor.Array blocks = (Cbor.Array) decoder.decode(wrapper.value(), CborProfile.VALID);
      Cbor.Octets block = (Cbor.Octets) blocks.items().get(1);
      CoseSign1.parse(block.value(), Checks.unbroken());
      return wrapperStart + block.span().end() - 1;
    } catch (Rejected e) {
      throw new IllegalStateException("the envelope was built here and decodes", e);
    }
  }
}
