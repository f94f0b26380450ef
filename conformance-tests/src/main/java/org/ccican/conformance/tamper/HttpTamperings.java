package org.ccican.conformance.tamper;

import java.util.List;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.conformance.trace.Direction;
import org.ccican.message.AgentMessage.ComponentRelease;
import org.ccican.message.AgentMessage.Contact;
import org.ccican.reject.Rejected;
import org.ccican.teep.TeepType;
import org.ccican.wire.Bytes;

/** What happens to TEEP over HTTP at the level of HTTP. */
final class HttpTamperings {

  private static final Tampering.Point FROM_TAM =
      new Tampering.Point("tam", "teep", Direction.RESPONSE);
  private static final Tampering.Point FROM_AGENT =
      new Tampering.Point("teep-agent", "teep", Direction.RESPONSE);
  private static final Tampering.Point TO_REQUEST =
      new Tampering.Point("teep-agent", "component-requests", Direction.RESPONSE);
  private static final Tampering.Point TO_RELEASE =
      new Tampering.Point("teep-agent", "component-releases", Direction.RESPONSE);
  private static final Tampering.Point FROM_VERIFIER =
      new Tampering.Point("verifier", "appraisals", Direction.RESPONSE);

  private HttpTamperings() {}

  static List<Tampering> list() {
    return List.of(
        query("tam redirects the teep-broker", new Delivery.Redirected()),
        query("tam sets a cookie", new Delivery.WithHeader("set-cookie", "session=1")),
        query("tam answers with status 400", new Delivery.Restated(400, Bytes.EMPTY)),
        query("tam answers with status 500", new Delivery.Restated(500, Bytes.EMPTY)),
        query("tam ends the session with status 200", new Delivery.Restated(200, Bytes.EMPTY)),
        new Tampering(
            "teep-agent has nothing to say",
            FROM_AGENT,
            passing -> TeepTamperings.is(passing, passing.body(), TeepType.QUERY_RESPONSE),
            passing -> new Delivery.Dropped()),
        new Tampering(
            "teep-agent has nothing to ask for",
            TO_REQUEST,
            passing -> true,
            passing -> new Delivery.Dropped()),
        new Tampering(
            "teep-agent has a message to begin with",
            TO_REQUEST,
            passing -> !passing.body().isEmpty(),
            passing -> new Delivery.Altered(beginning(passing.body()))),
        new Tampering(
            "teep-agent names the tam of a release",
            TO_RELEASE,
            passing -> true,
            passing -> new Delivery.Restated(200, shorter(passing.request()))),
        new Tampering(
            "teep-agent breaks down",
            FROM_AGENT,
            passing -> TeepTamperings.is(passing, passing.body(), TeepType.QUERY_RESPONSE),
            passing -> new Delivery.Restated(500, Bytes.EMPTY)),
        new Tampering(
            "verifier breaks down for the application-owner",
            FROM_VERIFIER,
            passing -> passing.from().equals("application-owner"),
            passing -> new Delivery.Restated(500, Bytes.EMPTY)),
        new Tampering(
            "verifier breaks down",
            FROM_VERIFIER,
            passing -> true,
            passing -> new Delivery.Restated(500, Bytes.EMPTY)));
  }

  /** The Agent's contact with a message, which the Broker is not to read. */
  private static Bytes beginning(Bytes contact) {
    try {
      return new Contact(
              Contact.parse(contact, Checks.unbroken()).tamUri(),
              Optional.of(Bytes.utf8("what the Agent has to say")))
          .encode();
    } catch (Rejected e) {
      throw new IllegalStateException("an Agent of ours names no TAM", e);
    }
  }

  /** A contact with the TAM that the release names, at its URI without the last segment. */
  private static Bytes shorter(Bytes release) {
    try {
      String uri =
          ComponentRelease.parse(release, Checks.unbroken())
              .tamUri()
              .orElseThrow(() -> new IllegalStateException("a release without a TAM"));
      return new Contact(uri.substring(0, uri.lastIndexOf('/')), Optional.empty()).encode();
    } catch (Rejected e) {
      throw new IllegalStateException("a Broker of ours releases nothing", e);
    }
  }

  /** In answer to the empty request. */
  private static Tampering query(String words, Delivery delivery) {
    return new Tampering(
        words,
        FROM_TAM,
        passing -> TeepTamperings.is(passing, passing.body(), TeepType.QUERY_REQUEST),
        passing -> delivery);
  }
}
