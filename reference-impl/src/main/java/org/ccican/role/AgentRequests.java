package org.ccican.role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.message.AgentMessage.ComponentRelease;
import org.ccican.message.AgentMessage.ComponentRequest;
import org.ccican.message.AgentMessage.Contact;
import org.ccican.reject.Rejected;
import org.ccican.suit.SuitComponentId;
import org.ccican.teep.RequestedComponent;
import org.ccican.teep.TeepMessage;
import org.ccican.wire.Bytes;

/**
 * What others want of an Agent beside TEEP messages, and what it remembers of that (RFC 9397
 * section 6.2.1, teep-protocol section 7.2).
 */
final class AgentRequests {

  /** How many requests are remembered; the oldest goes for one more. */
  private static final int ROOM = 16;

  private final AgentOptions options;
  private final AgentComponents components;
  private final Checks checks;
  private final List<String> wanted = new ArrayList<>();
  private final Map<String, Long> binaries = new HashMap<>();
  private final List<SuitComponentId> unneeded = new ArrayList<>();
  private int visited;
  private Optional<TeepMessage.QueryRequest> lastQuery = Optional.empty();
  private boolean failed;

  AgentRequests(AgentOptions options, AgentComponents components, Checks checks) {
    this.options = options;
    this.components = components;
    this.checks = checks;
  }

  /** RequestTA: where to go for it; nowhere if it is installed. */
  Optional<String> request(Bytes octets) throws Rejected {
    ComponentRequest request = ComponentRequest.parse(octets, checks);
    // spec| teep-protocol-26 §7.2: for what is installed no data is passed back
    if (components.serves(request.applicationType()) && checks.keeps("agent.request.installed")) {
      return Optional.empty();
    }
    remember(wanted, request.applicationType());
    request.binary().ifPresent(number -> binaries.put(request.applicationType(), number));
    binaries.keySet().retainAll(wanted);
    // spec| teep-protocol-26 §7.2: for what is not installed there is a TAM to go to
    return checks.keeps("agent.request.contact") ? destination(request.tamUri()) : Optional.empty();
  }

  /** UnrequestTA: the manifest that brought it is no longer needed. */
  Turn release(Bytes octets) throws Rejected {
    ComponentRelease release = ComponentRelease.parse(octets, checks);
    wanted.remove(release.applicationType());
    Optional<SuitComponentId> manifest =
        components.serves(release.applicationType())
            ? components.middlewareManifest()
            : Optional.empty();
    if (manifest.isEmpty()) {
      return Turn.nothing();
    }
    remember(unneeded, manifest.get());
    Optional<String> uri = destination(release.tamUri());
    return uri.isEmpty() ? Turn.nothing() : contact(uri.get(), Optional.empty());
  }

  /** RequestPolicyCheck: one TAM after the other, then nothing. */
  Turn checkPolicy() {
    // spec| teep-protocol-26 §7.2: each TAM once, until there is none left
    if (visited >= options.tamUris().size()) {
      visited = 0;
      if (options.tamUris().isEmpty() || checks.keeps("agent.policy.ends")) {
        return Turn.nothing();
      }
    }
    // spec| teep-protocol-26 §7.2: whenever a policy check is due, the Agent has a TAM to go to
    if (!checks.keeps("agent.policy.contact")) {
      return Turn.nothing();
    }
    return contact(options.tamUris().get(visited++), Optional.empty());
  }

  /** ProcessError: nothing is sent unasked until a TAM has asked again. */
  Turn failed() {
    failed = true;
    // spec| RFC 9397 §6.2.1: that a message could not be delivered is taken note of
    return checks.keeps("agent.error.taken")
        ? Turn.nothing()
        : new Turn.Reply(400, "", Bytes.EMPTY);
  }

  void queried(TeepMessage.QueryRequest request) {
    lastQuery = Optional.of(request);
    failed = false;
  }

  void unlinked(SuitComponentId manifest) {
    unneeded.remove(manifest);
  }

  /** The request that may be answered once more without being asked, if one may. */
  Optional<TeepMessage.QueryRequest> unsolicited() {
    // spec| teep-protocol-26 §7.2: an Agent that begins of its own accord sends a QueryResponse
    if (!options.unsolicited() || !checks.keeps("agent.unsolicited.sent")) {
      return Optional.empty();
    }
    // spec| teep-protocol-26 §7.2: the last request had neither token nor challenge
    Optional<TeepMessage.QueryRequest> bare =
        lastQuery.filter(
            last ->
                checks.holds(
                    "agent.unsolicited.bare",
                    last.options().token().isEmpty() && last.options().challenge().isEmpty()));
    // spec| teep-protocol-26 §7.2: and nothing has failed since
    return bare.filter(last -> checks.holds("agent.unsolicited.unfailed", !failed));
  }

  List<RequestedComponent> wanted() {
    return wanted.stream().filter(type -> !components.serves(type)).map(this::wanted).toList();
  }

  private RequestedComponent wanted(String type) {
    RequestedComponent any = TeepMessages.wanted(type);
    Optional<Long> number = Optional.ofNullable(binaries.get(type));
    if (number.isEmpty()) {
      return any;
    }
    // spec| teep-protocol-26 §4.3: who has the binary says which manifest it waits for
    return new RequestedComponent(
        any.id(),
        checks.keeps("agent.request.binary") ? number : Optional.empty(),
        Optional.of(true));
  }

  List<SuitComponentId> unneeded() {
    return List.copyOf(unneeded);
  }

  static Turn contact(String uri, Optional<Bytes> message) {
    return Turn.reply(new Contact(uri, message).encode());
  }

  /** spec| teep-over-http §5.1: the Agent's own TAM goes before what the caller supplied. */
  private Optional<String> destination(Optional<String> supplied) {
    return checks.keeps("agent.request.own-tam")
        ? options.tamUris().stream().findFirst().or(() -> supplied)
        : supplied;
  }

  private static <T> void remember(List<T> list, T value) {
    list.remove(value);
    list.add(value);
    if (list.size() > ROOM) {
      list.remove(0);
    }
  }
}
