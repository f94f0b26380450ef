package org.ccican.conformance.step;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccican.conformance.driver.RunContext;
import org.ccican.conformance.driver.Scene;
import org.ccican.conformance.driver.VirtualClock;
import org.ccican.conformance.sut.Connection;
import org.ccican.conformance.sut.Participants;
import org.ccican.conformance.sut.SutRole;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.Stamp;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.Verdict;
import org.ccican.reject.Rejected;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.opentest4j.TestAbortedException;

/** The state of one scenario: its network, its log and the way to expect something. */
public final class World {

  /** Roles that no time passes for: they remember and compute, and look at no clock. */
  private static final Set<RoleId> TIMELESS =
      Set.of(RoleId.MOC, RoleId.MIDDLEWARE_REPOSITORY, RoleId.TEEP_BROKER, RoleId.PLATFORM);

  /** Ways by which a Verifier says itself which evidence it takes. */
  private static final Set<String> SAYS = Set.of("veraison", "adapter", "command");

  private final RunContext run;
  private final Judging judging;
  private VirtualClock clock;
  private Participants participants = new Participants(List.of());
  private Scenario scenario;
  private ScenarioLog log;
  private Scene scene;

  public World(RunContext run, Judging judging) {
    this.run = run;
    this.judging = judging;
    this.clock = new VirtualClock(run.start());
  }

  void open(Scenario opened) {
    scenario = opened;
    participants = new Participants(run.connections().of(opened.roles()));
    participants.connections().stream()
        .map(Connection::now)
        .max(Comparator.naturalOrder())
        .ifPresent(now -> clock = new VirtualClock(now));
    log = run.log().scenario(opened.id(), clock);
    log.append(opened::event);
    scene = new Scene(run, log, clock, participants);
    if (judgesTam()) {
      scene.bearBothReadings();
    }
  }

  void close(String status) {
    if (scene != null) {
      if (!run.rehearsal() && log.trace().all(TraceEvent.Inapplicable.class).isEmpty()) {
        // A misbehaviour that never happened was not withstood either.
        for (String words : scene.idleTamperings()) {
          log.append(
              stamp ->
                  new TraceEvent.Problem(
                      stamp, Blame.PREREQUISITE, "it never came to this: " + words));
        }
      }
      scene.close();
      log.append(stamp -> new TraceEvent.ScenarioEnd(stamp, status));
    }
  }

  Scene scene() {
    return scene;
  }

  RunContext run() {
    return run;
  }

  /** The scenario judges this role: inapplicable unless the target plays it. */
  void judges(String role) {
    if (!scenario.roles().contains(role)) {
      throw new IllegalStateException(scenario.id() + " is not tagged for role " + role);
    }
    if (!run.target().plays(role)) {
      inapplicable("the target does not play the " + role);
    }
    Optional<String> givenUp =
        participants.connections().stream().flatMap(each -> each.givenUp().stream()).findFirst();
    if (givenUp.isPresent()) {
      String reason = givenUp.get();
      log.append(stamp -> new TraceEvent.Problem(stamp, Blame.PREREQUISITE, reason));
      throw new Unjudged(Outcome.BLOCKED, reason);
    }
  }

  /**
   * @throws TestAbortedException always: the rest of the scenario is left out
   */
  void inapplicable(String reason) {
    log.append(stamp -> new TraceEvent.Inapplicable(stamp, reason));
    throw new TestAbortedException(reason);
  }

  /** Whether what a role signs is signed by the target, and not by the reference beside it. */
  boolean speaks(RoleId role) {
    return plays(role) && !(role == RoleId.VERIFIER && verifierSays());
  }

  /** Whether a Verifier elsewhere says itself which evidence it takes. */
  boolean verifierSays() {
    return foreign(RoleId.VERIFIER).filter(each -> SAYS.contains(each.way())).isPresent();
  }

  /** Whether two roles are in one device of the target's. */
  boolean inside(RoleId one, RoleId other) {
    return participants.inside(one, other);
  }

  /** What an owner elsewhere cannot be asked for. */
  OwnerNeeds owner() {
    return new OwnerNeeds(this);
  }

  /** What a device elsewhere cannot be asked for. */
  DeviceNeeds device() {
    return new DeviceNeeds(this);
  }

  /** What a Verifier elsewhere cannot be asked for. */
  VerifierNeeds verifier() {
    return new VerifierNeeds(this);
  }

  /** What is asked of a target that says that it can do it. */
  ClaimNeeds claims() {
    return new ClaimNeeds(this);
  }

  /** What has to pass the suite. */
  SightNeeds sight() {
    return new SightNeeds(this);
  }

  /**
   * A stimulus in which the suite stands in for a role: not for one that the target itself plays
   * here.
   */
  void actAs(RoleId role, Stimulus stimulus) {
    if (plays(role)) {
      inapplicable(
          "the target's own "
              + role.id()
              + " takes part, and the suite does not stand in for it beside that");
    }
    act(stimulus);
  }

  /** Whether the target plays a role in this scenario, judged or not. */
  boolean plays(RoleId role) {
    return participants.plays(role);
  }

  /** A role of the target in another process that takes part in this scenario. */
  Optional<SutRole> foreign(RoleId role) {
    return participants.find(role);
  }

  /** The roots that the recipe says evidence leads to, as an argument of a judge. */
  Map<String, String> trust() {
    return foreign(RoleId.ATTESTING_ENVIRONMENT)
        .map(SutRole::roots)
        .filter(roots -> !roots.isEmpty())
        .map(
            roots ->
                Map.of("trust", roots.stream().map(Bytes::toHex).collect(Collectors.joining(" "))))
        .orElse(Map.of());
  }

  /** The role that the scenario judges. */
  RoleId judged() {
    return RoleId.find(scenario.roles().get(0)).orElseThrow();
  }

  boolean judgesTam() {
    return scenario.roles().contains("tam");
  }

  /**
   * A stimulus; what goes wrong in making it is the suite's fault, unless the target was silent.
   *
   * @throws Unjudged if the target gave no answer: what it did not do then means nothing
   */
  void act(Stimulus stimulus) {
    if (run.rehearsal()) {
      return;
    }
    try {
      stimulus.apply(scene);
      scene.demandEnd(scenario.roles().contains(RoleId.MOC.id()));
      demandAnswers();
    } catch (Unjudged | TestAbortedException e) {
      throw e;
    } catch (Rejected | RuntimeException e) {
      demandAnswers();
      log.append(
          stamp ->
              new TraceEvent.Problem(
                  stamp,
                  Blame.SUITE,
                  "stimulus failed: " + e.getClass().getSimpleName() + ": " + e.getMessage()));
      throw new IllegalStateException("stimulus failed", e);
    }
  }

  private void demandAnswers() {
    for (TraceEvent.Inapplicable each : log.trace().all(TraceEvent.Inapplicable.class)) {
      throw new TestAbortedException(each.reason());
    }
    for (TraceEvent.Problem problem : log.trace().problems()) {
      if (problem.blame() == Blame.TIMEOUT) {
        throw new Unjudged(Outcome.INCONCLUSIVE, problem.detail());
      }
      if (problem.blame() == Blame.PREREQUISITE) {
        throw new Unjudged(Outcome.BLOCKED, problem.detail());
      }
      if (problem.blame() == Blame.TARGET) {
        throw new Unjudged(Outcome.FAILED, problem.detail());
      }
    }
  }

  /**
   * As {@link #expect}, for what is given: if it is not so, the scenario is blocked and nothing is
   * said against the target here.
   *
   * @throws Unjudged if it is not so
   */
  void require(String judge, Map<String, String> arguments) {
    Verdict verdict = given(judge, arguments);
    if (verdict.outcome() != Outcome.PASSED) {
      String why = "what is given did not come about: " + verdict.actual();
      log.append(stamp -> new TraceEvent.Problem(stamp, Blame.PREREQUISITE, why));
      throw new Unjudged(Outcome.BLOCKED, why);
    }
  }

  /** What a judge says of what was given; nothing is written down. */
  Verdict given(String judge, Map<String, String> arguments) {
    if (run.rehearsal()) {
      return Verdict.passed("nothing was done yet");
    }
    TraceEvent.Expectation asked =
        new TraceEvent.Expectation(
            new Stamp(
                Long.MAX_VALUE, scenario.id(), clock.instant(), clock.instant(), Optional.empty()),
            scenario.requirement(),
            judge,
            withRevision(arguments),
            clock.instant());
    return judging.judge(log.trace(), asked);
  }

  /** Time passes for every role of the scenario. */
  void advance(Duration by) {
    for (Connection target : participants.connections()) {
      advance(target, by);
    }
    clock.advance(by);
  }

  private void advance(Connection target, Duration by) {
    if (TIMELESS.contains(target.role().role())) {
      return;
    }
    if (!target.hasClock()) {
      inapplicable("the recipe gives no way to move the target's clock");
    }
    Optional<String> failure = run.rehearsal() ? Optional.empty() : target.advance(by);
    if (failure.isPresent()) {
      String why = target.role().role().id() + ".clock: " + failure.get();
      log.append(stamp -> new TraceEvent.Problem(stamp, Blame.CONFIGURATION, why));
      throw new Unjudged(Outcome.BLOCKED, why);
    }
  }

  /** The TAM is asked where it asks in another way than usual; not every target does. */
  void way(String id) {
    claims().needsWay(id);
    act(scene -> scene.way(id));
  }

  /** Writes down what is expected and has it judged at once from the log. */
  void expect(String judge, Map<String, String> arguments) {
    device().needsSight(judge);
    owner().needsSight(judge);
    if (run.rehearsal()) {
      return;
    }
    TraceEvent.Expectation expected =
        log.append(
            stamp ->
                new TraceEvent.Expectation(
                    stamp,
                    scenario.requirement(),
                    judge,
                    withRevision(arguments),
                    clock.instant()));
    Verdict verdict = judging.judge(log.trace(), expected);
    log.append(
        stamp ->
            new TraceEvent.Verdict(
                stamp,
                expected.seq(),
                verdict.outcome().id(),
                verdict.detail(),
                verdict.expected(),
                verdict.actual()));
    if (verdict.outcome() == Outcome.INAPPLICABLE) {
      throw new TestAbortedException(verdict.detail());
    }
    if (verdict.outcome() != Outcome.PASSED) {
      throw new AssertionError(
          judge + ": expected " + verdict.expected() + ", found " + verdict.actual());
    }
  }

  /** Judges read numbers as the target's edition of TEEP has them. */
  private Map<String, String> withRevision(Map<String, String> arguments) {
    Map<String, String> more = new HashMap<>(arguments);
    more.put("revision", run.target().revision().id());
    scene.tamAgreement().ifPresent(key -> more.put("tam-agreement", key.toHex()));
    foreign(RoleId.TEEP_AGENT)
        .flatMap(SutRole::key)
        .ifPresent(key -> more.put("agent-key", key.toHex()));
    return more;
  }

  /** Something that the suite does to a network. */
  @FunctionalInterface
  interface Stimulus {
    void apply(Scene scene) throws Rejected;
  }
}
