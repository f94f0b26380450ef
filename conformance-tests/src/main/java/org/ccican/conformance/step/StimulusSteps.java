package org.ccican.conformance.step;

import io.cucumber.java.en.When;
import java.util.Map;
import org.ccican.conformance.driver.AgentTokenFlaw;
import org.ccican.conformance.driver.EvidenceFlaw;
import org.ccican.message.AttestationMessage.AttestationRequest;
import org.ccican.message.ProvisioningMessage.CreateEnvironment;
import org.ccican.message.ProvisioningMessage.MiddlewareQuery;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;

/** When: one stimulus. */
public final class StimulusSteps {

  private static final int REPORT_DATA_SIZE = 64;

  private final World world;

  public StimulusSteps(World world) {
    this.world = world;
  }

  @When("the application-owner asks for {kebab} on {kebab}")
  public void ownerAsks(String applicationType, String hardwareType) {
    needsPlacements();
    world.device().needsPackages();
    world.act(scene -> scene.stimuli().ownerAsks(applicationType, hardwareType));
  }

  @When("the teep-broker opens a session for {kebab} on {kebab}")
  public void brokerOpens(String applicationType, String hardwareType) {
    world.device().needsPackages();
    world.act(scene -> scene.stimuli().brokerOpens(applicationType, hardwareType));
  }

  @When("the teep-broker opens a session for {kebab}, placed on {kebab}, on {kebab}")
  public void brokerOpensPlaced(String applicationType, String placed, String hardwareType) {
    needsPlacements();
    world.device().needsPackages();
    world.act(scene -> scene.stimuli().brokerOpensPlaced(applicationType, placed, hardwareType));
  }

  @When("the teep-broker opens two sessions with one environment")
  public void twoSessions() {
    world.device().needsSessionsOfOneAgent();
    world.device().needsPackages();
    world.act(scene -> scene.stimuli().brokerOpens(2, "analytics"));
  }

  @When("the teep-broker opens three sessions with one environment")
  public void threeSessions() {
    world.device().needsSessionsOfOneAgent();
    world.device().needsPackages();
    world.act(scene -> scene.stimuli().brokerOpens(3, "analytics"));
  }

  @When("the middleware-repository is asked for {kebab} on {kebab}")
  public void repositoryIsAsked(String applicationType, String hardwareType) {
    world.act(
        scene ->
            scene
                .stimuli()
                .ask(
                    RoleId.TAM,
                    RoleId.MIDDLEWARE_REPOSITORY,
                    "middleware",
                    new MiddlewareQuery(applicationType, hardwareType).encode()));
  }

  @When("the platform is asked for an environment on {kebab}")
  public void platformIsAsked(String hardwareType) {
    world.act(
        scene ->
            scene
                .stimuli()
                .ask(
                    RoleId.TEEP_BROKER,
                    RoleId.PLATFORM,
                    "environments",
                    new CreateEnvironment(hardwareType).encode()));
  }

  @When("the attesting-environment is asked for evidence of an unknown environment")
  public void unknownEnvironment() {
    world.act(
        scene -> {
          scene.stimuli().launch();
          scene.stimuli().evidence(Bytes.utf8("never launched.."), Bytes.zero(REPORT_DATA_SIZE));
        });
  }

  @When("the attesting-environment is asked for evidence with recognisable octets")
  public void recognisableOctets() {
    world.act(
        scene -> {
          Bytes octets = scene.data().padRight(REPORT_DATA_SIZE - 1);
          scene
              .stimuli()
              .evidence(
                  scene.stimuli().launch().environment(), Bytes.concat(octets, Bytes.of(0xa5)));
        });
  }

  @When("the verifier is asked to appraise evidence in a teep-agent's token with the flaw {kebab}")
  public void appraisesToken(String flaw) {
    world.verifier().needsAgentTokens();
    world.act(scene -> scene.stimuli().appraise(AgentTokenFlaw.of(flaw)));
  }

  @When("the verifier is asked to appraise evidence with the flaw {kebab}")
  public void verifierIsAsked(String flaw) {
    world.act(scene -> scene.stimuli().appraise(EvidenceFlaw.of(flaw)));
  }

  @When("the tam is sent a GET")
  public void tamIsSentGet() {
    world.act(
        scene ->
            scene
                .stimuli()
                .send(
                    RoleId.TEEP_BROKER,
                    "GET",
                    scene.address(RoleId.TAM) + "/teep",
                    Map.of("accept", Message.TEEP),
                    Bytes.EMPTY));
  }

  @When("the middleware is asked for attestation without TLS")
  public void inTheClear() {
    needsPlacements();
    world.act(
        scene -> {
          scene.stimuli().ownerAsks("analytics", scene.machine().format());
          scene.stimuli().askInTheClear(new AttestationRequest(Bytes.zero(16)).encode());
        });
  }

  /**
   * What goes through M/OC has the TAM place a request; TEEP has no message for that, and a TAM
   * that is judged has to do it itself.
   */
  private void needsPlacements() {
    if (world.judgesTam() && world.foreign(RoleId.TAM).isPresent()) {
      world.inapplicable("the recipe gives the TAM's TEEP address and none for placements");
    }
  }
}
