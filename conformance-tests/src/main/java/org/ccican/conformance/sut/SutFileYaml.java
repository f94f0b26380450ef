package org.ccican.conformance.sut;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * YAML text to nodes that know their places. Anchors, aliases and tags are refused: nothing in a
 * SUT file needs them, and a small file can grow without bound by them.
 */
final class SutFileYaml {

  private static final int DEPTH = 8;

  private final String file;
  private final LoadSettings settings;

  SutFileYaml(String file) {
    this.file = file;
    this.settings = LoadSettings.builder().setLabel(file).setAllowNonScalarKeys(true).build();
  }

  SutFileField read(String text) throws SutFileException {
    try {
      scan(text);
      Node root =
          new Compose(settings)
              .composeString(text)
              .orElseThrow(() -> new SutFileException(file + ":1:1: the file is empty"));
      return new SutFileField(file, "", root, root);
    } catch (MarkedYamlEngineException e) {
      throw at(e.getProblemMark().or(e::getContextMark), oneLine(e.getProblem()));
    } catch (ReaderException e) {
      throw new SutFileException(
          file
              + place(text, e.getPosition())
              + String.format(": character U+%04X is not allowed", e.getCodePoint()));
    } catch (YamlEngineException e) {
      throw new SutFileException(file + ": " + oneLine(e.getMessage()));
    }
  }

  /** Line and column of a mark, counted from one. */
  static String place(Optional<Mark> mark) {
    return mark.map(at -> ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1)).orElse("");
  }

  private void scan(String text) throws SutFileException {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof AliasEvent) {
        throw at(event.getStartMark(), "aliases are not allowed");
      }
      if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
        throw at(event.getStartMark(), "anchors are not allowed");
      }
      if (tag(event).isPresent()) {
        throw at(event.getStartMark(), "tags are not allowed");
      }
      if (event instanceof CollectionStartEvent && ++depth > DEPTH) {
        throw at(event.getStartMark(), "nested deeper than " + DEPTH);
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }

  private static Optional<String> tag(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
  }

  private SutFileException at(Optional<Mark> mark, String problem) {
    return new SutFileException(file + place(mark) + ": " + problem);
  }

  private static String place(String text, int position) {
    String before = text.substring(0, Math.min(position, text.length()));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return ":" + line + ":" + (before.length() - before.lastIndexOf('\n'));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
