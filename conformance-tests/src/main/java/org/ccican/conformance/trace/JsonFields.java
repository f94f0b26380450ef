package org.ccican.conformance.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.ccican.conformance.trace.LineParser.NotEvent;
import org.ccican.wire.Bytes;

/** Typed access to one JSON object, which remembers what nobody asked for. */
final class JsonFields {

  private final JsonNode object;
  private final Set<String> asked = new HashSet<>();

  JsonFields(JsonNode object) {
    this.object = object;
  }

  String text(String name) throws NotEvent {
    return text(name, demanded(name));
  }

  Optional<String> findText(String name) throws NotEvent {
    Optional<JsonNode> found = find(name);
    return found.isPresent() ? Optional.of(text(name, found.get())) : Optional.empty();
  }

  List<String> texts(String name) throws NotEvent {
    JsonNode array = demanded(name);
    if (!array.isArray()) {
      throw new NotEvent(name + ": an array expected");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : array) {
      texts.add(text(name, each));
    }
    return texts;
  }

  Map<String, String> map(String name) throws NotEvent {
    JsonNode inner = demanded(name);
    if (!inner.isObject()) {
      throw new NotEvent(name + ": an object expected");
    }
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : inner.properties()) {
      texts.put(entry.getKey(), text(name, entry.getValue()));
    }
    return texts;
  }

  /** A whole number from 0. */
  long number(String name) throws NotEvent {
    return number(name, demanded(name));
  }

  int integer(String name) throws NotEvent {
    return integer(name, demanded(name));
  }

  Optional<Integer> findInteger(String name) throws NotEvent {
    Optional<JsonNode> found = find(name);
    return found.isPresent() ? Optional.of(integer(name, found.get())) : Optional.empty();
  }

  boolean bool(String name) throws NotEvent {
    JsonNode value = demanded(name);
    if (!value.isBoolean()) {
      throw new NotEvent(name + ": true or false expected");
    }
    return value.booleanValue();
  }

  Instant instant(String name) throws NotEvent {
    String text = text(name);
    try {
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
    } catch (DateTimeParseException e) {
      throw new NotEvent(name + ": no instant: " + e.getMessage());
    }
    throw new NotEvent(name + ": an instant in UTC expected");
  }

  Bytes octets(String name) throws NotEvent {
    return octets(name, demanded(name));
  }

  Optional<Bytes> findOctets(String name) throws NotEvent {
    Optional<JsonNode> found = find(name);
    return found.isPresent() ? Optional.of(octets(name, found.get())) : Optional.empty();
  }

  Optional<TraceEvent.Tls> tls(String name) throws NotEvent {
    Optional<JsonNode> found = find(name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!found.get().isObject()) {
      throw new NotEvent(name + ": an object expected");
    }
    JsonFields inner = new JsonFields(found.get());
    TraceEvent.Tls tls = new TraceEvent.Tls(inner.text("protocol"), inner.octets("peerKey"));
    inner.nothingElse();
    return Optional.of(tls);
  }

  <T> T constant(String name, T[] values, Function<T, String> id) throws NotEvent {
    String text = text(name);
    for (T value : values) {
      if (id.apply(value).equals(text)) {
        return value;
      }
    }
    throw new NotEvent(name + ": unknown value " + text);
  }

  /** Refuses fields that the event does not have. */
  void nothingElse() throws NotEvent {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!asked.contains(name)) {
        throw new NotEvent("unknown field " + name);
      }
    }
  }

  private Optional<JsonNode> find(String name) {
    asked.add(name);
    return Optional.ofNullable(object.get(name));
  }

  private JsonNode demanded(String name) throws NotEvent {
    Optional<JsonNode> found = find(name);
    if (found.isEmpty()) {
      throw new NotEvent("no field " + name);
    }
    return found.get();
  }

  private static String text(String name, JsonNode value) throws NotEvent {
    if (!value.isTextual()) {
      throw new NotEvent(name + ": a text expected");
    }
    return value.textValue();
  }

  private static long number(String name, JsonNode value) throws NotEvent {
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw new NotEvent(name + ": a whole number from 0 expected");
    }
    return value.longValue();
  }

  private static int integer(String name, JsonNode value) throws NotEvent {
    long number = number(name, value);
    if (number > Integer.MAX_VALUE) {
      throw new NotEvent(name + ": " + number + " is too large");
    }
    return (int) number;
  }

  private static Bytes octets(String name, JsonNode value) throws NotEvent {
    String hex = text(name, value);
    // Octets are most of a log, and this is quicker than HexFormat, which takes capitals too.
    byte[] octets = new byte[hex.length() / 2];
    int wrong = hex.length() % 2;
    for (int i = 0; i < octets.length; i++) {
      int octet = digit(hex.charAt(2 * i)) << 4 | digit(hex.charAt(2 * i + 1));
      wrong |= octet >> 8;
      octets[i] = (byte) octet;
    }
    if (wrong != 0) {
      throw new NotEvent(name + ": lower-case hex expected");
    }
    return Bytes.of(octets);
  }

  /** Its value; negative for what is no digit. */
  private static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }
}
