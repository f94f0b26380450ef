package org.ccican.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
  private final URI schema = validator.registerSchema(schema());

  @Test
  void everyWrittenKindSatisfiesTheSchema() throws Exception {
    Set<String> kinds = new HashSet<>();
    for (String line : Traces.lines()) {
      Validator.Result result = validator.validate(schema, line);
      assertThat(result.isValid()).as("%s: %s", line, result.getErrors()).isTrue();
      kinds.add(JSON.readTree(line).get("kind").textValue());
    }
    assertThat(kinds).hasSize(TraceEvent.class.getPermittedSubclasses().length);
  }

  @Test
  void schemaAndReaderRefuseAMissingAndAnUnknownField() throws Exception {
    for (String line : Traces.lines()) {
      JsonNode event = JSON.readTree(line);
      for (String field : (Iterable<String>) event::fieldNames) {
        ObjectNode without = event.deepCopy();
        without.remove(field);
        boolean optional = List.of("tls", "delivered").contains(field);
        agree(without, optional);
        agree(((ObjectNode) event.deepCopy()).put("another", 1), false);
      }
    }
  }

  @Test
  void schemaAndReaderRefuseAValueOfAnotherType() throws Exception {
    for (String line : Traces.lines()) {
      JsonNode event = JSON.readTree(line);
      for (String field : (Iterable<String>) event::fieldNames) {
        for (JsonNode value : JSON.readTree("[null, 1.5, -1, [1], {\"a\": 1}]")) {
          agree(((ObjectNode) event.deepCopy()).set(field, value), false);
        }
      }
    }
  }

  @Test
  void schemaAndReaderRefuseUnknownWords() throws Exception {
    for (String line : Traces.lines()) {
      JsonNode event = JSON.readTree(line);
      for (String field :
          List.of("schema", "kind", "virtual", "level", "direction", "origin", "blame", "from")) {
        if (event.has(field)) {
          agree(((ObjectNode) event.deepCopy()).put(field, "Otherwise"), false);
        }
      }
      if (event.has("body")) {
        agree(((ObjectNode) event.deepCopy()).put("body", "ABCD"), false);
        agree(((ObjectNode) event.deepCopy()).put("body", "abc"), false);
      }
      if (event.has("status")) {
        agree(((ObjectNode) event.deepCopy()).put("status", 1000), false);
      }
    }
  }

  private void agree(JsonNode event, boolean valid) {
    String line = event.toString();
    assertThat(validator.validate(schema, line).isValid()).as("schema: %s", line).isEqualTo(valid);
    assertThat(readable(line)).as("reader: %s", line).isEqualTo(valid);
  }

  private static boolean readable(String line) {
    try {
      new LineParser().parse(line.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (LineParser.NotJson | LineParser.NotEvent e) {
      return false;
    }
  }

  private static String schema() {
    try (InputStream in =
        TraceSchemaTest.class.getResourceAsStream("/org/ccican/conformance/trace.schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
