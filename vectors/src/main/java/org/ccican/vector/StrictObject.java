package org.ccican.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A JSON object of which every member must be asked for: one that nobody reads is an error, since a
 * field that a consumer does not know may change the verdict.
 */
final class StrictObject {

  private final String path;
  private final JsonNode node;
  private final Set<String> read = new HashSet<>();

  StrictObject(String path, JsonNode node) {
    this.path = path;
    this.node = node;
    if (!node.isObject()) {
      throw new VectorFormatException(path + ": object expected");
    }
  }

  String text(String name) {
    return text(path + "/" + name, member(name));
  }

  Optional<String> findText(String name) {
    return node.has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  int integer(String name) {
    return integer(path + "/" + name, member(name));
  }

  boolean bool(String name) {
    JsonNode value = member(name);
    if (!value.isBoolean()) {
      throw new VectorFormatException(path + "/" + name + ": true or false expected");
    }
    return value.booleanValue();
  }

  StrictObject object(String name) {
    return new StrictObject(path + "/" + name, member(name));
  }

  Optional<StrictObject> findObject(String name) {
    return node.has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  List<String> texts(String name) {
    return list(name, item -> text(path + "/" + name, item));
  }

  List<Integer> integers(String name) {
    return list(name, item -> integer(path + "/" + name, item));
  }

  /** An array of objects, each read completely by the given function. */
  <T> List<T> objects(String name, Function<StrictObject, T> reader) {
    return list(name, item -> whole(new StrictObject(path + "/" + name, item), reader));
  }

  /** An object used as a table: every member is an entry, read with its name by the function. */
  <T> Map<String, T> table(String name, BiFunction<String, StrictObject, T> reader) {
    return entries(
        name, (at, key, value) -> whole(new StrictObject(at, value), o -> reader.apply(key, o)));
  }

  Map<String, String> textTable(String name) {
    return entries(name, (at, key, value) -> text(at, value));
  }

  Map<String, Integer> integerTable(String name) {
    return entries(name, (at, key, value) -> integer(at, value));
  }

  Map<String, Boolean> boolTable(String name) {
    return entries(
        name,
        (at, key, value) -> {
          if (!value.isBoolean()) {
            throw new VectorFormatException(at + ": true or false expected");
          }
          return value.booleanValue();
        });
  }

  Map<String, List<String>> textsTable(String name) {
    return entries(name, (at, key, value) -> list(at, value, item -> text(at, item)));
  }

  boolean has(String name) {
    return node.has(name);
  }

  Map<String, List<Integer>> integersTable(String name) {
    return entries(name, (at, key, value) -> list(at, value, item -> integer(at, item)));
  }

  /**
   * Reads the whole object with the function.
   *
   * @throws VectorFormatException if it left a member unread
   */
  static <T> T whole(StrictObject object, Function<StrictObject, T> reader) {
    T value = reader.apply(object);
    object
        .node
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!object.read.contains(name)) {
                throw new VectorFormatException(object.path + ": unknown field " + name);
              }
            });
    return value;
  }

  private interface EntryReader<T> {
    T read(String path, String key, JsonNode value);
  }

  private <T> Map<String, T> entries(String name, EntryReader<T> reader) {
    Map<String, T> entries = new LinkedHashMap<>();
    JsonNode table = member(name);
    if (!table.isObject()) {
      throw new VectorFormatException(path + "/" + name + ": object expected");
    }
    table
        .properties()
        .forEach(
            each -> {
              String at = path + "/" + name + "/" + each.getKey();
              entries.put(each.getKey(), reader.read(at, each.getKey(), each.getValue()));
            });
    return entries;
  }

  private <T> List<T> list(String name, Function<JsonNode, T> reader) {
    return list(path + "/" + name, member(name), reader);
  }

  private static <T> List<T> list(String path, JsonNode array, Function<JsonNode, T> reader) {
    if (!array.isArray()) {
      throw new VectorFormatException(path + ": array expected");
    }
    List<T> items = new ArrayList<>();
    array.forEach(item -> items.add(reader.apply(item)));
    return List.copyOf(items);
  }

  private JsonNode member(String name) {
    read.add(name);
    if (!node.has(name)) {
      throw new VectorFormatException(path + ": no field " + name);
    }
    return node.get(name);
  }

  private static String text(String path, JsonNode value) {
    if (!value.isTextual()) {
      throw new VectorFormatException(path + ": text expected");
    }
    return value.textValue();
  }

  private static int integer(String path, JsonNode value) {
    if (!value.isInt()) {
      throw new VectorFormatException(path + ": integer expected");
    }
    return value.intValue();
  }
}
