package org.ccican.role;

import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.message.AgentMessage.ComponentRelease;
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
 * outside the TEE; {@code policy-checks} for whoever keeps time, naming an environment; {@code
 * releases} for the request of a wake-up that needs its component no more.
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
    return Set.of("wake-ups", "user-applications", "policy-checks", "releases");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    if (message.resource().equals("user-applications")) {
      // reading: usecase-for-cc-in-network-10 has the UA deployed in the REE, where the Broker is;
      // TEEP has no message for it, and here it is enough that it arrived
      return Turn.nothing();
    }
    if (message.resource().equals("policy-checks")) {
      EnvironmentCreated environment = EnvironmentCreated.parse(message.body(), checks);
      // spec| teep-over-http §5.5: whoever keeps time can have the Agent asked
      return checks.keeps("broker.policy.asked") ? checkPolicy(environment, 0) : Turn.nothing();
    }
    WakeUp wakeUp = WakeUp.parse(message.body(), checks);
    if (message.resource().equals("releases")) {
      return release(wakeUp);
    }
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
              wakeUp.tamUri(),
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
          Contact contact = Contact.parse(body, checks);
          return new Session(
                  environment,
                  contact,
                  contact.tamUri(),
                  () ->
                      checks.keeps("broker.policy.repeated")
                          ? checkPolicy(environment, visited + 1)
                          : Turn.nothing())
              .open();
        });
  }

  /** spec| ccican-00 §4(3): then the Broker connects with the Agent. */
  private Turn request(WakeUp wakeUp, EnvironmentCreated environment) throws Rejected {
    Provisioned provisioned = new Provisioned(wakeUp.request(), environment.middleware());
    Ended ended = () -> Turn.reply(provisioned.encode());
    // spec| teep-over-http §5.1: the Agent hears what is needed before any TAM does
    if (!checks.keeps("broker.request.told")) {
      return session(wakeUp, environment, new Contact(wakeUp.tamUri(), Optional.empty()), ended);
    }
    Bytes needed =
        new ComponentRequest(wakeUp.applicationType(), Optional.of(wakeUp.tamUri())).encode();
    return told(wakeUp, environment, "component-requests", needed, ended);
  }

  /** UnrequestTA for the environment of an earlier request. */
  private Turn release(WakeUp wakeUp) throws Rejected {
    Optional<EnvironmentCreated> environment = environments.find(wakeUp.request());
    if (environment.isEmpty()) {
      throw new Rejected(
          Reason.NOT_AVAILABLE, "broker.release.known", "nothing was had for this request");
    }
    // spec| teep-over-http §5.2: the Agent hears what is needed no more
    if (!checks.keeps("broker.release.told")) {
      return Turn.nothing();
    }
    Bytes unneeded =
        new ComponentRelease(wakeUp.applicationType(), Optional.of(wakeUp.tamUri())).encode();
    return told(wakeUp, environment.get(), "component-releases", unneeded, Turn::nothing);
  }

  /** Tells the Agent, and does what it says. */
  private Turn told(
      WakeUp wakeUp, EnvironmentCreated environment, String resource, Bytes octets, Ended ended) {
    return new Turn.Ask(
        RoleId.TEEP_AGENT,
        environment.agent(),
        new Message(resource, environment.environment().toHex(), Message.CCICAN, octets),
        answer -> {
          Bytes body = answer.demandSuccess("TEEP Agent");
          if (body.isEmpty()) {
            // spec| teep-over-http §5.1.1: an Agent with nothing to do is success
            return checks.keeps("broker.request.nothing")
                ? ended.then()
                : session(
                    wakeUp, environment, new Contact(wakeUp.tamUri(), Optional.empty()), ended);
          }
          return session(wakeUp, environment, Contact.parse(body, checks), ended);
        });
  }

  private Turn session(WakeUp wakeUp, EnvironmentCreated environment, Contact contact, Ended ended)
      throws Rejected {
    // spec| teep-over-http §5.1: the Agent's TAM URI goes before the one supplied
    String uri = checks.keeps("broker.uri.agents") ? contact.tamUri() : wakeUp.tamUri();
    Contact chosen = new Contact(uri, contact.message());
    return new Session(environment, chosen, wakeUp.tamUri(), ended).open();
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
    private final String supplied;
    private final Ended ended;
    private int exchanges;

    /**
     * @param supplied the TAM's URI as the caller had it
     */
    Session(EnvironmentCreated environment, Contact contact, String supplied, Ended ended) {
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
          contact
              .message()
              .filter(any -> checks.keeps("broker.session.agents-first"))
              .orElse(empty));
    }

    private Turn toTam(Bytes octets) throws Rejected {
      exchanges++;
      if (exchanges > EXCHANGES) {
        throw new Rejected(
            Reason.LIMIT_EXCEEDED, "broker.session.end", "the session has not ended");
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
