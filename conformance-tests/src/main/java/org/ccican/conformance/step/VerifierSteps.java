package org.ccican.conformance.step;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import org.ccican.conformance.driver.TokenFlaw;
import org.ccican.conformance.verdict.ProfileJudges;
import org.ccican.wire.Bytes;

/** Attestation Results of the TEEP profile, between a Verifier and a TAM. */
public final class VerifierSteps {

  /** Octets of HOST_DATA, which emulated hosts leave zero. */
  private static final int HOST_DATA = 32;

  private final World world;

  public VerifierSteps(World world) {
    this.world = world;
  }

  /** What can be said of a result; what it means stands in {@link ProfileJudges}. */
  @ParameterType("(?:is|has|names) .+")
  public String resultProperty(String words) {
    return ProfileJudges.known(words);
  }

  /** What a host writes beside a guest, and what an owner may want to see there. */
  @ParameterType("the host data of the guest|host data with another (?:first|last) octet")
  public Bytes hostData(String words) {
    Bytes none = Bytes.zero(HOST_DATA);
    return words.contains("first")
        ? none.flip(0, 0)
        : words.contains("last") ? none.flip(HOST_DATA - 1, 0) : none;
  }

  @Given("the application-owner wants to see {hostData}")
  public void wants(Bytes octets) {
    world.verifier().needsOwnPolicy();
    world.act(scene -> scene.demand("host-data", octets));
  }

  @When("the verifier is asked to appraise a tam by a token with the flaw {kebab}")
  public void appraises(String flaw) {
    world.verifier().needsTeepResults();
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
    world.verifier().needsTeepResults();
    world.expect(
        "profile-result",
        Map.of(
            "resource", resource,
            "property", property,
            "verifier-key", world.scene().verifierKey().toHex()));
  }
}
