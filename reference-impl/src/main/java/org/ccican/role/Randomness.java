package org.ccican.role;

import org.ccican.wire.Bytes;

/** Where octets come from that nobody else shall guess: handed in, seeded in a test. */
@FunctionalInterface
public interface Randomness {

  Bytes next(int size);
}
