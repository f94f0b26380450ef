package org.ccican.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ccican.wire.Cbor;

/**
 * The system-property-claims of a report (suit-report section 4.1).
 *
 * @param properties values by the labels of parameters, at least one
 */
public record SuitClaims(SuitComponentId component, Cbor.Map properties) {

  static final long COMPONENT = 0;

  public SuitClaims {
    Objects.requireNonNull(component);
    Objects.requireNonNull(properties);
  }

  public Cbor toCbor() {
    List<Cbor.Entry> entries = new ArrayList<>(properties.entries());
    entries.add(new Cbor.Entry(Cbor.integer(COMPONENT), component.toCbor()));
    return Cbor.map(entries);
  }
}
