package org.ccican.teep;

import java.util.Objects;
import java.util.Optional;
import org.ccican.suit.SuitComponentId;

/**
 * A requested-tc-info (teep-protocol section 4.3).
 *
 * @param sequenceNumber the lowest that will do; any if absent
 */
public record RequestedComponent(
    SuitComponentId id, Optional<Long> sequenceNumber, Optional<Boolean> haveBinary) {

  public RequestedComponent {
    Objects.requireNonNull(id);
    Objects.requireNonNull(sequenceNumber);
    Objects.requireNonNull(haveBinary);
  }

  /** A component of which any edition will do. */
  public static RequestedComponent of(SuitComponentId id) {
    return new RequestedComponent(id, Optional.empty(), Optional.empty());
  }
}
