package org.ccican.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ccican.role.Peers.CHECKS;
import static org.ccican.role.Peers.REQUEST;
import static org.ccican.role.Peers.answer;
import static org.ccican.role.Peers.ask;
import static org.ccican.role.Peers.reply;
import static org.ccican.role.Peers.status;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ccican.message.AgentMessage.ComponentRequest;
import org.ccican.message.AgentMessage.Contact;
import org.ccican.message.ProvisioningMessage.CreateEnvironment;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class TeepBrokerTest {

  private static final String TAM = "http://tam/teep/1";
  private static final Bytes ENVIRONMENT = Bytes.hex("aabb");

  private final TeepBroker broker = new TeepBroker(CHECKS);

  @Test
  void hasAnEnvironmentMadeBeforeItCallsTheTam() throws Rejected {
    Turn.Ask create = create();
    assertThat(CreateEnvironment.parse(create.message().body(), CHECKS).hardwareType())
        .isEqualTo("sev-snp");

    Turn.Ask component =
        ask(create.next().then(created()), RoleId.TEEP_AGENT, "component-requests");
    assertThat(component.address()).isEqualTo("http://agent");
    assertThat(component.message().item()).isEqualTo("aabb");
    assertThat(ComponentRequest.parse(component.message().body(), CHECKS).applicationType())
        .isEqualTo("imaging");

    Turn.Ask first = ask(component.next().then(contact()), RoleId.TAM, "");
    assertThat(first.address()).isEqualTo(TAM);
    assertThat(first.message()).isEqualTo(new Message("", "", "", Bytes.EMPTY));
  }

  @Test
  void relaysAnyOctetsUnreadAndUnchanged() throws Rejected {
    Random random = new Random(17);
    Turn.Ask toTam = opened();
    for (int exchange = 0; exchange < 5; exchange++) {
      Bytes fromTam = anything(random);
      Turn.Ask toAgent = ask(toTam.next().then(teep(fromTam)), RoleId.TEEP_AGENT, "teep");
      assertThat(toAgent.address()).isEqualTo("http://agent");
      assertThat(toAgent.message()).isEqualTo(new Message("teep", "aabb", Message.TEEP, fromTam));

      Bytes fromAgent = anything(random);
      toTam = ask(toAgent.next().then(teep(fromAgent)), RoleId.TAM, "");
      assertThat(toTam.address()).isEqualTo(TAM);
      assertThat(toTam.message()).isEqualTo(new Message("", "", Message.TEEP, fromAgent));
    }
  }

  @Test
  void endsWhenTheTamHasNothingToSay() throws Rejected {
    Turn end = opened().next().then(status(204));

    assertThat(Provisioned.parse(reply(end).body(), CHECKS))
        .isEqualTo(new Provisioned(REQUEST, "https://middleware"));
  }

  @Test
  void endsWhenTheAgentHasNothingToSay() throws Rejected {
    Turn.Ask toAgent = ask(opened().next().then(teep(Bytes.of(1))), RoleId.TEEP_AGENT, "teep");

    assertThat(reply(toAgent.next().then(status(204))).status()).isEqualTo(200);
  }

  @Test
  void leavesATamThatNeverEnds() throws Rejected {
    Turn.Ask toTam = opened();
    for (int exchange = 1; exchange < 16; exchange++) {
      toTam = ask(another(toTam), RoleId.TAM, "");
    }
    Turn.Ask last = toTam;

    Rejected refusal = catchThrowableOfType(Rejected.class, () -> another(last));
    assertThat(refusal.check()).isEqualTo("broker.session.end");
  }

  @Test
  void saysWhatFailed() throws Rejected {
    Turn.Ask create = create();
    Turn.Ask toTam = opened();

    assertThat(
            catchThrowableOfType(
                    Rejected.class, () -> create.next().then(Peers.refusal(Reason.NOT_AVAILABLE)))
                .reason())
        .isEqualTo(Reason.NOT_AVAILABLE);
    for (int failure : new int[] {0, 302, 400, 415, 500}) {
      Turn.Ask told = ask(toTam.next().then(status(failure)), RoleId.TEEP_AGENT, "process-errors");
      assertThat(catchThrowableOfType(Rejected.class, () -> told.next().then(status(204))))
          .hasMessageContaining("TAM answered " + failure);
    }
  }

  private static Turn another(Turn.Ask toTam) throws Rejected {
    Turn.Ask toAgent = ask(toTam.next().then(teep(Bytes.of(1))), RoleId.TEEP_AGENT, "teep");
    return toAgent.next().then(teep(Bytes.of(2)));
  }

  private Turn.Ask create() throws Rejected {
    Bytes wakeUp = new WakeUp(REQUEST, TAM, "imaging", "sev-snp").encode();
    return ask(broker.receive(Message.of("wake-ups", wakeUp)), RoleId.PLATFORM, "environments");
  }

  private Turn.Ask opened() throws Rejected {
    Turn component = create().next().then(created());
    return ask(
        ask(component, RoleId.TEEP_AGENT, "component-requests").next().then(contact()),
        RoleId.TAM,
        "");
  }

  @Test
  void goesWhereTheAgentSaysWithWhatTheAgentHasToSay() throws Rejected {
    Turn component = create().next().then(created());
    Answer elsewhere = answer(new Contact("http://other/tam", Optional.of(Bytes.of(9))).encode());

    Turn.Ask first =
        ask(
            ask(component, RoleId.TEEP_AGENT, "component-requests").next().then(elsewhere),
            RoleId.TAM,
            "");
    assertThat(first.address()).isEqualTo("http://other/tam");
    assertThat(first.message()).isEqualTo(new Message("", "", Message.TEEP, Bytes.of(9)));
  }

  @Test
  void reportsSuccessWhereTheAgentHasNothingToDo() throws Rejected {
    Turn component = create().next().then(created());

    Turn end = ask(component, RoleId.TEEP_AGENT, "component-requests").next().then(status(204));
    assertThat(reply(end).status()).isEqualTo(200);
  }

  @Test
  void asksForPolicyChangesUntilTheAgentHasNone() throws Rejected {
    Bytes environment = new EnvironmentCreated(ENVIRONMENT, "http://agent", "").encode();
    Turn turn = broker.receive(Message.of("policy-checks", environment));
    for (String uri : List.of("http://one/tam", "http://two/tam")) {
      Answer there = answer(new Contact(uri, Optional.empty()).encode());
      Turn.Ask toTam =
          ask(ask(turn, RoleId.TEEP_AGENT, "policy-checks").next().then(there), RoleId.TAM, "");
      assertThat(toTam.address()).isEqualTo(uri);
      turn = toTam.next().then(status(204));
    }

    Turn end = ask(turn, RoleId.TEEP_AGENT, "policy-checks").next().then(status(204));
    assertThat(reply(end).status()).isEqualTo(204);
  }

  private static Answer contact() {
    return answer(new Contact(TAM, Optional.empty()).encode());
  }

  private static Answer created() {
    return answer(
        new EnvironmentCreated(ENVIRONMENT, "http://agent", "https://middleware").encode());
  }

  private static Answer teep(Bytes octets) {
    return new Answer(200, Message.TEEP, octets, Optional.empty());
  }

  private static Bytes anything(Random random) {
    byte[] octets = new byte[1 + random.nextInt(300)];
    random.nextBytes(octets);
    return Bytes.of(octets);
  }
}
