package org.ccican.conformance.sut;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.conformance.trace.Blame;
import org.ccican.conformance.trace.ScenarioLog;
import org.ccican.conformance.trace.TraceEvent;
import org.ccican.message.ProvisioningMessage.Provisioned;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.message.ProvisioningMessage.ResourceGrant;
import org.ccican.message.ProvisioningMessage.ResourceRequest;
import org.ccican.message.ProvisioningMessage.Start;
import org.ccican.message.ProvisioningMessage.WakeUp;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * A role that begins at a trigger: an Application Owner, an M/OC or a Broker. What our side would
 * ask it in a message makes the trigger go, and the trigger's end is the answer.
 */
class TriggeredRole implements Connection {

  private final SutRole role;
  private final Trigger trigger;

  TriggeredRole(SutRole role, Opening opening) {
    this.role = role;
    this.trigger = new Trigger(role, opening);
  }

  @Override
  public SutRole role() {
    return role;
  }

  final Trigger trigger() {
    return trigger;
  }

  /** A trigger has effects: what can be wrong with it shows in the first scenario. */
  @Override
  public Optional<String> look() {
    return Optional.empty();
  }

  @Override
  public Endpoint endpoint(Situation situation) {
    return call -> {
      try {
        return begin(call, situation.log());
      } catch (Rejected e) {
        return refusal(e);
      }
    };
  }

  private HttpReply begin(HttpCall call, ScenarioLog log) throws Rejected {
    Checks checks = Checks.unbroken();
    switch (call.resource()) {
      case "wake-ups" -> {
        WakeUp wakeUp = WakeUp.parse(call.body(), checks);
        return ended(
            log,
            new TriggerWords(
                log.id(),
                log.id() + "-" + wakeUp.request().toHex(),
                wakeUp.tamUri(),
                wakeUp.applicationType(),
                wakeUp.hardwareType()),
            end -> new Provisioned(wakeUp.request(), middleware(end)).encode());
      }
      case "requests" -> {
        ResourceRequest request = ResourceRequest.parse(call.body(), checks);
        return ended(
            log,
            new TriggerWords(
                log.id(),
                log.id() + "-" + request.request().toHex(),
                "",
                request.applicationType(),
                request.hardwareType()),
            end -> new ResourceGrant(request.request(), middleware(end)).encode());
      }
      case "sessions" -> {
        Start start = Start.parse(call.body(), checks);
        return ended(
            log,
            new TriggerWords(log.id(), log.id(), "", start.applicationType(), start.hardwareType()),
            Trigger.End::said);
      }
      default -> {
        return Unsayable.because(
            log, "a trigger cannot say " + call.resource() + " to the " + role.role().id());
      }
    }
  }

  private static String middleware(Trigger.End end) {
    return Trigger.middleware(end).orElse("");
  }

  private HttpReply ended(ScenarioLog log, TriggerWords words, Said said) {
    Trigger.End end = trigger.pull(words).end().join();
    return switch (end.kind()) {
      case DONE -> new HttpReply(200, Map.of("content-type", Message.CCICAN), said.of(end));
      case REFUSED -> refused(end);
      case BROKEN -> HttpReply.empty(500);
      case SILENT -> problem(log, Blame.TIMEOUT, "no end of " + end.words());
      case NOT_STARTED ->
          problem(log, Blame.CONFIGURATION, role.role().id() + ".trigger: " + end.words());
    };
  }

  /**
   * In the words that the trigger ends with, if they are our interface's; else nobody knows why.
   */
  private static HttpReply refused(Trigger.End end) {
    Bytes said;
    try {
      said = Refusal.parse(end.said(), Checks.unbroken()).encode();
    } catch (Rejected e) {
      said = new Refusal(TraceEvent.UNSAID, "", end.words()).encode();
    }
    return new HttpReply(422, Map.of("content-type", Message.CCICAN), said);
  }

  /** What is answered in our interface's own words. */
  @FunctionalInterface
  private interface Said {
    Bytes of(Trigger.End end);
  }

  private static HttpReply refusal(Rejected rejected) {
    return new HttpReply(
        422, Map.of("content-type", Message.CCICAN), Refusal.of(rejected).encode());
  }

  static HttpReply problem(ScenarioLog log, Blame blame, String detail) {
    log.append(stamp -> new TraceEvent.Problem(stamp, blame, detail));
    return HttpReply.empty(0);
  }

  @Override
  public Optional<String> givenUp() {
    return trigger.http().givenUp();
  }

  @Override
  public Instant now() {
    return trigger.http().now();
  }

  @Override
  public boolean hasClock() {
    return trigger.http().hasClock();
  }

  @Override
  public Optional<String> advance(Duration by) {
    return trigger.http().advance(by);
  }
}
