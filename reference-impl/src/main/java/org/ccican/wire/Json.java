package org.ccican.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON value (RFC 8259) with the place where it stands, so that a signature over part of a text
 * is checked over exactly the octets that came.
 */
public sealed interface Json {

  /** Where the value stands; its {@link Span#raw} are the octets that a signature covers. */
  Span span();

  /** An object; names are distinct and in the order of the text. */
  record Obj(Span span, List<Member> members) implements Json {

    public Obj {
      Objects.requireNonNull(span);
      members = List.copyOf(members);
    }

    public Optional<Json> find(String name) {
      return members.stream()
          .filter(each -> each.name().equals(name))
          .map(Member::value)
          .findFirst();
    }
  }

  /** A name and its value. */
  record Member(String name, Json value) {}

  /** An array. */
  record Array(Span span, List<Json> items) implements Json {

    public Array {
      Objects.requireNonNull(span);
      items = List.copyOf(items);
    }
  }

  /**
   * A string.
   *
   * @param value without escapes; surrogates stand in pairs
   */
  record Text(Span span, String value) implements Json {}

  /**
   * A number.
   *
   * @param literal as it stands in the text
   */
  record Number(Span span, String literal) implements Json {

    /** The value of a literal without fraction and exponent that fits 63 bits. */
    public Optional<Long> integer() {
      try {
        return Optional.of(Long.parseLong(literal));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  }

  /** One of {@code true}, {@code false} and {@code null}. */
  record Word(Span span, String name) implements Json {}
}
