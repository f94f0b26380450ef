package org.ccican.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.check.Fault;
import org.ccican.conformance.recording.Places;
import org.ccican.conformance.recording.RecordedLog;
import org.ccican.conformance.recording.RecordingReader;
import org.ccican.conformance.requirement.ScenarioRef;
import org.ccican.conformance.step.Scenario;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.trace.Stamp;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.trace.TraceLog;
import org.ccican.conformance.trace.TraceReader;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.RequirementJudgement;
import org.ccican.conformance.verdict.Verdict;
import org.ccican.role.RoleId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looking on at what the scenarios of a requirement made the reference do, each rule has to find it
 * right, and wrong once the check is broken that one of those scenarios names.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedRulesTest {

  private static final String RULES = "/org/ccican/conformance/recording/rules.tsv";
  private static final Set<String> ROLES =
      Arrays.stream(RoleId.values()).map(RoleId::id).collect(Collectors.toSet());

  /** Stands for no check: nothing is broken. */
  private static final String RIGHT = "right";

  /** Before the id of the scenario in a line of the log. */
  private static final String SCENARIO = "\"scenario\":\"";

  /** Once these are broken no message of the role is signed any more. */
  private static final Set<String> UNREADABLE =
      Set.of("tam.message.signed", "agent.message.signed");

  @TempDir private Path folder;

  private final CheckCatalogue checks = CheckCatalogue.load();
  private Equipment equipment;
  private Map<String, Scenario> scenarios;

  @BeforeAll
  void load() {
    equipment = Equipment.load();
    scenarios =
        equipment.features().all().stream()
            .collect(Collectors.toMap(Scenario::id, each -> each, (a, b) -> a, TreeMap::new));
  }

  static Stream<List<String>> rules() throws IOException {
    try (InputStream in = RecordedRulesTest.class.getResourceAsStream(RULES)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> List.of(line.split("\t")).subList(0, 2))
              .distinct()
              .toList()
              .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void seesWhatIsRightAndWhatIsWrong(List<String> rule) throws Exception {
    String requirement = rule.get(0);
    String role = rule.get(1);
    List<ScenarioRef> refs = refs(rule);
    assertThat(refs).as("positive scenarios of %s for %s", requirement, role).isNotEmpty();
    List<String> ids = refs.stream().map(ref -> row(ref).id()).toList();

    assertThat(observed(ids, RIGHT, requirement, role)).isEqualTo(Outcome.PASSED);
    Map<String, Outcome> noticed = new TreeMap<>();
    for (String check : refs.stream().map(ScenarioRef::brokenBy).distinct().toList()) {
      noticed.put(check, observed(ids, check, requirement, role));
    }
    if (!noticed.containsValue(Outcome.FAILED)) {
      // what cannot be read is told by TEEP-01, and leaves nothing else to look at
      noticed.keySet().retainAll(UNREADABLE);
      assertThat(noticed.values())
          .as("%s of %s", requirement, role)
          .isNotEmpty()
          .containsOnly(Outcome.INAPPLICABLE);
    }
  }

  @Test
  void eachMessageCounts() throws Exception {
    Path ran = folder.resolve("each");
    Runs.judged(equipment, Runs.scenarios(List.of("PROV-10.1")), Checks.unbroken(), ran);
    ScenarioTrace trace =
        new TraceReader().read(ran.resolve(SuiteRun.LOG)).scenarios().get("PROV-10.1");

    assertThat(each(trace, "QueryRequest", "has no challenge but one of 8 to 512 octets").outcome())
        .isEqualTo(Outcome.PASSED);
    Verdict wrong = each(trace, "QueryRequest", "carries a manifest");
    assertThat(wrong.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(wrong.isUnseen()).isFalse();
    assertThat(each(trace, "Error", "is valid").isUnseen()).isTrue();
  }

  private Verdict each(ScenarioTrace trace, String type, String property) {
    Instant at = Instant.parse("2026-06-01T12:00:00Z");
    return equipment
        .judges()
        .judge(
            trace,
            new TraceEvent.Expectation(
                new Stamp(Long.MAX_VALUE, trace.id(), at, at, Optional.empty()),
                "TEEP-34",
                "each",
                Map.of("role", "tam", "type", type, "property", property, "revision", "teep-26"),
                at),
            equipment.signatures());
  }

  private List<ScenarioRef> refs(List<String> rule) {
    return equipment.requirements().find(rule.get(0)).orElseThrow().scenarios().stream()
        .filter(ref -> own(ref, rule.get(1)))
        .toList();
  }

  private boolean own(ScenarioRef ref, String role) {
    return scenarios.values().stream()
        .anyMatch(each -> is(each, ref) && each.roles().contains(role) && !each.negative());
  }

  private Scenario row(ScenarioRef ref) {
    return scenarios.values().stream().filter(each -> is(each, ref)).findFirst().orElseThrow();
  }

  /** A row of an outline has one number more. */
  private static boolean is(Scenario scenario, ScenarioRef ref) {
    return scenario.id().equals(ref.id()) || scenario.id().startsWith(ref.id() + ".");
  }

  /** What looking on finds at these scenarios, and at no others of the run. */
  private Outcome observed(List<String> ids, String check, String requirement, String role)
      throws Exception {
    Path place = Files.createDirectory(folder.resolve(requirement + role + check));
    Path seen = place.resolve(SuiteRun.LOG);
    try (Stream<String> lines = Files.lines(ran(check))) {
      Files.write(seen, (Iterable<String>) lines.filter(line -> isOf(line, ids))::iterator);
    }
    RecordedLog.Who who =
        new RecordedLog.Who(
            "observed",
            ROLES,
            Map.of(
                "tam", equipment.keys().tam().publicKey().toSpki().toHex(),
                "verifier", equipment.keys().verifier().publicKey().toSpki().toHex()),
            "teep-26",
            Instant.parse("2026-06-01T12:00:00Z"));
    Path log = place.resolve("observed.jsonl");
    try (TraceLog written = TraceLog.create(log, InstantSource.system())) {
      new RecordedLog(equipment.judges(), equipment.signatures(), equipment.requirements())
          .write(new RecordingReader(new Places()).read(seen), who, "test", written);
    }
    List<RequirementJudgement> judged =
        equipment.reportMaker().judge(new TraceReader().read(log)).requirements();
    assertThat(judged).noneMatch(each -> each.outcome() == Outcome.SUITE_ERROR);
    return judged.stream()
        .filter(each -> each.plan().id().equals(requirement))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  /**
   * The log of one run for all rules: of every scenario that names the check, or of all of them.
   */
  private Path ran(String check) throws IOException {
    Path place = folder.resolve("run-" + check);
    if (!Files.exists(place)) {
      boolean right = check.equals(RIGHT);
      Set<String> ids = new TreeSet<>();
      for (List<String> rule : rules().toList()) {
        List<ScenarioRef> refs = refs(rule);
        if (right || refs.stream().anyMatch(ref -> ref.brokenBy().equals(check))) {
          refs.forEach(ref -> ids.add(row(ref).id()));
        }
      }
      Runs.judged(equipment, Runs.scenarios(ids), broken(check), place);
    }
    return place.resolve(SuiteRun.LOG);
  }

  private Checks broken(String check) {
    return check.equals(RIGHT)
        ? Checks.unbroken()
        : BrokenChecks.of(List.of(Fault.find(checks, check).orElseThrow()));
  }

  private static boolean isOf(String line, List<String> ids) {
    int at = line.indexOf(SCENARIO) + SCENARIO.length();
    String id = line.substring(at, line.indexOf('"', at));
    return id.isEmpty() || ids.contains(id);
  }
}
