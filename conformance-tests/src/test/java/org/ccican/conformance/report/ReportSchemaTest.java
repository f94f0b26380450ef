package org.ccican.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema and the reader agree on what a report is. */
class ReportSchemaTest {

  private final ObjectMapper mapper = new ObjectMapper();
  private final Validator validator = new ValidatorFactory().createValidator();
  private final URI schema;

  ReportSchemaTest() throws IOException {
    try (InputStream in =
        ReportSchemaTest.class.getResourceAsStream("/org/ccican/report/report.schema.json")) {
      schema = validator.registerSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static List<RunReport> runs() {
    return ReportFilesTest.runs();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void describesEveryReportThatIsWritten(RunReport run) throws IOException {
    var result =
        validator.validate(schema, new String(new ReportJson().write(run), StandardCharsets.UTF_8));
    assertThat(result.getErrors()).isEmpty();
    assertThat(result.isValid()).isTrue();
  }

  @Test
  void wantsEveryMemberAsTheReaderDoes() throws IOException {
    assertThat(refusedByBoth((holder, name) -> holder.remove(name))).isGreaterThan(100);
  }

  @Test
  void wantsNoOtherMemberAsTheReaderDoes() throws IOException {
    assertThat(refusedByBoth((holder, name) -> holder.put(name + "s", 1))).isGreaterThan(100);
  }

  @Test
  void takesNoNullAsTheReaderDoes() throws IOException {
    assertThat(refusedByBoth(ObjectNode::putNull)).isGreaterThan(100);
  }

  @Test
  void takesNoOtherTypeAsTheReaderDoes() throws IOException {
    assertThat(refusedByBoth((holder, name) -> holder.putObject(name).put("other", 1)))
        .isGreaterThan(100);
    assertThat(
            refusedByBoth(
                (holder, name) -> {
                  if (holder.get(name).isNumber()) {
                    holder.put(name, holder.get(name).asText());
                  } else {
                    holder.put(name, 1);
                  }
                }))
        .isGreaterThan(100);
  }

  /** Does something to each member of a report in turn, which is then refused by both. */
  private int refusedByBoth(BiConsumer<ObjectNode, String> change) throws IOException {
    byte[] written = new ReportJson().write(SampleRuns.incomplete());
    int changes = 0;
    for (int at = 0; ; at++) {
      JsonNode report = mapper.readTree(written);
      List<Runnable> members = new ArrayList<>();
      List<String> names = new ArrayList<>();
      collect(report, "", change, members, names);
      if (at == members.size()) {
        return changes;
      }
      members.get(at).run();
      changes++;
      String json = mapper.writeValueAsString(report);
      assertThat(validator.validate(schema, json).isValid())
          .as("schema, %s", names.get(at))
          .isFalse();
      assertThat(readable(json)).as("reader, %s", names.get(at)).isFalse();
    }
  }

  private static void collect(
      JsonNode node,
      String path,
      BiConsumer<ObjectNode, String> change,
      List<Runnable> members,
      List<String> names) {
    if (node instanceof ObjectNode holder) {
      holder
          .fieldNames()
          .forEachRemaining(
              name -> {
                members.add(() -> change.accept(holder, name));
                names.add(path + "." + name);
                collect(holder.get(name), path + "." + name, change, members, names);
              });
    } else {
      node.forEach(item -> collect(item, path + "[]", change, members, names));
    }
  }

  private static boolean readable(String json) throws IOException {
    try {
      new ReportJson().read(json.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (UnreadableReport e) {
      return false;
    }
  }
}
