package org.ccican.conformance.matrix;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which fault was noticed by which scenario; {@code kill-matrix.schema.json} describes its JSON.
 *
 * @param selection what was asked for, in words
 * @param seed of every run, in hex
 * @param controls that the instrument itself works
 * @param written counts of the faults that somebody wrote
 * @param generated counts of those that follow from the kinds of rules
 * @param faults in the order of the check catalogue
 * @param idle scenarios and vectors that claim a fault of these and noticed none
 */
@JsonPropertyOrder({
  "schema",
  "suiteVersion",
  "selection",
  "seed",
  "controls",
  "written",
  "generated",
  "faults",
  "idle"
})
public record KillMatrix(
    String schema,
    String suiteVersion,
    String selection,
    String seed,
    Controls controls,
    Count written,
    Count generated,
    List<Entry> faults,
    List<String> idle) {

  public static final String SCHEMA = "ccican-kill-matrix/1";

  /**
   * @param scenarios how many ran against the unbroken reference
   * @param vectors how many were judged by it
   * @param notPassed those of both that did not pass, with what was found
   * @param canary the fault that has to die
   * @param canaryDied whether it did
   */
  public record Controls(
      int scenarios, int vectors, List<String> notPassed, String canary, boolean canaryDied) {

    public Controls {
      notPassed = List.copyOf(notPassed);
      Objects.requireNonNull(canary);
    }

    /** Whether what the matrix says can be believed. */
    public boolean hold() {
      return notPassed.isEmpty() && canaryDied;
    }
  }

  /**
   * @param rate killed per hundred of those that are not equivalent, rounded down to a tenth
   */
  public record Count(int all, int killed, int equivalent, int survived, double rate) {

    static Count of(List<Entry> entries) {
      int killed = (int) entries.stream().filter(Entry::killed).count();
      int equivalent =
          (int) entries.stream().filter(each -> !each.killed() && each.equivalent()).count();
      int able = entries.size() - equivalent;
      double rate = able == 0 ? 100 : Math.floor(1000.0 * killed / able) / 10;
      return new Count(entries.size(), killed, equivalent, able - killed, rate);
    }
  }

  /**
   * A fault and what became of it.
   *
   * @param manner how the reference went wrong
   * @param requirement ids of those that name the check: the fault has to be noticed there
   * @param scenarios ids of those that claim to notice
   * @param vectors ids of the test vectors that name the check
   * @param reached whether a rule was answered wrongly while they ran
   * @param killedBy ids of those that noticed, with {@code vector:} before that of a vector; of a
   *     generated fault the first one, which may be an accepted one beside those that claim it
   * @param judges by scenario, the names of the judges that found something there
   * @param equivalent whether it is said that nothing can notice, for the reason given
   * @param reason why it survived, if it did
   * @param touched how many scenarios the fault can touch; only where all of them were wanted
   * @param consequences other requirements that came out otherwise; only where all scenarios ran
   */
  public record Entry(
      String id,
      String check,
      String manner,
      String kind,
      String role,
      List<String> requirement,
      List<String> scenarios,
      List<String> vectors,
      boolean reached,
      List<String> killedBy,
      Map<String, List<String>> judges,
      boolean equivalent,
      String reason,
      int touched,
      List<Consequence> consequences) {

    public Entry {
      requirement = List.copyOf(requirement);
      scenarios = List.copyOf(scenarios);
      vectors = List.copyOf(vectors);
      killedBy = List.copyOf(killedBy);
      judges = new TreeMap<>(judges);
      Objects.requireNonNull(reason);
      consequences = List.copyOf(consequences);
    }

    boolean killed() {
      return !killedBy.isEmpty();
    }

    /** Whether it is known why nothing notices: nothing claims to. */
    public boolean explained() {
      return scenarios.isEmpty() && vectors.isEmpty() && !reason.isEmpty();
    }
  }

  /**
   * @param outcome of the requirement, by id
   * @param reason id of a {@link Why}
   * @param scenario the first of its scenarios that came out so
   */
  public record Consequence(String requirement, String outcome, String reason, String scenario) {}

  public KillMatrix {
    Objects.requireNonNull(schema);
    Objects.requireNonNull(controls);
    faults = List.copyOf(faults);
    idle = List.copyOf(idle);
  }

  /** Those that are said to be equivalent and were noticed all the same: the reason is wrong. */
  public List<Entry> stale() {
    return faults.stream().filter(each -> each.killed() && each.equivalent()).toList();
  }

  public List<Entry> survivors() {
    return faults.stream().filter(each -> !each.killed()).toList();
  }
}
