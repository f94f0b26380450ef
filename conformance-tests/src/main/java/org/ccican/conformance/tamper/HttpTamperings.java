package org.ccican.conformance.tamper;

import java.util.List;
import org.ccican.conformance.trace.Direction;
import org.ccican.teep.TeepType;
import org.ccican.wire.Bytes;

/** What happens to TEEP over HTTP at the level of HTTP. */
final class HttpTamperings {

  private static final Tampering.Point FROM_TAM =
      new Tampering.Point("tam", "teep", Direction.RESPONSE);
  private static final Tampering.Point FROM_AGENT =
      new Tampering.Point("teep-agent", "teep", Direction.RESPONSE);
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
            "teep-agent breaks down",
            FROM_AGENT,
            passing -> TeepTamperings.is(passing, passing.body(), TeepType.QUERY_RESPONSE),
            passing -> new Delivery.Restated(500, Bytes.EMPTY)),
        new Tampering(
            "verifier breaks down",
            FROM_VERIFIER,
            passing -> true,
            passing -> new Delivery.Restated(500, Bytes.EMPTY)));
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
