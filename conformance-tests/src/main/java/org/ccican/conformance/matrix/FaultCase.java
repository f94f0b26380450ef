package org.ccican.conformance.matrix;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ccican.check.Fault;

/**
 * A fault and who has to notice it.
 *
 * @param manner how the reference goes wrong: {@code skipped}, {@code always-accepted}, …
 * @param role the id of the role that has the fault
 * @param requirements those that name the check, sorted; if none does, those of the vectors that do
 * @param documents the ids of the documents whose scenarios name the check
 * @param scenarios those of these requirements that claim to fail for it, in the order of the
 *     requirements
 * @param beside who notices as well, if the fault is generated
 * @param vectors ids of the test vectors that name the check
 */
public record FaultCase(
    Fault fault,
    String manner,
    String role,
    SortedSet<String> requirements,
    SortedSet<String> documents,
    List<String> scenarios,
    Accepting.Beside beside,
    List<String> vectors) {

  public FaultCase {
    Objects.requireNonNull(fault);
    Objects.requireNonNull(manner);
    Objects.requireNonNull(role);
    requirements = Collections.unmodifiableSortedSet(new TreeSet<>(requirements));
    documents = Collections.unmodifiableSortedSet(new TreeSet<>(documents));
    scenarios = List.copyOf(scenarios);
    Objects.requireNonNull(beside);
    vectors = List.copyOf(vectors);
  }

  public String id() {
    return fault.id();
  }

  public String kind() {
    return fault.isWritten() ? "written" : "generated";
  }
}
