package org.ccican.reject;

import java.util.Objects;

/** The document and section that a rule comes from, for instance {@code ccican-00 §5(1)}. */
public record SpecRef(String document, String section) {

  public SpecRef {
    Objects.requireNonNull(document);
    Objects.requireNonNull(section);
  }

  @Override
  public String toString() {
    return document + " §" + section;
  }
}
