package org.ccican.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class RequirementsTest {

  static final List<String> FILES = Requirements.FILES;

  private static final Requirements REQUIREMENTS = Requirements.load();

  @ParameterizedTest
  @FieldSource("FILES")
  void everyFileMatchesTheSchema(String name) {
    String schema = resource("/org/ccican/features/requirement.schema.json");
    Validator.Result result =
        new ValidatorFactory()
            .validate(schema, resource("/org/ccican/features/requirements/" + name + ".json"));

    assertThat(result.getErrors())
        .extracting(error -> error.getInstanceLocation() + " " + error.getError())
        .isEmpty();
  }

  @Test
  void schemaRefusesWhatTheLoaderRefuses() {
    String schema = resource("/org/ccican/features/requirement.schema.json");

    assertThat(new ValidatorFactory().validate(schema, file("level", "shall")).isValid()).isFalse();
    assertThat(new ValidatorFactory().validate(schema, file("level", "must")).isValid()).isTrue();
  }

  @Test
  void everyFileOfTheFolderIsRead() throws IOException {
    Path folder = Path.of(System.getProperty("ccican.root"), "features", "requirements");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(FILES.stream().map(name -> name + ".json").toList());
    }
  }

  @Test
  void documentsAreNamedLikeTheirFiles() {
    assertThat(REQUIREMENTS.documents()).extracting(RequirementDocument::id).isEqualTo(FILES);
  }

  @Test
  void idsOfOneAreaAscend() {
    Map<String, List<Integer>> areas =
        REQUIREMENTS.all().stream()
            .map(Requirement::id)
            .collect(
                Collectors.groupingBy(
                    id -> id.substring(0, id.indexOf('-')),
                    Collectors.mapping(
                        id -> Integer.valueOf(id.substring(id.indexOf('-') + 1)),
                        Collectors.toList())));

    assertThat(areas).allSatisfy((area, numbers) -> assertThat(numbers).isSorted());
  }

  @Test
  void everyRequirementHasScenariosOrAReasonWhyNot() {
    assertThat(REQUIREMENTS.all())
        .filteredOn(each -> each.scenarios().isEmpty() && each.untested().isEmpty())
        .extracting(Requirement::id)
        .isEmpty();
  }

  /** That nobody has written a scenario is no reason. */
  @Test
  void everyReasonIsAboutTheRequirement() {
    assertThat(REQUIREMENTS.all())
        .allSatisfy(
            each ->
                assertThat(each.untested().orElse(""))
                    .as(each.id())
                    .doesNotContainIgnoringCase("no scenario yet"));
  }

  @Test
  void noRequirementHasBothScenariosAndAReasonWhyNot() {
    assertThat(REQUIREMENTS.all())
        .filteredOn(each -> each.untested().isPresent())
        .allSatisfy(each -> assertThat(each.scenarios()).as(each.id()).isEmpty());
  }

  @Test
  void everyScenarioNamesACheckThatCanBeBroken() {
    CheckCatalogue checks = CheckCatalogue.load();

    assertThat(REQUIREMENTS.all().stream().flatMap(each -> each.scenarios().stream()))
        .allSatisfy(
            scenario ->
                assertThat(scenario.checks())
                    .as(scenario.id())
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                        check ->
                            assertThat(checks.find(check))
                                .as(check)
                                .map(CheckPoint::kind)
                                .get()
                                .isNotEqualTo(CheckPoint.Kind.STRUCTURAL)));
  }

  @Test
  void draftHasOneKeyword() {
    assertThat(REQUIREMENTS.of(REQUIREMENTS.documents().get(0)))
        .filteredOn(each -> each.level() != Level.STEP && each.level() != Level.DERIVED)
        .extracting(Requirement::id)
        .containsExactly("ARCH-01");
  }

  @Test
  void procedureOfSectionFourEndsWhereTheCopiesEnd() {
    assertThat(REQUIREMENTS.all())
        .filteredOn(each -> each.id().startsWith("PROV-"))
        .extracting(Requirement::section)
        .containsOnly("4", "4 (1)", "4 (2)", "4 (3)");
    assertThat(REQUIREMENTS.documents().get(0).notes())
        .anySatisfy(note -> assertThat(note).contains("step (3) of section 4", "lost"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "level    | shall    | /requirements/0: TOH-01 has the unknown level shall",
        "scenario | TOH-02.1 | /requirements/0/scenarios/0: scenario TOH-02.1 does not belong to",
        "schema   | other/2  | schema is other/2, expected ccican-requirements/1",
        "surplus  | x        | /requirements/0: unknown field surplus",
        "text     | ' '      | /requirements/0: text is missing or no text",
      })
  void refusesAFileWithADefect(String field, String value, String expected) throws IOException {
    JsonNode json = JsonMapper.builder().build().readTree(file(field, value));

    assertThatThrownBy(() -> Requirements.of(Map.of("x.json", json)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("x.json: " + expected);
  }

  @Test
  void refusesAnIdThatAnotherFileHas() throws IOException {
    JsonNode json = JsonMapper.builder().build().readTree(file("level", "must"));

    assertThatThrownBy(() -> Requirements.of(Map.of("x.json", json, "y.json", json)))
        .hasMessageContaining("TOH-01 is there twice");
  }

  private static String file(String field, String value) {
    Map<String, String> fields =
        Map.of(
            "schema", "ccican-requirements/1",
            "level", "must",
            "text", "A rule.",
            "scenario", "TOH-01.1");
    String json =
        """
        {"schema": "%schema",
         "document": {"id": "some", "title": "Some", "version": "1"},
         "requirements": [
           {"id": "TOH-01", "level": "%level", "section": "1", "roles": ["tam"], "text": "%text",
            "scenarios": [{"id": "%scenario", "brokenBy": "tam.some.rule"}] %surplus}]}
        """;
    json = json.replace("%" + field, field.equals("surplus") ? ", \"surplus\": \"x\"" : value);
    for (Map.Entry<String, String> each : fields.entrySet()) {
      json = json.replace("%" + each.getKey(), each.getValue());
    }
    return json.replace("%surplus", "");
  }

  private static String resource(String name) {
    try (InputStream in = RequirementsTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
