package org.ccican.conformance.verdict;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.ccican.reject.Rejected;

/** What came of reading somebody's octets: a view of them, or why there is none. */
public sealed interface Reading<T> {

  /** The octets have the shape that was looked for. */
  record Readable<T>(T content) implements Reading<T> {

    public Readable {
      Objects.requireNonNull(content);
    }

    @Override
    public Optional<T> view() {
      return Optional.of(content);
    }

    @Override
    public String detail() {
      return "";
    }
  }

  /** The octets have another shape; the detail says where. */
  record Unreadable<T>(String detail) implements Reading<T> {

    public Unreadable {
      Objects.requireNonNull(detail);
    }

    @Override
    public Optional<T> view() {
      return Optional.empty();
    }
  }

  Optional<T> view();

  /** Why there is no view; empty if there is one. */
  String detail();

  /** Reads on, if something was read. */
  default <U> Reading<U> then(Function<? super T, Reading<U>> next) {
    Optional<T> view = view();
    return view.isPresent() ? next.apply(view.get()) : new Unreadable<>(detail());
  }

  /** Something that refuses octets by throwing. */
  @FunctionalInterface
  interface Parser<T> {
    T parse() throws Rejected;
  }

  /** Turns a refusal into a reading. */
  static <T> Reading<T> of(Parser<T> parser) {
    try {
      return new Readable<>(parser.parse());
    } catch (Rejected e) {
      return new Unreadable<>(e.getMessage());
    }
  }
}
