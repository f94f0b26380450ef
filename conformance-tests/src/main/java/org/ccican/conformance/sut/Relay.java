package org.ccican.conformance.sut;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpCaller;
import org.ccican.transport.HttpListener;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Stands where a Broker would while the Agent behind the target's Broker is judged: carries a
 * session between the scenario's TAM and that Agent, so that each message passes the suite on
 * either side and can be altered there. The target's own Broker sees a session with one TAM.
 */
final class Relay implements Endpoint {

  private static final int EXCHANGES = 16;

  private final SessionAgent agent;
  private final Situation situation;
  private final HttpCaller caller;

  /**
   * @param agent what answers at the Agent's listener
   */
  Relay(SutRole role, SessionAgent agent, Situation situation) {
    this.agent = agent;
    this.situation = situation;
    this.caller =
        new HttpCaller(
            HttpCaller.client(),
            any -> "",
            role.limits().response().multipliedBy(2),
            situation.hosts(),
            Checks.unbroken());
  }

  @Override
  public HttpReply handle(HttpCall call) {
    if (!call.resource().equals("wake-ups")) {
      return Unsayable.because(
          situation.log(), "a trigger cannot say " + call.resource() + " to the teep-broker");
    }
    try {
      return carry(WakeUp.parse(call.body(), Checks.unbroken()));
    } catch (Rejected e) {
      return new HttpReply(422, Map.of("content-type", Message.CCICAN), Refusal.of(e).encode());
    }
  }

  private HttpReply carry(WakeUp wakeUp) throws Rejected {
    String item = wakeUp.request().toHex();
    Optional<Bytes> first = agent.begin(item, wakeUp.applicationType());
    if (first.isEmpty()) {
      return HttpReply.empty(0);
    }
    Bytes toTam = first.get();
    for (int exchange = 0; exchange < EXCHANGES; exchange++) {
      Bytes toAgent = body(post(wakeUp.tamUri(), toTam), "TAM");
      if (toAgent.isEmpty()) {
        break;
      }
      String uri = situation.addresses().apply(RoleId.TEEP_AGENT) + "/teep/" + item;
      toTam = body(post(uri, toAgent), "TEEP Agent");
      if (toTam.isEmpty()) {
        break;
      }
    }
    return new HttpReply(
        200,
        Map.of("content-type", Message.CCICAN),
        new Provisioned(wakeUp.request(), agent.end(item)).encode());
  }

  private HttpReply post(String uri, Bytes octets) {
    Map<String, String> headers = new HashMap<>();
    headers.put(HttpListener.FROM, RoleId.TEEP_BROKER.id());
    headers.put("accept", Message.TEEP);
    if (!octets.isEmpty()) {
      headers.put("content-type", Message.TEEP);
    }
    return caller.send("POST", uri, headers, octets).reply();
  }

  private static Bytes body(HttpReply reply, String whose) throws Rejected {
    if (reply.status() < 200 || reply.status() > 299) {
      throw new Rejected(
          Reason.NOT_AVAILABLE, "evidence.answer.refused", whose + " answered " + reply.status());
    }
    return reply.body();
  }
}
