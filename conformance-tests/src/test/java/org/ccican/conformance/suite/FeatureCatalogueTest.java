package org.ccican.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.ObjectFactorySupplier;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStepFinished;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.conformance.requirement.Ambiguities;
import org.ccican.conformance.requirement.Ambiguity;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.requirement.ScenarioRef;
import org.ccican.conformance.step.Scenario;
import org.ccican.conformance.tamper.Tamperings;
import org.ccican.conformance.verdict.ReadingJudges;
import org.junit.jupiter.api.Test;

class FeatureCatalogueTest {

  private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.load();
  private static final Requirements REQUIREMENTS = Requirements.load();

  @Test
  void featuresHaveTheScenariosThatRequirementsName() {
    Set<String> named =
        REQUIREMENTS.all().stream()
            .flatMap(requirement -> requirement.scenarios().stream())
            .map(ScenarioRef::id)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(CATALOGUE.all()).extracting(Scenario::id).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void scenariosSayOfTheirRequirementWhatTheCatalogueSays() {
    for (Scenario scenario : CATALOGUE.all()) {
      Requirement requirement = REQUIREMENTS.find(scenario.requirement()).orElseThrow();

      assertThat(scenario.id()).startsWith(requirement.id() + ".");
      assertThat(scenario.level()).as(scenario.id()).isEqualTo(requirement.level().id());
      assertThat(requirement.roles())
          .as("roles of " + requirement.id() + ", which " + scenario.id() + " judges")
          .containsAll(scenario.roles());
      assertThat(scenario.roles()).as(scenario.id()).isNotEmpty();
    }
  }

  @Test
  void negativeScenariosDepartFromAnAcceptedOneOfTheSameRole() {
    Map<String, Scenario> byId = new TreeMap<>();
    CATALOGUE.all().forEach(scenario -> byId.put(scenario.id(), scenario));

    for (Scenario scenario : CATALOGUE.all()) {
      if (scenario.negative()) {
        Optional<Scenario> parent = Optional.ofNullable(byId.get(scenario.parent()));
        assertThat(parent).as("parent of " + scenario.id()).isPresent();
        assertThat(parent.get().negative()).as(scenario.id() + ", " + scenario.parent()).isFalse();
        assertThat(parent.get().roles())
            .as("roles of " + scenario.parent() + ", the parent of " + scenario.id())
            .containsAll(scenario.roles());
      } else {
        assertThat(scenario.parent()).as(scenario.id()).isEmpty();
      }
    }
  }

  @Test
  void everyStepIsDefinedOnceAndNamesATamperingThatThereIs() {
    List<String> wrong = new ArrayList<>();
    List<String> phrases = new ArrayList<>();
    int steps = dryRun(wrong, phrases);

    assertThat(wrong).isEmpty();
    assertThat(steps).isGreaterThan(2 * CATALOGUE.all().size());
    assertThat(phrases)
        .isNotEmpty()
        .allSatisfy(
            words -> assertThatCode(() -> Tamperings.named(words)).doesNotThrowAnyException());
  }

  /** Areas whose checks a peer can see on the wire. */
  private static final Set<String> AREAS =
      Set.of("teep", "tam", "agent", "broker", "suit", "eat", "http");

  /** A check that nothing can turn red could be missing as well. */
  @Test
  void everyBreakableCheckIsNamedByAScenarioOrListedWithItsReason() throws IOException {
    Set<String> accounted = new TreeSet<>(unlisted());
    accounted.addAll(rows("/org/ccican/conformance/matrix/equivalents.tsv"));
    accounted.addAll(listed());

    assertThat(breakable())
        .as("checks that are neither in a brokenBy nor in unlisted-checks.tsv or equivalents.tsv")
        .isSubsetOf(accounted);
  }

  @Test
  void listedChecksExist() throws IOException {
    CheckCatalogue checks = CheckCatalogue.load();
    assertThat(unlisted())
        .as("rows of unlisted-checks.tsv")
        .allMatch(
            name ->
                checks
                    .find(name)
                    .filter(check -> check.kind() != CheckPoint.Kind.STRUCTURAL)
                    .isPresent());
  }

  @Test
  void checksThatAScenarioNamesHaveNoRowAmongTheOthers() throws IOException {
    assertThat(unlisted()).as("rows of unlisted-checks.tsv").doesNotContainAnyElementsOf(listed());
  }

  /** What the scenarios name. */
  private static Set<String> listed() {
    return REQUIREMENTS.all().stream()
        .flatMap(requirement -> requirement.scenarios().stream())
        .flatMap(scenario -> scenario.checks().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Half of what is asked of TEEP and SUIT is to refuse. */
  @Test
  void negativeScenariosAreCounted() {
    Figures figures = Figures.counted();

    assertThat(figures.negative()).isPositive().isLessThan(figures.scenarios());
    assertThat(figures.standards()).isPositive().isLessThanOrEqualTo(figures.scenarios());
    assertThat(figures.standardsNegative()).isLessThanOrEqualTo(figures.standards());
  }

  @Test
  void readingsThatFeaturesNameCanBeToldApart() throws IOException {
    Set<String> register =
        Ambiguities.load().all().stream().map(Ambiguity::id).collect(Collectors.toSet());

    assertThat(ReadingJudges.told()).isSubsetOf(register);
  }

  private static Set<String> breakable() {
    return CheckCatalogue.load().all().stream()
        .filter(check -> check.kind() != CheckPoint.Kind.STRUCTURAL)
        .map(CheckPoint::name)
        .filter(name -> AREAS.contains(name.substring(0, name.indexOf('.'))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> unlisted() throws IOException {
    return rows("unlisted-checks.tsv");
  }

  /** The names in a table with reasons. */
  private static Set<String> rows(String table) throws IOException {
    try (InputStream in = FeatureCatalogueTest.class.getResourceAsStream(table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .peek(row -> assertThat(row).as("check and reason").hasSize(2))
          .peek(row -> assertThat(row[1]).as("reason of " + row[0]).doesNotContain(" yet"))
          .map(row -> row[0])
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void everyTamperingIsUsed() {
    List<String> phrases = new ArrayList<>();
    dryRun(new ArrayList<>(), phrases);

    assertThat(phrases).containsAll(Tamperings.words());
  }

  /** Looks for the definition of every step without calling any; returns how many there were. */
  private static int dryRun(List<String> wrong, List<String> tamperings) {
    List<String> seen = new ArrayList<>();
    ConcurrentEventListener listener =
        publisher ->
            publisher.registerHandlerFor(
                TestStepFinished.class,
                event -> {
                  if (event.getTestStep() instanceof PickleStepTestStep step) {
                    String text = step.getStep().getText();
                    seen.add(text);
                    Status status = event.getResult().getStatus();
                    if (status == Status.UNDEFINED || status == Status.AMBIGUOUS) {
                      wrong.add(status + ": " + text);
                    } else if (step.getPattern().equals("the {tampering}")) {
                      tamperings.add(text.substring("the ".length()));
                    }
                  }
                });
    RuntimeOptions options =
        new RuntimeOptionsBuilder()
            .addGlue(URI.create("classpath:/org/ccican/conformance/step"))
            .setDryRun()
            .setMonochrome()
            .build();
    ClassLoader loader = FeatureCatalogueTest.class.getClassLoader();
    ObjectFactorySupplier supplier = NothingIsMade::new;
    Runtime.builder()
        .withRuntimeOptions(options)
        .withFeatureSupplier(CATALOGUE::features)
        .withObjectFactorySupplier(supplier)
        .withBackendSupplier(new BackendServiceLoader(() -> loader, supplier))
        .withAdditionalPlugins(listener)
        .build()
        .run();
    return seen.size();
  }

  /** A dry run calls no step, so none of their objects. */
  private static final class NothingIsMade implements ObjectFactory {

    @Override
    public boolean addClass(Class<?> type) {
      return true;
    }

    @Override
    public void start() {}

    @Override
    public <T> T getInstance(Class<T> type) {
      throw new IllegalStateException("a dry run made " + type);
    }

    @Override
    public void stop() {}
  }
}
