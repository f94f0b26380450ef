package org.ccican.conformance.cli;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.conformance.report.Text;
import org.ccican.conformance.requirement.Catalogue;
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.suite.Planned;
import org.ccican.conformance.suite.SuiteRun;
import org.ccican.conformance.sut.Connections;
import org.ccican.conformance.sut.Opening;
import org.ccican.conformance.sut.Probe;
import org.ccican.conformance.sut.SutFile;
import org.ccican.conformance.sut.Target;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/** What the process does when it is asked about a recipe. */
final class SutServices {

  private final InstantSource clock;

  SutServices(InstantSource clock) {
    this.clock = clock;
  }

  /** Prints the cases that a run would have. */
  ExitCode dryRun(RunOptions options, PrintWriter out) throws CommandFailed {
    Target target =
        options.sut().map(Target::of).orElseGet(() -> Target.reference(options.revision()));
    List<Planned> cases = rehearsed(options, target);
    if (cases.isEmpty()) {
      throw new CommandFailed(ExitCode.NOTHING_MEASURED, "the tags select no scenario");
    }
    options.sut().flatMap(SutFile::between).ifPresent(words -> out.println("together: " + words));
    CaseList.lines(cases).forEach(out::println);
    return ExitCode.PASSED;
  }

  /** Explains a recipe without asking the target. */
  ExitCode check(SutFile file, PrintWriter out) throws CommandFailed {
    Target target = Target.of(file);
    RecipeText.lines(file).forEach(out::println);
    CaseList.summary(rehearsed(options(file), target)).forEach(out::println);
    out.println("next: ./ccican doctor --sut " + file.path());
    return ExitCode.PASSED;
  }

  /** Asks the target whether the recipe fits it. */
  ExitCode doctor(SutFile file, PrintWriter out) throws CommandFailed {
    Equipment equipment = Equipment.load();
    Target target = Target.of(file);
    Opening opening =
        new Opening(target, clock, equipment.crypto(), equipment.formats(), equipment.keys());
    try (Connections connections = Connections.open(target, opening)) {
      List<Probe> probes = new ArrayList<>(connections.probes());
      if (Probe.firstComplaint(probes).isEmpty()) {
        probes.addAll(canned(file, equipment, connections));
      }
      file.between().ifPresent(words -> out.println("ok     together: " + words));
      long wrong = probes.stream().filter(each -> each.complaint().isPresent()).count();
      for (Probe each : probes) {
        out.println(
            Text.line(
                each.complaint()
                    .map(complaint -> "WRONG  " + complaint)
                    .orElseGet(() -> "ok     " + each.field() + ": " + each.seen())));
      }
      out.println(
          wrong == 0
              ? "The recipe fits the target. Next: ./ccican run --sut " + file.path()
              : wrong
                  + " of the recipe's roles cannot be judged so; nothing was held against them");
      return wrong == 0 ? ExitCode.PASSED : ExitCode.CONFIGURATION;
    }
  }

  private List<Probe> canned(SutFile file, Equipment equipment, Connections connections)
      throws CommandFailed {
    Target target = connections.claimed(Target.of(file));
    RunOptions options = options(file);
    try {
      return new CannedCases(target, rehearsed(options, target))
          .probes(
              tags ->
                  new SuiteRun(
                      equipment,
                      SuiteServices.plan(options, target, TagExpressionParser.parse(tags), clock),
                      clock,
                      connections));
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.CONFIGURATION, String.valueOf(e.getMessage()), e);
    }
  }

  private List<Planned> rehearsed(RunOptions options, Target target) throws CommandFailed {
    Equipment equipment = Equipment.load();
    Opening opening =
        new Opening(target, clock, equipment.crypto(), equipment.formats(), equipment.keys());
    Expression tags = options.tags().map(TagExpression::expression).orElseGet(SuiteRun::everything);
    try (Connections connections = Connections.open(target, opening)) {
      SuiteRun.Plan plan = SuiteServices.plan(options, target, tags, clock);
      return new SuiteRun(equipment, plan, clock, connections).rehearse();
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.CONFIGURATION, e.getMessage(), e);
    }
  }

  /** A run of everything, which no randomness decides. */
  private static RunOptions options(SutFile file) {
    return new RunOptions(
        Optional.of(file),
        WireRevision.TEEP_26,
        Optional.empty(),
        Path.of(""),
        Optional.of(Bytes.of(0)),
        Optional.empty(),
        false,
        List.of(),
        GateOptions.Asked.nothing(),
        Optional.empty(),
        Catalogue.load().latest(),
        true);
  }
}
