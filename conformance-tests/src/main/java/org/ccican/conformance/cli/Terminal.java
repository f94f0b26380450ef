package org.ccican.conformance.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Objects;

/**
 * Where a person answers questions.
 *
 * @param interactive whether there is a person
 */
record Terminal(BufferedReader in, boolean interactive) {

  Terminal {
    Objects.requireNonNull(in);
  }

  /** What the process was started with: no person where input or output is redirected. */
  static Terminal ofProcess() {
    return new Terminal(
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        System.console() != null);
  }
}
