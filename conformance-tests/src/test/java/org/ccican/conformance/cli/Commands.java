package org.ccican.conformance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccican.conformance.report.ReportFiles;
import org.ccican.wire.Bytes;

/** The commands as the process has them, with what they print caught. */
final class Commands {

  private Commands() {}

  /** What a command left behind. */
  record Ended(int exit, String out, String err) {

    /** The complaints: what is left of the error stream without the progress of the run. */
    String complaint() {
      return String.join("\n", err.lines().filter(line -> line.startsWith("ccican: ")).toList());
    }
  }

  static Ended run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    ByteArrayOutputStream direct = new ByteArrayOutputStream();
    ByteArrayOutputStream directErr = new ByteArrayOutputStream();
    int exit =
        Main.run(
            Services.ofProcess(
                new PrintStream(direct, true, StandardCharsets.UTF_8),
                new PrintStream(directErr, true, StandardCharsets.UTF_8),
                InstantSource.system()),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            words);
    return new Ended(
        exit,
        out + direct.toString(StandardCharsets.UTF_8),
        err + directErr.toString(StandardCharsets.UTF_8));
  }

  /**
   * Runs what the tags pick against a target.
   *
   * @param recipe of the target
   * @param out folder of the report
   */
  static Ended judged(Path recipe, String tags, Path out) {
    return run(
        "run", "--quiet", "--sut", recipe.toString(), "--tags", tags, "--out", out.toString());
  }

  /** A recipe with its key beside it. */
  static Path recipe(Path folder, String url, Bytes spki, String more) throws IOException {
    Files.writeString(
        folder.resolve("tam.pem"),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(spki.toArray())
            + "\n-----END PUBLIC KEY-----\n");
    return Files.writeString(
        folder.resolve("sut.yaml"), "tam:\n  url: " + url + "\n  key: tam.pem\n" + more);
  }

  /** The report that a run left in a folder. */
  static JsonNode report(Path folder) throws IOException {
    return JsonMapper.builder().build().readTree(folder.resolve(ReportFiles.JSON).toFile());
  }

  /** Ids by outcome: of the report's requirements or of its scenarios. */
  static Map<String, TreeSet<String>> byOutcome(JsonNode report, String part) {
    Map<String, TreeSet<String>> ids = new TreeMap<>();
    for (JsonNode each : report.path(part)) {
      ids.computeIfAbsent(each.path("outcome").textValue(), any -> new TreeSet<>())
          .add(each.path("id").textValue());
    }
    return ids;
  }
}
