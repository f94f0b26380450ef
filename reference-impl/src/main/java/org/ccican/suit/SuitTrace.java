package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import org.ccican.wire.Cbor;

/** What a report tells of: where processing is, and what was recorded on the way. */
final class SuitTrace {

  static final long RECORD_FAILURE = 2;
  static final long CLAIMS_SUCCESS = 4;
  static final long CLAIMS_FAILURE = 8;

  private final List<SuitRecord> records = new ArrayList<>();
  private final List<SuitClaims> claims = new ArrayList<>();
  private SuitRecord place = new SuitRecord(List.of(), 0, 0, 0, Cbor.map().build());

  /** The command that is executed, or failed. */
  SuitRecord place() {
    return place;
  }

  void at(List<Long> path, long section, long offset, long component) {
    place = new SuitRecord(path, section, offset, component, Cbor.map().build());
  }

  void at(SuitRecord other) {
    place = other;
  }

  /** What was measured where processing is. */
  void measured(Cbor.Map properties) {
    place =
        new SuitRecord(
            place.manifestId(), place.section(), place.offset(), place.component(), properties);
  }

  void succeeded(long policy, SuitComponentId component, Cbor.Map properties) {
    claim(policy & CLAIMS_SUCCESS, component, properties);
  }

  void failed(long policy, SuitComponentId component) {
    if ((policy & RECORD_FAILURE) != 0) {
      records.add(place);
    }
    claim(policy & CLAIMS_FAILURE, component, place.properties());
  }

  List<SuitRecord> records() {
    return List.copyOf(records);
  }

  List<SuitClaims> claims() {
    return List.copyOf(claims);
  }

  private void claim(long wanted, SuitComponentId component, Cbor.Map properties) {
    if (wanted != 0 && !properties.entries().isEmpty()) {
      claims.add(new SuitClaims(component, properties));
    }
  }
}
