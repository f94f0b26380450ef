package org.ccican.conformance.trace;

import java.util.Objects;
import java.util.Optional;

/** A request and what came back, if anything did. */
public record Exchange(TraceEvent.Message request, Optional<TraceEvent.Message> response) {

  public Exchange {
    Objects.requireNonNull(request);
    Objects.requireNonNull(response);
  }
}
