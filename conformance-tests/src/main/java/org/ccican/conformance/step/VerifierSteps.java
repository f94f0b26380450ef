package org.ccican.conformance.step;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import org.ccican.conformance.driver.TokenFlaw;
import org.ccican.conformance.verdict.ProfileJudges;

/** Attestation Results of the TEEP profile, between a Verifier and a TAM. */
public final class VerifierSteps {

  private final World world;

  public VerifierSteps(World world) {
    this.world = world;
  }

  /** What can be said of a result; what it means stands in {@link ProfileJudges}. */
  @ParameterType("(?:is|has|names) .+")
  public String resultProperty(String words) {
    return ProfileJudges.known(words);
  }

  @When("the verifier is asked to appraise a tam by a token with the flaw {kebab}")
  public void appraises(String flaw) {
    world.needsTeepResults();
    world.act(scene -> scene.stimuli().appraiseTam(TokenFlaw.of(flaw)));
  }

  @Then("the verifier's result about the teep-agent {resultProperty}")
  public void aboutAgent(String property) {
    expect("appraisals", property);
  }

  @Then("the verifier's result about the tam {resultProperty}")
  public void aboutTam(String property) {
    expect("tam-appraisals", property);
  }

  private void expect(String resource, String property) {
    world.needsTeepResults();
    world.expect(
        "profile-result",
        Map.of(
            "resource", resource,
            "property", property,
            "verifier-key", world.scene().verifierKey().toHex()));
  }
}
