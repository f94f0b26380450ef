package org.ccican.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every named check of the reference, read from the tables beside this class: one file per area,
 * tab separated, columns name, kind with its traits behind it, specification, statement. A test
 * compares them with the calls in the sources, both ways.
 */
public final class CheckCatalogue {

  /** The areas, one file each; the first part of a check's name is its area. */
  public static final List<String> AREAS =
      List.of(
          "cbor",
          "json",
          "cose",
          "cert",
          "eat",
          "suit",
          "teep",
          "http",
          "sev-snp",
          "intel",
          "sgx",
          "tdx",
          "arm",
          "psa",
          "cca",
          "cmw",
          "ear",
          "corim",
          "evidence",
          "verifier",
          "moc",
          "tam",
          "repository",
          "broker",
          "platform",
          "agent",
          "middleware",
          "attester",
          "owner");

  private final Map<String, CheckPoint> points;

  private CheckCatalogue(Map<String, CheckPoint> points) {
    this.points = points;
  }

  /** Reads the tables from the class path. */
  public static CheckCatalogue load() {
    Map<String, CheckPoint> points = new TreeMap<>();
    for (String area : AREAS) {
      read(area, points);
    }
    return new CheckCatalogue(points);
  }

  public Collection<CheckPoint> all() {
    return List.copyOf(points.values());
  }

  public Optional<CheckPoint> find(String name) {
    return Optional.ofNullable(points.get(name));
  }

  private static void read(String area, Map<String, CheckPoint> into) {
    String file = "checks/" + area + ".tsv";
    try (InputStream in = CheckCatalogue.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("check table " + file + " is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          CheckPoint point = parse(file, line);
          if (!point.name().startsWith(area + ".") || into.put(point.name(), point) != null) {
            throw new IllegalStateException(file + ": foreign or double name " + point.name());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CheckPoint parse(String file, String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 4) {
      throw new IllegalStateException(file + ": expected 4 cells: " + line);
    }
    String[] words = cells[1].toUpperCase(Locale.ROOT).split(" ");
    Set<CheckPoint.Trait> traits =
        Arrays.stream(words).skip(1).map(CheckPoint.Trait::valueOf).collect(Collectors.toSet());
    return new CheckPoint(cells[0], CheckPoint.Kind.valueOf(words[0]), cells[2], cells[3], traits);
  }
}
