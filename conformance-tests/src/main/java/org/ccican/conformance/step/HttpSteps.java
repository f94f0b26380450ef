package org.ccican.conformance.step;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.ccican.conformance.specimen.Specimen;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;

/** TEEP over HTTP at the level of HTTP: headers, statuses, and what a session is. */
public final class HttpSteps {

  private final World world;

  public HttpSteps(World world) {
    this.world = world;
  }

  /** The request headers of an Accept, by what they mean. */
  @ParameterType("TEEP|anything|any application|web pages|nothing")
  public Map<String, String> accepted(String what) {
    return switch (what) {
      case "TEEP" -> Map.of("accept", Message.TEEP);
      case "anything" -> Map.of("accept", "*/*");
      case "any application" -> Map.of("accept", "text/html, application/*;q=0.5");
      case "web pages" -> Map.of("accept", "text/html");
      default -> Map.of();
    };
  }

  /** The request headers of a message, by what they say of its type. */
  @ParameterType("without its media type|with its media type in capitals")
  public Map<String, String> named(String how) {
    Map<String, String> headers = new HashMap<>(Map.of("accept", Message.TEEP));
    if (how.startsWith("with ")) {
      headers.put("content-type", Message.TEEP.toUpperCase(Locale.ROOT));
    }
    return headers;
  }

  @When("the tam is sent an empty request that accepts {accepted}")
  public void empty(Map<String, String> headers) {
    world.act(scene -> scene.stimuli().askTam("an empty request", headers, Bytes.EMPTY));
  }

  @When("the tam is sent octets that are no TEEP message")
  public void octets() {
    world.act(
        scene ->
            scene
                .stimuli()
                .askTam(
                    "octets that are no TEEP message",
                    Map.of("accept", Message.TEEP, "content-type", Message.TEEP),
                    Bytes.utf8("no message")));
  }

  @When("a teep-agent posts {specimen}, {named}")
  public void posts(Specimen specimen, Map<String, String> headers) {
    world.actAs(
        RoleId.TEEP_AGENT, scene -> scene.playedAgent("first").session().post(specimen, headers));
  }

  @When("the teep-broker opens a session for {kebab} on {kebab} with a tam that nobody runs")
  public void nobody(String applicationType, String hardwareType) {
    world.act(scene -> scene.stimuli().brokerOpensWithNobody(applicationType, hardwareType));
  }

  @Then("the tam refuses the request with status {word}")
  public void refusedWith(String status) {
    world.expect("http-refused", Map.of("role", RoleId.TAM.id(), "status", status));
  }

  @Then("the tam refuses the request with an error")
  public void refused() {
    world.expect("http-refused", Map.of("role", RoleId.TAM.id()));
  }

  @Then("the tam sends no message for it")
  public void noMessage() {
    world.expect("http-no-message", Map.of("role", RoleId.TAM.id()));
  }

  @Then("the tam says that it failed")
  public void failed() {
    world.expect("http-failed", Map.of("role", RoleId.TAM.id()));
  }

  @Then("no two QueryRequests of the tam can be taken for one another")
  public void queriesDiffer() {
    world.expect("queries-differ", Map.of());
  }

  @Then("every response of the tam is without cookie")
  public void noCookieSet() {
    world.expect("http-no-cookie", Map.of("direction", "response"));
  }

  @Then("every request of the teep-broker is without cookie")
  public void noCookieSent() {
    world.expect("http-no-cookie", Map.of("direction", "request"));
  }

  @Then("every request of the teep-broker to the tam is a POST")
  public void posts() {
    world.expect("http-posts", Map.of());
  }

  @Then("the first request of the teep-broker to the tam says that it is empty")
  public void saysEmpty() {
    world.expect("http-says-empty", Map.of());
  }

  @Then("the teep-broker posts each message of the teep-agent as it is")
  public void posted() {
    world.expect("http-verbatim", Map.of("from", "teep-agent", "to", "tam"));
  }

  @Then("the teep-broker hands on each message of the tam as it is")
  public void handedOn() {
    world.expect("http-verbatim", Map.of("from", "tam", "to", "teep-agent"));
  }

  @Then("the teep-broker sends the tam nothing after that")
  public void silent() {
    world.expect("http-silent", Map.of());
  }

  @Then("the teep-broker reports success to the moc")
  public void reportsSuccess() {
    world.expect("http-reports", Map.of("success", "true"));
  }

  @Then("the teep-broker reports failure to the moc")
  public void reportsFailure() {
    world.expect("http-reports", Map.of("success", "false"));
  }
}
