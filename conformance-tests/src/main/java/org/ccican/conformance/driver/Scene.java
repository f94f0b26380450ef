package org.ccican.conformance.driver;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.app.Listeners;
import org.ccican.app.ReferenceImages;
import org.ccican.app.SeededRandomness;
import org.ccican.app.Stack;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.check.Checks;
import org.ccican.conformance.specimen.DeviceFacts;
import org.ccican.conformance.specimen.Specimens;
import org.ccican.conformance.sut.Bench;
import org.ccican.conformance.sut.BothReadings;
import org.ccican.conformance.sut.Participants;
import org.ccican.conformance.sut.SutRole;
import org.ccican.conformance.tamper.MisbehavingKeys;
import org.ccican.conformance.tamper.Tampering;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.program.Program;
import org.ccican.program.Programs;
import org.ccican.role.AgentOptions;
import org.ccican.role.ApplicationOwner;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCaller;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * One scenario's network: set up by what is given, built at the first stimulus, taken down at the
 * end. It drives roles and judges nothing.
 */
public final class Scene implements AutoCloseable {

  private static final int DATA_SIZE = 48;

  private final RunContext run;
  private final ScenarioLog log;
  private final Participants participants;
  private final InstantSource clock;
  private final SeededRandomness randomness;
  private final Recorder recorder;
  private final EmulatedMachine machine;
  private final OfferedPackages packages;
  private final Bytes data;
  private Program application = Programs.sum();
  private AgentOptions agentOptions = AgentOptions.standard();
  private Stack.Middleman middleman = Stack.Middleman.NONE;
  private AppraisalPolicy policy = AppraisalPolicy.standard();
  private final Map<String, PlayedAgent> agents = new HashMap<>();
  private final Map<String, PlayedTam> tams = new HashMap<>();
  private Optional<String> way = Optional.empty();
  private boolean bears;
  private final SecureTam secureTam = new SecureTam(this);
  private Optional<Stack> stack = Optional.empty();
  private final TargetFacts facts;
  private final TargetEnds ends;

  /**
   * @param participants what of the target takes part; the reference plays the others
   */
  public Scene(RunContext run, ScenarioLog log, InstantSource clock, Participants participants) {
    this.run = run.within(log.id());
    this.participants = participants;
    this.log = log;
    this.clock = clock;
    this.randomness = run.randomness().split(log.id());
    this.recorder = new Recorder(log, run.target().revision(), this::keys);
    this.data = randomness.split("data").next(DATA_SIZE);
    this.facts = new TargetFacts(run, participants);
    this.machine = new EmulatedMachine(run.formats(), facts.usualHardware(), run.start(), recorder);
    this.packages = new OfferedPackages(run.keys().vendor(), this.run.checks());
    facts.hardwareType().filter(run.formats().ids()::contains).ifPresent(machine::is);
    this.ends = new TargetEnds(run, log, clock, participants, recorder);
  }

  // ---- what is given

  Listeners listeners() {
    return run.listeners();
  }

  /** The hardware, to be described before the first stimulus. */
  public EmulatedMachine machine() {
    return machine;
  }

  /** What the repository holds, to be decided before the first stimulus. */
  public OfferedPackages packages() {
    return packages;
  }

  public void bring(Program program) {
    application = program;
  }

  /**
   * Evidence that one role asks for is wrong in one way.
   *
   * @param asker the role that gets it
   * @param defect one that the format's emulator has
   */
  public void defect(String asker, String defect) {
    machine.defect(asker, this::stack, defect);
  }

  /** Has the owner want a field of evidence to hold these octets. */
  public void demand(String field, Bytes octets) {
    policy = policy.demanding(field, octets);
  }

  public void middleman(Stack.Middleman chosen) {
    middleman = chosen;
  }

  public void tamper(Tampering tampering) {
    recorder.add(tampering);
  }

  /** The peers of a judged TAM take a QueryRequest of either reading. */
  public void bearBothReadings() {
    bears = true;
  }

  /** The Agents' image says something else than usual. */
  public void agents(UnaryOperator<AgentOptions> change) {
    agentOptions = change.apply(agentOptions);
  }

  /** The key that Agents encrypt to. */
  CoseKey tamEncryption() {
    return facts.tamEncryption();
  }

  /** Where the suite serves payloads. */
  String payloads() {
    return stack().address(RoleId.MIDDLEWARE_REPOSITORY) + "/" + PayloadShelf.RESOURCE;
  }

  /** What the suite can send by itself. */
  public Specimens specimens() {
    return run.specimens();
  }

  /** What manifests say of the device. */
  DeviceFacts device() {
    return facts.manifested();
  }

  /** The scalar of that key, where the Agents encrypt to it: published, as every reference key. */
  public Optional<Bytes> tamAgreement() {
    boolean used =
        agentOptions.encryptsEvidence()
            || agentOptions.reports() == AgentOptions.Protection.ENCRYPTED;
    return used ? Optional.of(run.keys().tamEncryption().scalar()) : Optional.empty();
  }

  /** Whether the Agents' image wants the TAM to have itself attested. */
  boolean attestsTam() {
    return agentOptions.attestsTam();
  }

  /**
   * The TAM is asked at another of its URIs.
   *
   * @param id what the URI is for: {@code token}, {@code passport}, {@code known}
   */
  public void way(String id) {
    way = Optional.of(id);
  }

  // ---- what is done and known

  /** The suite in the place of a TEEP Agent; the same one for the same name. */
  public PlayedAgent playedAgent(String name) {
    return agents.computeIfAbsent(name, any -> new PlayedAgent(this, name));
  }

  /** The suite in the place of the TAM, with an Agent of its own for each name. */
  public PlayedTam playedTam(String name) {
    return tams.computeIfAbsent(name, any -> new PlayedTam(this, name));
  }

  /** Where the TAM is asked. */
  String tamUri() {
    return address(RoleId.TAM) + "/teep" + way.map(id -> "/" + id).orElse("");
  }

  /** Where the reference TAM of this scenario will be, before there is one. */
  public String futureTam() {
    return ends.address(RoleId.TAM) + "/teep";
  }

  Instant now() {
    return clock.instant();
  }

  /** The numbers that the target speaks. */
  WireRevision revision() {
    return run.target().revision();
  }

  /** The key of a played Agent; where the TAM asks whom it knows, one that it knows. */
  SigningKey agentKey(String name) {
    if (way.filter(id -> !id.equals("passport")).isPresent()) {
      return name.equals("first") ? run.keys().agent() : run.keys().agentEd25519();
    }
    return SigningKey.fromSeed(
        revision().signature(CoseCurve.P256),
        randomness.split("played agent " + name).next(32),
        crypto());
  }

  ScenarioLog log() {
    return log;
  }

  Crypto crypto() {
    return run.crypto();
  }

  public Stimuli stimuli() {
    return new Stimuli(this);
  }

  public String address(RoleId role) {
    return stack().address(role);
  }

  public Bytes agentImage() {
    return stack().agentImage().encode();
  }

  /** The misbehaviours that were given and never came about. */
  public List<String> idleTamperings() {
    return recorder.idle();
  }

  public Bytes data() {
    return facts.data(data);
  }

  /** What the Network User runs outside the TEE. */
  public Bytes userApplication() {
    return facts.userApplication();
  }

  public Program application() {
    return facts.application(application);
  }

  /** SubjectPublicKeyInfo of the TAM that the scenario's Agents obey. */
  public Bytes tamKey() {
    return facts.tamKey();
  }

  /** SubjectPublicKeyInfo of the Verifier whose results count. */
  public Bytes verifierKey() {
    return facts.verifier().toSpki();
  }

  /** Whether the Agent is in a device of the target's. */
  boolean agentIsForeign() {
    return participants.plays(RoleId.TEEP_AGENT);
  }

  /** Whether middleware of the target's answers, which nobody stands before. */
  boolean middlewareIsForeign() {
    return participants.plays(RoleId.MIDDLEWARE);
  }

  /** A role of the target that takes part in this scenario. */
  Optional<SutRole> foreign(RoleId role) {
    return participants.find(role);
  }

  /**
   * What was begun at a device of the target's has come to an end, or the log says that not.
   *
   * @param callerJudged whether the scenario is about who has the device begin
   */
  public void demandEnd(boolean callerJudged) {
    ends.demandEnd(callerJudged);
  }

  /** Whether the target is at both ends of TEEP, and the suite stands between them. */
  boolean carriesBothEnds() {
    return ends.areBoth();
  }

  /** The TAM behind TLS. */
  SecureTam secureTam() {
    return secureTam;
  }

  @Override
  public void close() {
    ends.close();
    secureTam.close();
    stack.ifPresent(Stack::close);
  }

  SeededRandomness randomness() {
    return randomness;
  }

  Recorder recorder() {
    return recorder;
  }

  Stack stack() {
    if (stack.isEmpty()) {
      run.connections().begin(ends::address);
      stack =
          Optional.of(
              new Stack(
                  run.listeners(),
                  new Stack.Settings(
                      instance(log.id()),
                      randomness,
                      clock,
                      bears ? new BothReadings(run.checks()) : run.checks(),
                      run.crypto(),
                      run.keys(),
                      machine.hardware(),
                      run.formats().ids().stream()
                          .flatMap(id -> run.formats().appraiser(id).stream())
                          .toList(),
                      Map.of(machine.format(), machine.anchors()),
                      policy,
                      () -> packages.of(machine.format(), data(), device()),
                      new ApplicationOwner.Plan(
                          application().code(),
                          data(),
                          facts.verifier(),
                          ReferenceImages.userPackages(
                              application().code(),
                              run.keys().vendor(),
                              run.crypto(),
                              run.checks())),
                      new Stack.Teep(run.target().revision(), agentOptions),
                      ends.foreign(
                          facts.hardwareType().orElse(machine.format()), new ReferenceBench()),
                      ends.hosts(),
                      ends.interceptor(),
                      middleman,
                      run.timeout())));
    }
    return stack.get();
  }

  MisbehavingKeys keys() {
    SigningKey stranger = run.keys().stranger();
    SigningKey agent = stack.map(Stack::latestAgentKey).flatMap(key -> key).orElse(stranger);
    return new MisbehavingKeys(
        run.keys().tam(),
        run.keys().tamEd25519(),
        run.keys().vendor(),
        run.keys().verifier(),
        agent,
        stranger,
        run.crypto());
  }

  /** Signs the evidence about the TAM of the reference. */
  SigningKey tamAttestation() {
    return run.keys().tamAttestation();
  }

  /** First part of the path at every listener. */
  static String instance(String scenario) {
    return scenario.replace('.', '-');
  }

  HttpCaller caller() {
    return new HttpCaller(
        run.listeners().client(), this::address, run.timeout(), ends.hosts(), Checks.unbroken());
  }

  /** The scenario's stack, which there is by the time that anybody asks. */
  private final class ReferenceBench implements Bench {

    @Override
    public Endpoint beside(RoleId role) {
      return stack().beside(role);
    }

    @Override
    public TrustAnchors anchors() {
      return machine.anchors();
    }

    @Override
    public Bytes referenceValues() {
      return stack().referenceValues();
    }

    @Override
    public CoseKey author() {
      return run.keys().vendor().publicKey();
    }
  }
}
