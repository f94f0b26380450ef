package org.ccican.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.EventLog;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.message.AttestationMessage.EvidenceRequest;
import org.ccican.message.ProvisioningMessage.EnvironmentCreated;
import org.ccican.message.ProvisioningMessage.LaunchRequest;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * Evidence of one environment for whoever posts 64 octets of report data, as a CMW collection of
 * {@code evidence}, {@code endorsement-N} and {@code register-log}.
 */
final class EvidenceEndpoint implements Endpoint {

  private final Endpoint hardware;
  private final Bytes environment;

  /**
   * @param hardware the Attesting Environment, which launches an environment for this
   * @throws IllegalStateException if it does not
   */
  EvidenceEndpoint(Endpoint hardware, Bytes agentImage) {
    this.hardware = hardware;
    HttpReply launched = hardware.handle(call("launches", new LaunchRequest(agentImage).encode()));
    try {
      this.environment = EnvironmentCreated.parse(launched.body(), Checks.unbroken()).environment();
    } catch (Rejected e) {
      throw new IllegalStateException("the reference's Agent is not launched", e);
    }
  }

  @Override
  public HttpReply handle(HttpCall call) {
    if (!call.method().equals("POST")) {
      return new HttpReply(405, Map.of("allow", "POST"), Bytes.EMPTY);
    }
    HttpReply reply =
        hardware.handle(call("evidence", new EvidenceRequest(environment, call.body()).encode()));
    if (reply.status() != 200) {
      return reply;
    }
    try {
      EvidenceAnswer answer = EvidenceAnswer.parse(reply.body(), Checks.unbroken());
      Map<String, CmwCollection.Item> items = new LinkedHashMap<>();
      items.put(
          "evidence",
          new CmwCollection.Item(answer.format(), answer.evidence(), CmwCollection.EVIDENCE));
      int number = 1;
      for (Bytes each : answer.endorsements()) {
        items.put(
            "endorsement-" + number++,
            new CmwCollection.Item("application/pkix-cert", each, CmwCollection.ENDORSEMENTS));
      }
      answer
          .registerLog()
          .ifPresent(
              log ->
                  items.put(
                      "register-log",
                      new CmwCollection.Item(EventLog.REGISTERS, log, CmwCollection.EVIDENCE)));
      return new HttpReply(
          200, Map.of("content-type", CmwCollection.MEDIA_TYPE), new CmwCollection(items).encode());
    } catch (Rejected e) {
      throw new IllegalStateException("the reference's own answer", e);
    }
  }

  private static HttpCall call(String resource, Bytes body) {
    return new HttpCall(
        Optional.of(RoleId.PLATFORM),
        RoleId.ATTESTING_ENVIRONMENT,
        "POST",
        resource,
        "",
        Map.of("content-type", Message.CCICAN),
        body,
        Optional.empty());
  }
}
