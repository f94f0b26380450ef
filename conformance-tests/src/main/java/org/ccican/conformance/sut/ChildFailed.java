package org.ccican.conformance.sut;

import java.util.Objects;

/** A program of the target's that did not do its part, and what it did instead. */
final class ChildFailed extends Exception {

  private static final long serialVersionUID = 1;

  /** What happened. */
  enum Kind {
    /** It cannot be started: the recipe's fault. */
    NOT_STARTED,
    /** It did not answer in time. */
    SILENT,
    /** It ended when nobody had asked it to. */
    DIED,
    /** It said something that the protocol does not have, or too much. */
    GARBLED
  }

  private final Kind kind;

  ChildFailed(Kind kind, String detail) {
    super(detail);
    this.kind = Objects.requireNonNull(kind);
  }

  Kind kind() {
    return kind;
  }
}
