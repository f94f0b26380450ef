package org.ccican.conformance.suite;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the last whole kill matrix came to, in {@code features/kills.json}; {@code bench/kills}
 * makes it again, and a test tries a part of it again on every change.
 *
 * @param written the faults that somebody wrote, in the order of the check catalogue
 * @param generated of those that follow from the kinds of checks, which take longer, the last count
 * @param idle scenarios and vectors that notice none of the written faults
 */
public record Kills(String schema, List<Row> written, Generated generated, List<String> idle) {

  public static final String SCHEMA = "ccican-kills/1";

  private static final String RESOURCE = "/org/ccican/features/kills.json";

  /**
   * @param id the fault, which is the name of its check
   * @param killedBy the first of those that notice: ids of scenarios, and of vectors with {@code
   *     vector:} before them
   * @param killers how many notice
   * @param equivalent whether nothing can notice
   * @param reason why nothing notices; empty if something does
   */
  public record Row(
      String id,
      String manner,
      String role,
      List<String> requirement,
      List<String> killedBy,
      int killers,
      boolean equivalent,
      String reason) {

    public Row {
      Objects.requireNonNull(id);
      requirement = List.copyOf(requirement);
      killedBy = List.copyOf(killedBy);
      Objects.requireNonNull(reason);
    }
  }

  /**
   * @param equivalents by reason, the ids of those that nothing can notice
   * @param survived the ids of those that nothing noticed and that are not equivalent
   */
  public record Generated(
      int all,
      int killed,
      int equivalent,
      SortedMap<String, List<String>> equivalents,
      List<String> survived) {

    public static final Generated NONE =
        new Generated(0, 0, 0, Collections.emptySortedMap(), List.of());

    public Generated {
      equivalents = Collections.unmodifiableSortedMap(new TreeMap<>(equivalents));
      survived = List.copyOf(survived);
    }

    /** Killed per hundred of those that are not equivalent, rounded down to a tenth. */
    @JsonIgnore
    public double rate() {
      return Kills.rate(killed, all - equivalent);
    }
  }

  public Kills {
    Objects.requireNonNull(schema);
    written = List.copyOf(written);
    Objects.requireNonNull(generated);
    idle = List.copyOf(idle);
  }

  /** The one of this version of the suite. */
  public static Kills load() {
    try (InputStream in = Kills.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      return mapper().readValue(in, Kills.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IOException if there is no such file or it is another's
   */
  public static Kills read(Path file) throws IOException {
    return mapper().readValue(file.toFile(), Kills.class);
  }

  @JsonIgnore
  public int killed() {
    return (int) written.stream().filter(each -> each.killers() > 0).count();
  }

  @JsonIgnore
  public int equivalent() {
    return (int) written.stream().filter(each -> each.killers() == 0 && each.equivalent()).count();
  }

  /** Killed per hundred of those that are not equivalent, rounded down to a tenth. */
  @JsonIgnore
  public double rate() {
    return rate(killed(), written.size() - equivalent());
  }

  /** One line for each fault, so that a change of one is a change of one line. */
  public void write(Path file) throws IOException {
    StringBuilder json = new StringBuilder("{\n");
    json.append("  \"schema\": ").append(text(schema)).append(",\n");
    json.append("  \"written\": [\n");
    for (int i = 0; i < written.size(); i++) {
      json.append("    ").append(text(written.get(i)));
      json.append(i + 1 < written.size() ? ",\n" : "\n");
    }
    json.append("  ],\n");
    json.append("  \"generated\": ").append(text(generated)).append(",\n");
    json.append("  \"idle\": ").append(text(idle)).append("\n}\n");
    Files.write(file, json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static double rate(int killed, int able) {
    return able == 0 ? 100 : Math.floor(1000.0 * killed / able) / 10;
  }

  private static String text(Object value) throws IOException {
    return mapper().writeValueAsString(value);
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  }
}
