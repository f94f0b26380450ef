package org.ccican.conformance.sut;

/**
 * A SUT file cannot be used. The message is one line: file, line and column counted from one, the
 * field, and what was expected; it holds no secret.
 */
public final class SutFileException extends Exception {

  private static final long serialVersionUID = 1;

  public SutFileException(String message) {
    super(message);
  }
}
