package org.ccican.conformance.requirement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which test vectors name which requirement. */
public final class VectorIndex {

  /** The formats that there may be vectors for. */
  private static final List<String> FORMATS =
      List.of("sev-snp", "sgx", "tdx", "psa", "cca", "eat", "cmw", "ear", "corim");

  private static final String FOLDER = "/org/ccican/vectors/data/";

  private final Map<String, List<String>> vectors;

  private VectorIndex(Map<String, List<String>> vectors) {
    this.vectors = vectors;
  }

  /** Reads the vector files that are on the class path. */
  public static VectorIndex load() {
    List<JsonNode> files = new ArrayList<>();
    for (String format : FORMATS) {
      try (InputStream in = VectorIndex.class.getResourceAsStream(FOLDER + format + ".json")) {
        if (in != null) {
          files.add(JsonMapper.builder().build().readTree(in));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return of(files);
  }

  static VectorIndex of(List<JsonNode> files) {
    Map<String, List<String>> vectors = new TreeMap<>();
    for (JsonNode file : files) {
      for (JsonNode vector : file.path("vectors")) {
        for (JsonNode requirement : vector.path("requirements")) {
          vectors
              .computeIfAbsent(requirement.asText(), id -> new ArrayList<>())
              .add(vector.path("id").asText());
        }
      }
    }
    return new VectorIndex(vectors);
  }

  /** Ids of the vectors that test a requirement, in the order of their files. */
  public List<String> of(String requirement) {
    return List.copyOf(vectors.getOrDefault(requirement, List.of()));
  }

  /** Every id that a vector names as its requirement. */
  public List<String> requirements() {
    return List.copyOf(vectors.keySet());
  }
}
