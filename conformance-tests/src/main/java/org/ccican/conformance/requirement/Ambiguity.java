package org.ccican.conformance.requirement;

import java.util.Objects;
import java.util.Optional;

/**
 * A place where a document can be read in two ways, both of which conform.
 *
 * @param id permanent: {@code A6}
 * @param document id of a document of the requirements
 * @param issue where the authors of the document speak of it: {@code owner/repository#number}
 * @param reference which reading the reference follows: {@code a} or {@code b}
 */
public record Ambiguity(
    String id,
    String document,
    String section,
    String unclear,
    Optional<String> issue,
    Reading a,
    Reading b,
    String reference) {

  /**
   * One way to understand the text.
   *
   * @param reading what is understood
   * @param shows how that can be seen
   */
  public record Reading(String reading, String shows) {

    public Reading {
      Objects.requireNonNull(reading);
      Objects.requireNonNull(shows);
    }
  }

  public Ambiguity {
    Objects.requireNonNull(document);
    Objects.requireNonNull(section);
    Objects.requireNonNull(unclear);
    Objects.requireNonNull(issue);
    Objects.requireNonNull(a);
    Objects.requireNonNull(b);
    if (!id.matches("A[1-9][0-9]?")) {
      throw new IllegalArgumentException("no id of an ambiguity: " + id);
    }
    if (!reference.equals("a") && !reference.equals("b")) {
      throw new IllegalArgumentException(id + ": no reading " + reference);
    }
  }

  /**
   * @param name {@code a} or {@code b}
   * @throws IllegalArgumentException if it is another
   */
  public Reading reading(String name) {
    return switch (name) {
      case "a" -> a;
      case "b" -> b;
      default -> throw new IllegalArgumentException(id + " has no reading " + name);
    };
  }
}
