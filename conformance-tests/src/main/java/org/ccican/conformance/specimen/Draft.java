package org.ccican.conformance.specimen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ccican.check.Checks;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepMessage;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/**
 * A TEEP message layer by layer, from the inside out; whatever is changed inside is signed over.
 *
 * @param elements of the message's array: type, options and more
 * @param payload what becomes of the encoded message before it is signed
 * @param signer signs
 * @param protectedHeader as it is signed over
 * @param unprotectedHeader beside it
 * @param wrapper what becomes of the tagged COSE message
 * @param octets what becomes of its octets
 */
record Draft(
    List<Cbor> elements,
    UnaryOperator<Bytes> payload,
    SigningKey signer,
    Cbor.Map protectedHeader,
    Cbor.Map unprotectedHeader,
    UnaryOperator<Cbor> wrapper,
    UnaryOperator<Bytes> octets) {

  private static final Cbor ALG = Cbor.integer(CoseSign1.ALG);
  private static final Cbor KID = Cbor.integer(CoseSign1.KID);

  Draft {
    elements = List.copyOf(elements);
  }

  /** A message that keeps every rule. */
  static Draft of(TeepMessage message, SigningKey signer, Situation situation) {
    Bytes encoded = new TeepCodec(situation.revision(), Checks.unbroken()).encode(message);
    return new Draft(
            ((Cbor.Array) decoded(encoded)).items(),
            UnaryOperator.identity(),
            signer,
            Cbor.map().build(),
            Cbor.map().build(),
            UnaryOperator.identity(),
            UnaryOperator.identity())
        .signedBy(signer.with(situation.revision().signature(signer.publicKey().curve())));
  }

  Bytes encode() {
    Bytes content = payload.apply(Cbor.array(elements).encode());
    Bytes header = protectedHeader.encode();
    Bytes signature = signer.sign(CoseSign1.toBeSigned(header, content));
    Cbor whole =
        Cbor.tag(
            CoseSign1.TAG,
            Cbor.array(
                Cbor.octets(header),
                unprotectedHeader,
                Cbor.octets(content),
                Cbor.octets(signature)));
    return octets.apply(wrapper.apply(whole).encode());
  }

  Cbor.Map options() {
    return (Cbor.Map) elements.get(1);
  }

  Draft withElements(List<Cbor> other) {
    return new Draft(other, payload, signer, protectedHeader, unprotectedHeader, wrapper, octets);
  }

  Draft withElement(int index, Cbor item) {
    List<Cbor> changed = new ArrayList<>(elements);
    changed.set(index, item);
    return withElements(changed);
  }

  Draft withPayload(UnaryOperator<Bytes> change) {
    return new Draft(elements, change, signer, protectedHeader, unprotectedHeader, wrapper, octets);
  }

  /** Signed by somebody else, whom alg and kid name. */
  Draft signedBy(SigningKey other) {
    return new Draft(
        elements,
        payload,
        other,
        put(protectedHeader, ALG, Cbor.integer(other.algorithm().id())),
        put(unprotectedHeader, KID, Cbor.octets(other.publicKey().thumbprint())),
        wrapper,
        octets);
  }

  Draft withProtected(Cbor.Map header) {
    return new Draft(elements, payload, signer, header, unprotectedHeader, wrapper, octets);
  }

  Draft withUnprotected(Cbor.Map header) {
    return new Draft(elements, payload, signer, protectedHeader, header, wrapper, octets);
  }

  Draft withWrapper(UnaryOperator<Cbor> change) {
    return new Draft(elements, payload, signer, protectedHeader, unprotectedHeader, change, octets);
  }

  Draft withOctets(UnaryOperator<Bytes> change) {
    return new Draft(
        elements, payload, signer, protectedHeader, unprotectedHeader, wrapper, change);
  }

  /** The map with an entry added, or replaced. */
  static Cbor.Map put(Cbor.Map map, Cbor key, Cbor value) {
    List<Cbor.Entry> entries = new ArrayList<>(without(map, key).entries());
    entries.add(new Cbor.Entry(key, value));
    return Cbor.map(entries);
  }

  static Cbor.Map without(Cbor.Map map, Cbor key) {
    Bytes encoded = key.encode();
    return Cbor.map(
        map.entries().stream().filter(each -> !each.key().encode().equals(encoded)).toList());
  }

  private static Cbor decoded(Bytes octets) {
    try {
      return new CborDecoder(Checks.unbroken()).decode(octets, CborProfile.VALID);
    } catch (Rejected e) {
      throw new IllegalStateException("a message of our own does not decode", e);
    }
  }
}
