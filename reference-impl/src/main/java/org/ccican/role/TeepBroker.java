package org.ccican.role;

import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.message.AgentMessage.ComponentRequest;
import org.ccican.message.AgentMessage.Contact;
import org.ccican.message.ProvisioningMessage.CreateEnvironment;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * TEEP Broker (ccican-00 section 3(5), RFC 9397 section 6.1): has a Targeting Environment created
 * and carries octets between its TEEP Agent and the TAM, as the client of TEEP over HTTP. It reads
 * none of them. Resources: {@code wake-ups}; {@code user-applications} for what a Network User runs
 * outside the TEE; {@code policy-checks} for whoever keeps time, naming an environment.
 */
public final class TeepBroker implements Role {

  /** More exchanges than any TEEP session has; a TAM that never ends is left. */
  private static final int EXCHANGES = 16;

  /** Environments that are remembered for another wake-up of their request. */
  private static final int ROOM = 64;

  private final Checks checks;
  private final Bounded<Bytes, EnvironmentCreated> environments = new Bounded<>(ROOM);

  public TeepBroker(Checks checks) {
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.TEEP_BROKER;
  }

  @Override
  public Set<String> resources() {
    return Set.of("wake-ups", "user-applications", "policy-checks");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    if (message.resource().equals("user-applications")) {
      // reading: usecase-for-cc-in-network-10 has the UA deployed in the REE, where the Broker is;
      // TEEP has no message for it, and here it is enough that it arrived
      return Turn.nothing();
    }
    if (message.resource().equals("policy-checks")) {
      return checkPolicy(EnvironmentCreated.parse(message.body(), checks), 0);
    }
    WakeUp wakeUp = WakeUp.parse(message.body(), checks);
    // spec| ccican-00 §4(3): the Broker has the platform create the Targeting Environment
    if (!checks.keeps("broker.environment.create")) {
      return Turn.reply(new Provisioned(wakeUp.request(), "").encode());
    }
    // reading: usecase-for-cc-in-network-10 §4.5 has a TA follow an attestation: a request that
    // comes
    // again is for the environment that it has, where the Agent need not be asked what it wants
    Optional<EnvironmentCreated> known = environments.find(wakeUp.request());
    if (known.isPresent()) {
      Provisioned again = new Provisioned(wakeUp.request(), known.get().middleware());
      return new Session(
              known.get(),
              new Contact(wakeUp.tamUri(), Optional.empty()),
              () -> Turn.reply(again.encode()))
          .open();
    }
    return Turn.ask(
        RoleId.PLATFORM,
        Message.of("environments", new CreateEnvironment(wakeUp.hardwareType()).encode()),
        answer -> {
          EnvironmentCreated created =
              EnvironmentCreated.parse(answer.demandSuccess("platform"), checks);
          environments.put(wakeUp.request(), created);
          return request(wakeUp, created);
        });
  }

  /** RequestPolicyCheck until the Agent has nothing more to say; a session for each TAM. */
  private Turn checkPolicy(EnvironmentCreated environment, int visited) {
    return new Turn.Ask(
        RoleId.TEEP_AGENT,
        environment.agent(),
        new Message("policy-checks", environment.environment().toHex(), "", Bytes.EMPTY),
        answer -> {
          Bytes body = answer.demandSuccess("TEEP Agent");
          // spec| teep-over-http §5.5: again, until the Agent passes no data
          if (body.isEmpty() || visited >= EXCHANGES) {
            return Turn.nothing();
          }
          return new Session(
                  environment,
                  Contact.parse(body, checks),
                  () ->
                      checks.keeps("broker.policy.repeated")
                          ? checkPolicy(environment, visited + 1)
                          : Turn.nothing())
              .open();
        });
  }

  /** spec| ccican-00 §4(3): then the Broker connects with the Agent. */
  private Turn request(WakeUp wakeUp, EnvironmentCreated environment) {
    Provisioned provisioned = new Provisioned(wakeUp.request(), environment.middleware());
    Ended ended = () -> Turn.reply(provisioned.encode());
    return new Turn.Ask(
        RoleId.TEEP_AGENT,
        environment.agent(),
        new Message(
            "component-requests",
            environment.environment().toHex(),
            Message.CCICAN,
            new ComponentRequest(wakeUp.applicationType(), Optional.of(wakeUp.tamUri())).encode()),
        answer -> {
          Bytes body = answer.demandSuccess("TEEP Agent");
          // spec| teep-over-http §5.1.1: an Agent with nothing to do is success
          if (body.isEmpty()) {
            return ended.then();
          }
          Contact contact = Contact.parse(body, checks);
          // spec| teep-over-http §5.1: the Agent's TAM URI goes before the one supplied
          Contact chosen =
              checks.keeps("broker.uri.agents")
                  ? contact
                  : new Contact(wakeUp.tamUri(), contact.message());
          return new Session(environment, chosen, ended).open();
        });
  }

  /** What follows a session that has ended well. */
  @FunctionalInterface
  private interface Ended {
    Turn then();
  }

  /** One TEEP session: the Agent's octets go to the TAM and the TAM's to the Agent, to the end. */
  private final class Session {

    private final EnvironmentCreated environment;
    private final Contact contact;
    private final Ended ended;
    private int exchanges;

    Session(EnvironmentCreated environment, Contact contact, Ended ended) {
      this.environment = environment;
      this.contact = contact;
      this.ended = ended;
    }

    /** The Agent's own message goes first, if it has one. */
    Turn open() throws Rejected {
      // spec| teep-over-http §5.1: a session starts with an empty POST
      Bytes empty = checks.keeps("broker.session.empty-first") ? Bytes.EMPTY : Bytes.utf8("hello");
      return toTam(contact.message().orElse(empty));
    }

    private Turn toTam(Bytes octets) throws Rejected {
      exchanges++;
      if (exchanges > EXCHANGES) {
        throw new Rejected(
            Reason.LIMIT_EXCEEDED, "broker.session.end", "the session has not ended");
      }
      return new Turn.Ask(
          RoleId.TAM, contact.tamUri(), teep("", "", octets), answer -> fromTam(answer));
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
          return new Turn.Ask(
              RoleId.TAM, contact.tamUri(), teep("", "", Bytes.EMPTY), this::fromTam);
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
}
