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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.requirement.ScenarioRef;
import org.ccican.conformance.step.Scenario;
import org.ccican.conformance.tamper.Tamperings;
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
