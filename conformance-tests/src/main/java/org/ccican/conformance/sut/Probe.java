package org.ccican.conformance.sut;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of one look at a target.
 *
 * @param field of the recipe that it is about, such as {@code tam.url}
 * @param seen in words, without what may be secret; empty if there is a complaint
 * @param complaint what is wrong with the recipe, beginning with the field that has to be changed
 *     and ending with what to write there; empty if nothing is
 */
public record Probe(String field, String seen, Optional<String> complaint) {

  public Probe {
    Objects.requireNonNull(field);
    Objects.requireNonNull(seen);
    Objects.requireNonNull(complaint);
  }

  /** It is as the recipe has it. */
  static Probe fits(String field, String seen) {
    return new Probe(field, seen, Optional.empty());
  }

  /** It is as the recipe has it, unless there is a complaint. */
  public static Probe of(String field, String seen, Optional<String> complaint) {
    return new Probe(field, complaint.isPresent() ? "" : seen, complaint);
  }

  public static Optional<String> firstComplaint(List<Probe> probes) {
    return probes.stream().flatMap(each -> each.complaint().stream()).findFirst();
  }
}
