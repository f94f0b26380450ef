package org.ccican.conformance.requirement;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The register of ambiguities, read from {@code features/ambiguities.json}. A defect in it is a
 * fault of ours and thrown as {@link IllegalStateException}.
 */
public final class Ambiguities {

  private static final String FILE = "/org/ccican/features/ambiguities.json";
  private static final String SCHEMA = "ccican-ambiguities/1";

  private final Map<String, Ambiguity> byId;

  private Ambiguities(Map<String, Ambiguity> byId) {
    this.byId = byId;
  }

  /** Reads the file from the class path. */
  public static Ambiguities load() {
    try (InputStream in = Ambiguities.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + ": no such file");
      }
      return of(
          JsonMapper.builder()
              .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
              .build()
              .readTree(in));
    } catch (IOException e) {
      throw new IllegalStateException(FILE + ": " + e.getMessage(), e);
    }
  }

  static Ambiguities of(JsonNode json) {
    if (!text(json, "schema").equals(SCHEMA)) {
      throw new IllegalStateException(FILE + ": schema " + SCHEMA + " expected");
    }
    Map<String, Ambiguity> byId = new LinkedHashMap<>();
    for (JsonNode each : json.path("ambiguities")) {
      Ambiguity ambiguity =
          new Ambiguity(
              text(each, "id"),
              text(each, "document"),
              text(each, "section"),
              text(each, "unclear"),
              Optional.of(each.path("issue").asText("")).filter(issue -> !issue.isEmpty()),
              reading(each.path("a")),
              reading(each.path("b")),
              text(each, "reference"));
      if (byId.put(ambiguity.id(), ambiguity) != null) {
        throw new IllegalStateException(FILE + ": " + ambiguity.id() + " is there twice");
      }
    }
    return new Ambiguities(byId);
  }

  public List<Ambiguity> all() {
    return List.copyOf(byId.values());
  }

  public Optional<Ambiguity> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static Ambiguity.Reading reading(JsonNode json) {
    return new Ambiguity.Reading(text(json, "reading"), text(json, "shows"));
  }

  private static String text(JsonNode json, String name) {
    if (!json.path(name).isTextual()) {
      throw new IllegalStateException(FILE + ": " + name + ": a text expected");
    }
    return json.path(name).textValue();
  }
}
