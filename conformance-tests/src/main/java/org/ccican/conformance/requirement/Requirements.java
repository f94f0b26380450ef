package org.ccican.conformance.requirement;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every requirement, in the order of the documents and of their sections, read from {@code
 * features/requirements}. The files are part of the product: a defect in one is a fault of ours and
 * thrown as {@link IllegalStateException} with file, place and expectation.
 */
public final class Requirements {

  /** Every file that is read; a new document is one more row. */
  public static final List<String> FILES =
      List.of(
          "ccican-00",
          "packaging",
          "teep-protocol",
          "teep-over-http",
          "teep-architecture",
          "suit-manifest",
          "suit-trust-domains",
          "suit-report",
          "suit-mti",
          "suit-encryption",
          "rats-architecture",
          "cmw",
          "ear",
          "corim",
          "sev-snp",
          "sgx",
          "tdx",
          "eat",
          "psa",
          "cca");

  private static final String FOLDER = "/org/ccican/features/requirements/";

  private final List<RequirementDocument> documents;
  private final Map<String, Requirement> requirements;

  private Requirements(List<RequirementDocument> documents, Map<String, Requirement> requirements) {
    this.documents = List.copyOf(documents);
    this.requirements = requirements;
  }

  /** Reads the files from the class path. */
  public static Requirements load() {
    Map<String, JsonNode> files = new LinkedHashMap<>();
    for (String name : FILES) {
      files.put(name + ".json", read(name + ".json"));
    }
    return of(files);
  }

  /** Reads parsed files by name, in the order of the map. */
  static Requirements of(Map<String, JsonNode> files) {
    List<RequirementDocument> documents = new ArrayList<>();
    Map<String, Requirement> requirements = new LinkedHashMap<>();
    files.forEach(
        (name, json) -> {
          RequirementFile file = RequirementFile.parse(name, json);
          documents.add(file.document());
          for (Requirement requirement : file.requirements()) {
            if (requirements.put(requirement.id(), requirement) != null) {
              throw new IllegalStateException(name + ": " + requirement.id() + " is there twice");
            }
          }
        });
    return new Requirements(documents, requirements);
  }

  public List<RequirementDocument> documents() {
    return documents;
  }

  public List<Requirement> all() {
    return List.copyOf(requirements.values());
  }

  public List<Requirement> of(RequirementDocument document) {
    return all().stream().filter(each -> each.document().equals(document.id())).toList();
  }

  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(requirements.get(id));
  }

  private static JsonNode read(String name) {
    try (InputStream in = Requirements.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": no such file in " + FOLDER);
      }
      return JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
  }
}
