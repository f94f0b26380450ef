package org.ccican.conformance.sut;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a SUT file.
 *
 * @param name the dotted name that leads to it, empty for the whole file
 * @param key where its name stands
 */
public record SutFileField(String file, String name, Node key, Node node) {

  private static final Map<Tag, String> KINDS =
      Map.of(
          Tag.STR, "text",
          Tag.INT, "a number",
          Tag.FLOAT, "a number",
          Tag.BOOL, "true or false",
          Tag.NULL, "nothing",
          Tag.SEQ, "a list",
          Tag.MAP, "a mapping");

  /**
   * The whole of a file in the strict YAML that SUT files are written in.
   *
   * @throws SutFileException if it cannot be read, with line and column where there are any
   */
  public static SutFileField read(Path file) throws SutFileException {
    return new SutFileYaml(file.toString()).read(new SutFileFiles(file).text());
  }

  /**
   * The fields of a mapping by name, in the order of the file.
   *
   * @throws SutFileException if this is no mapping, or a name is there twice
   */
  public Map<String, SutFileField> fields() throws SutFileException {
    if (!(node instanceof MappingNode mapping)) {
      throw expected("a mapping");
    }
    Map<String, SutFileField> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      if (!(key instanceof ScalarNode scalar) || scalar.getValue().isEmpty()) {
        throw wrong(key, "a field name is no text");
      }
      String own = scalar.getValue();
      SutFileField field =
          new SutFileField(
              file, name.isEmpty() ? own : name + "." + own, key, tuple.getValueNode());
      if (fields.put(own, field) != null) {
        throw field.wrongName("is there twice");
      }
    }
    return fields;
  }

  /**
   * The values of a list, in the order of the file.
   *
   * @throws SutFileException if this is no list
   */
  public List<SutFileField> items() throws SutFileException {
    if (!(node instanceof SequenceNode list)) {
      throw expected("a list");
    }
    List<SutFileField> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      items.add(new SutFileField(file, name + "[" + items.size() + "]", item, item));
    }
    return items;
  }

  /** Line and column of the value: {@code :3:5}. */
  public String place() {
    return SutFileYaml.place(node.getStartMark());
  }

  /** The fields of a mapping that has no others than these. */
  public Map<String, SutFileField> fields(Set<String> known) throws SutFileException {
    Map<String, SutFileField> fields = fields();
    for (Map.Entry<String, SutFileField> each : fields.entrySet()) {
      if (!known.contains(each.getKey())) {
        throw each.getValue()
            .wrongName("unknown field; known here: " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return fields;
  }

  boolean isText() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.STR);
  }

  /**
   * A text of one line.
   *
   * @throws SutFileException if it is of another type, empty or longer than the limit
   */
  public String text(int limit) throws SutFileException {
    if (!isText()) {
      throw expected("text");
    }
    String value = ((ScalarNode) node).getValue();
    if (value.isBlank()) {
      throw wrong("is empty");
    }
    if (value.length() > limit) {
      throw wrong("has " + value.length() + " characters, at most " + limit + " are allowed");
    }
    if (value.strip().chars().anyMatch(Character::isISOControl)) {
      throw wrong("has a control character or a second line");
    }
    return value.strip();
  }

  /**
   * Yes or no.
   *
   * @throws SutFileException if it is anything but {@code true} or {@code false}
   */
  boolean truth() throws SutFileException {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
      return scalar.getValue().equalsIgnoreCase("true");
    }
    throw expected("true or false");
  }

  SutFileException expected(String kind) {
    Optional<String> found = Optional.ofNullable(KINDS.get(node.getTag()));
    return wrong("expected " + kind + ", found " + found.orElse(node.getTag().getValue()));
  }

  /** A message that begins with the place of the value and the name of this field. */
  public SutFileException wrong(String problem) {
    return wrong(node, problem);
  }

  /** A message that begins with the place where the name of this field stands. */
  public SutFileException wrongName(String problem) {
    return wrong(key, problem);
  }

  private SutFileException wrong(Node at, String problem) {
    String label = name.isEmpty() ? "" : ": " + name;
    return new SutFileException(
        file + SutFileYaml.place(at.getStartMark()) + label + ": " + problem);
  }
}
