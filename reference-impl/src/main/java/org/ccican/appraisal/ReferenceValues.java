package org.ccican.appraisal;

import java.util.Map;
import java.util.Set;
import org.ccican.wire.Bytes;

/**
 * What an owner expects to find (RFC 9334 section 8.3).
 *
 * @param measurements acceptable launch measurements
 * @param components acceptable SHA-256 digests of what was installed later, by component name; a
 *     component that is not named here, nor expected by the request, is not acceptable
 */
public record ReferenceValues(Set<Bytes> measurements, Map<String, Set<Bytes>> components) {

  public ReferenceValues {
    measurements = Set.copyOf(measurements);
    components = Map.copyOf(components);
  }
}
