package org.ccican.conformance.sut;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What adapters say that their targets can do, beside what the recipe says. Where the recipe makes
 * no claim of a kind, theirs count, and of several those that all of them make; where it does, it
 * may claim less, and nothing that one of them does not.
 */
final class AdapterClaims {

  private final SutClaims recipe;
  private final Map<String, List<String>> said = new TreeMap<>();

  AdapterClaims(SutClaims recipe) {
    this.recipe = recipe;
  }

  /** Takes note of what one adapter says, by kind; empty if it says nothing. */
  Optional<Probe> note(SutRole role, Map<String, List<String>> claims) {
    if (claims.isEmpty()) {
      return Optional.empty();
    }
    claims.forEach(this::note);
    String field = role.role().id() + "." + role.way();
    return Optional.of(
        Probe.of(
            field,
            "claims " + new TreeMap<>(claims),
            claims.entrySet().stream()
                .flatMap(each -> wrong(field, each.getKey(), each.getValue()).stream())
                .findFirst()));
  }

  private void note(String kind, List<String> names) {
    said.merge(kind, names, (others, more) -> others.stream().filter(more::contains).toList());
  }

  private Optional<String> wrong(String field, String kind, List<String> names) {
    if (!SutClaims.KINDS.contains(kind)) {
      return Optional.of(
          field
              + ": the adapter claims "
              + kind
              + ", which is no kind of claim; let it answer claims with some of "
              + String.join(", ", SutClaims.KINDS));
    }
    Set<String> beyond = new HashSet<>(recipe.of(kind).orElse(List.of()));
    names.forEach(beyond::remove);
    return beyond.stream()
        .sorted()
        .findFirst()
        .map(
            name ->
                "claims."
                    + kind
                    + ": the recipe claims "
                    + name
                    + ", and "
                    + field
                    + " says that it can do "
                    + (names.isEmpty() ? "nothing" : "no more than " + String.join(", ", names))
                    + "; write no more than that, or mend the adapter");
  }

  /** The recipe's claims, completed. */
  SutClaims together() {
    return new SutClaims(
        completed("cipher-suites"),
        completed("formats"),
        completed("freshness"),
        completed("options"));
  }

  private Optional<List<String>> completed(String kind) {
    return recipe.of(kind).or(() -> Optional.ofNullable(said.get(kind)));
  }
}
