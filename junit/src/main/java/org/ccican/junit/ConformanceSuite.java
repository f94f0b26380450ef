package org.ccican.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ccican.conformance.cli.Main;
import org.ccican.conformance.cli.Services;
import org.ccican.conformance.verdict.ExitCode;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * The suite as tests of your own build: start your roles as you do for your other tests, extend
 * this class, and say where the recipe is.
 *
 * <pre>{@code
 * class TamConformanceTest extends ConformanceSuite {
 *   @Override
 *   protected Path recipe() {
 *     return Path.of("src/test/resources/sut.yaml");
 *   }
 * }
 * }</pre>
 *
 * <p>It runs {@code ccican run} in this process, once for the class, and shows every scenario as a
 * test below its requirement. What does not apply to the target is skipped with its reason, and so
 * is what its baseline knows of. The last test is the verdict of the whole, so that a build is red
 * exactly when the command line ends with another code than 0; reports stay in {@link #report}.
 */
public abstract class ConformanceSuite {

  /** Outcomes that say nothing against the target. */
  private static final Set<String> LEFT_OUT = Set.of("inapplicable", "not-run");

  /** Requirements of these levels fail no run, unless it is strict. */
  private static final Set<String> ADVICE = Set.of("should", "may");

  /** What a baseline says of cases that are not held against the target. */
  private static final Set<String> EXCUSED = Set.of("known", "follows", "quarantined");

  /** The recipe of the target, {@code sut.yaml}. */
  protected abstract Path recipe();

  /** Further words of {@code ccican run}, such as {@code --tags} and an expression. */
  protected List<String> options() {
    return List.of();
  }

  /** The folder of the report. */
  protected Path report() {
    return Path.of("target", "ccican-report");
  }

  /**
   * Runs and shows what came of it.
   *
   * @throws IllegalStateException if nothing could be judged: the recipe is wrong, or the suite is
   *     at fault; with what the command line complained of
   */
  @TestFactory
  public final Stream<DynamicNode> requirements() throws IOException {
    StringWriter said = new StringWriter();
    PrintWriter console = new PrintWriter(said, true);
    List<String> words =
        new ArrayList<>(
            List.of("run", "--quiet", "--sut", recipe().toString(), "--out", report().toString()));
    words.addAll(options());
    int code =
        Main.run(
            Services.ofProcess(System.out, System.err, InstantSource.system()),
            console,
            console,
            words.toArray(String[]::new));
    if (code == ExitCode.CONFIGURATION.code()
        || code == ExitCode.SUITE_ERROR.code()
        || code == ExitCode.NOTHING_MEASURED.code()
        || code == ExitCode.USAGE.code()) {
      throw new IllegalStateException("ccican run ended with " + code + ": " + said);
    }
    JsonNode report = new ObjectMapper().readTree(report().resolve("report.json").toFile());
    boolean strict = options().contains("--strict");
    return Stream.concat(
        byRequirement(report, strict),
        Stream.of(DynamicTest.dynamicTest("verdict", () -> verdict(code, said.toString()))));
  }

  private static void verdict(int code, String said) {
    if (code != ExitCode.PASSED.code()) {
      throw new AssertionError("ccican run ended with " + code + ":\n" + said);
    }
  }

  private static Stream<DynamicNode> byRequirement(JsonNode report, boolean strict) {
    Map<String, List<JsonNode>> scenarios = new LinkedHashMap<>();
    for (JsonNode scenario : report.path("scenarios")) {
      scenarios
          .computeIfAbsent(scenario.path("requirement").textValue(), any -> new ArrayList<>())
          .add(scenario);
    }
    Map<String, String> known = known(report);
    List<DynamicNode> nodes = new ArrayList<>();
    for (JsonNode requirement : report.path("requirements")) {
      List<JsonNode> own = scenarios.get(requirement.path("id").textValue());
      if (own != null) {
        String level = requirement.path("level").textValue();
        boolean advice = !strict && ADVICE.contains(level);
        nodes.add(
            DynamicContainer.dynamicContainer(
                requirement.path("id").textValue()
                    + " ("
                    + level
                    + "): "
                    + requirement.path("text").textValue(),
                own.stream().map(scenario -> test(scenario, advice, known))));
      }
    }
    return nodes.stream();
  }

  /** Why cases are not held against the target, by their ids. */
  private static Map<String, String> known(JsonNode report) {
    Map<String, String> known = new LinkedHashMap<>();
    for (JsonNode note : report.path("gate").path("notes")) {
      String kind = note.path("kind").textValue();
      if (EXCUSED.contains(kind)) {
        known.put(note.path("scenario").textValue(), kind + ": " + note.path("reason").textValue());
      }
    }
    return known;
  }

  private static DynamicTest test(JsonNode scenario, boolean advice, Map<String, String> known) {
    return DynamicTest.dynamicTest(
        scenario.path("id").textValue() + " " + scenario.path("name").textValue(),
        () -> judge(scenario, advice, known));
  }

  private static void judge(JsonNode scenario, boolean advice, Map<String, String> known) {
    String outcome = scenario.path("outcome").textValue();
    if (outcome.equals("passed")) {
      return;
    }
    String words =
        outcome
            + ": "
            + scenario.path("detail").textValue()
            + difference(scenario.path("expected").textValue(), scenario.path("actual").textValue())
            + " ("
            + scenario.path("feature").textValue()
            + ")";
    if (LEFT_OUT.contains(outcome)) {
      throw new TestAbortedException(words);
    }
    String reason = known.get(scenario.path("id").textValue());
    if (reason != null) {
      throw new TestAbortedException(reason + "; " + words);
    }
    if (advice) {
      throw new TestAbortedException("not demanded; " + words);
    }
    throw new AssertionError(words);
  }

  private static String difference(String expected, String actual) {
    return expected.isEmpty() && actual.isEmpty()
        ? ""
        : "; expected " + expected + ", found " + actual;
  }
}
