package org.ccican.conformance.step;

import io.cucumber.java.en.Then;
import java.util.Map;
import org.ccican.role.RoleId;

/** Then: what was to be seen between roles, whatever they said. */
public final class ObservationSteps {

  private final World world;

  public ObservationSteps(World world) {
    this.world = world;
  }

  @Then("the {role} asks the {role} for {kebab}")
  public void asks(RoleId from, RoleId to, String resource) {
    world.sight().needs(from, to);
    world.expect("asks", Map.of("from", from.id(), "to", to.id(), "resource", resource));
  }

  @Then("the {role} does not ask the {role} for {kebab}")
  public void asksNot(RoleId from, RoleId to, String resource) {
    world.sight().needs(from, to);
    world.expect("asks-not", Map.of("from", from.id(), "to", to.id(), "resource", resource));
  }

  @Then("the {role} asks the {role} for {kebab} after it asked the {role} for {kebab}")
  public void asksAfter(
      RoleId from, RoleId to, String resource, RoleId earlier, String earlierResource) {
    world.sight().needs(from, to);
    world.sight().needs(from, earlier);
    world.expect(
        "asks-after",
        Map.of(
            "from", from.id(),
            "to", to.id(),
            "resource", resource,
            "earlier-to", earlier.id(),
            "earlier-resource", earlierResource));
  }

  @Then("the {role} refuses the {word} request as {kebab}")
  public void refuses(RoleId role, String resource, String reason) {
    world.expect("refuses", Map.of("role", role.id(), "resource", resource, "reason", reason));
  }

  @Then("the moc grants the request after the teep-broker has answered")
  public void grants() {
    world.expect("grants-after-provisioning", Map.of());
  }

  @Then("the platform launches the TEEP Agent that the network trusts")
  public void launchesAgent() {
    world.expect("launches", Map.of("image", world.scene().agentImage().toHex()));
  }

  @Then("the tam asks the middleware-repository for {kebab} on {kebab}")
  public void queries(String applicationType, String hardwareType) {
    world.expect("middleware-query", types(applicationType, hardwareType));
  }

  @Then("the middleware-repository gives a package for {kebab} on {kebab}")
  public void gives(String applicationType, String hardwareType) {
    world.expect("middleware-package", types(applicationType, hardwareType));
  }

  @Then("the middleware-repository gives two different packages")
  public void givesDifferent() {
    world.expect("middleware-packages-differ", Map.of());
  }

  @Then("the Update holds middleware for {kebab} on {kebab}")
  public void updateHolds(String applicationType, String hardwareType) {
    world.expect("update-holds", types(applicationType, hardwareType));
  }

  @Then("the teep-broker hands on every TEEP message unchanged")
  public void relays() {
    world.expect("relayed-unchanged", Map.of());
  }

  @Then("no secret of the application-owner reaches anybody but the middleware")
  public void confined() {
    world.expect("secrets-confined", secrets());
  }

  @Then("the application-owner sends neither application nor data")
  public void withholds() {
    world.expect("secrets-withheld", secrets());
  }

  @Then("the application-owner sends no data")
  public void withholdsData() {
    world.expect("secrets-withheld", Map.of("data", world.scene().data().toHex()));
  }

  @Then("the application-owner sends application and data, each after a positive appraisal")
  public void sendsAfterAppraisal() {
    world.expect(
        "secrets-after-appraisal",
        Map.of(
            "application", world.scene().application().code().toHex(),
            "data", world.scene().data().toHex(),
            "verifier-key", world.scene().verifierKey().toHex()));
  }

  @Then("the application-owner attests again between application and data")
  public void attestsAgain() {
    world.expect("attested-between", secrets());
  }

  @Then("the middleware returns the result of the {kebab} application")
  public void result(String application) {
    world.expect(
        "result", Map.of("application", application, "data", world.scene().data().toHex()));
  }

  private Map<String, String> secrets() {
    return Map.of(
        "application", world.scene().application().code().toHex(),
        "data", world.scene().data().toHex());
  }

  private static Map<String, String> types(String applicationType, String hardwareType) {
    return Map.of("application-type", applicationType, "hardware-type", hardwareType);
  }
}
