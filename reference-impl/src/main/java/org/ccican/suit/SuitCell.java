package org.ccican.suit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** One component while manifests are processed: its parameters and its octets. */
final class SuitCell {

  private final SuitComponentId id;
  private final Map<Long, Cbor> parameters = new LinkedHashMap<>();
  private Optional<Bytes> payload;
  private Optional<SuitFrame> writer = Optional.empty();
  private boolean compared = true;

  SuitCell(SuitComponentId id, Optional<Bytes> payload) {
    this.id = id;
    this.payload = payload;
  }

  SuitComponentId id() {
    return id;
  }

  Map<Long, Cbor> parameters() {
    return parameters;
  }

  Optional<Cbor> parameter(long label) {
    return Optional.ofNullable(parameters.get(label));
  }

  Optional<Bytes> payload() {
    return payload;
  }

  /** The manifest that put the octets there, if one did that now. */
  Optional<SuitFrame> writer() {
    return writer;
  }

  /** Whether something that was signed vouches for the octets. */
  boolean compared() {
    return compared;
  }

  void vouch() {
    compared = true;
  }

  void put(Bytes octets, boolean vouched, SuitFrame frame) {
    payload = Optional.of(octets);
    writer = Optional.of(frame);
    compared = vouched;
  }

  void clear() {
    payload = Optional.empty();
    writer = Optional.empty();
    compared = true;
  }
}
