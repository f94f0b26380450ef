package org.ccican.conformance.step;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.conformance.driver.Purpose;
import org.ccican.conformance.specimen.Specimen;
import org.ccican.message.AgentMessage.ComponentRelease;
import org.ccican.message.AgentMessage.ComponentRequest;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;

/** What is asked of an Agent beside TEEP messages, and what the Verifier is asked by a TAM. */
public final class ContactSteps {

  private static final String SUPPLIED = "http://tam.example/supplied";
  private static final List<String> OWN =
      List.of("http://tam.example/first", "http://tam.example/second");

  /** The sequence number of a manifest that a binary waits for. */
  private static final long BINARY = 7;

  private static final String AGENT = RoleId.TEEP_AGENT.id();

  private final World world;

  public ContactSteps(World world) {
    this.world = world;
  }

  @Given("the teep-agent has two TAMs of its own")
  public void ownTams() {
    world.device().agents(each -> each.goingTo(OWN, false));
  }

  @Given("the teep-agent begins of its own accord where it may")
  public void begins() {
    world.device().agents(each -> each.goingTo(List.of(), true));
  }

  @Given("the tam has last sent {specimen}")
  public void last(Specimen specimen) {
    world.device().needs(specimen);
    world.actAs(RoleId.TAM, scene -> scene.playedTam("first").send(specimen, Purpose.GIVEN));
    world.require("agent-took", Map.of("role", AGENT));
  }

  @Given("the teep-broker has reported an error to the teep-agent")
  public void failed() {
    world.device().needsHoldOfAgent("process-errors");
    world.actAs(
        RoleId.TAM,
        scene -> scene.playedTam("first").ask("process-errors", Bytes.EMPTY, Purpose.GIVEN));
  }

  @When("the teep-broker reports an error to the teep-agent")
  public void fails() {
    world.device().needsHoldOfAgent("process-errors");
    world.actAs(
        RoleId.TAM,
        scene -> scene.playedTam("first").ask("process-errors", Bytes.EMPTY, Purpose.WHEN));
  }

  @Given("an application has asked the teep-agent for {kebab}")
  public void requestGiven(String applicationType) {
    request(applicationType, Purpose.GIVEN);
  }

  @Given("an application has asked the teep-agent for {kebab}, whose binary is there")
  public void binaryGiven(String applicationType) {
    Bytes request =
        new ComponentRequest(applicationType, Optional.empty(), Optional.of(BINARY)).encode();
    world.device().needsHoldOfAgent("component-requests");
    world.actAs(
        RoleId.TAM,
        scene -> scene.playedTam("first").ask("component-requests", request, Purpose.GIVEN));
  }

  @Given("no application needs {kebab} of the teep-agent any more")
  public void releaseGiven(String applicationType) {
    release(applicationType, Purpose.GIVEN);
  }

  @When("an application asks the teep-agent for {kebab}")
  public void requested(String applicationType) {
    request(applicationType, Purpose.WHEN);
  }

  @When("an application needs {kebab} of the teep-agent no more")
  public void released(String applicationType) {
    release(applicationType, Purpose.WHEN);
  }

  @When("the teep-broker hints at a policy check")
  public void hint() {
    world.device().needsHoldOfAgent("policy-checks");
    world.actAs(
        RoleId.TAM,
        scene -> scene.playedTam("first").ask("policy-checks", Bytes.EMPTY, Purpose.WHEN));
  }

  @Then("the teep-agent gives the URI that was supplied")
  public void givesSupplied() {
    gives(SUPPLIED);
  }

  @Then("the teep-agent gives the URI of its first TAM")
  public void givesFirst() {
    gives(OWN.get(0));
  }

  @Then("the teep-agent gives the URI of its second TAM")
  public void givesSecond() {
    gives(OWN.get(1));
  }

  @Then("the teep-agent gives nothing")
  public void givesNothing() {
    world.expect("contact-nothing", Map.of("role", AGENT));
  }

  @Then("the teep-agent gives a QueryResponse to begin with")
  public void givesMessage() {
    world.expect("contact-message", Map.of("role", AGENT));
  }

  @Then("the teep-agent gives no message to begin with")
  public void givesNoMessage() {
    world.expect("contact-silent", Map.of("role", AGENT));
  }

  @Given("the tam has a key to which Agents encrypt")
  public void encrypts() {
    if (world.foreign(RoleId.TAM).filter(tam -> tam.encryption().isEmpty()).isPresent()) {
      world.inapplicable("the recipe names no tam.encryption-key to which Agents encrypt");
    }
  }

  @Then("the verifier gets the Evidence as it was sent")
  public void untouched() {
    world.sight().needsVerifier();
    world.expect("evidence-untouched", Map.of());
  }

  @Then("the verifier's result says which device it is about")
  public void device() {
    results("256");
  }

  @Then("the verifier's result says of which model, maker and version the device is")
  public void model() {
    results("258 259 260");
  }

  @Then("the verifier's result has the nonce and the time")
  public void fresh() {
    results("6 10");
  }

  private void request(String applicationType, Purpose purpose) {
    world.device().needsHoldOfAgent("component-requests");
    Bytes body = new ComponentRequest(applicationType, Optional.of(SUPPLIED)).encode();
    world.device().needsHoldOfAgent("component-requests");
    world.actAs(
        RoleId.TAM, scene -> scene.playedTam("first").ask("component-requests", body, purpose));
  }

  private void release(String applicationType, Purpose purpose) {
    Bytes body = new ComponentRelease(applicationType, Optional.of(SUPPLIED)).encode();
    world.device().needsHoldOfAgent("component-releases");
    world.actAs(
        RoleId.TAM, scene -> scene.playedTam("first").ask("component-releases", body, purpose));
  }

  private void results(String claims) {
    world.verifier().needsTeepResults();
    world.expect(
        "result-claims",
        Map.of("claims", claims, "verifier-key", world.scene().verifierKey().toHex()));
  }

  private void gives(String uri) {
    world.expect("contact-uri", Map.of("role", AGENT, "uri", uri));
  }
}
