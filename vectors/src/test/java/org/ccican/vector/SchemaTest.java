package org.ccican.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The data satisfies the schema, and the schema refuses what a reader must not pass over. */
class SchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
  private final URI schema = validator.registerSchema(read("schema/vector.schema.json"));

  @Test
  void dataSatisfiesTheSchema() {
    for (String format : Vectors.FORMATS) {
      Validator.Result result = validator.validate(schema, read("data/" + format + ".json"));
      assertThat(result.getErrors()).as(format).isEmpty();
      assertThat(result.isValid()).as(format).isTrue();
    }
  }

  @Test
  void messagesSatisfyTheirSchema() {
    URI messages = validator.registerSchema(read("schema/message-vector.schema.json"));
    for (String format : MessageVectors.FORMATS) {
      JsonNode file = read("data/" + format + ".json");

      assertThat(validator.validate(messages, file).getErrors()).as(format).isEmpty();
      assertThat(MessageVectors.parse(file.toString()).format()).isEqualTo(format);
      ObjectNode base = (ObjectNode) file.get("vectors").get(0);
      base.put("check", "cmw.shape");
      assertThat(validator.validate(messages, file).isValid()).isFalse();
      base.remove("check");
      base.put("surplus", 1);
      assertThat(validator.validate(messages, file).isValid()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("spoilers")
  void schemaRefuses(Consumer<ObjectNode> spoiler) {
    ObjectNode file = small();
    assertThat(validator.validate(schema, (JsonNode) file).isValid()).isTrue();
    spoiler.accept(file);
    assertThat(validator.validate(schema, (JsonNode) file).isValid()).isFalse();
  }

  static Stream<Named<Consumer<ObjectNode>>> spoilers() {
    return Stream.of(
        spoiler("an unknown field of the file", file -> file.put("extra", 1)),
        spoiler("another schema version", file -> file.put("schema", "ccican-vectors/2")),
        spoiler("an unknown field of a vector", file -> refused(file).put("extra", 1)),
        spoiler("an unknown field of the input", file -> at(file, "input").put("extra", 1)),
        spoiler("an unknown verdict", file -> at(file, "expect").put("verdict", "acceptable")),
        spoiler("an unknown reason", file -> at(file, "expect").put("reason", "because")),
        spoiler("a refusal without reason", file -> at(file, "expect").remove("reason")),
        spoiler("a refusal without check", file -> refused(file).remove("check")),
        spoiler("a refusal without parent", file -> refused(file).remove("parent")),
        spoiler("a parent without change", file -> refused(file).remove("change")),
        spoiler("an upper-case octet", file -> at(file, "input").put("report", "AB")),
        spoiler("half an octet", file -> at(file, "input").put("report", "a")),
        spoiler("a base with a check", file -> base(file).put("check", "sev-snp.report.version")),
        spoiler(
            "a time with an offset", file -> base(file).put("time", "2025-12-01T12:00:00+01:00")),
        spoiler("an identifier in capitals", file -> base(file).put("id", "SEV-SNP.base.x")));
  }

  private static Named<Consumer<ObjectNode>> spoiler(String name, Consumer<ObjectNode> change) {
    return Named.of(name, change);
  }

  /** The file with its first base and its first refusal only. */
  private static ObjectNode small() {
    ObjectNode file = (ObjectNode) read("data/sev-snp.json");
    ArrayNode all = (ArrayNode) file.get("vectors");
    ArrayNode few = file.putArray("vectors");
    few.add(all.get(0));
    all.forEach(
        each -> {
          if (few.size() == 1 && each.has("check")) {
            few.add(each);
          }
        });
    return file;
  }

  private static ObjectNode base(ObjectNode file) {
    return (ObjectNode) file.get("vectors").get(0);
  }

  private static ObjectNode refused(ObjectNode file) {
    return (ObjectNode) file.get("vectors").get(1);
  }

  private static ObjectNode at(ObjectNode file, String member) {
    return (ObjectNode) refused(file).get(member);
  }

  private static JsonNode read(String file) {
    try (InputStream in = SchemaTest.class.getResourceAsStream("/org/ccican/vectors/" + file)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
