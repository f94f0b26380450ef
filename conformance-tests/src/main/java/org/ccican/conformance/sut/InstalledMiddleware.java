package org.ccican.conformance.sut;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ccican.check.Checks;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Middleware in a device of the target's: all that the suite sees of the device is that its Broker,
 * woken up, says where the middleware answers.
 */
interface InstalledMiddleware extends Connection {

  @Override
  default Set<RoleId> plays() {
    return Device.ROLES;
  }

  @Override
  default Map<RoleId, Endpoint> endpoints(Situation situation) {
    Map<RoleId, Endpoint> endpoints = new HashMap<>();
    for (RoleId each : Device.ROLES) {
      endpoints.put(each, Device.hidden(each, situation));
    }
    endpoints.put(RoleId.TEEP_BROKER, endpoint(situation));
    return endpoints;
  }

  /** The Broker that is asked for middleware. */
  @Override
  default Endpoint endpoint(Situation situation) {
    Function<WakeUp, HttpReply> installer = installer(situation);
    return call ->
        call.resource().equals("wake-ups")
            ? woken(call.body(), installer)
            : Unsayable.because(
                situation.log(), "nobody but the middleware is asked for " + call.resource());
  }

  /** How middleware is come by in one scenario; {@link #at} is the answer if it is. */
  Function<WakeUp, HttpReply> installer(Situation situation);

  private static HttpReply woken(Bytes body, Function<WakeUp, HttpReply> installer) {
    try {
      return installer.apply(WakeUp.parse(body, Checks.unbroken()));
    } catch (Rejected e) {
      return said(422, Refusal.of(e).encode());
    }
  }

  /**
   * The Broker's answer.
   *
   * @param url below which the middleware has its resources
   */
  static HttpReply at(String url, WakeUp wakeUp) {
    return said(200, new Provisioned(wakeUp.request(), url.replaceFirst("/$", "")).encode());
  }

  private static HttpReply said(int status, Bytes body) {
    return new HttpReply(status, Map.of("content-type", Message.CCICAN), body);
  }
}
