package org.ccican.conformance.sut;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * A device of the target's behind a program: what the TAM says to its Agent is said to the program,
 * and what it answers is the Agent's. The direction of TEEP over HTTP is turned round in there, or
 * there is no HTTP at all. A name stands for one Agent, and a new one for a fresh one.
 */
final class ProgramDevice implements Connection {

  private final ProgramRole agent;

  private ProgramDevice(ProgramRole agent) {
    this.agent = agent;
  }

  /** Way {@code command}. */
  static Connection command(SutRole role, Opening opening) {
    return new ProgramDevice(ProgramRole.command(role, opening));
  }

  /** Way {@code adapter}. */
  static Connection adapter(SutRole role, Opening opening) {
    return new ProgramDevice(ProgramRole.adapter(role, opening));
  }

  @Override
  public SutRole role() {
    return agent.role();
  }

  @Override
  public Optional<String> look() {
    return agent.look();
  }

  @Override
  public List<Probe> probes() {
    return agent.probes();
  }

  @Override
  public Set<RoleId> plays() {
    return Device.ROLES;
  }

  @Override
  public Map<RoleId, Endpoint> endpoints(Situation situation) {
    Map<RoleId, Endpoint> endpoints = new HashMap<>();
    for (RoleId each : plays()) {
      endpoints.put(each, Device.hidden(each, situation));
    }
    Asked asked = new Asked(situation);
    endpoints.put(RoleId.TEEP_AGENT, asked);
    endpoints.put(RoleId.TEEP_BROKER, new Relay(role(), asked, situation));
    return endpoints;
  }

  @Override
  public Endpoint endpoint(Situation situation) {
    return new Asked(situation);
  }

  /** The Agents of one scenario. */
  private final class Asked implements SessionAgent {

    private final Situation situation;
    private final ScenarioPeers peers;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Map<String, String> wanted = new ConcurrentHashMap<>();
    private final Map<String, String> middleware = new ConcurrentHashMap<>();

    private Asked(Situation situation) {
      this.situation = situation;
      this.peers = agent.peers(situation);
    }

    @Override
    public HttpReply handle(HttpCall call) {
      if (!call.resource().equals("teep")) {
        return Unsayable.because(
            situation.log(),
            "only its Broker asks the Agent of the target's device for " + call.resource());
      }
      if (ended.get()) {
        return HttpReply.empty(0);
      }
      return said(call);
    }

    private HttpReply said(HttpCall call) {
      HttpReply reply =
          agent.passed(
              named(call),
              situation,
              wanted.getOrDefault(call.item(), situation.applicationType()),
              peers,
              ended);
      Optional.ofNullable(reply.headers().get("location"))
          .ifPresent(place -> middleware.put(call.item(), place));
      return reply;
    }

    /** Another scenario's Agents have other names. */
    private HttpCall named(HttpCall call) {
      return new HttpCall(
          call.from(),
          call.to(),
          call.method(),
          call.resource(),
          situation.log().id() + "-" + call.item(),
          call.headers(),
          call.body(),
          call.channel());
    }

    /** The Broker's first request is empty. */
    @Override
    public Optional<Bytes> begin(String item, String applicationType) {
      wanted.put(item, applicationType);
      return Optional.of(Bytes.EMPTY);
    }

    /** A program that is run for each call keeps no session open. */
    @Override
    public String end(String item) {
      if (role().way().equals("adapter") && !ended.get()) {
        said(
            new HttpCall(
                Optional.of(RoleId.TEEP_BROKER),
                RoleId.TEEP_AGENT,
                "DELETE",
                "teep",
                item,
                Map.of(),
                Bytes.EMPTY,
                Optional.empty()));
      }
      return middleware.getOrDefault(item, "");
    }
  }

  @Override
  public Map<String, List<String>> claims() {
    return agent.claims();
  }

  @Override
  public Optional<String> givenUp() {
    return agent.givenUp();
  }

  @Override
  public Instant now() {
    return agent.now();
  }

  @Override
  public void close() {
    agent.close();
  }
}
