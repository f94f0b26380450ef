package org.ccican.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AmbiguitiesTest {

  private static final Ambiguities REGISTER = Ambiguities.load();

  @Test
  void fileMatchesTheSchema() throws IOException {
    Validator.Result result =
        new ValidatorFactory()
            .validate(resource("ambiguities.schema.json"), resource("ambiguities.json"));

    assertThat(result.getErrors())
        .extracting(error -> error.getInstanceLocation() + " " + error.getError())
        .isEmpty();
  }

  @Test
  void idsCountFromOneAndDocumentsAreOurs() {
    List<String> documents =
        Requirements.load().documents().stream().map(RequirementDocument::id).toList();

    assertThat(REGISTER.all())
        .extracting(Ambiguity::id)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, REGISTER.all().size()).mapToObj(i -> "A" + i).toList());
    assertThat(REGISTER.all()).extracting(Ambiguity::document).isSubsetOf(documents);
  }

  @Test
  void readingsAreFoundByTheirLetters() {
    Ambiguity tokens = REGISTER.find("A6").orElseThrow();

    assertThat(tokens.reading("a")).isEqualTo(tokens.a());
    assertThat(tokens.reading("b")).isNotEqualTo(tokens.a());
    assertThatThrownBy(() -> tokens.reading("c")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIdThatIsThereTwiceIsRefused() throws IOException {
    JsonNode twice =
        new JsonMapper()
            .readTree(
                """
                {"schema": "ccican-ambiguities/1", "ambiguities": [%1$s, %1$s]}
                """
                    .formatted(
                        """
                        {"id": "A1", "document": "d", "section": "1", "unclear": "u",
                         "a": {"reading": "r", "shows": "s"}, "b": {"reading": "r", "shows": "s"},
                         "reference": "a"}
                        """));

    assertThatThrownBy(() -> Ambiguities.of(twice)).hasMessageContaining("A1 is there twice");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        AmbiguitiesTest.class.getResourceAsStream("/org/ccican/features/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
