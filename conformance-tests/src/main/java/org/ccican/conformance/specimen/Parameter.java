package org.ccican.conformance.specimen;

import java.util.Arrays;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** A parameter of a manifest (suit-manifest section 8.4.8), right or wrong. */
record Parameter(long label, Cbor value) {

  static Parameter of(long label, Cbor value) {
    return new Parameter(label, value);
  }

  static Parameter octets(long label, Bytes value) {
    return new Parameter(label, Cbor.octets(value));
  }

  /** The digest of these octets. */
  static Parameter digest(Bytes content) {
    return new Parameter(SuitNumbers.IMAGE_DIGEST, Cbor.wrapped(sha256(content)));
  }

  static Parameter size(long octets) {
    return new Parameter(SuitNumbers.IMAGE_SIZE, Cbor.integer(octets));
  }

  static Parameter uri(String uri) {
    return new Parameter(SuitNumbers.URI, Cbor.text(uri));
  }

  static Parameter content(Bytes content) {
    return octets(SuitNumbers.CONTENT, content);
  }

  static Parameter source(long component) {
    return new Parameter(SuitNumbers.SOURCE, Cbor.integer(component));
  }

  static Parameter slot(long slot) {
    return new Parameter(SuitNumbers.SLOT, Cbor.integer(slot));
  }

  static Parameter softFailure(boolean soft) {
    return new Parameter(SuitNumbers.SOFT_FAILURE, Cbor.bool(soft));
  }

  static Parameter strictOrder(boolean strict) {
    return new Parameter(SuitNumbers.STRICT_ORDER, Cbor.bool(strict));
  }

  /** A SUIT_Digest of these octets. */
  static Cbor sha256(Bytes content) {
    return Cbor.array(Cbor.integer(SuitNumbers.SHA_256), Cbor.octets(Crypto.sha256(content)));
  }

  static Cbor map(Parameter... parameters) {
    return Cbor.map(
        Arrays.stream(parameters)
            .map(each -> new Cbor.Entry(Cbor.integer(each.label()), each.value()))
            .toList());
  }
}
