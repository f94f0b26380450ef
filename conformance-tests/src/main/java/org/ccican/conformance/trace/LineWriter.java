package org.ccican.conformance.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes one event as one line of JSON, fields in the order of the table, octets in hex. */
final class LineWriter {

  private final JsonFactory json = new JsonFactory();

  /** The line in UTF-8, without its line feed. */
  byte[] write(TraceEvent event) {
    StringWriter out = new StringWriter();
    try (JsonGenerator line = json.createGenerator(out)) {
      line.writeStartObject();
      Stamp stamp = event.stamp();
      line.writeStringField("schema", TraceEvent.SCHEMA);
      line.writeNumberField("seq", stamp.seq());
      line.writeStringField("scenario", stamp.scenario());
      line.writeStringField("kind", event.kind());
      line.writeStringField("virtual", stamp.virtual().toString());
      line.writeStringField("real", stamp.real().toString());
      if (stamp.chain().isPresent()) {
        line.writeStringField("chain", stamp.chain().get());
      }
      fields(event, line);
      line.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void fields(TraceEvent event, JsonGenerator line) throws IOException {
    if (event instanceof TraceEvent.Run run) {
      line.writeStringField("suiteVersion", run.suiteVersion());
      line.writeStringField("seed", run.seed());
      line.writeStringField("instant", run.instant().toString());
      list("roles", run.roles(), line);
      line.writeStringField("target", run.target());
      line.writeStringField("revision", run.revision());
      list("faults", run.faults(), line);
      line.writeStringField("catalogue", run.catalogue());
      line.writeStringField("selection", run.selection());
      line.writeStringField("shard", run.shard());
      line.writeStringField("java", run.java());
    } else if (event instanceof TraceEvent.Scenario scenario) {
      line.writeStringField("name", scenario.name());
      line.writeStringField("feature", scenario.feature());
      line.writeNumberField("line", scenario.line());
      line.writeStringField("requirement", scenario.requirement());
      list("roles", scenario.roles(), line);
      line.writeStringField("level", scenario.level());
      line.writeBooleanField("negative", scenario.negative());
      line.writeStringField("parent", scenario.parent());
      list("tags", scenario.tags(), line);
    } else if (event instanceof TraceEvent.Message message) {
      message(message, line);
    } else if (event instanceof TraceEvent.Expectation expectation) {
      line.writeStringField("requirement", expectation.requirement());
      line.writeStringField("judge", expectation.judge());
      map("arguments", expectation.arguments(), line);
      line.writeStringField("instant", expectation.instant().toString());
    } else if (event instanceof TraceEvent.Verdict verdict) {
      line.writeNumberField("expectation", verdict.expectation());
      line.writeStringField("outcome", verdict.outcome());
      line.writeStringField("detail", verdict.detail());
      line.writeStringField("expected", verdict.expected());
      line.writeStringField("actual", verdict.actual());
    } else if (event instanceof TraceEvent.Claimed claimed) {
      line.writeStringField("role", claimed.role());
      line.writeStringField("text", claimed.text());
    } else if (event instanceof TraceEvent.Inapplicable inapplicable) {
      line.writeStringField("reason", inapplicable.reason());
    } else if (event instanceof TraceEvent.Problem problem) {
      line.writeStringField("blame", problem.blame().id());
      line.writeStringField("detail", problem.detail());
    } else if (event instanceof TraceEvent.ScenarioEnd end) {
      line.writeStringField("status", end.status());
    } else if (event instanceof TraceEvent.RunEnd end) {
      line.writeBooleanField("complete", end.complete());
    }
  }

  private static void message(TraceEvent.Message message, JsonGenerator line) throws IOException {
    line.writeStringField("from", message.from());
    line.writeStringField("to", message.to());
    line.writeNumberField("exchange", message.exchange());
    line.writeStringField("direction", message.direction().id());
    line.writeStringField("resource", message.resource());
    if (message.status().isPresent()) {
      line.writeNumberField("status", message.status().get());
    }
    line.writeStringField("mediaType", message.mediaType());
    map("headers", message.headers(), line);
    if (message.tls().isPresent()) {
      line.writeObjectFieldStart("tls");
      line.writeStringField("protocol", message.tls().get().protocol());
      line.writeStringField("peerKey", message.tls().get().peerKey().toHex());
      line.writeEndObject();
    }
    line.writeStringField("body", message.body().toHex());
    // What was passed on as it came is not written twice: octets are most of a log.
    line.writeBooleanField("dropped", message.delivered().isEmpty());
    if (message.delivered().filter(passed -> !passed.equals(message.body())).isPresent()) {
      line.writeStringField("delivered", message.delivered().get().toHex());
    }
    line.writeStringField("tampering", message.tampering());
    line.writeStringField("origin", message.origin().id());
  }

  private static void list(String name, List<String> texts, JsonGenerator line) throws IOException {
    line.writeArrayFieldStart(name);
    for (String text : texts) {
      line.writeString(text);
    }
    line.writeEndArray();
  }

  private static void map(String name, Map<String, String> texts, JsonGenerator line)
      throws IOException {
    line.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      line.writeStringField(entry.getKey(), entry.getValue());
    }
    line.writeEndObject();
  }
}
