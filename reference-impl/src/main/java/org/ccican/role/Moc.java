package org.ccican.role;

import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.message.ProvisioningMessage.Placement;
import org.ccican.message.ProvisioningMessage.PlacementRequest;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.ResourceGrant;
import org.ccican.message.ProvisioningMessage.ResourceRequest;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;

/**
 * M/OC, the management and orchestration console (ccican-00 section 3(7)): takes the owner's
 * request, has the TAM choose middleware, has the Broker fetch it, and says where it runs.
 * Resource: {@code requests}.
 */
public final class Moc implements Role {

  private final Checks checks;

  public Moc(Checks checks) {
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.MOC;
  }

  @Override
  public Set<String> resources() {
    return Set.of("requests");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    ResourceRequest request = ResourceRequest.parse(message.body(), checks);
    // spec| ccican-00 §4(1): the choice is the TAM's, from the request and the hardware type
    String hardware = checks.keeps("moc.request.forward") ? request.hardwareType() : "any";
    PlacementRequest placement =
        new PlacementRequest(request.request(), request.applicationType(), hardware);
    // spec| ccican-00 §4(1) and (2): the choice comes before the connection
    if (!checks.keeps("moc.placement.first")) {
      return wake(request, "");
    }
    return Turn.ask(
        RoleId.TAM,
        Message.of("placements", placement.encode()),
        answer -> placed(request, answer));
  }

  private Turn placed(ResourceRequest request, Answer answer) throws Rejected {
    // spec| ccican-00 §4(1): without fitting middleware there is no resource to give
    if (!checks.holds("moc.grant.only-placed", answer.isSuccess())) {
      answer.demandSuccess("TAM");
    }
    String tamUri = answer.isSuccess() ? Placement.parse(answer.body(), checks).tamUri() : "";
    // spec| ccican-00 §4: a resource is granted when it is provisioned
    if (!checks.keeps("moc.grant.after-provisioning")) {
      return Turn.reply(new ResourceGrant(request.request(), "").encode());
    }
    return wake(request, tamUri);
  }

  private Turn wake(ResourceRequest request, String tamUri) {
    WakeUp wakeUp =
        new WakeUp(request.request(), tamUri, request.applicationType(), request.hardwareType());
    return Turn.ask(
        RoleId.TEEP_BROKER,
        Message.of("wake-ups", wakeUp.encode()),
        woken -> provisioned(request, woken));
  }

  private Turn provisioned(ResourceRequest request, Answer answer) throws Rejected {
    Provisioned provisioned = Provisioned.parse(answer.demandSuccess("TEEP Broker"), checks);
    // spec| ccican-00 §4(1): the answer belongs to the request
    Rejected.unless(
        checks,
        "moc.grant.request",
        provisioned.request().equals(request.request()),
        Reason.BINDING_MISMATCH,
        () -> "the Broker answered for request " + provisioned.request());
    return Turn.reply(new ResourceGrant(request.request(), provisioned.middleware()).encode());
  }
}
