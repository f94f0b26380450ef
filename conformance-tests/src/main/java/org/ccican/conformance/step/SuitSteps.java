package org.ccican.conformance.step;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.HashMap;
import java.util.Map;
import org.ccican.conformance.driver.Purpose;
import org.ccican.conformance.specimen.Contents;
import org.ccican.conformance.specimen.Specimen;
import org.ccican.conformance.verdict.Digests;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.role.RoleId;

/** The suite in the place of a TAM that sends manifests of the suite's own. */
public final class SuitSteps {

  private static final String FIRST = "first";

  private final World world;

  public SuitSteps(World world) {
    this.world = world;
  }

  @Given("the teep-agent has refused {specimen}")
  public void refused(Specimen specimen) {
    world.device().needs(specimen);
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).send(specimen, Purpose.GIVEN));
    world.require("agent-refused", arguments());
  }

  @Then("the teep-agent refuses it with {errorCode} and the SUIT reason {kebab}")
  public void refuses(String code, String reason) {
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).probe());
    Map<String, String> arguments = arguments();
    arguments.put("code", code);
    arguments.put("reason", reason);
    world.expect("agent-refuses-manifest", arguments);
  }

  @Then("the teep-agent has {contents} as {kebab}")
  public void content(Contents contents, String component) {
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).probe());
    Map<String, String> arguments = arguments();
    arguments.put("component", component);
    arguments.put("digest", Digests.sha256(contents.octets()).toHex());
    world.expect("component-content", arguments);
  }

  /** What is asked of text is asked of nobody who has none. */
  @When("a manifest of the middleware-repository has text")
  public void hasText() {
    Map<String, String> arguments = arguments();
    arguments.put("property", "has text");
    if (world.given("manifests", arguments).outcome() != Outcome.PASSED) {
      world.inapplicable("no manifest of the middleware-repository has text");
    }
  }

  @Then("every manifest of the middleware-repository {manifestProperty}")
  public void manifest(String property) {
    Map<String, String> arguments = arguments();
    arguments.put("property", property);
    world.expect("manifests", arguments);
  }

  private Map<String, String> arguments() {
    return new HashMap<>(Map.of("role", RoleId.TEEP_AGENT.id(), "revision", "teep-26"));
  }
}
