package org.ccican.conformance.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.step.Scenario;
import org.ccican.vector.MessageVector;
import org.ccican.vector.MessageVectors;
import org.ccican.vector.TestVector;
import org.ccican.vector.Vectors;

/**
 * How much there is, counted from the data itself, and the place in a text where that stands.
 *
 * @param tested requirements that have a scenario
 * @param untested requirements that have a reason why they have none
 * @param negative scenarios in which a peer misbehaves
 * @param standards scenarios of TEEP, SUIT and their documents
 * @param standardsNegative those of them in which a peer misbehaves
 * @param refused vectors that a conforming target refuses
 * @param breakable named checks that can be answered wrongly on purpose
 * @param kills what the last matrix found of them, and of those that follow from their kinds
 */
public record Figures(
    int requirements,
    int tested,
    int untested,
    int scenarios,
    int negative,
    int standards,
    int standardsNegative,
    int vectors,
    int refused,
    int checks,
    int breakable,
    Found kills) {

  /**
   * What a kill matrix found.
   *
   * @param tried how many written faults
   * @param killed how many of them something noticed
   * @param equivalent how many nothing can notice
   * @param rate noticed per hundred of the others
   */
  public record Found(
      int tried,
      int killed,
      int equivalent,
      double rate,
      int generated,
      int generatedKilled,
      double generatedRate) {

    static Found of(Kills kills) {
      return new Found(
          kills.written().size(),
          kills.killed(),
          kills.equivalent(),
          kills.rate(),
          kills.generated().all(),
          kills.generated().killed(),
          kills.generated().rate());
    }
  }

  private static final String BEGIN = "<!-- figures:begin -->\n";
  private static final String END = "<!-- figures:end -->";

  /** Counts what is on the class path. */
  public static Figures counted() {
    List<Requirement> requirements = Requirements.load().all();
    List<Scenario> scenarios = FeatureCatalogue.load().all();
    List<TestVector.Verdict> vectors =
        Stream.concat(
                Vectors.FORMATS.stream()
                    .flatMap(format -> Vectors.load(format).all().stream())
                    .map(TestVector::expect),
                MessageVectors.FORMATS.stream()
                    .flatMap(format -> MessageVectors.load(format).all().stream())
                    .map(MessageVector::expect))
            .map(TestVector.Expect::verdict)
            .toList();
    Collection<CheckPoint> checks = CheckCatalogue.load().all();
    return new Figures(
        requirements.size(),
        (int) requirements.stream().filter(each -> !each.scenarios().isEmpty()).count(),
        (int) requirements.stream().filter(each -> each.untested().isPresent()).count(),
        scenarios.size(),
        (int) scenarios.stream().filter(Scenario::negative).count(),
        (int) scenarios.stream().filter(Figures::ofStandards).count(),
        (int) scenarios.stream().filter(Figures::ofStandards).filter(Scenario::negative).count(),
        vectors.size(),
        (int) vectors.stream().filter(each -> each == TestVector.Verdict.REFUSED).count(),
        checks.size(),
        (int) checks.stream().filter(Figures::breakable).count(),
        Found.of(Kills.load()));
  }

  /**
   * The same text with these figures between its markers.
   *
   * @throws IllegalArgumentException if the markers are not there
   */
  public String rewrite(String text) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("no " + BEGIN.strip() + " … " + END + " in it");
    }
    return text.substring(0, begin + BEGIN.length()) + table() + text.substring(end);
  }

  /**
   * Rewrites the figures in a file.
   *
   * @param arguments the file
   * @throws IOException if it cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.writeString(file, counted().rewrite(Files.readString(file)));
  }

  private static boolean breakable(CheckPoint check) {
    return check.kind() != CheckPoint.Kind.STRUCTURAL;
  }

  /** The scenarios of requirements that are not the draft's own and no evidence format's. */
  private static boolean ofStandards(Scenario scenario) {
    return scenario.tags().contains("@teep");
  }

  private String table() {
    return String.join(
        "\n",
        "| | |",
        "|---|---|",
        row(
            "requirements",
            requirements,
            tested + " tested, " + untested + " with the reason why not"),
        row("scenarios", scenarios, negative + " with a peer that misbehaves in one way"),
        row("of them TEEP and SUIT", standards, standardsNegative + " with a peer that misbehaves"),
        row("test vectors", vectors, refused + " with a single defect"),
        row("named checks", checks, breakable + " can be broken on purpose"),
        row(
            "faults",
            kills.tried(),
            String.format(
                Locale.ROOT,
                "%d noticed, %d equivalent with the reason: %.1f %%",
                kills.killed(),
                kills.equivalent(),
                kills.rate())),
        row(
            "generated faults",
            kills.generated(),
            String.format(
                Locale.ROOT,
                "%d noticed: %.1f %%",
                kills.generatedKilled(),
                kills.generatedRate())),
        "");
  }

  private static String row(String what, int number, String of) {
    return "| " + what + " | " + number + ", " + of + " |";
  }
}
