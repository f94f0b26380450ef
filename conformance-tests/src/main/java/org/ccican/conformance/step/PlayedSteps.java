package org.ccican.conformance.step;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ccican.conformance.driver.Purpose;
import org.ccican.conformance.specimen.Specimen;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.role.RoleId;

/** The suite in the place of TAM or Agent: what it sends, and what the judged peer makes of it. */
public final class PlayedSteps {

  /** The Agent and the TAM that scenarios speak of when they name no other. */
  private static final String FIRST = "first";

  private final World world;

  public PlayedSteps(World world) {
    this.world = world;
  }

  @Given("the teep-agent has taken {specimen}")
  public void taken(Specimen specimen) {
    world.device().needs(specimen);
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).send(specimen, Purpose.GIVEN));
    world.require("agent-took", arguments(RoleId.TEEP_AGENT));
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).probe());
  }

  @Given("another teep-agent has taken {specimen}")
  public void takenByAnother(Specimen specimen) {
    world.device().needs(specimen);
    world.actAs(RoleId.TAM, scene -> scene.playedTam("another").send(specimen, Purpose.GIVEN));
    world.require("agent-took", arguments(RoleId.TEEP_AGENT));
    world.actAs(RoleId.TAM, scene -> scene.playedTam("another").probe());
  }

  @Then("both teep-agents have the same components")
  public void alike() {
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).probe());
    world.expect("same-components", arguments(RoleId.TEEP_AGENT));
  }

  @Given("the teep-agent is started again")
  public void restarted() {
    world.device().needsHoldOfAgent("a new start");
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).restart());
  }

  @When("the tam sends {specimen}")
  public void tamSends(Specimen specimen) {
    world.device().needs(specimen);
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).send(specimen, Purpose.WHEN));
  }

  @Given("the tam asks without attestation")
  public void asksWithoutAttestation() {
    world.way("token");
  }

  @Given("the tam asks for an Attestation Result")
  public void asksForResult() {
    world.way("passport");
  }

  @Given("the tam asks a teep-agent that it knows")
  public void asksWhomItKnows() {
    world.way("known");
  }

  @Given("another teep-agent has a session with the tam")
  public void another() {
    world.actAs(RoleId.TEEP_AGENT, scene -> scene.playedAgent("another").session());
  }

  @When("a teep-agent answers the tam's QueryRequest with {specimen}")
  public void answersQueryRequest(Specimen specimen) {
    world.actAs(
        RoleId.TEEP_AGENT,
        scene -> scene.playedAgent(FIRST).session().post(specimen, Purpose.WHEN));
  }

  @When("a teep-agent answers the tam's Update with {specimen}")
  public void answersUpdate(Specimen specimen) {
    world.actAs(
        RoleId.TEEP_AGENT,
        scene -> scene.playedAgent(FIRST).session().toUpdate().post(specimen, Purpose.WHEN));
  }

  @Given("a teep-agent has a session with the tam")
  public void session() {
    world.actAs(RoleId.TEEP_AGENT, scene -> scene.playedAgent(FIRST).session());
  }

  @When("{int} hours pass")
  public void hoursPass(int hours) {
    world.advance(Duration.ofHours(hours));
  }

  @When("the teep-agent opens another session with the tam")
  public void anotherSession() {
    world.actAs(RoleId.TEEP_AGENT, scene -> scene.playedAgent(FIRST).open());
  }

  @Then("the teep-agent answers with a(n) {teepType}")
  public void agentAnswers(String type) {
    world.expect("answers-with", arguments(RoleId.TEEP_AGENT, "type", type));
  }

  @Then("the tam answers with a(n) {teepType}")
  public void tamAnswers(String type) {
    world.expect("answers-with", arguments(RoleId.TAM, "type", type));
  }

  @Then("the tam sends nothing more")
  public void nothingMore() {
    world.expect("sends-nothing-more", arguments(RoleId.TAM));
  }

  /** A TAM need not say how its own software was started. */
  @When("the tam reports on itself")
  public void reports() {
    Map<String, String> asked = arguments(RoleId.TAM, "property", "carries a SUIT Report");
    if (world.given("answer", asked).outcome() != Outcome.PASSED) {
      world.inapplicable("the tam sends no SUIT Report of its own");
    }
  }

  @Then("the answer {property}")
  public void property(String property) {
    world.expect("answer", arguments(world.judged(), "property", property));
  }

  @Then("the teep-agent refuses it with {errorCode}")
  public void refuses(String code) {
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).probe());
    world.expect("agent-refuses", arguments(RoleId.TEEP_AGENT, "code", code));
  }

  @Then("the teep-agent has installed {kebab}")
  public void installed(String component) {
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).probe());
    world.expect("installed", arguments(RoleId.TEEP_AGENT, "component", component));
  }

  @Then("the teep-agent has not installed {kebab}")
  public void notInstalled(String component) {
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).probe());
    world.expect("not-installed", arguments(RoleId.TEEP_AGENT, "component", component));
  }

  @Then("the teep-agent has {kebab} as before")
  public void asBefore(String component) {
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).probe());
    world.expect("as-before", arguments(RoleId.TEEP_AGENT, "component", component));
  }

  @Then("the tam drops it")
  public void drops() {
    world.actAs(RoleId.TEEP_AGENT, scene -> scene.playedAgent(FIRST).session().probe());
    world.expect("tam-drops", arguments(RoleId.TAM, "probe", "same"));
  }

  @Then("the tam drops it and serves another session")
  public void dropsAndGoesOn() {
    world.actAs(RoleId.TEEP_AGENT, scene -> scene.playedAgent(FIRST).open().probe());
    world.expect("tam-drops", arguments(RoleId.TAM, "probe", "other"));
  }

  @Then("the tam drops it and serves another passport")
  public void dropsPassport() {
    Specimen good = world.run().specimens().named("a QueryResponse with an Attestation Result");
    world.actAs(
        RoleId.TEEP_AGENT, scene -> scene.playedAgent(FIRST).open().post(good, Purpose.PROBE));
    world.expect("tam-drops", arguments(RoleId.TAM, "probe", "other"));
  }

  private Map<String, String> arguments(RoleId role) {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("role", role.id());
    if (role == RoleId.TAM) {
      arguments.put("key", world.scene().tamKey().toHex());
      arguments.put("verifier", world.scene().verifierKey().toHex());
    }
    return arguments;
  }

  private Map<String, String> arguments(RoleId role, String name, String value) {
    Map<String, String> arguments = arguments(role);
    arguments.put(name, value);
    return arguments;
  }
}
