package org.ccican.conformance.requirement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One file of requirements, field by field as {@code features/requirement.schema.json} has it. */
record RequirementFile(RequirementDocument document, List<Requirement> requirements) {

  private static final String SCHEMA = "ccican-requirements/1";

  static RequirementFile parse(String name, JsonNode json) {
    Cursor root = new Cursor(json, name, "");
    root.only(Set.of("schema", "document", "requirements"));
    String schema = root.text("schema");
    if (!schema.equals(SCHEMA)) {
      throw root.wrong("schema is " + schema + ", expected " + SCHEMA);
    }
    RequirementDocument document = document(root.child("document"));
    int since = root.child("document").version("since", 1);
    List<Requirement> requirements = new ArrayList<>();
    for (Cursor each : root.children("requirements")) {
      requirements.add(requirement(document, since, each));
    }
    return new RequirementFile(document, List.copyOf(requirements));
  }

  private static RequirementDocument document(Cursor at) {
    at.only(Set.of("id", "title", "version", "since", "url", "notes"));
    return new RequirementDocument(
        at.text("id"),
        at.text("title"),
        at.text("version"),
        at.optionalText("url"),
        at.has("notes") ? at.texts("notes") : List.of());
  }

  private static Requirement requirement(RequirementDocument document, int since, Cursor at) {
    at.only(
        Set.of(
            "id",
            "level",
            "section",
            "since",
            "roles",
            "text",
            "scenarios",
            "untested",
            "reading"));
    String id = at.text("id");
    String level = at.text("level");
    List<ScenarioRef> scenarios = new ArrayList<>();
    for (Cursor each : at.children("scenarios")) {
      each.only(Set.of("id", "brokenBy", "alsoBrokenBy"));
      ScenarioRef scenario =
          new ScenarioRef(
              each.text("id"),
              each.text("brokenBy"),
              each.has("alsoBrokenBy") ? each.texts("alsoBrokenBy") : List.of());
      if (!scenario.id().startsWith(id + ".")) {
        throw each.wrong("scenario " + scenario.id() + " does not belong to " + id);
      }
      scenarios.add(scenario);
    }
    return new Requirement(
        id,
        Level.find(level).orElseThrow(() -> at.wrong(id + " has the unknown level " + level)),
        document.id(),
        at.text("section"),
        at.texts("roles"),
        at.text("text"),
        scenarios,
        at.optionalText("untested"),
        at.version("since", since),
        at.optionalText("reading"));
  }

  /** A JSON value and the way to it. */
  private record Cursor(JsonNode json, String file, String path) {

    boolean has(String field) {
      return json.has(field);
    }

    String text(String field) {
      return string(json.path(field), field);
    }

    int version(String field, int otherwise) {
      if (!has(field)) {
        return otherwise;
      }
      int version = json.path(field).asInt(0);
      if (!json.path(field).isInt() || version < otherwise) {
        throw wrong(field + " is no version of the catalogue from " + otherwise);
      }
      return version;
    }

    Optional<String> optionalText(String field) {
      return has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    List<String> texts(String field) {
      List<String> texts = new ArrayList<>();
      for (Cursor each : children(field)) {
        texts.add(each.string(each.json, ""));
      }
      return texts;
    }

    Cursor child(String field) {
      return new Cursor(json.path(field), file, path + "/" + field);
    }

    List<Cursor> children(String field) {
      JsonNode array = json.path(field);
      if (!array.isArray()) {
        throw wrong(field + " is no array");
      }
      List<Cursor> children = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        children.add(new Cursor(array.get(i), file, path + "/" + field + "/" + i));
      }
      return children;
    }

    void only(Set<String> fields) {
      if (!json.isObject()) {
        throw wrong("no object");
      }
      for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!fields.contains(name)) {
          throw wrong("unknown field " + name);
        }
      }
    }

    IllegalStateException wrong(String what) {
      return new IllegalStateException(file + (path.isEmpty() ? "" : ": " + path) + ": " + what);
    }

    private String string(JsonNode node, String field) {
      if (!node.isTextual() || node.textValue().isBlank()) {
        throw wrong(field + " is missing or no text");
      }
      return node.textValue();
    }
  }
}
