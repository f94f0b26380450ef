package org.ccican.conformance.step;

import io.cucumber.java.en.Then;
import java.util.HashMap;
import java.util.Map;
import org.ccican.role.RoleId;

/** Then: what was to be seen of TEEP and of TEEP over HTTP. */
public final class TeepSteps {

  private final World world;

  public TeepSteps(World world) {
    this.world = world;
  }

  @Then("every TEEP message of the {role} is valid and signed by it")
  public void validAndSigned(RoleId role) {
    world.expect("teep-valid", signer(role));
    world.expect("teep-signed", signer(role));
  }

  @Then("each message of the {role} is a COSE_Sign1 that its key verifies")
  public void signed(RoleId role) {
    world.expect("teep-signed", signer(role));
  }

  @Then("every {word} of the tam is valid")
  public void valid(String type) {
    world.expect("teep-valid", Map.of("role", "tam", "type", type));
  }

  @Then("the tam sends a QueryRequest before an Update")
  public void queryFirst() {
    world.expect("query-before-update", Map.of());
  }

  @Then("the tam sends an Update with a manifest")
  public void update() {
    world.expect("updates", Map.of("at-least", "1"));
  }

  @Then("the tam sends exactly one Update with a manifest")
  public void oneUpdate() {
    world.expect("updates", Map.of("exactly", "1"));
  }

  @Then("the tam sends no Update with a manifest")
  public void noUpdate() {
    world.expect("updates", Map.of("exactly", "0"));
  }

  @Then("every {word} has the token of its {word}")
  public void tokenOf(String answer, String request) {
    world.expect("token-repeated", Map.of("answer", answer, "request", request));
  }

  @Then("every Error is valid and has the token of the message it answers")
  public void errorToken() {
    world.expect("teep-valid", Map.of("role", "teep-agent", "type", "Error"));
    world.expect("token-repeated", Map.of("answer", "Error", "request", "Update"));
  }

  @Then("every QueryResponse has an attestation payload for its challenge")
  public void attestationAnswered() {
    world.expect("attestation-answered", Map.of());
  }

  @Then("the teep-agent reports Success for the Update")
  public void success() {
    world.expect("successes", Map.of("at-least", "1"));
  }

  @Then("the teep-agent reports Success for both Updates")
  public void successes() {
    world.expect("successes", Map.of("exactly", "2"));
  }

  @Then("the teep-agent reports Success for all three Updates")
  public void threeSuccesses() {
    world.expect("successes", Map.of("exactly", "3"));
  }

  @Then("the teep-agent reports no Success")
  public void noSuccess() {
    world.expect("successes", Map.of("exactly", "0"));
  }

  @Then("the teep-agent answers the altered message with an Error")
  public void errorToAltered() {
    world.expect("agent-error", Map.of("to", "altered"));
  }

  @Then("the teep-agent answers the altered message with error {errorCode}")
  public void errorToAltered(String code) {
    world.expect("agent-error", Map.of("to", "altered", "code", code));
  }

  @Then("the teep-agent answers the Update with error {errorCode}")
  public void errorToUpdate(String code) {
    world.expect("agent-error", Map.of("to", "first-update", "code", code));
  }

  @Then("the teep-agent answers the second Update with error {errorCode}")
  public void errorToSecondUpdate(String code) {
    world.expect("agent-error", Map.of("to", "second-update", "code", code));
  }

  @Then("the tam answers the empty request with a QueryRequest")
  public void begins() {
    world.expect("http-begins", Map.of());
  }

  @Then("the first request of the teep-broker to the tam is empty and accepts TEEP")
  public void firstRequest() {
    world.expect("http-first-request", Map.of());
  }

  @Then("each message that the teep-broker posts to the tam has the TEEP media type and accepts it")
  public void postedMediaType() {
    world.expect("http-posted-media-type", Map.of());
  }

  @Then("the teep-broker hands on every body of the tam and nothing after the empty one")
  public void sessionEnds() {
    world.expect("http-session-end", Map.of());
  }

  @Then("the tam answers the Success with status {word}")
  public void statusToSuccess(String status) {
    world.expect("http-status", Map.of("to", "Success", "status", status));
  }

  @Then("the tam answers the altered message with status {word}")
  public void statusToAltered(String status) {
    world.expect("http-status", Map.of("to", "altered", "status", status));
  }

  @Then("each response of the tam with content has the TEEP media type and forbids sniffing")
  public void headers() {
    world.expect("http-content-headers", Map.of());
  }

  @Then("the tam refuses the method")
  public void methodRefused() {
    world.expect("http-method-refused", Map.of());
  }

  /** The TAM's key is known beforehand; the Agent's is the one that its evidence names. */
  private Map<String, String> signer(RoleId role) {
    Map<String, String> arguments = new HashMap<>(Map.of("role", role.id()));
    if (role == RoleId.TAM) {
      arguments.put("key", world.scene().tamKey().toHex());
    }
    return arguments;
  }
}
