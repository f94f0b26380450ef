package org.ccican.role;

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
  private final Ended ended;
  private int exchanges;

  /**
   * @param supplied the TAM's URI as the caller had it
   */
  BrokerSession(
      Checks checks,
      EnvironmentCreated environment,
      Contact contact,
      String supplied,
      Ended ended) {
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
    return new Turn.Ask(
        RoleId.TAM,
        same ? contact.tamUri() : supplied,
        teep("", "", octets),
        answer -> fromTam(answer));
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
        return new Turn.Ask(RoleId.TAM, contact.tamUri(), teep("", "", Bytes.EMPTY), this::fromTam);
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
      return new Turn.Ask(RoleId.TAM, contact.tamUri(), teep("", "", Bytes.EMPTY), this::fromTam);
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
