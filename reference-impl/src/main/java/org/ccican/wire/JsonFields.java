package org.ccican.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/**
 * The members of a JSON object in their expected types; what is missing or of another type is
 * refused under the rule of whoever reads.
 */
public final class JsonFields {

  private final Json.Obj object;
  private final String rule;
  private final Set<String> taken = new HashSet<>();

  private JsonFields(Json.Obj object, String rule) {
    this.object = object;
    this.rule = rule;
  }

  /**
   * @param rule the structural check to name
   */
  public static JsonFields of(Json value, String rule) throws Rejected {
    if (value instanceof Json.Obj object) {
      return new JsonFields(object, rule);
    }
    throw wrong(rule, value, "an object");
  }

  public Optional<Json> find(String name) {
    taken.add(name);
    return object.find(name);
  }

  public Json value(String name) throws Rejected {
    Optional<Json> value = find(name);
    if (value.isEmpty()) {
      throw new Rejected(
          Reason.MISSING_FIELD, rule, "no " + name + " in the object at " + object.span());
    }
    return value.get();
  }

  public String text(String name) throws Rejected {
    if (value(name) instanceof Json.Text text) {
      return text.value();
    }
    throw wrong(rule, value(name), "text in " + name);
  }

  /** A number from 0 to a largest one. */
  public long number(String name, long most) throws Rejected {
    Optional<Long> number =
        value(name) instanceof Json.Number found ? found.integer() : Optional.empty();
    if (number.isEmpty() || number.get() < 0 || number.get() > most) {
      throw wrong(rule, value(name), "a number from 0 to " + most + " in " + name);
    }
    return number.get();
  }

  /** Octets written as two hex digits each, in either case. */
  public Bytes hex(String name, int size) throws Rejected {
    Bytes octets = hex(name);
    if (octets.size() != size) {
      throw wrong(rule, value(name), size + " octets in hex in " + name);
    }
    return octets;
  }

  /** Any number of octets but none. */
  public Bytes hex(String name) throws Rejected {
    String text = text(name);
    if (!text.isEmpty() && text.length() % 2 == 0 && text.matches("[0-9a-fA-F]+")) {
      return Bytes.hex(text);
    }
    throw wrong(rule, value(name), "hex digits in " + name);
  }

  /** An instant such as {@code 2026-01-31T00:00:00Z}. */
  public Instant instant(String name) throws Rejected {
    String text = text(name);
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        throw wrong(rule, value(name), "an instant in " + name);
      }
    }
    throw wrong(rule, value(name), "an instant in " + name);
  }

  public List<Json> array(String name) throws Rejected {
    if (value(name) instanceof Json.Array array) {
      return array.items();
    }
    throw wrong(rule, value(name), "an array in " + name);
  }

  /** The texts of an array; none if there is no such member. */
  public List<String> findTexts(String name) throws Rejected {
    if (find(name).isEmpty()) {
      return List.of();
    }
    List<String> texts = new java.util.ArrayList<>();
    for (Json each : array(name)) {
      if (!(each instanceof Json.Text text)) {
        throw wrong(rule, each, "texts in " + name);
      }
      texts.add(text.value());
    }
    return texts;
  }

  /** Refuses members that nobody asked for. */
  public void done() throws Rejected {
    for (Json.Member each : object.members()) {
      if (!taken.contains(each.name())) {
        throw new Rejected(Reason.UNKNOWN_FIELD, rule, each.name() + " at " + each.value().span());
      }
    }
  }

  private static Rejected wrong(String rule, Json value, String expected) {
    return new Rejected(Reason.WRONG_TYPE, rule, expected + " expected at " + value.span());
  }
}
