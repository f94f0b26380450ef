package org.ccican.wire;

import java.lang.management.ManagementFactory;

/** Counts what a piece of work costs: octets looked at, and octets taken from the heap. */
public final class Cost implements CborMeter {

  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long visited;
  private long allocated;

  /** A piece of work on the calling thread. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T done() throws E;
  }

  @Override
  public void visited(int octets) {
    visited += octets;
  }

  /** Does the work and adds up what this thread allocates meanwhile. */
  public <T, E extends Exception> T of(Work<T, E> work) throws E {
    long before = threads.getCurrentThreadAllocatedBytes();
    T result = work.done();
    allocated += threads.getCurrentThreadAllocatedBytes() - before;
    return result;
  }

  public long visited() {
    return visited;
  }

  public long allocated() {
    return allocated;
  }
}
