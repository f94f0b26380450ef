package org.ccican.conformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.RequirementDocument;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.requirement.VectorIndex;
import org.ccican.conformance.verdict.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ccican requirements}. */
@Command(
    name = "requirements",
    description = "Lists every requirement, what tests it, or why nothing can.")
final class RequirementsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--json",
      description =
          "Prints an array of objects with id, level, document, section, roles, text, scenarios,"
              + " vectors and untested.")
  private boolean json;

  @Override
  public Integer call() {
    Requirements requirements = Requirements.load();
    VectorIndex vectors = VectorIndex.load();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(requirements, vectors));
    } else {
      table(requirements, vectors, out);
    }
    out.flush();
    return ExitCode.PASSED.code();
  }

  private static String json(Requirements requirements, VectorIndex vectors) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ArrayNode all = mapper.createArrayNode();
    for (Requirement each : requirements.all()) {
      ObjectNode object = all.addObject();
      object.put("id", each.id());
      object.put("level", each.level().id());
      object.put("document", each.document());
      object.put("section", each.section());
      each.roles().forEach(object.putArray("roles")::add);
      object.put("text", each.text());
      ArrayNode scenarios = object.putArray("scenarios");
      each.scenarios().forEach(scenario -> scenarios.add(scenario.id()));
      vectors.of(each.id()).forEach(object.putArray("vectors")::add);
      object.put("untested", each.untested().orElse(null));
    }
    try {
      return mapper.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void table(Requirements requirements, VectorIndex vectors, PrintWriter out) {
    for (RequirementDocument document : requirements.documents()) {
      out.println(document.title() + " (" + document.version() + ")");
      for (Requirement each : requirements.of(document)) {
        out.printf("  %-8s %-8s %s%n", each.id(), each.level().id(), each.text());
        out.printf("  %-17s %s; %s%n", "", each.section(), tests(each, vectors));
      }
      out.println();
    }
    List<Requirement> all = requirements.all();
    long untested = all.stream().filter(each -> each.untested().isPresent()).count();
    out.println(all.size() + " requirements, " + untested + " without a scenario");
  }

  private static String tests(Requirement requirement, VectorIndex vectors) {
    if (requirement.untested().isPresent()) {
      return "untested: " + requirement.untested().get();
    }
    return count(requirement.scenarios().size(), "scenario")
        + ", "
        + count(vectors.of(requirement.id()).size(), "vector");
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
