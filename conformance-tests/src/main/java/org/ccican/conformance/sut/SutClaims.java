package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the recipe says that the target can do. A kind of claim that the recipe does not make is
 * empty, and then what the reference's usual peers need is taken to be claimed, and nothing else.
 *
 * @param cipherSuites names of cipher suites of TEEP
 * @param formats ids of evidence formats, which are hardware types as well
 * @param freshness names of freshness mechanisms of TEEP
 * @param options names of what a target may do or leave
 */
public record SutClaims(
    Optional<List<String>> cipherSuites,
    Optional<List<String>> formats,
    Optional<List<String>> freshness,
    Optional<List<String>> options) {

  /** What a claimed option begins with in {@link #all}; the id of its requirement follows. */
  public static final String OPTION = "options: ";

  public SutClaims {
    Objects.requireNonNull(cipherSuites);
    Objects.requireNonNull(formats);
    Objects.requireNonNull(freshness);
    Objects.requireNonNull(options);
    cipherSuites = cipherSuites.map(List::copyOf);
    formats = formats.map(List::copyOf);
    freshness = freshness.map(List::copyOf);
    options = options.map(List::copyOf);
  }

  /** The kinds of claims, as a recipe names them. */
  static final List<String> KINDS = List.of("cipher-suites", "formats", "freshness", "options");

  /** The claims of one kind; empty if there are none of it. */
  Optional<List<String>> of(String kind) {
    return switch (kind) {
      case "cipher-suites" -> cipherSuites;
      case "formats" -> formats;
      case "freshness" -> freshness;
      case "options" -> options;
      default -> throw new IllegalArgumentException("no kind of claim: " + kind);
    };
  }

  /** Each claim as {@code KIND: NAME}, for reports. */
  public List<String> all() {
    List<String> all = new ArrayList<>();
    cipherSuites.ifPresent(names -> names.forEach(name -> all.add("cipher-suites: " + name)));
    formats.ifPresent(names -> names.forEach(name -> all.add("formats: " + name)));
    freshness.ifPresent(names -> names.forEach(name -> all.add("freshness: " + name)));
    options.ifPresent(names -> names.forEach(name -> all.add(OPTION + name)));
    return all;
  }

  public static SutClaims none() {
    return new SutClaims(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
