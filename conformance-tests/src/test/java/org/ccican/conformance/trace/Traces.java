package org.ccican.conformance.trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.wire.Bytes;

/** Small logs for tests, without a file. */
public final class Traces {

  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  public static final InstantSource REAL =
      InstantSource.fixed(Instant.parse("2026-03-02T08:30:00.5Z"));

  private Traces() {}

  /** One event of every kind, and of every shape of a message. */
  static List<TraceEvent> everyKind(Stamp at) {
    Bytes body = Bytes.hex("8201a0");
    return List.of(
        new TraceEvent.Run(
            at,
            "0.1.0",
            "00ff",
            NOON,
            List.of("tam"),
            "http://t",
            "teep-26",
            List.of("tam.token.reuse"),
            "2",
            "@role-tam",
            "2/5",
            "17.0.15"),
        new TraceEvent.Scenario(
            at,
            "TAM \"asks\"\n",
            "a.feature",
            12,
            "PROV-02",
            List.of("tam", "teep-agent"),
            "step",
            true,
            "PROV-02.1",
            List.of("@negative", "@req-PROV-02")),
        MessageDraft.request("teep-broker", "tam", 1, "teep", Bytes.EMPTY)
            .header("accept", "application/teep+cbor")
            .header(":method", "POST")
            .at(at),
        MessageDraft.response("tam", "teep-broker", 1, "teep", 200, body)
            .mediaType("application/teep+cbor")
            .tls(new TraceEvent.Tls("TLSv1.3", Bytes.zero(32)))
            .changed("flip-bit", body.flip(1, 0))
            .bySuite()
            .at(at),
        MessageDraft.response("tam", "teep-broker", 2, "teep", 204, body).dropped("drop").at(at),
        new TraceEvent.Expectation(at, "PROV-02", "echo", Map.of("b", "2", "a", "00"), NOON),
        new TraceEvent.Verdict(at, 3, "failed", "é \u2028 \uD83D\uDE00", "a", "b"),
        new TraceEvent.Claimed(at, "tam", "I did it"),
        new TraceEvent.Inapplicable(at, "no tdx"),
        new TraceEvent.Problem(at, Blame.PREREQUISITE, "no listener"),
        new TraceEvent.ScenarioEnd(at, "passed"),
        new TraceEvent.RunEnd(at, true));
  }

  static Stamp stamp(long seq, String scenario) {
    return new Stamp(seq, scenario, NOON, REAL.instant(), Optional.empty());
  }

  /** Lines of a log with one event of every kind. */
  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    LineWriter writer = new LineWriter();
    for (TraceEvent event : everyKind(stamp(0, "X.1"))) {
      lines.add(new String(writer.write(event), StandardCharsets.UTF_8));
    }
    return lines;
  }

  /** Reads what was written. */
  public static RunTrace read(ByteArrayOutputStream out) {
    try {
      return new TraceReader().read(new ByteArrayInputStream(out.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedTrace e) {
      throw new AssertionError(e);
    }
  }
}
