package org.ccican.conformance.requirement;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A scenario that tests a requirement.
 *
 * @param id the requirement's id, a dot and a number: {@code PROV-02.1}
 * @param brokenBy the name of a check; a reference that answers it wrongly fails this scenario
 * @param alsoBrokenBy further checks, of which each alone is enough
 */
public record ScenarioRef(String id, String brokenBy, List<String> alsoBrokenBy) {

  public ScenarioRef {
    Objects.requireNonNull(id);
    Objects.requireNonNull(brokenBy);
    alsoBrokenBy = List.copyOf(alsoBrokenBy);
  }

  /** All these checks. */
  public List<String> checks() {
    return Stream.concat(Stream.of(brokenBy), alsoBrokenBy.stream()).toList();
  }
}
