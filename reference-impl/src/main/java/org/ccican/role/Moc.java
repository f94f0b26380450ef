package org.ccican.role;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ccican.check.Checks;
import org.ccican.message.PackagingMessage.DeviceRequest;
import org.ccican.message.PackagingMessage.Packages;
import org.ccican.message.ProvisioningMessage.Placement;
import org.ccican.message.ProvisioningMessage.PlacementRequest;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.ResourceGrant;
import org.ccican.message.ProvisioningMessage.ResourceRequest;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * M/OC, the management and orchestration console (ccican-00 section 3(7)): takes the owner's
 * request, has the TAM choose middleware, has the Broker fetch it, and says where it runs.
 * Resources: {@code requests}; {@code triggers}, the same for whoever speaks nothing but HTTP;
 * {@code devices} for the packaging cases, where it also passes on what the Network User brings.
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
    return Set.of("requests", "triggers", "devices");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    if (message.resource().equals("devices")) {
      return orchestrate(DeviceRequest.parse(message.body(), checks));
    }
    if (message.resource().equals("triggers")) {
      Trigger trigger = Trigger.parse(message.item());
      return place(
          new ResourceRequest(trigger.request(), trigger.applicationType(), trigger.hardwareType()),
          List.of(),
          grant -> Trigger.answer(grant.middleware()));
    }
    ResourceRequest request = ResourceRequest.parse(message.body(), checks);
    return place(request, List.of(), Moc::granted);
  }

  private static Turn granted(ResourceGrant grant) {
    return Turn.reply(grant.encode());
  }

  /** A device for packages (usecase-for-cc-in-network-10 section 4). */
  private Turn orchestrate(DeviceRequest device) throws Rejected {
    // spec| usecase-for-cc-in-network-10 §4, figures 2 to 6: which hardware has which instances
    Rejected.unless(
        checks,
        "moc.instance.hardware",
        InstanceTypes.have(device.instanceType(), device.hardwareType()),
        Reason.NOT_AVAILABLE,
        () -> "no confidential " + device.instanceType() + " on " + device.hardwareType());
    ResourceRequest request =
        new ResourceRequest(device.request(), device.applicationType(), device.hardwareType());
    if (device.userApplication().isEmpty() || !checks.keeps("moc.packages.user-application")) {
      return place(request, device.packages(), Moc::granted);
    }
    // spec| usecase-for-cc-in-network-10 §4.2 and §4.3: the UA goes into the REE first
    return Turn.ask(
        RoleId.TEEP_BROKER,
        new Message("user-applications", "", Message.OCTETS, device.userApplication()),
        answer -> {
          answer.demandSuccess("TEEP Broker");
          return place(request, device.packages(), Moc::granted);
        });
  }

  /**
   * @param report how whoever asked is told
   */
  private Turn place(
      ResourceRequest request, List<Bytes> packages, Function<ResourceGrant, Turn> report) {
    // spec| ccican-00 §4(1): the choice is the TAM's, from the request and the hardware type
    String hardware = checks.keeps("moc.request.forward") ? request.hardwareType() : "any";
    PlacementRequest placement =
        new PlacementRequest(request.request(), request.applicationType(), hardware);
    // spec| ccican-00 §4(1) and (2): the choice comes before the connection
    if (!checks.keeps("moc.placement.first")) {
      return wake(request, "", report);
    }
    return Turn.ask(
        RoleId.TAM,
        Message.of("placements", placement.encode()),
        answer ->
            packages.isEmpty()
                ? placed(request, answer, report)
                : bring(request, packages, answer, report));
  }

  /**
   * spec| usecase-for-cc-in-network-10 §4.2 to §4.5: what is for the TEE goes by way of the TAM.
   */
  private Turn bring(
      ResourceRequest request,
      List<Bytes> packages,
      Answer placement,
      Function<ResourceGrant, Turn> report)
      throws Rejected {
    placement.demandSuccess("TAM");
    return Turn.ask(
        RoleId.TAM,
        new Message(
            "packages", request.request().toHex(), Message.CCICAN, new Packages(packages).encode()),
        answer -> {
          answer.demandSuccess("TAM");
          return placed(request, placement, report);
        });
  }

  private Turn placed(ResourceRequest request, Answer answer, Function<ResourceGrant, Turn> report)
      throws Rejected {
    // spec| ccican-00 §4(1): without fitting middleware there is no resource to give
    if (!checks.holds("moc.grant.only-placed", answer.isSuccess())) {
      answer.demandSuccess("TAM");
    }
    String tamUri = answer.isSuccess() ? Placement.parse(answer.body(), checks).tamUri() : "";
    // spec| ccican-00 §4: a resource is granted when it is provisioned
    if (!checks.keeps("moc.grant.after-provisioning")) {
      return report.apply(new ResourceGrant(request.request(), ""));
    }
    return wake(request, tamUri, report);
  }

  private Turn wake(ResourceRequest request, String tamUri, Function<ResourceGrant, Turn> report) {
    WakeUp wakeUp =
        new WakeUp(request.request(), tamUri, request.applicationType(), request.hardwareType());
    return Turn.ask(
        RoleId.TEEP_BROKER,
        Message.of("wake-ups", wakeUp.encode()),
        woken -> report.apply(provisioned(request, woken)));
  }

  private ResourceGrant provisioned(ResourceRequest request, Answer answer) throws Rejected {
    Provisioned provisioned = Provisioned.parse(answer.demandSuccess("TEEP Broker"), checks);
    // spec| ccican-00 §4(1): the answer belongs to the request
    Rejected.unless(
        checks,
        "moc.grant.request",
        provisioned.request().equals(request.request()),
        Reason.BINDING_MISMATCH,
        () -> "the Broker answered for request " + provisioned.request());
    return new ResourceGrant(request.request(), provisioned.middleware());
  }
}
