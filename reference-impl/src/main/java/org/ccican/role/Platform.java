package org.ccican.role;

import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.message.ProvisioningMessage.CreateEnvironment;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.message.ProvisioningMessage.LaunchRequest;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/**
 * The confidential computing platform (ccican-00 section 4(3)): untrusted host software that has
 * the hardware launch a Targeting Environment with a TEEP Agent. Resource: {@code environments}.
 */
public final class Platform implements Role {

  private final String hardwareType;
  private final Bytes agentImage;
  private final Checks checks;

  /**
   * @param hardwareType the one kind of hardware that this platform has
   * @param agentImage the TEEP Agent that it starts environments with
   */
  public Platform(String hardwareType, Bytes agentImage, Checks checks) {
    this.hardwareType = hardwareType;
    this.agentImage = agentImage;
    this.checks = checks;
  }

  @Override
  public RoleId id() {
    return RoleId.PLATFORM;
  }

  @Override
  public Set<String> resources() {
    return Set.of("environments");
  }

  @Override
  public Turn receive(Message message) throws Rejected {
    CreateEnvironment create = CreateEnvironment.parse(message.body(), checks);
    // spec| ccican-00 §4(1): the environment is of the hardware type that was asked for
    Rejected.unless(
        checks,
        "platform.hardware.offered",
        create.hardwareType().equals(hardwareType),
        Reason.NOT_AVAILABLE,
        () -> "this platform has " + hardwareType + ", not " + create.hardwareType());
    // spec| ccican-00 §4(3): a Targeting Environment with TEEP Agent
    Bytes image = checks.keeps("platform.agent.present") ? agentImage : Bytes.zero(64);
    return Turn.ask(
        RoleId.ATTESTING_ENVIRONMENT,
        Message.of("launches", new LaunchRequest(image).encode()),
        answer ->
            Turn.reply(
                EnvironmentCreated.parse(answer.demandSuccess("Attesting Environment"), checks)
                    .encode()));
  }
}
