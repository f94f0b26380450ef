package org.ccican.role;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 * none of them. Resources: {@code wake-ups}; {@code triggers}, the same for whoever speaks nothing
 * but HTTP; {@code user-applications} for what a Network User runs outside the TEE; {@code
 * policy-checks} for whoever keeps time, naming an environment; {@code releases} for the request of
 * a wake-up that needs its component no more.
 */
public final class TeepBroker implements Role {

  /** Environments that are remembered for another wake-up of their request. */
  private static final int ROOM = 64;

  private final Checks checks;
  private final Bounded<Bytes, Environment> environments = new Bounded<>(ROOM);
  private Optional<EnvironmentCreated> first = Optional.empty();

  /**
   * What a request has brought about.
   *
   * @param applicationType that its Agent was last asked for
   */
  private record Environment(EnvironmentCreated created, String applicationType) {}

  public TeepBroker(Checks checks) {
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.TEEP_BROKER;
  }

  @Override
  public Set<String> resources() {
    return Set.of("wake-ups", "triggers", "user-applications", "policy-checks", "releases");
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
    if (message.resource().equals("triggers")) {
      Trigger trigger = Trigger.parse(message.item());
      return wake(trigger.wakeUp(), provisioned -> Trigger.answer(provisioned.middleware()));
    }
    WakeUp wakeUp = WakeUp.parse(message.body(), checks);
    return message.resource().equals("releases")
        ? release(wakeUp)
        : wake(wakeUp, provisioned -> Turn.reply(provisioned.encode()));
  }

  /**
   * Opens a session.
   *
   * @param report how whoever woke the Broker is told that it has ended
   */
  private Turn wake(WakeUp wakeUp, Function<Provisioned, Turn> report) throws Rejected {
    // spec| ccican-00 §4(3): the Broker has the platform create the Targeting Environment
    if (!checks.keeps("broker.environment.create")) {
      return report.apply(new Provisioned(wakeUp.request(), ""));
    }
    // reading: usecase-for-cc-in-network-10 §4.5 has a TA follow an attestation: a request that
    // comes again is for the environment that it has, where the Agent need not be asked what it
    // wants, unless that is for another application
    Optional<Environment> known = environments.find(wakeUp.request());
    if (known.isPresent()) {
      EnvironmentCreated created = known.get().created();
      if (!known.get().applicationType().equals(wakeUp.applicationType())) {
        environments.put(wakeUp.request(), new Environment(created, wakeUp.applicationType()));
        return request(wakeUp, created, report);
      }
      Provisioned again = new Provisioned(wakeUp.request(), created.middleware());
      return session(
              created,
              new Contact(wakeUp.tamUri(), Optional.empty()),
              wakeUp.tamUri(),
              wakeUp.serverKey(),
              () -> report.apply(again))
          .open();
    }
    return Turn.ask(
        RoleId.PLATFORM,
        Message.of("environments", new CreateEnvironment(wakeUp.hardwareType()).encode()),
        answer -> {
          EnvironmentCreated created =
              EnvironmentCreated.parse(answer.demandSuccess("platform"), checks);
          environments.put(wakeUp.request(), new Environment(created, wakeUp.applicationType()));
          first = first.or(() -> Optional.of(created));
          return request(wakeUp, created, report);
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
          if (body.isEmpty() || visited >= BrokerSession.EXCHANGES) {
            return Turn.nothing();
          }
          Contact contact = Contact.parse(body, checks);
          return session(
                  environment,
                  contact,
                  contact.tamUri(),
                  Optional.empty(),
                  () ->
                      checks.keeps("broker.policy.repeated")
                          ? checkPolicy(environment, visited + 1)
                          : Turn.nothing())
              .open();
        });
  }

  /** spec| ccican-00 §4(3): then the Broker connects with the Agent. */
  private Turn request(
      WakeUp wakeUp, EnvironmentCreated environment, Function<Provisioned, Turn> report)
      throws Rejected {
    Provisioned provisioned = new Provisioned(wakeUp.request(), environment.middleware());
    BrokerSession.Ended ended = () -> report.apply(provisioned);
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
    Optional<EnvironmentCreated> environment =
        environments.find(wakeUp.request()).map(Environment::created);
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
      WakeUp wakeUp,
      EnvironmentCreated environment,
      String resource,
      Bytes octets,
      BrokerSession.Ended ended) {
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

  private Turn session(
      WakeUp wakeUp, EnvironmentCreated environment, Contact contact, BrokerSession.Ended ended)
      throws Rejected {
    // spec| teep-over-http §5.1: the Agent's TAM URI goes before the one supplied
    String uri = checks.keeps("broker.uri.agents") ? contact.tamUri() : wakeUp.tamUri();
    Contact chosen = new Contact(uri, contact.message());
    return session(environment, chosen, wakeUp.tamUri(), wakeUp.serverKey(), ended).open();
  }

  private BrokerSession session(
      EnvironmentCreated environment,
      Contact contact,
      String supplied,
      Optional<Bytes> serverKey,
      BrokerSession.Ended ended) {
    // spec| RFC 9397 §6.1: each message goes to the TEE that it is for, of all behind this Broker
    EnvironmentCreated served =
        checks.keeps("broker.session.tee") ? environment : first.orElse(environment);
    return new BrokerSession(checks, served, contact, supplied, serverKey, ended);
  }
}
