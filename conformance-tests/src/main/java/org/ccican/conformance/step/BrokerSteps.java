package org.ccican.conformance.step;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;

/** The Broker between its callers and an Agent: the API of RFC 9397 section 6.2.1. */
public final class BrokerSteps {

  private final World world;

  public BrokerSteps(World world) {
    this.world = world;
  }

  @When("the teep-broker opens a session for {kebab} on {kebab} at another uri of the tam")
  public void elsewhere(String applicationType, String hardwareType) {
    world.device().needsPackages();
    world.act(scene -> scene.stimuli().brokerOpensElsewhere(applicationType, hardwareType));
  }

  @When(
      "the teep-broker opens a session for {kebab} in one TEE and for {kebab} in another on"
          + " {kebab}")
  public void both(String first, String second, String hardwareType) {
    world.device().needsPackages();
    world.act(scene -> scene.stimuli().brokerOpensBoth(first, second, hardwareType));
  }

  @When(
      "the teep-broker opens a session for {kebab} in one TEE, and amidst it for {kebab} in another"
          + " on {kebab}")
  public void between(String first, String second, String hardwareType) {
    world.device().needsPackages();
    world.act(scene -> scene.stimuli().brokerOpensBetween(first, second, hardwareType));
  }

  @Then("the teep-broker brings each message of the tam to the TEE that it is for")
  public void rightTee() {
    world.expect("broker-right-tee", Map.of());
  }

  @When("the teep-broker opens a session for {kebab} on {kebab} over TLS")
  public void securely(String applicationType, String hardwareType) {
    world.device().needsPackages();
    world.act(scene -> scene.stimuli().brokerOpensSecurely(applicationType, hardwareType));
  }

  @When(
      "the teep-broker opens a session for {kebab} on {kebab} over TLS, where another server"
          + " answers")
  public void withAnother(String applicationType, String hardwareType) {
    world.act(scene -> scene.stimuli().brokerOpensWithAnother(applicationType, hardwareType));
  }

  @Then("every request of the teep-broker to the tam is over TLS")
  public void overTls() {
    world.expect("broker-tls", Map.of());
  }

  @Then("the teep-broker sends the tam nothing")
  public void sendsNothing() {
    world.expect("broker-sends-nothing", Map.of());
  }

  @When("the teep-broker is told that {kebab} on {kebab} is needed, and then that it is not")
  public void releases(String applicationType, String hardwareType) {
    world.act(scene -> scene.stimuli().brokerReleases(applicationType, hardwareType));
  }

  @Then("the teep-broker tells the teep-agent that {kebab} is needed before it asks the tam")
  public void tellsFirst(String applicationType) {
    world.expect(
        "broker-tells",
        Map.of("resource", "component-requests", "application-type", applicationType));
    world.expect("broker-tells-first", Map.of("resource", "component-requests"));
  }

  @Then("the teep-broker tells the teep-agent that {kebab} is needed no more")
  public void tellsOfRelease(String applicationType) {
    world.expect(
        "broker-tells",
        Map.of("resource", "component-releases", "application-type", applicationType));
  }

  @Then("the teep-broker opens a session with the tam after that")
  public void sessionAfter() {
    world.expect("broker-session-after", Map.of("resource", "component-releases"));
  }

  @Then("the teep-broker goes where the teep-agent said")
  public void whereTold() {
    world.expect("broker-where-told", Map.of("resource", "component-releases"));
  }

  @Then("the first request of the teep-broker to the tam is the message of the teep-agent")
  public void agentsFirst() {
    world.expect("broker-agents-first", Map.of());
  }

  @Then("every request of the teep-broker to the tam goes to one uri")
  public void oneTam() {
    world.expect("broker-one-uri", Map.of());
  }
}
