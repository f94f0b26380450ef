package org.ccican.conformance.specimen;

import java.util.ArrayList;
import java.util.List;
import org.ccican.cose.CoseSign1;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Changes of the COSE message around a TEEP message. */
final class CoseChanges {

  private CoseChanges() {}

  static Change signedBy(Signer who) {
    return (draft, situation) -> draft.signedBy(who.key(situation));
  }

  /** The protected header names another algorithm than the one that signs. */
  static Change naming(long algorithm) {
    return protectedHeader(CoseSign1.ALG, Value.number(algorithm));
  }

  static Change protectedHeader(long label, Value value) {
    return (draft, situation) ->
        draft.withProtected(
            Draft.put(draft.protectedHeader(), Cbor.integer(label), value.in(situation)));
  }

  static Change unprotectedHeader(long label, Value value) {
    return (draft, situation) ->
        draft.withUnprotected(
            Draft.put(draft.unprotectedHeader(), Cbor.integer(label), value.in(situation)));
  }

  static Change withoutProtected(long label) {
    return (draft, situation) ->
        draft.withProtected(Draft.without(draft.protectedHeader(), Cbor.integer(label)));
  }

  static Change withoutUnprotected(long label) {
    return (draft, situation) ->
        draft.withUnprotected(Draft.without(draft.unprotectedHeader(), Cbor.integer(label)));
  }

  /** The header stands where it is not signed over. */
  static Change movedToUnprotected(long label) {
    return (draft, situation) -> {
      Cbor value = draft.protectedHeader().find(label).orElseThrow();
      return withoutProtected(label)
          .of(unprotectedHeader(label, Value.fixed(value)).of(draft, situation), situation);
    };
  }

  /** A header that nobody knows, and that must be understood. */
  static Change critical(long label) {
    return (draft, situation) ->
        draft.withProtected(
            Draft.put(
                Draft.put(draft.protectedHeader(), Cbor.integer(label), Cbor.bool(true)),
                Cbor.integer(CoseSign1.CRIT),
                Cbor.array(Cbor.integer(label))));
  }

  static Change untagged() {
    return (draft, situation) -> draft.withWrapper(whole -> ((Cbor.Tag) whole).content());
  }

  static Change tag(long number) {
    return (draft, situation) ->
        draft.withWrapper(whole -> Cbor.tag(number, ((Cbor.Tag) whole).content()));
  }

  /** Part 0 is the protected header, 1 the unprotected, 2 the payload, 3 the signature. */
  static Change part(int index, Value value) {
    return (draft, situation) ->
        draft.withWrapper(
            whole -> {
              Cbor.Tag tag = (Cbor.Tag) whole;
              List<Cbor> parts = new ArrayList<>(((Cbor.Array) tag.content()).items());
              parts.set(index, value.in(situation));
              return Cbor.tag(tag.number(), Cbor.array(parts));
            });
  }

  static Change fewerParts() {
    return (draft, situation) ->
        draft.withWrapper(
            whole -> {
              Cbor.Tag tag = (Cbor.Tag) whole;
              List<Cbor> parts = ((Cbor.Array) tag.content()).items();
              return Cbor.tag(tag.number(), Cbor.array(parts.subList(0, parts.size() - 1)));
            });
  }

  /** The last octet is the signature's. */
  static Change flippedSignature() {
    return (draft, situation) -> draft.withOctets(octets -> octets.flip(octets.size() - 1, 0));
  }

  static Change trailing(Bytes more) {
    return (draft, situation) -> draft.withOctets(octets -> Bytes.concat(octets, more));
  }

  /** The last octets are missing. */
  static Change cut(int octets) {
    return (draft, situation) -> draft.withOctets(whole -> whole.slice(0, whole.size() - octets));
  }

  /** Something else altogether. */
  static Change replaced(Bytes octets) {
    return (draft, situation) -> draft.withOctets(whole -> octets);
  }
}
