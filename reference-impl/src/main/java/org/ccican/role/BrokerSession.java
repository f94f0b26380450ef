package org.ccican.role;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.message.AgentMessage.Contact;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * One TEEP session of a Broker (teep-over-http section 5): the Agent's octets go to the TAM and the
 * TAM's to the Agent, to the end.
 */
final class BrokerSession {

  /** What follows a session that has ended well. */
  @FunctionalInterface
  interface Ended {
    Turn then();
  }

  /** More exchanges than any TEEP session has; a TAM that never ends is left. */
  static final int EXCHANGES = 16;

  private final Checks checks;
  private final EnvironmentCreated environment;
  private final Contact contact;
  private final String supplied;
  private final Optional<Bytes> serverKey;
  private final Ended ended;
  private int exchanges;

  /**
   * @param supplied the TAM's URI as the caller had it
   * @param serverKey SHA-256 of the SubjectPublicKeyInfo of the server at that URI
   */
  BrokerSession(
      Checks checks,
      EnvironmentCreated environment,
      Contact contact,
      String supplied,
      Optional<Bytes> serverKey,
      Ended ended) {
    this.serverKey = serverKey;
    this.checks = checks;
    this.environment = environment;
    this.contact = contact;
    this.supplied = supplied;
    this.ended = ended;
  }

  /** The Agent's own message goes first, if it has one. */
  Turn open() throws Rejected {
    // spec| teep-over-http §5.1: a session starts with an empty POST
    Bytes empty = checks.keeps("broker.session.empty-first") ? Bytes.EMPTY : Bytes.utf8("hello");
    // spec| teep-over-http §5.1.1: or with the message that the Agent has for the TAM
    return toTam(
        contact.message().filter(any -> checks.keeps("broker.session.agents-first")).orElse(empty));
  }

  private Turn toTam(Bytes octets) throws Rejected {
    exchanges++;
    if (exchanges > EXCHANGES) {
      throw new Rejected(Reason.LIMIT_EXCEEDED, "broker.session.end", "the session has not ended");
    }
    // spec| teep-over-http §5.3: to the TAM that the session was begun with
    boolean same = exchanges == 1 || checks.keeps("broker.session.tam");
    return ask(same ? contact.tamUri() : supplied, octets);
  }

  private Turn ask(String uri, Bytes octets) throws Rejected {
    return new Turn.Ask(RoleId.TAM, uri, teep("", "", octets), server(uri), this::fromTam);
  }

  /**
   * The one server that may be spoken to: over HTTPS the one whose key was said beforehand, as RFC
   * 6125 section 6.6.2 has it.
   *
   * @throws Rejected if nobody said whose server it is
   */
  private Optional<Bytes> server(String uri) throws Rejected {
    // spec| teep-over-http §4: who uses HTTPS verifies whose server it is
    if (!uri.startsWith("https:") || !checks.keeps("broker.server.verified")) {
      return Optional.empty();
    }
    if (serverKey.isEmpty() || !origin(uri).equals(origin(supplied))) {
      throw new Rejected(
          Reason.NOT_AVAILABLE, "broker.server.known", "nobody said whose server " + uri + " is");
    }
    return serverKey;
  }

  /** Scheme, host and port. */
  private static String origin(String uri) {
    int path = uri.indexOf('/', uri.indexOf("//") + 2);
    return path < 0 ? uri : uri.substring(0, path);
  }

  private Turn fromTam(Answer answer) throws Rejected {
    if (!answer.isSuccess()) {
      return failed(answer);
    }
    Bytes octets = answer.body();
    if (octets.isEmpty()) {
      // spec| teep-over-http §5.4: a response without body ends the session
      if (!checks.keeps("broker.session.ends") && exchanges < EXCHANGES) {
        exchanges = EXCHANGES;
        return ask(contact.tamUri(), Bytes.EMPTY);
      }
      return done();
    }
    return new Turn.Ask(
        RoleId.TEEP_AGENT,
        environment.agent(),
        teep("teep", environment.environment().toHex(), relayed(octets)),
        fromAgent -> {
          if (!fromAgent.isSuccess()) {
            return failure(fromAgent, "TEEP Agent");
          }
          Bytes reply = fromAgent.body();
          // spec| teep-over-http §5.4: an Agent with nothing to send ends the session
          return reply.isEmpty() && checks.keeps("broker.session.agent-ends")
              ? done()
              : toTam(relayed(reply));
        });
  }

  private Turn done() {
    return ended.then();
  }

  /** What the TAM answered is an error of HTTP, or there was no answer: the session is over. */
  private Turn failed(Answer answer) throws Rejected {
    // spec| teep-over-http §5.6: and nothing more of it is sent
    if (!checks.keeps("broker.error.ends") && exchanges < EXCHANGES) {
      exchanges = EXCHANGES;
      return ask(contact.tamUri(), Bytes.EMPTY);
    }
    // spec| teep-over-http §5.6: the Agent is told
    if (!checks.keeps("broker.error.reported")) {
      return failure(answer, "TAM");
    }
    return new Turn.Ask(
        RoleId.TEEP_AGENT,
        environment.agent(),
        new Message("process-errors", environment.environment().toHex(), "", Bytes.EMPTY),
        agent -> failure(answer, "TAM"));
  }

  /** spec| teep-over-http §5.6: and so is whoever asked for the session. */
  private Turn failure(Answer answer, String whose) throws Rejected {
    return checks.keeps("broker.failure.reported")
        ? Turn.reply(answer.demandSuccess(whose))
        : done();
  }

  /** spec| ccican-00 §3(5): the Broker is only for communication. */
  private Bytes relayed(Bytes octets) {
    return octets.isEmpty() || checks.keeps("broker.relay.unchanged")
        ? octets
        : octets.flip(octets.size() - 1, 0);
  }

  /** To the TAM, whose URI is complete, or to the Agent of the environment. */
  private Message teep(String resource, String item, Bytes octets) {
    // spec| teep-over-http §5: the media type goes with every body
    String mediaType = checks.keeps("broker.http.media-type") ? Message.TEEP : Message.OCTETS;
    return new Message(resource, item, octets.isEmpty() ? "" : mediaType, octets);
  }
}
