package org.ccican.conformance.requirement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The versions of the catalogue of requirements, read from {@code features/catalogue.json}: a run
 * that is held to one of them is not asked for what later ones brought.
 *
 * @param versions from the first, which is 1, without a gap
 */
public record Catalogue(List<Version> versions) {

  private static final String SCHEMA = "ccican-catalogue/1";
  private static final String FILE = "/org/ccican/features/catalogue.json";

  /**
   * One version.
   *
   * @param summary what it brought
   */
  public record Version(int version, String summary) {}

  /**
   * @throws IllegalArgumentException if there is none, or the numbers have a gap
   */
  public Catalogue {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a catalogue has a version");
    }
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).version() != i + 1) {
        throw new IllegalArgumentException("version " + (i + 1) + " of the catalogue is missing");
      }
    }
  }

  /**
   * Reads the file from the class path.
   *
   * @throws IllegalStateException if it is not as it should be
   */
  public static Catalogue load() {
    try (InputStream in = Catalogue.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + ": no such file");
      }
      JsonNode json = new JsonMapper().readTree(in);
      if (!json.path("schema").asText().equals(SCHEMA)) {
        throw new IllegalStateException(FILE + ": expected the schema " + SCHEMA);
      }
      return new Catalogue(
          StreamSupport.stream(json.path("versions").spliterator(), false)
              .map(each -> new Version(each.path("version").asInt(), each.path("summary").asText()))
              .toList());
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(FILE + ": " + e.getMessage(), e);
    }
  }

  public int latest() {
    return versions.size();
  }
}
