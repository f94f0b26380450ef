package org.ccican.evidence;

import org.ccican.wire.Bytes;

/**
 * The registers in which hardware sums up what was installed at run time, as software inside an
 * environment sees them: it can add to them, and nobody outside sees that it did.
 */
@FunctionalInterface
public interface Registers {

  /** Adds an event. Hardware without registers forgets it. */
  void extend(Bytes event);
}
