package org.ccican.conformance.step;

import io.cucumber.java.en.Then;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ccican.conformance.sut.SutRole;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;

/** Then: what was to be seen of evidence, its way and its appraisal. */
public final class EvidenceSteps {

  private final World world;

  public EvidenceSteps(World world) {
    this.world = world;
  }

  @Then("the attesting-environment launches an environment and gives evidence for it")
  public void launchedAndAttested() {
    world.expect("launched-and-attested", Map.of());
  }

  @Then("the two environments have different measurements")
  public void measurementsDiffer() {
    world.expect("measurements-differ", Map.of());
  }

  @Then("the two environments have different registers")
  public void registersDiffer() {
    world.expect("registers-differ", Map.of());
  }

  @Then("the evidence verifies with the key of its endorsement")
  public void signedByHardware() {
    Map<String, String> arguments = new HashMap<>(world.trust());
    String pinned = world.scene().machine().pinnedKeys();
    Optional<SutRole> foreign = world.foreign(RoleId.ATTESTING_ENVIRONMENT);
    List<Bytes> theirs = foreign.map(SutRole::pinned).orElse(List.of());
    if (foreign.isPresent()) {
      pinned = theirs.stream().map(Bytes::toHex).collect(Collectors.joining(" "));
      arguments.put(
          "nobody",
          "it came without certificate, and attesting-environment.trust names no public key");
    }
    if (!pinned.isEmpty()) {
      arguments.put("pinned", pinned);
    }
    world.expect("evidence-signed", arguments);
  }

  @Then("the evidence carries the report data of its request")
  public void reportData() {
    world.expect("report-data-verbatim", Map.of());
  }

  @Then("the attested event log names the middleware of the Update")
  public void logNamesMiddleware() {
    world.expect("log-names-middleware", Map.of());
  }

  @Then("the middleware that answers is the one of the Update")
  public void middlewareIsUpdates() {
    world.expect("log-names-middleware", Map.of());
  }

  @Then("the attested event log names the application of the application-owner")
  public void logNamesApplication() {
    world.expect(
        "log-names-application", Map.of("application", world.scene().application().code().toHex()));
  }

  @Then("the middleware answers each attestation request with a collection of evidence")
  public void answersWithEvidence() {
    world.expect("attestation-answers", Map.of());
  }

  @Then("the evidence that the middleware returns is the attesting-environment's")
  public void evidenceHandedOn() {
    world.expect("evidence-handed-on", Map.of());
  }

  @Then(
      "the middleware asks the attesting-environment for evidence each time it is asked for"
          + " attestation")
  public void evidenceRequested() {
    world.expect("evidence-each-time", Map.of());
  }

  @Then("each evidence request of the middleware carries the digest of its claims")
  public void requestCarriesClaims() {
    world.expect("evidence-request-bound", Map.of());
  }

  @Then("each collection of evidence holds the nonce of its request")
  public void nonceAnswered() {
    world.expect("nonce-answered", Map.of());
  }

  @Then("the claims of each collection are what its evidence binds")
  public void claimsBound() {
    world.expect("claims-bound", Map.of());
  }

  @Then("the key of the secure connection is the one in the evidence")
  public void channelKey() {
    world.expect("channel-key-attested", Map.of());
  }

  @Then("everything between application-owner and middleware goes over TLS 1.3")
  public void tls() {
    world.expect("tls13", Map.of());
  }

  @Then("the middleware answers nothing in the clear")
  public void nothingInTheClear() {
    world.expect("nothing-in-the-clear", Map.of());
  }

  @Then("every nonce of the application-owner has 8 to 64 octets and none comes twice")
  public void nonces() {
    world.expect("nonces-fresh", Map.of());
  }

  @Then("the verifier accepts each appraisal")
  public void accepts() {
    world.expect("verifier-accepts", Map.of("verifier-key", world.scene().verifierKey().toHex()));
  }

  @Then("the verifier refuses an appraisal as {kebab}")
  public void refuses(String reason) {
    world.expect(
        "verifier-refuses",
        Map.of("verifier-key", world.scene().verifierKey().toHex(), "reason", reason));
  }
}
