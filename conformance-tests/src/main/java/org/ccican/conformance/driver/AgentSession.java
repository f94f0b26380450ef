package org.ccican.conformance.driver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.app.SeededRandomness;
import org.ccican.conformance.specimen.DeviceFacts;
import org.ccican.conformance.specimen.Situation;
import org.ccican.conformance.specimen.Specimen;
import org.ccican.conformance.sut.TeepPeek;
import org.ccican.conformance.tamper.MisbehavingKeys;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.cose.CoseKey;
import org.ccican.cose.SigningKey;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.WireRevision;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/** One session of a played Agent with the TAM, from the empty POST on. */
public final class AgentSession implements Situation {

  private static final String RESPONSE = "a QueryResponse";
  private static final String SUCCESS = "a Success";
  private static final String AGAIN = "an Error that asks for attestation";

  private final Scene scene;
  private final PlayedAgent agent;
  private final String name;
  private final Posting posting;
  private final SeededRandomness randomness;
  private final List<TeepMessage> received = new ArrayList<>();
  private final List<Bytes> sent = new ArrayList<>();
  private Optional<Situation> other = Optional.empty();
  private Optional<Tried> tried = Optional.empty();

  AgentSession(Scene scene, PlayedAgent agent, String name) {
    this.scene = scene;
    this.agent = agent;
    this.name = name;
    this.posting = new Posting(scene);
    this.randomness = scene.randomness().split("played agent session " + name);
  }

  /** Sends the empty request that every session begins with. */
  void connect() {
    take(posting.post(scene.tamUri(), name, Purpose.GIVEN, "", Bytes.EMPTY));
  }

  /** Goes on until an Update has come, if it has not yet. */
  public AgentSession toUpdate() {
    if (received(TeepMessage.Update.class).isEmpty()) {
      post(scene.specimens().named(RESPONSE), Purpose.GIVEN);
      if (received(TeepMessage.Update.class).isEmpty()) {
        unmet("the tam sent no Update for a valid QueryResponse");
      }
    }
    return this;
  }

  /**
   * Sends a message in answer to the latest one of the TAM.
   *
   * @return the status of the answer; 0 if there was none
   */
  public int post(Specimen specimen, Purpose purpose) {
    if (received.isEmpty()) {
      unmet("the tam sent no QueryRequest that could be read");
      return 0;
    }
    int status = post(specimen.words(), specimen.octets(this), purpose);
    if (purpose == Purpose.WHEN) {
      tried = Optional.of(new Tried(specimen, status));
    }
    return status;
  }

  /** As above, with other request headers than those of TEEP over HTTP. */
  public void post(Specimen specimen, Map<String, String> headers) {
    if (received.isEmpty()) {
      unmet("the tam sent no QueryRequest that could be read");
      return;
    }
    Bytes octets = specimen.octets(this);
    sent.add(octets);
    take(posting.post(scene.tamUri(), name, Purpose.WHEN, specimen.words(), headers, octets));
  }

  /**
   * Gives the answer that is right at this place of the session. Where a TAM answers a Success as
   * it did what was tried before, with the same status, only what becomes of the token can tell.
   */
  public void probe() {
    boolean updated = received(TeepMessage.Update.class).isPresent();
    int status = post(scene.specimens().named(updated ? SUCCESS : RESPONSE), Purpose.PROBE);
    if (updated && tried.filter(before -> before.status() == status).isPresent()) {
      agent.beside().probeToken(tried.get().specimen());
      agent.beside().probeToken(scene.specimens().named(SUCCESS));
    }
  }

  /** Ends a session in one way, and then in another with the same token. */
  private void probeToken(Specimen first) {
    post(scene.specimens().named(RESPONSE), Purpose.PROBE);
    if (received(TeepMessage.Update.class).isPresent()) {
      post(first, Purpose.PROBE);
      post(scene.specimens().named(AGAIN), Purpose.PROBE);
    }
  }

  private int post(String words, Bytes octets, Purpose purpose) {
    sent.add(octets);
    return take(posting.post(scene.tamUri(), name, purpose, words, octets));
  }

  private int take(HttpReply answer) {
    TeepPeek.read(answer.body(), revision()).ifPresent(received::add);
    return answer.status();
  }

  /** A message that the scenario is about, and the status that it got. */
  private record Tried(Specimen specimen, int status) {}

  private void unmet(String why) {
    scene.log().append(stamp -> new TraceEvent.Problem(stamp, Blame.PREREQUISITE, why));
  }

  @Override
  public Instant now() {
    return scene.now();
  }

  @Override
  public WireRevision revision() {
    return scene.revision();
  }

  @Override
  public MisbehavingKeys keys() {
    MisbehavingKeys keys = scene.keys();
    return new MisbehavingKeys(
        keys.tam(),
        keys.otherTam(),
        keys.vendor(),
        keys.verifier(),
        agent.key(),
        keys.stranger(),
        keys.crypto());
  }

  @Override
  public Bytes random(int size) {
    return randomness.next(size);
  }

  @Override
  public List<TeepMessage> received() {
    return List.copyOf(received);
  }

  @Override
  public List<Bytes> sent() {
    return List.copyOf(sent);
  }

  @Override
  public Situation other() {
    if (other.isEmpty()) {
      other = Optional.of(asFar(agent.beside()));
    }
    return other.get();
  }

  @Override
  public Situation otherAgent() {
    return asFar(scene.playedAgent("another").session());
  }

  private AgentSession asFar(AgentSession beside) {
    return received(TeepMessage.Update.class).isPresent() ? beside.toUpdate() : beside;
  }

  @Override
  public Bytes evidence(Bytes nonce) {
    return agent.evidence(nonce);
  }

  @Override
  public SigningKey tamAttestation() {
    return scene.tamAttestation();
  }

  @Override
  public CoseKey tamEncryption() {
    return scene.tamEncryption();
  }

  @Override
  public String payloads() {
    return scene.payloads();
  }

  @Override
  public DeviceFacts device() {
    return scene.device();
  }
}
