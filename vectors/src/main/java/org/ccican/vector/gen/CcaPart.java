package org.ccican.vector.gen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ccican.vector.gen.DeviceKeys.Curve;

/** One of the two tokens inside a CCA token: a COSE_Sign1 around claims (RFC 9052 section 4.2). */
final class CcaPart {

  Curve curve;
  String signer;
  long tag = 18;
  String context = "Signature1";

  /** Claims by key, encoded. */
  final Map<Long, byte[]> claims = new LinkedHashMap<>();

  final Map<Long, byte[]> header = new LinkedHashMap<>();
  final Map<Long, byte[]> unprotected = new LinkedHashMap<>();

  /** What is done to encoded claims, protected header, signature, message parts and message. */
  UnaryOperator<byte[]> payload = UnaryOperator.identity();

  UnaryOperator<byte[]> protectedHeader = UnaryOperator.identity();
  UnaryOperator<byte[]> signature = UnaryOperator.identity();
  UnaryOperator<List<byte[]>> parts = UnaryOperator.identity();
  UnaryOperator<byte[]> message = UnaryOperator.identity();

  CcaPart(Curve curve, String signer) {
    this.signer = signer;
    keyed(curve);
  }

  /** A key on another curve, with the algorithm that goes with it. */
  void keyed(Curve other) {
    curve = other;
    header.put(1L, PlainCbor.integer(other.algorithm));
  }

  int signatureSize() {
    return 2 * curve.size;
  }

  /**
   * The token.
   *
   * @param all the claims with everything in them that depends on others
   */
  byte[] write(Map<Long, byte[]> all) {
    byte[] content = payload.apply(PlainCbor.map(all));
    byte[] head = protectedHeader.apply(header.isEmpty() ? new byte[0] : PlainCbor.map(header));
    byte[] over =
        PlainCbor.array(
            PlainCbor.text(context),
            PlainCbor.octets(head),
            PlainCbor.octets(new byte[0]),
            PlainCbor.octets(content));
    byte[] made = signature.apply(DeviceKeys.sign(curve, signer, over));
    List<byte[]> four =
        parts.apply(
            List.of(
                PlainCbor.octets(head),
                PlainCbor.map(unprotected),
                PlainCbor.octets(content),
                PlainCbor.octets(made)));
    return message.apply(PlainCbor.tag(tag, PlainCbor.array(four)));
  }
}
