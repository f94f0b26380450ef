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
  private List<Connection> connections = List.of();
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
    connections = run.connections().of(opened.roles());
    connections.stream()
        .map(Connection::now)
        .max(Comparator.naturalOrder())
        .ifPresent(now -> clock = new VirtualClock(now));
    log = run.log().scenario(opened.id(), clock);
    log.append(opened::event);
    scene = new Scene(run, log, clock, connections);
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
        connections.stream().flatMap(each -> each.givenUp().stream()).findFirst();
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

  /** What a TAM elsewhere asks a Verifier does not pass the suite. */
  void needsSightOfTheVerifier() {
    if (foreign(RoleId.TAM).isPresent()) {
      inapplicable("the TAM asks a Verifier of its own, out of the suite's sight");
    }
  }

  /** What one role says to another has to pass the suite. */
  void needsSight(RoleId from, RoleId to) {
    if (to == RoleId.MIDDLEWARE || from == RoleId.MIDDLEWARE) {
      owner().needsChannel();
    }
    if (to == RoleId.VERIFIER) {
      needsSightOfTheVerifier();
    }
    if (inside(from, to)) {
      inapplicable(
          "what the "
              + from.id()
              + " says to the "
              + to.id()
              + " stays inside the target's device");
    }
    // A role behind an adapter asks through it; a TAM and an Agent may have peers of their own.
    boolean asks =
        Set.of(RoleId.MOC, RoleId.PLATFORM, RoleId.APPLICATION_OWNER).contains(from)
            && foreign(from).filter(each -> each.way().equals("adapter")).isPresent();
    if (plays(from) && from != RoleId.TEEP_BROKER && run.target().listen().isEmpty() && !asks) {
      inapplicable(
          "the " + from.id() + " asks a " + to.id() + " of its own, out of the suite's sight");
    }
  }

  /** Whether what a role signs is signed by the target, and not by the reference beside it. */
  boolean speaks(RoleId role) {
    boolean beside =
        role == RoleId.VERIFIER
            && foreign(role).filter(each -> SAYS.contains(each.way())).isPresent();
    return plays(role) && !beside;
  }

  /** Whether two roles are in one device of the target's. */
  boolean inside(RoleId one, RoleId other) {
    return connections.stream()
        .anyMatch(each -> each.plays().contains(one) && each.plays().contains(other));
  }

  /** A TAM elsewhere has packages for, and a Verifier of, the hardware that its recipe implies. */
  void needsHardware(String format) {
    boolean claimed =
        run.target()
            .claims()
            .formats()
            .map(formats -> formats.contains(format))
            .orElseGet(() -> format.equals(scene.machine().format()));
    if (!claimed && plays(RoleId.TEEP_AGENT)) {
      inapplicable(
          "the recipe does not say that the target's device has hardware of type " + format);
    }
    Optional<String> named =
        run.target()
            .device()
            .filter(any -> plays(RoleId.TEEP_AGENT))
            .flatMap(device -> device.facts().hardwareType());
    if (named.filter(each -> !each.equals(format)).isPresent()) {
      inapplicable("the target's device has hardware of the type " + named.get());
    }
    Optional<String> attested = foreign(RoleId.ATTESTING_ENVIRONMENT).flatMap(SutRole::format);
    if (attested.filter(each -> !each.equals(format)).isPresent()) {
      inapplicable("the target's hardware is of the type " + attested.get());
    }
    for (RoleId role : List.of(RoleId.TAM, RoleId.VERIFIER)) {
      boolean says =
          role == RoleId.VERIFIER
              && foreign(role).filter(each -> SAYS.contains(each.way())).isPresent();
      if (!claimed && foreign(role).isPresent() && !says) {
        inapplicable(
            "the recipe does not say that the "
                + (role == RoleId.TAM ? "TAM" : role.id())
                + " knows hardware of the type "
                + format);
      }
    }
  }

  /** A Verifier that gives results of the TEEP profile, to the TAM or about it. */
  void needsTeepResults() {
    if (foreign(RoleId.VERIFIER).filter(role -> !role.way().equals("url")).isPresent()) {
      inapplicable(
          "a verifier that is reached by "
              + foreign(RoleId.VERIFIER).get().way()
              + " is not asked for results of the TEEP profile");
    }
  }

  /** What an owner demands of evidence beyond its measurement stands in no message. */
  void needsOwnPolicy() {
    if (foreign(RoleId.VERIFIER).isPresent()) {
      inapplicable("a verifier elsewhere has a policy of its own");
    }
  }

  /** The profile of an Agent's token is the suite's own. */
  void needsAgentTokens() {
    if (foreign(RoleId.VERIFIER).isPresent()) {
      inapplicable("a verifier elsewhere need not know the profile of the suite's own Agents");
    }
  }

  /**
   * Reference values that are taken decide what comes later, and no later than in this scenario.
   */
  void needsForgetfulVerifier() {
    if (foreign(RoleId.VERIFIER).isPresent()) {
      inapplicable(
          "a verifier elsewhere keeps the reference values that it was given in other scenarios");
    }
  }

  /** What an owner elsewhere cannot be asked for. */
  OwnerNeeds owner() {
    return new OwnerNeeds(this);
  }

  /** What a device elsewhere cannot be asked for. */
  DeviceNeeds device() {
    return new DeviceNeeds(this);
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
    return connections.stream().anyMatch(each -> each.plays().contains(role));
  }

  /** A target that claims cipher suites is not asked for others, but for what it must have. */
  void needsCipherSuite(String name) {
    needsClaim("cipher suite", name, run.target().claims().cipherSuites());
  }

  /** A target that claims freshness mechanisms is not asked for others. */
  void needsFreshness(String name) {
    needsClaim("freshness mechanism", name, run.target().claims().freshness());
  }

  private void needsClaim(String kind, String name, Optional<List<String>> claimed) {
    if (claimed.isPresent() && !claimed.get().contains(name)) {
      inapplicable("the recipe does not claim the " + kind + " " + name);
    }
  }

  /** A role of the target in another process that takes part in this scenario. */
  Optional<SutRole> foreign(RoleId role) {
    return connections.stream()
        .map(Connection::role)
        .filter(each -> each.role() == role)
        .findFirst();
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
    for (Connection target : connections) {
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
    needsWay(id);
    act(scene -> scene.way(id));
  }

  /** As above, where the TAM is asked as usual first. */
  void needsWay(String id) {
    boolean there = foreign(RoleId.TAM).map(tam -> tam.uris().containsKey(id)).orElse(true);
    // An adapter is asked, and says itself whether there is such a way.
    boolean says = foreign(RoleId.TAM).filter(tam -> tam.way().equals("adapter")).isPresent();
    if (!there && !says) {
      inapplicable("the recipe names no tam.uris." + id);
    }
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
