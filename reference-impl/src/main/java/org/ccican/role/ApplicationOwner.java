package org.ccican.role;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.message.AttestationMessage.Deployed;
import org.ccican.message.PackagingMessage.Begin;
import org.ccican.message.ProvisioningMessage.ResourceGrant;
import org.ccican.message.ProvisioningMessage.ResourceRequest;
import org.ccican.message.ProvisioningMessage.Start;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Application owner (ccican-00 sections 4 and 5): asks for a confidential computing resource,
 * attests it with a nonce over TLS, and only then sends its application, attests again, and sends
 * its data. As Network User of the packaging cases it brings its packages in one of five ways.
 * Resources: {@code sessions} and {@code packagings}, which start it; {@code triggers}, as {@code
 * sessions}, for whoever speaks nothing but HTTP; the answer is the application's result.
 */
public final class ApplicationOwner implements Role {

  /**
   * What an owner wants done.
   *
   * @param application a program's octets
   * @param data what it shall compute on
   * @param verifier whose attestation results count
   * @param packages what else a Network User brings
   */
  public record Plan(Bytes application, Bytes data, CoseKey verifier, UserPackages packages) {}

  private final Plan plan;
  private final InstantSource clock;
  private final Randomness randomness;
  private final Checks checks;

  public ApplicationOwner(Plan plan, InstantSource clock, Randomness randomness, Checks checks) {
    this.plan = plan;
    this.clock = clock;
    this.randomness = randomness;
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.APPLICATION_OWNER;
  }

  @Override
  public Set<String> resources() {
    return Set.of("sessions", "triggers", "packagings");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    if (message.resource().equals("packagings")) {
      Begin begin = Begin.parse(message.body(), checks);
      return new NetworkUser(plan, begin, clock, randomness, checks).start();
    }
    Start start =
        message.resource().equals("triggers")
            ? Trigger.parse(message.item()).start()
            : Start.parse(message.body(), checks);
    // spec| ccican-00 §4(1): the owner asks for a confidential computing resource
    Rejected.unless(
        checks, "owner.request.made", true, Reason.NOT_AVAILABLE, () -> "nothing asked for");
    Bytes id = RequestNumber.of(randomness, plan.data(), checks);
    ResourceRequest request =
        new ResourceRequest(id, start.applicationType(), start.hardwareType());
    return Turn.ask(
        RoleId.MOC,
        Message.of("requests", request.encode()),
        answer -> granted(ResourceGrant.parse(answer.demandSuccess("M/OC"), checks)));
  }

  private Turn granted(ResourceGrant grant) {
    // spec| ccican-00 §5: secrets may be deployed after appraising the evidence
    boolean appraises = checks.keeps("owner.secret.after-appraisal");
    OwnerSession session =
        new OwnerSession(grant.middleware(), plan.verifier(), clock, randomness, checks);
    return appraises
        ? session.attest(Map.of(), () -> deploy(session, true))
        : deploy(session, false);
  }

  private Turn deploy(OwnerSession session, boolean appraises) {
    return session.ask(
        "application",
        Message.OCTETS,
        plan.application(),
        answer -> deployed(session, appraises, answer));
  }

  private Turn deployed(OwnerSession session, boolean appraises, Answer answer) throws Rejected {
    Deployed deployed = Deployed.parse(answer.demandSuccess("middleware"), checks);
    Bytes digest = Crypto.sha256(plan.application());
    // spec| decisions, what is measured: the application is what was sent
    Rejected.unless(
        checks,
        "owner.application.digest",
        deployed.digest().equals(digest),
        Reason.DIGEST_MISMATCH,
        () -> "middleware deployed " + deployed.digest());
    // spec| decisions, what is measured: attested again after the application is deployed
    return appraises && checks.keeps("owner.application.attested")
        ? session.attest(
            Map.of(TargetingEnvironment.APPLICATION, digest), () -> session.compute(plan.data()))
        : session.compute(plan.data());
  }
}
