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
import org.ccican.conformance.specimen.TamResultSpecimens;
import org.ccican.conformance.sut.TeepPeek;
import org.ccican.conformance.tamper.MisbehavingKeys;
import org.ccican.cose.CoseKey;
import org.ccican.cose.SigningKey;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * The suite in the place of the TAM: sends messages to one environment's Agent, which is launched
 * with the first of them.
 */
public final class PlayedTam {

  private static final String PROBE = "a QueryRequest";
  private static final String PROBE_WITH_KEY = "a QueryRequest for attestation";

  private final Scene scene;
  private final String name;
  private final Posting posting;
  private final Session session;
  private Optional<EnvironmentCreated> environment = Optional.empty();
  private boolean given;

  PlayedTam(Scene scene, String name) {
    this.scene = scene;
    this.name = name;
    this.posting = new Posting(scene);
    this.session = new Session(scene.randomness().split("played tam " + name));
  }

  /** Sends a message; before the first of all the Agent's key and its components are asked for. */
  public void send(Specimen specimen, Purpose purpose) throws Rejected {
    begin();
    // What was given may have changed what is there.
    if (purpose == Purpose.WHEN && given) {
      ask(PROBE);
    }
    given = purpose == Purpose.GIVEN;
    if (scene.attestsTam()) {
      // An Agent that has its TAM attested has a challenge for it, which counts once.
      post(scene.specimens().named(PROBE), Purpose.PROBE);
    }
    post(specimen, purpose);
  }

  /** The Agent ends, and begins again with what it has kept. */
  public void restart() {
    environment.ifPresent(each -> scene.stack().restart(each.environment()));
  }

  /** Asks for the components that the Agent has now. */
  public void probe() throws Rejected {
    given = false;
    ask(PROBE);
  }

  /**
   * Asks the Agent something beside TEEP messages, in the place of its Broker.
   *
   * @param resource of the Agent
   */
  public void ask(String resource, Bytes body, Purpose purpose) throws Rejected {
    begin();
    Map<String, String> headers =
        body.isEmpty() ? Map.of() : Map.of("content-type", Message.CCICAN);
    posting.post(uri(resource), name, purpose, resource, headers, body);
  }

  private void begin() throws Rejected {
    if (environment.isEmpty()) {
      environment = Optional.of(scene.agentIsForeign() ? elsewhere() : scene.stimuli().launch());
      ask(PROBE_WITH_KEY);
    }
  }

  /** The target has its Agents where it wants; our name for this one says which it is. */
  private EnvironmentCreated elsewhere() {
    return new EnvironmentCreated(Bytes.utf8(name), "", "");
  }

  private String uri(String resource) {
    return scene.stack().address(RoleId.TEEP_AGENT)
        + "/"
        + resource
        + "/"
        + environment.orElseThrow().environment().toHex();
  }

  /** A QueryRequest of the suite's own, and once more with what the Agent wants for it. */
  private void ask(String words) {
    post(scene.specimens().named(words), Purpose.PROBE);
    if (scene.attestsTam()) {
      post(scene.specimens().named(words + TamResultSpecimens.ATTESTED), Purpose.PROBE);
    }
  }

  private void post(Specimen specimen, Purpose purpose) {
    Bytes octets = specimen.octets(session);
    Bytes answer = posting.post(uri("teep"), name, purpose, specimen.words(), octets).body();
    session.exchanged(octets, answer, purpose);
  }

  private final class Session implements Situation {

    private final SeededRandomness randomness;
    private final List<TeepMessage> received = new ArrayList<>();
    private final List<Bytes> sent = new ArrayList<>();

    Session(SeededRandomness randomness) {
      this.randomness = randomness;
    }

    void exchanged(Bytes octets, Bytes answer, Purpose purpose) {
      if (purpose != Purpose.PROBE) {
        sent.add(octets);
      }
      TeepPeek.read(answer, revision()).ifPresent(received::add);
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
      return scene.keys();
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
      return scene.playedTam("other").session;
    }

    @Override
    public Situation otherAgent() {
      return other();
    }

    @Override
    public Bytes evidence(Bytes nonce) {
      throw new IllegalStateException("a TAM has no environment");
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
}
