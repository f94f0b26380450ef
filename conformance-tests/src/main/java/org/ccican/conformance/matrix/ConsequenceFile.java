package org.ccican.conformance.matrix;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What else turns red where one check of TEEP or SUIT is broken, in {@code
 * features/consequences.json}; {@code bench/consequences} makes it again.
 *
 * @param most faults that can touch more scenarios were not followed any further
 * @param reasons what each reason means
 */
public record ConsequenceFile(
    String schema, int most, Map<String, String> reasons, List<Row> faults) {

  public static final String SCHEMA = "ccican-consequences/1";

  /** The documents whose faults are followed. */
  public static final List<String> DOCUMENTS =
      List.of(
          "teep-protocol",
          "teep-over-http",
          "teep-architecture",
          "suit-manifest",
          "suit-trust-domains",
          "suit-report",
          "suit-mti",
          "suit-encryption");

  private static final String RESOURCE = "/org/ccican/features/consequences.json";

  /**
   * @param requirement those that name the check, sorted
   * @param touched how many scenarios the fault can touch
   * @param followed whether all of these ran
   * @param others empty unless they did
   */
  public record Row(
      String id,
      List<String> requirement,
      int touched,
      boolean followed,
      List<KillMatrix.Consequence> others) {

    public Row {
      Objects.requireNonNull(id);
      requirement = List.copyOf(requirement);
      others = List.copyOf(others);
    }
  }

  public ConsequenceFile {
    Objects.requireNonNull(schema);
    reasons = new TreeMap<>(reasons);
    faults = List.copyOf(faults);
  }

  /**
   * @param most as the matrix was asked for
   */
  public static ConsequenceFile of(KillMatrix matrix, int most) {
    Map<String, String> reasons = new TreeMap<>();
    Arrays.stream(Why.values()).forEach(each -> reasons.put(each.id(), each.words()));
    return new ConsequenceFile(
        SCHEMA,
        most,
        reasons,
        matrix.faults().stream()
            .map(
                each ->
                    new Row(
                        each.id(),
                        each.requirement(),
                        each.touched(),
                        each.touched() <= most,
                        each.consequences()))
            .toList());
  }

  /** The one of this version of the suite. */
  static ConsequenceFile load() throws IOException {
    try (InputStream in = ConsequenceFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException(RESOURCE + " is missing");
      }
      return mapper().readValue(in, ConsequenceFile.class);
    }
  }

  /** One line for each fault, so that a change of one is a change of one line. */
  public void write(Path file) throws IOException {
    StringBuilder json = new StringBuilder("{\n");
    json.append("  \"schema\": ").append(text(schema)).append(",\n");
    json.append("  \"most\": ").append(most).append(",\n");
    json.append("  \"reasons\": ").append(text(reasons)).append(",\n");
    json.append("  \"faults\": [\n");
    for (int i = 0; i < faults.size(); i++) {
      json.append("    ").append(text(faults.get(i)));
      json.append(i + 1 < faults.size() ? ",\n" : "\n");
    }
    json.append("  ]\n}\n");
    Files.write(file, json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Object value) throws IOException {
    return mapper().writeValueAsString(value);
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder().build();
  }
}
