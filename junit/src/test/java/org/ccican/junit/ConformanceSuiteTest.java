package org.ccican.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What the user's class shows when something is wrong. */
class ConformanceSuiteTest {

  @TempDir Path folder;

  @Test
  void oneBrokenRuleIsOneRedTestAndARedVerdict() throws IOException {
    Map<String, String> ended = run(broken("http.method"), "@req-TEEP-03 or @req-TOH-08");

    assertThat(ended).containsEntry("TOH-08.1", "failed").containsEntry("verdict", "failed");
    assertThat(ended.entrySet())
        .filteredOn(each -> each.getKey().startsWith("TEEP-03"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.getValue()).isEqualTo("passed"));
  }

  @Test
  void whatIsOnlyAdvisedIsSkippedAndTheVerdictIsGreen() throws IOException {
    Map<String, String> ended = run(broken("http.response.headers"), "@req-TOH-07");

    assertThat(ended).containsValue("aborted").containsEntry("verdict", "passed");
    assertThat(ended.values()).doesNotContain("failed");
  }

  @Test
  void whatTheBaselineKnowsIsSkippedAndTheVerdictIsGreen() throws IOException {
    Files.writeString(
        folder.resolve("known.yaml"),
        "known-failures:\n  - {requirement: TOH-08, case: TOH-08.1, reason: release 3}\n");
    try (ServedTam tam = new ServedTam(broken("http.method"))) {
      Path recipe = tam.recipe(folder);
      Files.writeString(recipe, Files.readString(recipe) + "\nbaseline: known.yaml\n");

      Map<String, String> ended = ended(suite(recipe, "@req-TOH-08"));

      assertThat(ended).containsEntry("TOH-08.1", "aborted").containsEntry("verdict", "passed");
    }
  }

  @Test
  void whatDoesNotApplyIsSkipped() throws IOException {
    Map<String, String> ended =
        run(Checks.unbroken(), "@req-TOH-08 or (@req-TEEP-01 and @role-teep-agent)");

    assertThat(ended).containsValue("aborted").containsEntry("verdict", "passed");
  }

  @Test
  void aWrongRecipeIsNoFailedRequirement() throws IOException {
    Path recipe = Files.writeString(folder.resolve("sut.yaml"), "tam: {url: 7}\n");

    assertThatThrownBy(() -> suite(recipe, "@req-TOH-08").requirements())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ended with 2")
        .hasMessageContaining("sut.yaml:1:6: tam");
  }

  @Test
  void tagsThatSelectNothingAreNoSuccess() throws IOException {
    try (ServedTam tam = new ServedTam(Checks.unbroken())) {
      Path recipe = tam.recipe(folder);

      assertThatThrownBy(() -> suite(recipe, "@no-such-tag").requirements())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ended with 5");
    }
  }

  private static Checks broken(String check) {
    return new BrokenChecks(CheckCatalogue.load().find(check).orElseThrow());
  }

  /** Ids of scenarios, and {@code verdict}, with how they end. */
  private Map<String, String> run(Checks checks, String tags) throws IOException {
    try (ServedTam tam = new ServedTam(checks)) {
      return ended(suite(tam.recipe(folder), tags));
    }
  }

  private static Map<String, String> ended(ConformanceSuite suite) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    suite.requirements().forEach(node -> collect(node, tests));
    Map<String, String> ended = new TreeMap<>();
    tests.forEach(test -> ended.put(test.getDisplayName().split(" ")[0], ended(test)));
    return ended;
  }

  private static void collect(DynamicNode node, List<DynamicTest> tests) {
    if (node instanceof DynamicContainer container) {
      container.getChildren().forEach(child -> collect(child, tests));
    } else {
      tests.add((DynamicTest) node);
    }
  }

  private static String ended(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return "passed";
    } catch (TestAbortedException e) {
      return "aborted";
    } catch (AssertionError e) {
      return "failed";
    } catch (Throwable e) {
      throw new IllegalStateException(test.getDisplayName(), e);
    }
  }

  private ConformanceSuite suite(Path recipe, String tags) {
    return new ConformanceSuite() {
      @Override
      protected Path recipe() {
        return recipe;
      }

      @Override
      protected Path report() {
        return folder.resolve("report");
      }

      @Override
      protected List<String> options() {
        return List.of("--tags", tags);
      }
    };
  }
}
