package org.ccican.conformance.sut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ccican.reject.Rejected;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and what is sent and taken are the same thing. */
class AdapterSchemaTest {

  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
  private final URI schema = validator.registerSchema(schema());

  @Test
  void everyQuestionSatisfiesIt() {
    List<AdapterQuestion> questions =
        List.of(
            AdapterQuestion.of("start")
                .text("protocol", Adapter.PROTOCOL)
                .texts("roles", List.of("tam", "verifier")),
            AdapterQuestion.of("claims"),
            AdapterQuestion.of("stop"),
            AdapterQuestion.run("SNP-25.1", "attesting-environment", "attest")
                .octets("report-data", Bytes.zero(64)),
            AdapterQuestion.run("CORIM-02.1", "verifier", "provision")
                .octets("reference-values", Bytes.of(1)),
            AdapterQuestion.run("TEEP-01.1", "tam", "exchange")
                .text("method", "POST")
                .text("resource", "teep")
                .text("item", "")
                .texts("headers", Map.of("accept", "application/teep+cbor"))
                .octets("body", Bytes.EMPTY),
            AdapterQuestion.answer(new HttpReply(200, Map.of("content-type", "a/b"), Bytes.of(1))),
            AdapterQuestion.answer(HttpReply.empty(0)));
    for (AdapterQuestion question : questions) {
      Validator.Result result = validator.validate(schema, question.line(7));
      assertThat(result.isValid()).as("%s: %s", question, result.getErrors()).isTrue();
    }
    assertThat(validator.validate(schema, AdapterQuestion.of("begin").line(1)).isValid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"outcome\":\"accepted\"}",
        "{\"id\":1,\"outcome\":\"refused\",\"reason\":\"stale-nonce\"}",
        "{\"id\":1,\"outcome\":\"unsupported\",\"reason\":\"no such format\"}",
        "{\"id\":1,\"outcome\":\"error\",\"reason\":\"the target is not there\"}",
        "{\"id\":1,\"outcome\":\"accepted\",\"status\":204,\"media-type\":\"a/b\",\"body\":\"\"}",
        "{\"id\":1,\"outcome\":\"accepted\",\"body\":\"AQI=\",\"endorsements\":[\"AQID\"]}",
        "{\"id\":1,\"outcome\":\"accepted\",\"claims\":{\"formats\":[\"psa\"]}}",
        "{\"id\":1,\"outcome\":\"accepted\",\"status\":405,\"headers\":{\"allow\":\"POST\"}}",
        "{\"id\":1,\"outcome\":\"asks\",\"call\":{\"to\":\"tam\",\"resource\":\"teep\"}}",
        "{\"id\":1,\"outcome\":\"asks\",\"call\":{\"uri\":\"http://127.0.0.1/a\",\"method\":\"PUT\","
            + "\"headers\":{\"accept\":\"a/b\"},\"body\":\"AQI=\"}}",
      })
  void answersThatAreTakenSatisfyIt(String line) throws Rejected {
    assertThat(AdapterAnswer.parse(Bytes.utf8(line)).id()).isEqualTo(1);
    Validator.Result result = validator.validate(schema, line);
    assertThat(result.isValid()).as("%s", result.getErrors()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"outcome\":\"accepted\"}",
        "{\"id\":\"1\",\"outcome\":\"accepted\"}",
        "{\"id\":-1,\"outcome\":\"accepted\"}",
        "{\"id\":1}",
        "{\"id\":1,\"outcome\":\"ACCEPTED\"}",
        "{\"id\":1,\"outcome\":\"refused\"}",
        "{\"id\":1,\"outcome\":\"error\",\"reason\":\"\"}",
        "{\"id\":1,\"outcome\":\"accepted\",\"status\":600}",
        "{\"id\":1,\"outcome\":\"accepted\",\"body\":\"AQI\"}",
        "{\"id\":1,\"outcome\":\"accepted\",\"body\":\"_w==\"}",
        "{\"id\":1,\"outcome\":\"accepted\",\"endorsements\":\"AQID\"}",
        "{\"id\":1,\"outcome\":\"accepted\",\"claims\":{\"formats\":\"psa\"}}",
        "{\"id\":1,\"outcome\":\"accepted\",\"other\":1}",
        "{\"id\":1,\"outcome\":\"accepted\",\"headers\":{\"a b\":\"\"}}",
        "{\"id\":1,\"outcome\":\"accepted\",\"headers\":{\"a\":\"x\\ny\"}}",
        "{\"id\":1,\"outcome\":\"accepted\",\"headers\":{\"a\":1}}",
        "{\"id\":1,\"outcome\":\"accepted\",\"call\":{\"to\":\"tam\",\"resource\":\"teep\"}}",
        "{\"id\":1,\"outcome\":\"asks\"}",
        "{\"id\":1,\"outcome\":\"asks\",\"call\":{\"to\":\"nobody\",\"resource\":\"teep\"}}",
        "{\"id\":1,\"outcome\":\"asks\",\"call\":{\"to\":\"tam\"}}",
        "{\"id\":1,\"outcome\":\"asks\",\"call\":{\"to\":\"tam\",\"resource\":\"a/b\"}}",
        "{\"id\":1,\"outcome\":\"asks\",\"call\":{\"to\":\"tam\",\"resource\":\"a\",\"uri\":\"http://x\"}}",
        "{\"id\":1,\"outcome\":\"asks\",\"call\":{\"uri\":\"http://x\",\"item\":\"a\"}}",
        "{\"id\":1,\"outcome\":\"asks\",\"call\":{\"uri\":\"http://x\",\"method\":\"A B\"}}",
      })
  void answersThatAreNotTakenDoNot(String line) {
    assertThat(validator.validate(schema, line).isValid()).as(line).isFalse();
    assertThat(taken(line)).as(line).isFalse();
  }

  private static boolean taken(String line) {
    try {
      AdapterAnswer.parse(Bytes.utf8(line));
      return true;
    } catch (Rejected e) {
      return false;
    }
  }

  private static String schema() {
    try (InputStream in =
        AdapterSchemaTest.class.getResourceAsStream(
            "/org/ccican/conformance/adapter.schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
