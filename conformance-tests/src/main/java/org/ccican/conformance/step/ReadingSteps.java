package org.ccican.conformance.step;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.HashMap;
import java.util.Map;
import org.ccican.conformance.driver.Purpose;
import org.ccican.conformance.specimen.Specimen;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.conformance.verdict.ReadingJudges;
import org.ccican.conformance.verdict.Verdict;
import org.ccican.role.RoleId;

/** Then, where a text can be read in two ways: what one reading has to be, or the other. */
public final class ReadingSteps {

  private static final String FIRST = "first";

  private final World world;

  public ReadingSteps(World world) {
    this.world = world;
  }

  /** What only one reading of the text lets a scenario ask. */
  @Given("the teep-agent processes no dependency that was not checked")
  public void checksDependencies() {
    Specimen unchecked =
        world
            .run()
            .specimens()
            .named("an Update whose manifest processes a dependency that was not checked");
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).send(unchecked, Purpose.GIVEN));
    Verdict refused = world.given("agent-refused", Map.of("role", RoleId.TEEP_AGENT.id()));
    if (refused.outcome() != Outcome.PASSED) {
      world.inapplicable("the target follows reading b of A12, where nothing has to be checked");
    }
  }

  @Then("the answer follows a reading of {ambiguity}")
  public void reading(String ambiguity) {
    expect(ReadingJudges.NAME, world.judged(), ambiguity, Map.of());
  }

  @Then("the answer {property}, or follows the other reading of {ambiguity}")
  public void property(String property, String ambiguity) {
    expect("answer", world.judged(), ambiguity, Map.of("property", property));
  }

  @Then("the {role} answers with a(n) {teepType}, or follows the other reading of {ambiguity}")
  public void answers(RoleId role, String type, String ambiguity) {
    expect("answers-with", role, ambiguity, Map.of("type", type));
  }

  @Then("the teep-agent refuses it with {errorCode}, or follows the other reading of {ambiguity}")
  public void refuses(String code, String ambiguity) {
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).probe());
    expect("agent-refuses", RoleId.TEEP_AGENT, ambiguity, Map.of("code", code));
  }

  @Then("the teep-agent has {kebab} as before, or follows the other reading of {ambiguity}")
  public void asBefore(String component, String ambiguity) {
    world.actAs(RoleId.TAM, scene -> scene.playedTam(FIRST).probe());
    expect("as-before", RoleId.TEEP_AGENT, ambiguity, Map.of("component", component));
  }

  @Then(
      "the teep-agent answers the altered message with an Error, or follows the other reading of"
          + " {ambiguity}")
  public void errorToAltered(String ambiguity) {
    expect("agent-error", RoleId.TEEP_AGENT, ambiguity, Map.of("to", "altered"));
  }

  @Then("the tam sends nothing more, or follows the other reading of {ambiguity}")
  public void nothingMore(String ambiguity) {
    expect("sends-nothing-more", RoleId.TAM, ambiguity, Map.of());
  }

  @Then("the tam drops it, or follows the other reading of {ambiguity}")
  public void drops(String ambiguity) {
    world.actAs(RoleId.TEEP_AGENT, scene -> scene.playedAgent(FIRST).session().probe());
    expect("tam-drops", RoleId.TAM, ambiguity, Map.of("probe", "same"));
  }

  @Then("the tam drops it and serves another session, or follows the other reading of {ambiguity}")
  public void dropsAndGoesOn(String ambiguity) {
    world.actAs(RoleId.TEEP_AGENT, scene -> scene.playedAgent(FIRST).open().probe());
    expect("tam-drops", RoleId.TAM, ambiguity, Map.of("probe", "other"));
  }

  @Then("the tam drops it and serves another passport, or follows the other reading of {ambiguity}")
  public void dropsPassport(String ambiguity) {
    Specimen good = world.run().specimens().named("a QueryResponse with an Attestation Result");
    world.actAs(
        RoleId.TEEP_AGENT, scene -> scene.playedAgent(FIRST).open().post(good, Purpose.PROBE));
    expect("tam-drops", RoleId.TAM, ambiguity, Map.of("probe", "other"));
  }

  @Then(
      "every QueryRequest has a token or asks for attestation, or the tam follows the other reading"
          + " of {ambiguity}")
  public void tokenOrAttestation(String ambiguity) {
    expect("token-or-attestation", RoleId.TAM, ambiguity, Map.of());
  }

  @Then("no token of the tam is sent twice, or it follows the other reading of {ambiguity}")
  public void tokensDiffer(String ambiguity) {
    expect("tokens-differ", RoleId.TAM, ambiguity, Map.of());
  }

  private void expect(String judge, RoleId role, String ambiguity, Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>(more);
    arguments.put("role", role.id());
    arguments.put(ReadingJudges.AMBIGUITY, ambiguity);
    if (role == RoleId.TAM) {
      arguments.put("key", world.scene().tamKey().toHex());
    }
    world.expect(judge, arguments);
  }
}
