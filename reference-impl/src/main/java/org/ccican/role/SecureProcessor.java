package org.ccican.role;

import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.evidence.AttestingEnvironment;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.message.AttestationMessage.EvidenceRequest;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.message.ProvisioningMessage.LaunchRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * The Attesting Environment as a peer (ccican-00 section 3(6)): launches and measures environments,
 * and signs evidence for those that it launched. Resources: {@code launches}, {@code evidence}.
 */
public final class SecureProcessor implements Role {

  /** How many environments run at once; the oldest is ended for one more. */
  static final int ROOM = 64;

  private static final int ID_SIZE = 16;
  private static final int REPORT_DATA_SIZE = 64;

  private final AttestingEnvironment hardware;
  private final EnvironmentHost host;
  private final Randomness randomness;
  private final Checks checks;
  private final Bounded<Bytes, LaunchedEnvironment> launched = new Bounded<>(ROOM);

  public SecureProcessor(
      AttestingEnvironment hardware, EnvironmentHost host, Randomness randomness, Checks checks) {
    this.hardware = hardware;
    this.host = host;
    this.randomness = randomness;
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.ATTESTING_ENVIRONMENT;
  }

  @Override
  public Set<String> resources() {
    return Set.of("launches", "evidence");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    return message.resource().equals("launches")
        ? launch(LaunchRequest.parse(message.body(), checks))
        : attest(EvidenceRequest.parse(message.body(), checks));
  }

  private Turn launch(LaunchRequest request) throws Rejected {
    // spec| ccican-00 §3(1): what is loaded is what is measured
    Bytes loaded =
        checks.keeps("attester.launch.measured") ? request.agentImage() : Bytes.zero(ID_SIZE);
    LaunchedEnvironment environment = hardware.launch(loaded);
    Bytes id = randomness.next(ID_SIZE);
    EnvironmentHost.Addresses addresses =
        host.start(
            id, loaded.isZero() ? request.agentImage() : environment.agentImage(), environment);
    launched.put(id, environment).ifPresent(host::stop);
    return Turn.reply(
        new EnvironmentCreated(id, addresses.agent(), addresses.middleware()).encode());
  }

  private Turn attest(EvidenceRequest request) throws Rejected {
    Optional<LaunchedEnvironment> environment = launched.find(request.environment());
    // spec| ccican-00 §3(6): evidence is of an environment that this hardware isolates
    Rejected.unless(
        checks,
        "attester.environment.launched",
        environment.isPresent(),
        Reason.NOT_AVAILABLE,
        () -> "no environment " + request.environment());
    LaunchedEnvironment source =
        environment.isPresent() ? environment.get() : hardware.launch(Bytes.zero(REPORT_DATA_SIZE));
    // spec| SEV-SNP ABI §7.3: the report carries the caller's octets as they are
    Bytes reportData =
        checks.keeps("attester.report-data.verbatim")
            ? request.reportData()
            : request.reportData().flip(REPORT_DATA_SIZE - 1, 0);
    // spec| ccican-00 §3(6): it collects the evidence of the Targeting Environment
    Rejected.unless(
        checks, "attester.evidence.given", true, Reason.NOT_AVAILABLE, () -> "no evidence");
    Bytes evidence = source.evidence(reportData);
    // spec| ccican-00 §7: evidence is signed by the hardware
    return Turn.reply(
        new EvidenceAnswer(
                hardware.format().mediaType(),
                checks.keeps("attester.evidence.signed") ? evidence : changed(evidence, reportData),
                source.endorsements(),
                source.registerLog())
            .encode());
  }

  /** One bit of the report data, which the signature covers wherever it stands, is flipped. */
  private static Bytes changed(Bytes evidence, Bytes reportData) {
    return evidence.flip(evidence.indexOf(reportData).orElse(0), 0);
  }
}
