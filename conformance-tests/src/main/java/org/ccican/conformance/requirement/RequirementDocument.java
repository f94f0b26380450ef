package org.ccican.conformance.requirement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document that requirements come from.
 *
 * @param id short name: {@code ccican-00}
 * @param version the revision that was read
 * @param notes what its list leaves out, and what it was read from
 */
public record RequirementDocument(
    String id, String title, String version, Optional<String> url, List<String> notes) {

  public RequirementDocument {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(version);
    Objects.requireNonNull(url);
    notes = List.copyOf(notes);
  }
}
