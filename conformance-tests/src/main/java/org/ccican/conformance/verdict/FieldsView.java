package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A message of one of the interfaces that the draft leaves open: a CBOR map with text labels, read
 * field by field. Octets that are no such map have no fields.
 */
final class FieldsView {

  private final Optional<Cbor.Map> map;

  FieldsView(Bytes body) {
    this.map =
        CborView.read(body).view().filter(Cbor.Map.class::isInstance).map(Cbor.Map.class::cast);
  }

  Optional<Bytes> octets(String label) {
    return map.flatMap(fields -> fields.find(label))
        .filter(Cbor.Octets.class::isInstance)
        .map(item -> ((Cbor.Octets) item).value());
  }

  Optional<String> text(String label) {
    return map.flatMap(fields -> fields.find(label))
        .filter(Cbor.Text.class::isInstance)
        .map(item -> ((Cbor.Text) item).value());
  }

  /** All octets of an array. */
  List<Bytes> everyOctets(String label) {
    return map.flatMap(fields -> fields.find(label)).flatMap(CborView::items).stream()
        .flatMap(List::stream)
        .flatMap(item -> CborView.octets(item).stream())
        .toList();
  }

  /** The first octets of an array of octets. */
  Optional<Bytes> firstOctets(String label) {
    return map.flatMap(fields -> fields.find(label))
        .filter(Cbor.Array.class::isInstance)
        .flatMap(item -> ((Cbor.Array) item).items().stream().findFirst())
        .filter(Cbor.Octets.class::isInstance)
        .map(item -> ((Cbor.Octets) item).value());
  }
}
