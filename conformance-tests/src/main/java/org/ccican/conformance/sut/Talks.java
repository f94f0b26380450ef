package org.ccican.conformance.sut;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who speaks with an adapter. There is one talk at a time; while a role behind the adapter waits
 * for somebody whom it has asked, another talk may begin, which ends before the first goes on.
 */
final class Talks {

  /** Talks within talks. */
  private static final int DEEPEST = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Talk> open = new ArrayDeque<>();

  /** One question and all that is said until it is answered. */
  static final class Talk {
    private boolean away;
  }

  /**
   * Waits until there is room for another.
   *
   * @return nothing if there is none in time
   */
  Optional<Talk> begin(Duration patience) {
    lock.lock();
    try {
      Talk talk = new Talk();
      if (!awaited(patience, this::hasRoom)) {
        return Optional.empty();
      }
      open.push(talk);
      return Optional.of(talk);
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom() {
    return open.isEmpty() || open.peek().away && open.size() < DEEPEST;
  }

  /** The role waits for somebody else. */
  void leave(Talk talk) {
    lock.lock();
    try {
      talk.away = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The role is told what it waited for, after whatever has begun since; false if not in time. */
  boolean comeBack(Talk talk, Duration patience) {
    lock.lock();
    try {
      boolean there = awaited(patience, () -> open.peek() == talk);
      talk.away = false;
      return there;
    } finally {
      lock.unlock();
    }
  }

  void end(Talk talk) {
    lock.lock();
    try {
      open.remove(talk);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A condition that others bring about. */
  @FunctionalInterface
  private interface Reached {
    boolean now();
  }

  private boolean awaited(Duration patience, Reached reached) {
    try {
      long left = patience.toNanos();
      while (!reached.now()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
