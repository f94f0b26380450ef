package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.answer;
import static org.ccican.role.Peers.ask;
import static org.ccican.role.Peers.reply;
import static org.ccican.role.Peers.status;

import java.util.Optional;
import org.ccican.message.AgentMessage.Contact;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.message.ProvisioningMessage.Placement;
import org.ccican.message.ProvisioningMessage.PlacementRequest;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles that begin without any CBOR. */
class TriggerTest {

  private static final Bytes ENVIRONMENT =
      new EnvironmentCreated(Bytes.hex("aabb"), "http://agent", "https://middleware/x").encode();

  private final TeepBroker broker = new TeepBroker(CHECKS);

  @Test
  void brokerOpensASessionWithTheTamThatIsNamed() throws Rejected {
    Turn.Ask create =
        ask(begin(broker, "c/imaging/tdx/http://tam/1/teep"), RoleId.PLATFORM, "environments");
    Turn.Ask told =
        ask(create.next().then(answer(ENVIRONMENT)), RoleId.TEEP_AGENT, "component-requests");
    Bytes contact = new Contact("http://tam/1/teep", Optional.empty()).encode();
    Turn.Ask first = ask(told.next().then(answer(contact)), RoleId.TAM, "");
    assertThat(first.address()).isEqualTo("http://tam/1/teep");

    assertThat(reply(first.next().then(status(204))).body().toText())
        .isEqualTo("https://middleware/x\n");
  }

  @Test
  void sameCaseIsForTheSameEnvironment() throws Rejected {
    Turn.Ask create =
        ask(begin(broker, "c/imaging/tdx/http://tam"), RoleId.PLATFORM, "environments");
    Turn.Ask told =
        ask(create.next().then(answer(ENVIRONMENT)), RoleId.TEEP_AGENT, "component-requests");
    Turn.Reply nothingToDo = reply(told.next().then(status(204)));
    assertThat(nothingToDo.body().toText()).isEqualTo("https://middleware/x\n");

    Turn.Ask again = ask(begin(broker, "c/imaging/tdx/http://tam"), RoleId.TAM, "");
    assertThat(again.address()).isEqualTo("http://tam");
    ask(begin(broker, "d/imaging/tdx/http://tam"), RoleId.PLATFORM, "environments");
  }

  @Test
  void mocPlacesAndWakesAndSaysWhereTheMiddlewareIs() throws Rejected {
    Turn.Ask placing = ask(begin(new Moc(CHECKS), "c/imaging/tdx"), RoleId.TAM, "placements");
    Bytes request = PlacementRequest.parse(placing.message().body(), CHECKS).request();
    Turn.Ask waking =
        ask(
            placing.next().then(answer(new Placement(request, "http://tam", "m").encode())),
            RoleId.TEEP_BROKER,
            "wake-ups");
    assertThat(WakeUp.parse(waking.message().body(), CHECKS))
        .isEqualTo(new WakeUp(request, "http://tam", "imaging", "tdx"));
    assertThat(
            reply(waking.next().then(answer(new Provisioned(request, "https://m").encode())))
                .body()
                .toText())
        .isEqualTo("https://m\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c", "c/imaging", "c//tdx/http://tam", "c/imaging/tdx"})
  void refusesATriggerThatNamesTooLittle(String item) {
    Rejected rejected = catchThrowableOfType(Rejected.class, () -> begin(broker, item));

    assertThat(rejected.reason()).isEqualTo(Reason.MISSING_FIELD);
  }

  private static Turn begin(Role role, String item) throws Rejected {
    return role.receive(new Message("triggers", item, "", Bytes.EMPTY));
  }
}
