package org.ccican.conformance.step;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import org.ccican.conformance.driver.Scene;
import org.ccican.role.RoleId;

/** The packaging cases of the successor draft: packages that are brought, and their order. */
public final class PackagingSteps {

  private final World world;

  public PackagingSteps(World world) {
    this.world = world;
  }

  /** Steps of a load sequence, in their order. */
  @ParameterType("[a-z]+(?:-[a-z]+)*(?:, [a-z]+(?:-[a-z]+)*)*")
  public String loads(String steps) {
    return steps;
  }

  @Given("the middleware-repository offers a package with personal data")
  public void personalPackage() {
    world.act(scene -> scene.packages().offerPersonal());
  }

  @When(
      "the application-owner brings the packages of case {int} for a confidential {kebab} on"
          + " {kebab}")
  public void brings(int packaging, String instanceType, String hardwareType) {
    bring(packaging, instanceType, hardwareType, true);
  }

  @When(
      "the application-owner brings the packages of case {int}, without user application, for a"
          + " confidential {kebab} on {kebab}")
  public void bringsLess(int packaging, String instanceType, String hardwareType) {
    bring(packaging, instanceType, hardwareType, false);
  }

  @Then("the load sequence is {loads}")
  public void sequence(String steps) {
    Scene scene = world.scene();
    world.expect(
        "load-sequence",
        Map.of(
            "sequence", steps,
            "user-application", scene.userApplication().toHex(),
            "application", scene.application().code().toHex(),
            "personal-data", scene.data().toHex(),
            "verifier-key", scene.verifierKey().toHex()));
  }

  @Then("the personal data reach nobody but the middleware")
  public void confined() {
    world.expect("secrets-confined", Map.of("data", world.scene().data().toHex()));
  }

  @Then("the teep-broker is brought no user application")
  public void noUserApplication() {
    for (String from : List.of("moc", "application-owner", "middleware")) {
      world.expect(
          "asks-not", Map.of("from", from, "to", "teep-broker", "resource", "user-applications"));
    }
  }

  /** It asks for a device once, with nothing in it. */
  @Then("the application-owner brings neither application nor data")
  public void bringsNothing() {
    world.expect(
        "secrets-withheld",
        Map.of(
            "application", world.scene().application().code().toHex(),
            "data", world.scene().data().toHex()));
    world.expect(
        "asks-not",
        Map.of("from", "application-owner", "to", "middleware", "resource", "encryption-keys"));
  }

  @Then("no message shows the personal data")
  public void sealed() {
    world.expect("personal-data-sealed", Map.of("personal-data", world.scene().data().toHex()));
  }

  @Then("the middleware answers the {word} with what the application makes of the personal data")
  public void result(String resource) {
    world.owner().needsResult();
    world.expect(
        "package-result",
        Map.of("resource", resource, "personal-data", world.scene().data().toHex()));
  }

  private void bring(int packaging, String instanceType, String hardwareType, boolean user) {
    if (world.foreign(RoleId.TAM).isPresent()) {
      world.inapplicable("the recipe gives the TAM's TEEP address and none for placements");
    }
    world.owner().needsPackages();
    world.device().needsPackages();
    world.act(scene -> scene.stimuli().ownerBrings(packaging, instanceType, hardwareType, user));
  }
}
