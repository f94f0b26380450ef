package org.ccican.wire;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is made when it is first asked for, once, whoever asks: most of what a stack could
 * need costs a signature or a point of a curve, and most scenarios need little of it.
 */
public final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private volatile Optional<T> made = Optional.empty();

  public Lazy(Supplier<T> maker) {
    this.maker = Objects.requireNonNull(maker);
  }

  @Override
  public T get() {
    return made.orElseGet(this::make);
  }

  private synchronized T make() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }
}
