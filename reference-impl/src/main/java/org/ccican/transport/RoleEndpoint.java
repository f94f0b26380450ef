package org.ccican.transport;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.role.Answer;
import org.ccican.role.Message;
import org.ccican.role.Role;
import org.ccican.role.RoleId;
import org.ccican.role.Turn;
import org.ccican.wire.Bytes;

/**
 * Binds a role to HTTP: a request is a message, the role's questions are carried to their
 * addressees, and its reply is the response. The role is called by one thread at a time.
 */
public final class RoleEndpoint implements Endpoint {

  private static final Set<String> TEEP_RANGES = Set.of(Message.TEEP, "application/*", "*/*");

  private final Role role;
  private final Caller caller;
  private final Checks checks;

  public RoleEndpoint(Role role, Caller caller, Checks checks) {
    this.role = role;
    this.caller = caller;
    this.checks = checks;
  }

  @Override
  public HttpReply handle(HttpCall call) {
    // spec| teep-over-http §4: POST and nothing else
    if (!checks.holds("http.method", call.method().equals("POST"))) {
      return new HttpReply(405, Map.of("allow", "POST"), Bytes.EMPTY);
    }
    if (!role.resources().contains(call.resource())) {
      return HttpReply.empty(404);
    }
    // spec| teep-over-http §6.1: whoever does not take TEEP gets an error instead
    if (call.resource().equals("teep")
        && role.id() == RoleId.TAM
        && !checks.holds("http.request.accept", accepts(call))) {
      return HttpReply.empty(406);
    }
    Message message =
        new Message(call.resource(), call.item(), essence(call.mediaType()), call.body());
    Turn turn = step(() -> role.receive(message));
    while (turn instanceof Turn.Ask ask) {
      Answer answer = caller.call(role.id(), ask);
      turn = step(() -> ask.next().then(answer));
    }
    return reply((Turn.Reply) turn);
  }

  private Turn step(Step step) {
    synchronized (role) {
      try {
        return step.take();
      } catch (Rejected rejected) {
        return role.refused(rejected);
      }
    }
  }

  private HttpReply reply(Turn.Reply reply) {
    Map<String, String> headers = new HashMap<>();
    // spec| teep-over-http §4: cookies are not used
    if (!checks.keeps("http.response.cookie")) {
      headers.put("set-cookie", "session=1");
    }
    if (!reply.body().isEmpty()) {
      headers.put("content-type", reply.mediaType());
      // spec| teep-over-http §4: content is not to be guessed at, run or referred from
      if (checks.keeps("http.response.headers")) {
        headers.put("x-content-type-options", "nosniff");
        headers.put("content-security-policy", "default-src 'none'");
        headers.put("referrer-policy", "no-referrer");
      }
    }
    return new HttpReply(reply.status(), headers, reply.body());
  }

  /** Whether the Accept header names the media type of TEEP, by itself or by a wildcard. */
  private static boolean accepts(HttpCall call) {
    return Arrays.stream(call.headers().getOrDefault("accept", "").split(","))
        .map(RoleEndpoint::essence)
        .anyMatch(range -> TEEP_RANGES.contains(range));
  }

  /** A media type without its parameters, in lower case: its names have no case of their own. */
  private static String essence(String mediaType) {
    int semicolon = mediaType.indexOf(';');
    String essence = semicolon < 0 ? mediaType : mediaType.substring(0, semicolon);
    return essence.strip().toLowerCase(Locale.ROOT);
  }

  @FunctionalInterface
  private interface Step {
    Turn take() throws Rejected;
  }
}
