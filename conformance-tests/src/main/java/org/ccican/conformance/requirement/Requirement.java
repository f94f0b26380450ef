package org.ccican.conformance.requirement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One statement of a document that an implementation can meet or miss.
 *
 * @param id permanent and never given to another: {@code PROV-02}
 * @param document the short name of the document, as in {@link RequirementDocument#id()}
 * @param section as the document numbers it
 * @param roles the ids of the roles that are judged, at least one
 * @param text the statement in one sentence
 * @param scenarios those that test it
 * @param untested why no scenario can test it
 * @param since the version of the catalogue that brought it, from 1
 * @param reading what is understood where the text is unclear
 */
public record Requirement(
    String id,
    Level level,
    String document,
    String section,
    List<String> roles,
    String text,
    List<ScenarioRef> scenarios,
    Optional<String> untested,
    int since,
    Optional<String> reading) {

  public Requirement {
    Objects.requireNonNull(id);
    Objects.requireNonNull(level);
    Objects.requireNonNull(document);
    Objects.requireNonNull(section);
    roles = List.copyOf(roles);
    Objects.requireNonNull(text);
    scenarios = List.copyOf(scenarios);
    Objects.requireNonNull(untested);
    Objects.requireNonNull(reading);
  }
}
