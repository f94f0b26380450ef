package org.ccican.conformance.sut;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;

/**
 * A program that is run for each call: the body on its standard input, the reply's on its standard
 * output. Exit code 0 is a success, 1 a refusal, which may say why in our words. What of a call is
 * neither usual nor named in braces among its arguments cannot be said to it.
 */
final class ExchangeByCommand implements Exchange {

  private final SutRole role;
  private final Reach.Program program;

  ExchangeByCommand(SutRole role) {
    this.role = role;
    this.program = (Reach.Program) role.reach();
  }

  @Override
  public HttpReply pass(HttpCall call, About about, Adapter.Peers peers)
      throws ChildFailed, Unsaid {
    demandSayable(call);
    CommandCase.Result result =
        CommandCase.run(
            filled(words(call, about)),
            program.folder(),
            about.scenario(),
            call.body(),
            new ChildProcess.Limits(
                role.limits().response(), role.limits().size(), AdapterProcess.TAIL));
    if (!result.accepted()) {
      HttpReply refused = Programs.refused(role.role(), "exit code 1");
      return result.output().isEmpty() ? refused : refused.withBody(result.output());
    }
    return result.output().isEmpty()
        ? HttpReply.empty(204)
        : new HttpReply(200, Map.of("content-type", mediaType()), result.output());
  }

  /** Method and media types that any program may take for granted, or is told. */
  private void demandSayable(HttpCall call) throws Unsaid {
    demand("method", call.method(), Set.of("POST"));
    demand("media-type", call.mediaType(), Set.of("", mediaType()));
    demand("accept", call.headers().getOrDefault("accept", ""), Set.of("", mediaType()));
    if (!call.body().isEmpty() && call.mediaType().isEmpty()) {
      demand("media-type", "none", Set.of());
    }
  }

  private void demand(String name, String value, Set<String> usual) throws Unsaid {
    boolean told = program.words().stream().anyMatch(word -> word.contains("{" + name + "}"));
    if (!told && !usual.contains(value)) {
      throw new Unsaid(
          true, "the command is not told of the " + name + ": there is no {" + name + "} in it");
    }
  }

  private Map<String, String> words(HttpCall call, About about) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("case", about.scenario());
    words.put("method", call.method());
    words.put("resource", call.resource());
    words.put("item", call.item());
    words.put("media-type", call.mediaType());
    words.put("accept", call.headers().getOrDefault("accept", ""));
    words.put("application-type", about.applicationType());
    words.put("hardware-type", about.hardwareType());
    return words;
  }

  private List<String> filled(Map<String, String> words) {
    return Programs.words(program).stream()
        .map(
            word -> {
              String filled = word;
              for (Map.Entry<String, String> each : words.entrySet()) {
                filled = filled.replace("{" + each.getKey() + "}", each.getValue());
              }
              return filled;
            })
        .toList();
  }

  private String mediaType() {
    return role.role() == RoleId.TAM || role.role() == RoleId.TEEP_AGENT
        ? Message.TEEP
        : Message.CCICAN;
  }

  @Override
  public Optional<String> look() {
    return Programs.missing(program, role.role().id() + ".command");
  }
}
