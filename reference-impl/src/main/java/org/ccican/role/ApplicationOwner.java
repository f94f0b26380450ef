package org.ccican.role;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.AttestationResult;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.message.AttestationMessage.AttestationRequest;
import org.ccican.message.AttestationMessage.Deployed;
import org.ccican.message.ProvisioningMessage.ResourceGrant;
import org.ccican.message.ProvisioningMessage.ResourceRequest;
import org.ccican.message.ProvisioningMessage.Start;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * Application owner (ccican-00 sections 4 and 5): asks for a confidential computing resource,
 * attests it with a nonce over TLS, and only then sends its application, attests again, and sends
 * its data. Resource: {@code sessions}, which starts it; the answer is the application's result.
 */
public final class ApplicationOwner implements Role {

  private static final int NONCE_SIZE = 32;
  private static final int REQUEST_SIZE = 16;

  /**
   * What an owner wants done.
   *
   * @param application a program's octets
   * @param data what it shall compute on
   * @param verifier whose attestation results count
   */
  public record Plan(Bytes application, Bytes data, CoseKey verifier) {}

  private final Plan plan;
  private final Randomness randomness;
  private final Checks checks;

  public ApplicationOwner(Plan plan, Randomness randomness, Checks checks) {
    this.plan = plan;
    this.randomness = randomness;
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.APPLICATION_OWNER;
  }

  @Override
  public Set<String> resources() {
    return Set.of("sessions");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    Start start = Start.parse(message.body(), checks);
    // spec| ccican-00 §4(1): the owner asks for a confidential computing resource
    Rejected.unless(
        checks, "owner.request.made", true, Reason.NOT_AVAILABLE, () -> "nothing asked for");
    // spec| ccican-00 §5: nothing confidential leaves before the appraisal
    Bytes id = checks.keeps("owner.request.discreet") ? randomness.next(REQUEST_SIZE) : plan.data();
    ResourceRequest request =
        new ResourceRequest(id, start.applicationType(), start.hardwareType());
    return Turn.ask(
        RoleId.MOC,
        Message.of("requests", request.encode()),
        answer -> granted(ResourceGrant.parse(answer.demandSuccess("M/OC"), checks)));
  }

  private Turn granted(ResourceGrant grant) {
    // spec| ccican-00 §5(1): over a secure connection
    String middleware =
        checks.keeps("owner.channel.secure")
            ? grant.middleware()
            : grant.middleware().replaceFirst("^https:", "http:");
    // spec| ccican-00 §5: secrets may be deployed after appraising the evidence
    boolean appraises = checks.keeps("owner.secret.after-appraisal");
    Session session = new Session(middleware, appraises);
    return appraises ? session.attest(Map.of(), session::deploy) : session.deploy();
  }

  /** One environment, from the first attestation to the result. */
  private final class Session {

    private final String middleware;
    private final boolean appraises;
    private Bytes nonce = Bytes.EMPTY;
    private Optional<Bytes> attestedKey = Optional.empty();

    Session(String middleware, boolean appraises) {
      this.middleware = middleware;
      this.appraises = appraises;
    }

    /**
     * spec| ccican-00 §5(1): a request over a secure connection, with a nonce.
     *
     * @param expected components that must have been installed by now, with their digests
     * @param next what follows a positive appraisal
     */
    Turn attest(Map<String, Bytes> expected, Step next) {
      Bytes fresh = randomness.next(NONCE_SIZE);
      // spec| RFC 9334 §10.2: a nonce is used once
      nonce = nonce.isEmpty() || checks.keeps("owner.nonce.fresh") ? fresh : nonce;
      Bytes sent = checks.keeps("owner.nonce.random") ? nonce : Bytes.zero(NONCE_SIZE);
      return ask(
          "attestation",
          Message.CCICAN,
          new AttestationRequest(sent).encode(),
          answer -> collected(answer, sent, expected, next));
    }

    private Turn collected(Answer answer, Bytes sent, Map<String, Bytes> expected, Step next)
        throws Rejected {
      Bytes evidence = answer.demandSuccess("middleware");
      Optional<Answer.Channel> channel = answer.channel();
      // spec| ccican-00 §5(1): the connection is secure
      Rejected.unless(
          checks,
          "owner.channel.tls13",
          channel.isPresent() && channel.get().protocol().equals("TLSv1.3"),
          Reason.POLICY_VIOLATED,
          () -> "the channel is " + channel.map(Answer.Channel::protocol).orElse("plain"));
      Optional<Bytes> channelKey =
          checks.keeps("owner.channel.bound")
              ? channel.map(Answer.Channel::peerKey)
              : Optional.empty();
      AppraisalRequest request =
          new AppraisalRequest(evidence, sent, channelKey, required(expected), expected);
      return Turn.ask(
          RoleId.VERIFIER,
          Message.of("appraisals", request.encode()),
          result -> appraised(result, sent, channel, next));
    }

    private static List<String> required(Map<String, Bytes> expected) {
      return expected.isEmpty()
          ? List.of(TargetingEnvironment.MIDDLEWARE)
          : List.of(TargetingEnvironment.MIDDLEWARE, TargetingEnvironment.APPLICATION);
    }

    private Turn appraised(Answer answer, Bytes sent, Optional<Answer.Channel> channel, Step next)
        throws Rejected {
      AttestationResult result =
          AttestationResult.open(answer.demandSuccess("Verifier"), plan.verifier(), checks);
      // spec| RFC 9334 §10: the result answers this appraisal
      Rejected.unless(
          checks,
          "owner.result.nonce",
          result.nonce().equalsConstantTime(sent),
          Reason.STALE_NONCE,
          () -> "the result is for nonce " + result.nonce());
      // spec| ccican-00 §5(4): application and data follow a positive appraisal
      Rejected.unless(
          checks,
          "owner.result.accepted",
          result.accepted(),
          result.reason().orElse(Reason.NOT_APPRAISED),
          () -> "the Verifier refused at " + result.check().orElse("an unnamed check"));
      // spec| ccican-00 §5: from now on nothing goes to anybody but the attested environment
      attestedKey =
          checks.keeps("owner.channel.pinned")
              ? channel.map(Answer.Channel::peerKey)
              : Optional.empty();
      return next.go();
    }

    Turn deploy() {
      return ask("application", Message.OCTETS, plan.application(), this::deployed);
    }

    private Turn deployed(Answer answer) throws Rejected {
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
          ? attest(Map.of(TargetingEnvironment.APPLICATION, digest), this::compute)
          : compute();
    }

    private Turn compute() {
      return ask(
          "data",
          Message.OCTETS,
          plan.data(),
          answer -> Turn.reply(Message.OCTETS, answer.demandSuccess("middleware")));
    }

    private Turn ask(String resource, String mediaType, Bytes body, Turn.Next next) {
      return new Turn.Ask(
          RoleId.MIDDLEWARE,
          middleware,
          new Message(resource, "", mediaType, body),
          attestedKey,
          next);
    }
  }

  /** The next step of a session. */
  @FunctionalInterface
  private interface Step {
    Turn go();
  }
}
