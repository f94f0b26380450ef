package org.ccican.conformance.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * Reads one line of the log: strict UTF-8, one object, the fields of its kind and no others, octets
 * in lower-case hex.
 */
final class LineParser {

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(8)
                          .maxStringLength(TraceLimits.LINE)
                          .maxNumberLength(32)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The line is no JSON object: if nothing follows it, the log may have been cut off in it. */
  static final class NotJson extends Exception {
    NotJson(String detail) {
      super(detail);
    }
  }

  /** The line is JSON but no event of this schema. */
  static final class NotEvent extends Exception {
    NotEvent(String detail) {
      super(detail);
    }
  }

  TraceEvent parse(byte[] line) throws NotJson, NotEvent {
    JsonNode root = tree(line);
    if (!root.isObject()) {
      throw new NotEvent("an object expected");
    }
    JsonFields fields = new JsonFields(root);
    try {
      return event(fields);
    } catch (IllegalArgumentException e) {
      // The records check their own shape.
      throw new NotEvent(e.getMessage());
    }
  }

  private JsonNode tree(byte[] line) throws NotJson {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw new NotJson("not UTF-8");
    }
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new NotJson(e.getOriginalMessage());
    }
  }

  private static TraceEvent event(JsonFields fields) throws NotEvent {
    String schema = fields.text("schema");
    if (!schema.equals(TraceEvent.SCHEMA)) {
      throw new NotEvent("schema " + schema + ", this reader knows " + TraceEvent.SCHEMA);
    }
    String kind = fields.text("kind");
    Stamp stamp =
        new Stamp(
            fields.number("seq"),
            fields.text("scenario"),
            fields.instant("virtual"),
            fields.instant("real"),
            fields.findText("chain"));
    TraceEvent event = event(kind, stamp, fields);
    fields.nothingElse();
    return event;
  }

  private static TraceEvent event(String kind, Stamp stamp, JsonFields fields) throws NotEvent {
    return switch (kind) {
      case "run" ->
          new TraceEvent.Run(
              stamp,
              fields.text("suiteVersion"),
              fields.text("seed"),
              fields.instant("instant"),
              fields.texts("roles"),
              fields.text("target"),
              fields.text("revision"),
              fields.texts("faults"),
              fields.text("catalogue"),
              fields.text("selection"),
              fields.text("shard"),
              fields.text("java"));
      case "scenario" ->
          new TraceEvent.Scenario(
              stamp,
              fields.text("name"),
              fields.text("feature"),
              fields.integer("line"),
              fields.text("requirement"),
              fields.texts("roles"),
              fields.text("level"),
              fields.bool("negative"),
              fields.text("parent"),
              fields.texts("tags"));
      case "message" -> {
        Bytes body = fields.octets("body");
        yield new TraceEvent.Message(
            stamp,
            fields.text("from"),
            fields.text("to"),
            fields.integer("exchange"),
            fields.constant("direction", Direction.values(), Direction::id),
            fields.text("resource"),
            fields.findInteger("status"),
            fields.text("mediaType"),
            fields.map("headers"),
            fields.tls("tls"),
            body,
            delivered(fields, body),
            fields.text("tampering"),
            fields.constant("origin", Origin.values(), Origin::id));
      }
      case "expectation" ->
          new TraceEvent.Expectation(
              stamp,
              fields.text("requirement"),
              fields.text("judge"),
              fields.map("arguments"),
              fields.instant("instant"));
      case "verdict" ->
          new TraceEvent.Verdict(
              stamp,
              fields.number("expectation"),
              fields.text("outcome"),
              fields.text("detail"),
              fields.text("expected"),
              fields.text("actual"));
      case "claimed" -> new TraceEvent.Claimed(stamp, fields.text("role"), fields.text("text"));
      case "inapplicable" -> new TraceEvent.Inapplicable(stamp, fields.text("reason"));
      case "problem" ->
          new TraceEvent.Problem(
              stamp, fields.constant("blame", Blame.values(), Blame::id), fields.text("detail"));
      case "scenario-end" -> new TraceEvent.ScenarioEnd(stamp, fields.text("status"));
      case "run-end" -> new TraceEvent.RunEnd(stamp, fields.bool("complete"));
      default -> throw new NotEvent("unknown kind " + kind);
    };
  }

  /** As passed on: absent if dropped, the body unless other octets are named. */
  private static Optional<Bytes> delivered(JsonFields fields, Bytes body) throws NotEvent {
    Optional<Bytes> other = fields.findOctets("delivered");
    if (fields.bool("dropped")) {
      if (other.isPresent()) {
        throw new NotEvent("delivered: dropped octets are not delivered");
      }
      return Optional.empty();
    }
    return other.isPresent() ? other : Optional.of(body);
  }
}
