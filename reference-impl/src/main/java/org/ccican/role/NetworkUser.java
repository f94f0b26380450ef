package org.ccican.role;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.message.PackagingMessage.Begin;
import org.ccican.message.PackagingMessage.Bundle;
import org.ccican.message.PackagingMessage.DeviceRequest;
import org.ccican.message.ProvisioningMessage.ResourceGrant;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * The application owner as Network User (usecase-for-cc-in-network-10 section 4): one session, in
 * which User Application (UA), Trusted Application (TA) and Personalization Data (PD) are packaged
 * in one of five ways and loaded in the order that goes with it.
 *
 * <p>The attestation that an order names is the one whose result the user gets as Relying Party:
 * over the secure channel, with a nonce of its own, appraised by the Verifier.
 */
final class NetworkUser {

  private static final int REQUEST_SIZE = 16;
  private static final String APPLICATION_TYPE = "analytics";

  private final ApplicationOwner.Plan plan;
  private final Begin begin;
  private final InstantSource clock;
  private final Randomness randomness;
  private final Checks checks;
  private final Bytes request;

  NetworkUser(
      ApplicationOwner.Plan plan,
      Begin begin,
      InstantSource clock,
      Randomness randomness,
      Checks checks) {
    this.clock = clock;
    this.plan = plan;
    this.begin = begin;
    this.randomness = randomness;
    this.checks = checks;
    this.request = randomness.next(REQUEST_SIZE);
  }

  Turn start() throws Rejected {
    if (begin.packaging() < 1 || begin.packaging() > 5) {
      throw new Rejected(
          Reason.OUT_OF_RANGE, "owner.packaging.known", "no packaging case " + begin.packaging());
    }
    // spec| usecase-for-cc-in-network-10 §4: the user asks M/OC for a confidential computing
    // resource
    Rejected.unless(
        checks, "owner.request.made", true, Reason.NOT_AVAILABLE, () -> "nothing asked for");
    boolean early = begin.packaging() == 2 || begin.packaging() == 3;
    // spec| usecase-for-cc-in-network-10 §4.2 and §4.3: UA and TA go by way of the TAM
    return devices(
        early ? userApplication() : Bytes.EMPTY,
        early ? List.of(plan.packages().application()) : List.of(),
        this::placed);
  }

  private Turn placed(ResourceGrant grant) {
    OwnerSession session =
        new OwnerSession(grant.middleware(), plan.verifier(), clock, randomness, checks);
    // spec| usecase-for-cc-in-network-10 §4.4 (3): the user deploys the UA, then comes attestation
    if (begin.packaging() == 4
        && begin.withUserApplication()
        && checks.keeps("owner.packaging.user-first")) {
      return Turn.ask(
          RoleId.TEEP_BROKER,
          new Message("user-applications", "", Message.OCTETS, userApplication()),
          answer -> {
            answer.demandSuccess("TEEP Broker");
            return attest(session);
          });
    }
    return attest(session);
  }

  /** spec| usecase-for-cc-in-network-10 §4.1 to §4.5: if positive, and not before. */
  private Turn attest(OwnerSession session) {
    boolean inside = begin.packaging() == 2 || begin.packaging() == 3;
    Map<String, Bytes> expected =
        inside
            ? Map.of(TargetingEnvironment.APPLICATION, Crypto.sha256(plan.application()))
            : Map.of();
    return checks.keeps("owner.secret.after-appraisal")
        ? session.attest(expected, () -> entrust(session))
        : entrust(session);
  }

  private Turn entrust(OwnerSession session) {
    if (begin.packaging() == 1 || begin.packaging() == 4) {
      Bytes user = begin.packaging() == 1 ? userApplication() : Bytes.EMPTY;
      return session.ask(
          "bundles",
          Message.CCICAN,
          new Bundle(user, plan.application(), plan.data()).encode(),
          answer -> Turn.reply(Message.OCTETS, answer.demandSuccess("TEEP Agent")));
    }
    return begin.packaging() == 5 ? seal(session) : session.compute(plan.data());
  }

  /** The key comes over the channel that was attested, and so from nobody else. */
  private Turn seal(OwnerSession session) {
    return session.ask(
        "encryption-keys",
        "",
        Bytes.EMPTY,
        answer -> {
          Bundle bundle = new Bundle(userApplication(), Bytes.EMPTY, plan.data());
          Bytes key = answer.demandSuccess("TEEP Agent");
          // spec| usecase-for-cc-in-network-10 §4.5 (5): the package is encrypted
          Bytes sealed =
              checks.keeps("owner.packaging.encrypted")
                  ? plan.packages().sealed(bundle.encode(), key)
                  : plan.packages().open(bundle.encode());
          return devices(
              Bytes.EMPTY,
              List.of(plan.packages().application(), sealed),
              grant -> results(session));
        });
  }

  private static Turn results(OwnerSession session) {
    return session.ask(
        "results",
        "",
        Bytes.EMPTY,
        answer -> Turn.reply(Message.OCTETS, answer.demandSuccess("TEEP Agent")));
  }

  private Turn devices(Bytes userApplication, List<Bytes> packages, Granted next) {
    DeviceRequest devices =
        new DeviceRequest(
            request,
            begin.instanceType(),
            APPLICATION_TYPE,
            begin.hardwareType(),
            // spec| usecase-for-cc-in-network-10 §4: nobody but TEE and user gets the PD
            checks.keeps("owner.packaging.confined") ? userApplication : plan.data(),
            packages);
    return Turn.ask(
        RoleId.MOC,
        Message.of("devices", devices.encode()),
        answer -> next.with(ResourceGrant.parse(answer.demandSuccess("M/OC"), checks)));
  }

  private Bytes userApplication() {
    return begin.withUserApplication() ? plan.packages().userApplication() : Bytes.EMPTY;
  }

  /** What follows a grant. */
  @FunctionalInterface
  private interface Granted {
    Turn with(ResourceGrant grant) throws Rejected;
  }
}
