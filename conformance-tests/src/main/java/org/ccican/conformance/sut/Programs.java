package org.ccican.conformance.sut;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.trace.Blame;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpReply;

/** What the ways that start programs of the target's have in common. */
final class Programs {

  private Programs() {}

  /** The words of a recipe; a program with a separator in its name is in the recipe's folder. */
  static List<String> words(Reach.Program program) {
    List<String> words = new ArrayList<>(program.words());
    words.set(0, located(program));
    return words;
  }

  private static String located(Reach.Program program) {
    String name = program.words().get(0);
    return name.contains("/") || name.contains(File.separator)
        ? program.folder().resolve(name).toString()
        : name;
  }

  /** An adapter that stands for one role; what an answer may take is the recipe's to say. */
  static Adapter adapter(SutRole role) {
    Reach.Program program = (Reach.Program) role.reach();
    Adapter.Limits standard = Adapter.Limits.standard();
    return new Adapter(
        new AdapterProcess.Program(words(program), program.folder()),
        List.of(role.role().id()),
        new Adapter.Limits(
            standard.start(),
            role.limits().response(),
            Math.min(standard.line(), role.limits().size()),
            standard.answers(),
            standard.output()));
  }

  /** Why an adapter does not begin, naming the field of the recipe. */
  static Optional<String> starts(Adapter adapter, String field) {
    try {
      adapter.learn();
      return Optional.empty();
    } catch (ChildFailed e) {
      return Optional.of(
          field
              + ": "
              + e.getMessage()
              + "; write a program, and its arguments, that answers start and claims on standard"
              + " output as adapter.schema.json has it");
    }
  }

  /** Why a program cannot be started, as far as that shows without starting it. */
  static Optional<String> missing(Reach.Program program, String field) {
    String name = words(program).get(0);
    boolean there =
        name.contains(File.separator)
            ? Files.isExecutable(Path.of(name))
            : found(name, System.getenv().getOrDefault("PATH", ""));
    return there
        ? Optional.empty()
        : Optional.of(field + ": no program " + name + " that can be run; write one that can be");
  }

  private static boolean found(String name, String path) {
    for (String folder : path.split(File.pathSeparator)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
        return true;
      }
    }
    return false;
  }

  /** The texts of a question, for arguments; octets are in files. */
  static Map<String, String> values(AdapterQuestion question) {
    Map<String, String> values = new LinkedHashMap<>();
    question
        .members()
        .forEach(
            (name, json) -> {
              if (json.startsWith("\"")) {
                values.put(name, json.substring(1, json.length() - 1));
              }
            });
    return values;
  }

  /** Words of a target, fit to be shown. */
  static String shown(Optional<String> words) {
    return words.orElse("").replaceAll("\\p{Cntrl}", " ");
  }

  /** A refusal as the role says it: in our own words, or as a status of TEEP over HTTP. */
  static HttpReply refused(RoleId role, String reason) {
    return role == RoleId.TAM || role == RoleId.TEEP_AGENT ? HttpReply.empty(400) : refused(reason);
  }

  /** What an answer says of a target that has given none. */
  static HttpReply nothing(AdapterAnswer answer, Situation situation) {
    return answer.outcome() == AdapterAnswer.Outcome.UNSUPPORTED
        ? Unsayable.because(situation.log(), "the adapter says: " + shown(answer.reason()))
        : Outcomes.problem(
            situation.log(),
            Blame.PREREQUISITE,
            "the adapter could not ask its target: " + shown(answer.reason()));
  }

  /** A refusal as our own roles say it. */
  static HttpReply refused(String reason) {
    return new HttpReply(
        422, Map.of("content-type", Message.CCICAN), new Refusal(reason, "", "").encode());
  }
}
