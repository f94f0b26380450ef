package org.ccican.conformance.sut;

/** A program has no answer of its role's to hand on, and says so. */
final class Unsaid extends Exception {

  private static final long serialVersionUID = 1;

  private final boolean unsupported;

  /**
   * @param unsupported whether the target has no such thing; otherwise it could not be asked
   */
  Unsaid(boolean unsupported, String why) {
    super(why);
    this.unsupported = unsupported;
  }

  boolean unsupported() {
    return unsupported;
  }
}
