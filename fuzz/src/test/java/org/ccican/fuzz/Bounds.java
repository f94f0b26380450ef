package org.ccican.fuzz;

import java.lang.management.ManagementFactory;
import org.ccican.reject.Rejected;

/**
 * What holds for every reader, whatever it is given: nothing but a {@link Rejected} comes out of
 * it, and what it takes from the heap is bounded by a multiple of what it was given.
 */
final class Bounds {

  /** Octets of heap for an octet of input. */
  private static final long MULTIPLE = 1024;

  /** The fuzzer looks at every comparison, and what it notes down is counted with the rest. */
  private static final int FUZZER = 16;

  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long base;

  private Bounds(long base) {
    this.base = base * (fuzzing() ? FUZZER : 1);
  }

  private static boolean fuzzing() {
    return System.getenv("JAZZER_FUZZ") != null;
  }

  /** For readers that need no more than what they read. */
  static Bounds ofReader() {
    return new Bounds(4L << 20);
  }

  /** For readers that do something with fixed inputs as well: twice what that costs. */
  static Bounds beyond(byte[] octets, Reading usual) {
    Bounds none = new Bounds(0);
    none.taken(octets, usual); // loads classes
    return new Bounds(2 * none.taken(octets, usual));
  }

  /** A reader. */
  @FunctionalInterface
  interface Reading {
    void of(byte[] octets) throws Rejected;
  }

  /** Reads; a refusal is as good as an answer. */
  void hold(byte[] octets, Reading reading) {
    long bound = base + MULTIPLE * octets.length;
    // what is too much is measured again: the first time, classes are loaded as well
    if (taken(octets, reading) > bound) {
      long again = taken(octets, reading);
      if (again > bound) {
        throw new AssertionError(again + " octets of heap for an input of " + octets.length);
      }
    }
  }

  private long taken(byte[] octets, Reading reading) {
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      reading.of(octets);
    } catch (Rejected refused) {
      if (refused.check().isEmpty()) {
        throw new AssertionError("a refusal that names no rule", refused);
      }
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
