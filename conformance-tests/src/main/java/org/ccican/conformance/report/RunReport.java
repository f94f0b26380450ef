package org.ccican.conformance.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ccican.conformance.verdict.Outcome;

/**
 * One run, as plain data: what {@code report.json} holds and all that the other views may show. No
 * part is ever absent; an empty text means that there is nothing to say.
 *
 * @param schema {@value #SCHEMA}
 * @param catalogue the version of the catalogue of requirements that the run is held to
 * @param seed the run's seed, as the command line takes it
 * @param started when the run began, by the machine's clock
 * @param instant the instant that roles and judges took for now
 * @param java the Java that ran the suite
 * @param complete whether the run came to its end
 * @param incompleteReason why it did not; empty if it did
 * @param exitCode the exit code of the command
 * @param gate what is known beforehand, and what it makes of the verdicts
 * @param requirements every requirement of the registry, run or not, in its order
 * @param scenarios every scenario that was recorded
 * @param readings every ambiguity of the register, seen or not, in its order
 */
public record RunReport(
    String schema,
    String suiteVersion,
    String catalogue,
    String seed,
    Instant started,
    Instant instant,
    String java,
    boolean complete,
    String incompleteReason,
    Target target,
    Reproduction reproduction,
    Summary summary,
    int exitCode,
    GateResult gate,
    List<RequirementResult> requirements,
    List<ScenarioResult> scenarios,
    List<ReadingResult> readings) {

  public static final String SCHEMA = "ccican-report/1";

  /**
   * @throws IllegalArgumentException if the parts disagree: another schema, a double id, counts
   *     that are not those of the requirements, a scenario that no requirement lists, a requirement
   *     that is better than its worst scenario or passed without one, or an incomplete run without
   *     a reason
   */
  public RunReport {
    if (!SCHEMA.equals(schema)) {
      throw new IllegalArgumentException("the schema is \"" + schema + "\", not " + SCHEMA);
    }
    suiteVersion = Text.bounded(suiteVersion);
    catalogue = Text.bounded(catalogue);
    seed = Text.bounded(seed);
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(instant, "instant");
    java = Text.bounded(java);
    incompleteReason = Text.bounded(incompleteReason);
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(reproduction, "reproduction");
    Objects.requireNonNull(gate, "gate");
    requirements = List.copyOf(requirements);
    scenarios = List.copyOf(scenarios);
    readings = List.copyOf(readings);
    if (exitCode < 0 || exitCode > 255) {
      throw new IllegalArgumentException("exit code " + exitCode + " is none");
    }
    if (complete != incompleteReason.isEmpty()) {
      throw new IllegalArgumentException(
          "a run is either complete or has a reason for being incomplete");
    }
    if (!Summary.of(requirements, scenarios.size()).equals(summary)) {
      throw new IllegalArgumentException("the summary does not count the requirements listed");
    }
    agree(requirements, scenarios);
  }

  /** A report of this suite's own schema whose numbers are counted here. */
  public static RunReport of(
      String suiteVersion,
      String catalogue,
      String seed,
      Instant started,
      Instant instant,
      String java,
      String incompleteReason,
      Target target,
      Reproduction reproduction,
      int exitCode,
      GateResult gate,
      List<RequirementResult> requirements,
      List<ScenarioResult> scenarios,
      List<ReadingResult> readings) {
    return new RunReport(
        SCHEMA,
        suiteVersion,
        catalogue,
        seed,
        started,
        instant,
        java,
        incompleteReason.isEmpty(),
        incompleteReason,
        target,
        reproduction,
        Summary.of(requirements, scenarios.size()),
        exitCode,
        gate,
        requirements,
        scenarios,
        readings);
  }

  /**
   * What was judged.
   *
   * @param revision the edition of TEEP that it speaks
   * @param roles role ids judged as the target
   * @param emulated whether evidence came from a stand-in with test keys and not from a processor
   * @param claims what the target says it does, and is judged by
   */
  public record Target(
      String description,
      String revision,
      List<String> roles,
      boolean emulated,
      List<String> claims) {

    public Target {
      description = Text.bounded(description);
      revision = Text.bounded(revision);
      roles = Text.bounded(roles);
      claims = Text.bounded(claims);
    }
  }

  /**
   * How the run is had again.
   *
   * @param command the command with its seed and without a selection of scenarios
   * @param tags the selection of scenarios; empty if all were selected
   * @param shard which part of them this is: {@code 2/5}; empty if it is all
   */
  public record Reproduction(String command, String tags, String shard) {

    /** What was looked on at can be looked on at again, as a whole. */
    public static final String OBSERVE = "./ccican observe";

    public Reproduction {
      command = Text.bounded(command);
      tags = Text.bounded(tags);
      shard = Text.bounded(shard);
    }

    /** The command that repeats the whole run. */
    public String whole() {
      return command
          + (tags.isEmpty() ? "" : " --tags '" + tags.replace("'", "'\\''") + "'")
          + (shard.isEmpty() ? "" : " --shard " + shard);
    }

    /** The command that repeats the scenarios of one requirement. */
    public String only(String requirement) {
      return command.startsWith(OBSERVE) ? command : command + " --tags @req-" + requirement;
    }
  }

  /** The recorded scenarios by id, in order. */
  Map<String, ScenarioResult> scenariosById() {
    Map<String, ScenarioResult> byId = new LinkedHashMap<>();
    scenarios.forEach(scenario -> byId.put(scenario.id(), scenario));
    return byId;
  }

  private static void agree(List<RequirementResult> requirements, List<ScenarioResult> scenarios) {
    Map<String, RequirementResult> known = new HashMap<>();
    Map<String, List<Outcome>> outcomes = new HashMap<>();
    for (RequirementResult requirement : requirements) {
      if (known.put(requirement.id(), requirement) != null) {
        throw new IllegalArgumentException("requirement " + requirement.id() + " stands twice");
      }
      outcomes.put(requirement.id(), new ArrayList<>());
    }
    Map<String, ScenarioResult> recorded = new HashMap<>();
    for (ScenarioResult scenario : scenarios) {
      if (recorded.put(scenario.id(), scenario) != null) {
        throw new IllegalArgumentException("scenario " + scenario.id() + " stands twice");
      }
      RequirementResult requirement = known.get(scenario.requirement());
      if (requirement == null || !requirement.scenarios().contains(scenario.id())) {
        throw new IllegalArgumentException(
            "scenario " + scenario.id() + " is not listed by " + scenario.requirement());
      }
      outcomes.get(requirement.id()).add(scenario.outcome());
    }
    for (RequirementResult requirement : requirements) {
      Outcome worst = Outcome.worst(outcomes.get(requirement.id()));
      boolean measured = !outcomes.get(requirement.id()).isEmpty();
      if (measured && requirement.outcome().compareTo(worst) > 0) {
        throw new IllegalArgumentException(
            requirement.id() + " is better than its worst scenario: " + worst.words());
      }
      if (!measured && requirement.outcome() == Outcome.PASSED) {
        throw new IllegalArgumentException(requirement.id() + " passed without a scenario");
      }
    }
  }
}
