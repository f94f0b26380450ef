package org.ccican.conformance.requirement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How binding a requirement is, what decides a run first. */
public enum Level {
  /** The document says MUST, SHALL or REQUIRED. */
  MUST(true, "binding by the document's own keyword"),
  /** A step of a procedure of the draft, which has no keywords. */
  STEP(true, "a step of one of the draft's procedures"),
  /** Stated elsewhere without keyword, or in a grammar or a vendor's table alone. */
  DERIVED(true, "stated without a keyword"),
  /** The document says SHOULD or RECOMMENDED. */
  SHOULD(false, "recommended; counted apart"),
  /** The document says MAY or OPTIONAL. */
  MAY(false, "optional; counted apart");

  private final boolean required;
  private final String meaning;

  Level(boolean required, String meaning) {
    this.required = required;
    this.meaning = meaning;
  }

  /** The level in the spelling of files and tags: {@code derived}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a failure decides the run; that of the others is fatal on request only. */
  public boolean required() {
    return required;
  }

  /** The level as a reader is told of it. */
  public String meaning() {
    return meaning;
  }

  public static Optional<Level> find(String id) {
    return Arrays.stream(values()).filter(level -> level.id().equals(id)).findFirst();
  }
}
