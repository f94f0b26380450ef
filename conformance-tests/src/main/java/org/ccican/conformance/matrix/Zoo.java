package org.ccican.conformance.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.BrokenChecks;
import org.ccican.check.Checks;
import org.ccican.conformance.report.HtmlPages;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.conformance.verdict.ScenarioJudgement;

/** The good reference and six stacks that are broken in a characteristic way, side by side. */
public final class Zoo {

  public static final String HTML = "demo.html";

  private static final Set<Outcome> RED = Set.of(Outcome.FAILED, Outcome.REFUSED_OTHERWISE);

  /**
   * A stack of the zoo.
   *
   * @param fault the check that it answers wrongly; empty for the good one
   */
  public record Animal(String name, String harm, Optional<String> fault) {}

  /** Each with what comes of it for whoever relies on the stack. */
  public static final List<Animal> ANIMALS =
      List.of(
          new Animal("The reference", "Keeps every rule.", Optional.empty()),
          new Animal(
              "Verifier that accepts old evidence",
              "Evidence recorded before a break-in vouches for the machine afterwards.",
              Optional.of("verifier.nonce")),
          new Animal(
              "Agent that installs an unsigned component",
              "Whoever reaches the Agent decides what runs inside.",
              Optional.of("suit.signer.known")),
          new Animal(
              "Owner's Verifier that gives secrets to a debug guest",
              "The host reads the memory of the guest that got them.",
              Optional.of("sev-snp.policy.debug")),
          new Animal(
              "Broker that opens what it carries",
              "What passes an untrusted relay is not what was sent.",
              Optional.of("broker.relay.unchanged")),
          new Animal(
              "TAM that repeats tokens",
              "An old answer of an Agent counts as an answer to the new message.",
              Optional.of("tam.token.reuse")),
          new Animal(
              "Verifier that ignores the TCB",
              "Firmware with known holes counts as current.",
              Optional.of("sev-snp.tcb.below-endorsement")));

  /**
   * What became of one.
   *
   * @param catches empty for the good one
   */
  public record Visit(Animal animal, int scenarios, List<Catch> catches) {

    /** As it should be: the good one passes, the others are caught. */
    public boolean right() {
      return animal.fault().isEmpty() == catches.isEmpty();
    }

    /** For the page. */
    public String faultName() {
      return animal.fault().orElse("");
    }
  }

  /** A scenario that found something, and what. */
  public record Catch(
      String requirement, String scenario, String name, String expected, String actual) {}

  /** The page's model. */
  public record Page(String verdict, String mood, List<Visit> visits) {}

  private final Trial trial;
  private final FaultCases cases;

  Zoo(Trial trial, FaultCases cases) {
    this.trial = trial;
    this.cases = cases;
  }

  /**
   * Runs the scenarios that claim one of the faults against each stack, all of them against every
   * one, and leaves {@value #HTML} in the folder.
   *
   * @throws IOException if it cannot be written
   */
  public List<Visit> visit(Path folder, int threads) throws IOException {
    Set<String> scenarios = new LinkedHashSet<>();
    for (Animal each : ANIMALS) {
      each.fault().ifPresent(id -> scenarios.addAll(cases.find(id).orElseThrow().scenarios()));
    }
    Files.createDirectories(folder);
    List<Visit> visits = new ArrayList<>();
    for (Animal each : ANIMALS) {
      Path logs = Files.createTempDirectory(folder, "logs");
      try {
        Checks checks =
            each.fault()
                .<Checks>map(id -> BrokenChecks.of(List.of(cases.find(id).orElseThrow().fault())))
                .orElseGet(Checks::unbroken);
        RunJudgement judgement =
            trial.run(scenarios, checks, each.fault().stream().toList(), threads, logs);
        visits.add(new Visit(each, judgement.scenarios().size(), catches(judgement)));
      } finally {
        Folders.remove(logs);
      }
    }
    boolean right = visits.stream().allMatch(Visit::right);
    Files.writeString(
        folder.resolve(HTML),
        HtmlPages.render(
            "demo.ftlh",
            new Page(
                right ? "Six broken stacks, six caught" : "A broken stack got through",
                right ? "good" : "bad",
                visits)));
    return visits;
  }

  private static List<Catch> catches(RunJudgement judgement) {
    List<Catch> catches = new ArrayList<>();
    for (ScenarioJudgement scenario : judgement.scenarios()) {
      scenario.expectations().stream()
          .filter(each -> RED.contains(each.verdict().outcome()))
          .findFirst()
          .ifPresent(
              each ->
                  catches.add(
                      new Catch(
                          scenario.header().map(header -> header.requirement()).orElse(""),
                          scenario.id(),
                          scenario.header().map(header -> header.name()).orElse(""),
                          each.verdict().expected(),
                          each.verdict().actual())));
    }
    return catches;
  }
}
