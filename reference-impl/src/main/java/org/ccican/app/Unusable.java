package org.ccican.app;

/** What the user gave cannot be used; the message is one line that names the file or flag. */
final class Unusable extends Exception {

  private static final long serialVersionUID = 1L;

  Unusable(String message) {
    super(message);
  }
}
