package org.ccican.conformance.step;

import io.cucumber.java.en.Given;
import org.ccican.app.Stack;
import org.ccican.conformance.tamper.Tampering;
import org.ccican.program.Programs;
import org.ccican.role.RoleId;

/** Given: who plays what, and who misbehaves. */
public final class TopologySteps {

  private final World world;

  public TopologySteps(World world) {
    this.world = world;
  }

  @Given("the SUT plays the {role}")
  public void targetPlays(RoleId role) {
    world.judges(role.id());
  }

  @Given("the {tampering}")
  public void misbehaves(Tampering tampering) {
    world.device().needsSight(tampering);
    if (tampering.words().startsWith("verifier ")) {
      world.sight().needsVerifier();
    }
    world.act(scene -> scene.tamper(tampering));
  }

  /** The hardware of the scenario; without this step of the first format that there is. */
  @Given("the attesting-environment is {kebab}")
  public void hardware(String format) {
    world.claims().needsHardware(format);
    world.act(scene -> scene.machine().is(format));
  }

  @Given("the attesting-environment has the defect {kebab}")
  public void defect(String dial) {
    world.device().needsEmulation();
    world.act(scene -> scene.defect(world.judgesTam() ? "teep-agent" : "middleware", dial));
  }

  @Given("the attesting-environment signs reports of version {int}")
  public void reportVersion(int version) {
    world.device().needsEmulation();
    world.act(scene -> scene.machine().variant(String.valueOf(version)));
  }

  @Given("the attesting-environment signs reports of version {kebab}")
  public void reportKind(String kind) {
    world.device().needsEmulation();
    world.act(scene -> scene.machine().variant(kind));
  }

  @Given("the middleware-repository offers middleware for {kebab} too")
  public void offers(String hardwareType) {
    world.act(scene -> scene.packages().offer("analytics", hardwareType));
  }

  @Given("the application-owner brings the {kebab} application")
  public void brings(String name) {
    world.owner().needsChoice();
    world.act(scene -> scene.bring(name.equals("maximum") ? Programs.maximum() : Programs.sum()));
  }

  @Given("somebody with a key of its own stands between application-owner and middleware")
  public void middleman() {
    world.device().needsEmulation();
    world.act(scene -> scene.middleman(Stack.Middleman.FROM_THE_START));
  }

  @Given("somebody with a key of its own takes over the connection after the attestation")
  public void takeover() {
    world.device().needsEmulation();
    world.act(scene -> scene.middleman(Stack.Middleman.AFTER_THE_FIRST_EXCHANGE));
  }
}
