package org.ccican.vector;

/** A vector file is not as its schema wants it: a fault in the data, never a target's. */
public final class VectorFormatException extends RuntimeException {

  public VectorFormatException(String message) {
    super(message);
  }
}
