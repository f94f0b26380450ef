package org.ccican.conformance.step;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import org.ccican.conformance.driver.OtherMiddleware;
import org.ccican.conformance.driver.ReferenceFlaw;
import org.ccican.conformance.driver.WrapperFlaw;
import org.ccican.conformance.verdict.EarJudges;
import org.ccican.role.RoleId;

/** Wrapped evidence, reference values and EARs, between an Application Owner and a Verifier. */
public final class ResultSteps {

  private final World world;

  public ResultSteps(World world) {
    this.world = world;
  }

  /** What can be said of an EAR; what it means stands in {@link EarJudges}. */
  @ParameterType("(?:is|has|names|says|repeats|claims) .+")
  public String earProperty(String words) {
    return EarJudges.known(words);
  }

  @When("the verifier is asked to appraise evidence in a wrapper with the flaw {kebab}")
  public void appraises(String flaw) {
    world.act(scene -> scene.stimuli().appraise(WrapperFlaw.of(flaw)));
  }

  @When("the verifier is given reference values with the flaw {kebab}")
  public void given(String flaw) {
    world.act(scene -> scene.stimuli().provision(ReferenceFlaw.of(flaw)));
  }

  @When("the verifier is given a reference value for another middleware by {kebab}")
  public void givenOther(String by) {
    world.verifier().needsForgetfulness();
    world.act(scene -> scene.stimuli().provision(OtherMiddleware.of(by)));
  }

  @Then("each EAR of the verifier {earProperty}")
  public void ear(String property) {
    world.expect(
        "ear", Map.of("property", property, "verifier-key", world.scene().verifierKey().toHex()));
  }

  @Then("the application-owner hands the Evidence on to the verifier as it came")
  public void forwards() {
    world.expect("evidence-forwarded", Map.of());
  }

  @Then("the evidence of the middleware reaches application-owner and verifier alone")
  public void confined() {
    world.expect("evidence-confined", Map.of());
  }

  @Then("the teep-agent brings each result as the verifier gave it")
  public void carries() {
    world.sight().needs(RoleId.TEEP_AGENT, RoleId.VERIFIER);
    world.expect("passport-carried", Map.of());
  }

  @Then("the verifier takes the reference values")
  public void takes() {
    world.expect("reference-values-taken", Map.of());
  }
}
