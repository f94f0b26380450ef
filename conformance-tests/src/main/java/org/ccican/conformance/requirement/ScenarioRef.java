package org.ccican.conformance.requirement;

import java.util.Objects;

/**
 * A scenario that tests a requirement.
 *
 * @param id the requirement's id, a dot and a number: {@code PROV-02.1}
 * @param brokenBy the name of a check; a reference that answers it wrongly fails this scenario
 */
public record ScenarioRef(String id, String brokenBy) {

  public ScenarioRef {
    Objects.requireNonNull(id);
    Objects.requireNonNull(brokenBy);
  }
}
