package org.ccican.conformance.step;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import org.ccican.conformance.driver.Purpose;
import org.ccican.cose.CoseCurve;
import org.ccican.role.AgentOptions;
import org.ccican.role.RoleId;

/** What a deployment chooses for its Agents, and how its TAM asks. */
public final class DeploymentSteps {

  private final World world;

  public DeploymentSteps(World world) {
    this.world = world;
  }

  /** The URI of the TAM that asks in a way of its own. */
  @ParameterType("asks for no attestation|takes passports|knows the cipher suite")
  public String way(String what) {
    return switch (what) {
      case "asks for no attestation" -> "token";
      case "takes passports" -> "passport";
      default -> "known";
    };
  }

  @Given("the tam {way}")
  public void asked(String way) {
    world.way(way);
  }

  @Given("the tam {way} of a teep-agent that it has met")
  public void met(String way) {
    world.claims().needsWay(way);
    world.actAs(
        RoleId.TEEP_AGENT,
        scene -> {
          scene
              .playedAgent("first")
              .session()
              .post(scene.specimens().named("a QueryResponse"), Purpose.GIVEN);
          scene.way(way);
          scene.playedAgent("first").open();
        });
  }

  @Given("a teep-agent has an Ed25519 key")
  public void edwards() {
    world.claims().needsCipherSuite("ed25519");
    world.actAs(RoleId.TEEP_AGENT, scene -> scene.playedAgent("first").take(CoseCurve.ED25519));
  }

  @Given("the teep-agent supports extensions {int} and {int}")
  public void extensions(int first, int second) {
    world.device().agents(each -> each.withExtensions(List.of((long) first, (long) second)));
  }

  @Given("the teep-agent has the nonce for its only freshness mechanism")
  public void nonceAlone() {
    world.claims().needsFreshness("nonce");
    world.device().agents(each -> each.withFreshness(List.of(0L)));
  }

  @Given("the teep-agent goes to the tam of its own accord")
  public void ownTam() {
    world.device().agents(each -> each.goingTo(List.of(world.scene().futureTam()), false));
  }

  @When("it is time for the teep-broker to check for policy changes")
  public void policyCheck() {
    world.act(scene -> scene.stimuli().policyCheck());
  }

  @Then("the teep-broker asks for policy changes until the teep-agent has none")
  public void policyRepeated() {
    world.expect("policy-repeated", Map.of());
  }

  @Given("the teep-agent signs its SUIT Reports")
  public void signs() {
    world
        .device()
        .agents(each -> each.protecting(false, AgentOptions.Protection.SIGNED, each.profile()));
  }

  @Given("the teep-agent encrypts what it says of itself")
  public void encrypts() {
    world
        .device()
        .agents(each -> each.protecting(true, AgentOptions.Protection.ENCRYPTED, each.profile()));
  }

  @Then("no ephemeral key of the teep-agent comes twice")
  public void ephemeralsDiffer() {
    world.expect("ephemerals-differ", Map.of());
  }

  @Given("the teep-agent gives its Evidence as an EAT")
  public void tokens() {
    world.device().agents(AgentOptions::givingTokens);
  }

  @Given("the teep-agent requires attestation of the tam")
  public void attestsTam() {
    world.device().agents(AgentOptions::attestingTam);
  }
}
