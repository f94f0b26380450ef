package org.ccican.conformance.suite;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.order.PickleOrder;
import io.cucumber.core.order.StandardPickleOrders;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import io.cucumber.tagexpressions.Expression;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.ccican.conformance.step.Scenario;

/** Every scenario of the features on the class path, by its permanent id. */
public final class FeatureCatalogue {

  private final List<Feature> features;
  private final Map<String, Scenario> scenarios = new LinkedHashMap<>();

  private final PickleOrder order;

  private FeatureCatalogue(List<Feature> features, PickleOrder order) {
    this.features = features;
    this.order = order;
    for (Feature feature : features) {
      for (Pickle pickle : feature.getPickles()) {
        Scenario scenario = scenario(pickle);
        if (scenarios.put(scenario.id(), scenario) != null) {
          throw new IllegalStateException(scenario.id() + " is the id of two scenarios");
        }
      }
    }
  }

  public static FeatureCatalogue load() {
    AtomicLong counter = new AtomicLong();
    RuntimeOptions options =
        new RuntimeOptionsBuilder()
            .addFeature(
                FeatureWithLines.create(URI.create("classpath:" + Scenario.ROOT), List.of()))
            .build();
    List<Feature> features =
        new ArrayList<>(
            new FeaturePathFeatureSupplier(
                    FeatureCatalogue.class::getClassLoader,
                    options,
                    new FeatureParser(() -> new UUID(0, counter.incrementAndGet())))
                .get());
    features.sort(Comparator.comparing(feature -> feature.getUri().toString()));
    return new FeatureCatalogue(List.copyOf(features), StandardPickleOrders.lexicalUriOrder());
  }

  /** The same scenarios, to be run in an order that follows from the number. */
  FeatureCatalogue shuffled(long number) {
    return new FeatureCatalogue(features, StandardPickleOrders.random(number));
  }

  PickleOrder order() {
    return order;
  }

  public List<Scenario> all() {
    return List.copyOf(scenarios.values());
  }

  /** The requirement that each scenario tests, by the scenario's id. */
  Map<String, String> cases() {
    Map<String, String> cases = new LinkedHashMap<>();
    scenarios.forEach((id, scenario) -> cases.put(id, scenario.requirement()));
    return cases;
  }

  /**
   * Those that an expression picks, and the accepted parents of the negative ones among them.
   *
   * @throws IllegalStateException if a parent is unknown
   */
  public List<Scenario> select(Expression tags) {
    return withParents(only(tags));
  }

  /** These, and the accepted parents of the negative ones among them, in the order of all. */
  List<Scenario> withParents(List<Scenario> chosen) {
    Map<String, Scenario> selected = new LinkedHashMap<>();
    chosen.forEach(scenario -> add(scenario, selected));
    return scenarios.values().stream()
        .filter(scenario -> selected.containsKey(scenario.id()))
        .toList();
  }

  /** Those that an expression picks, and no others. */
  List<Scenario> only(Expression tags) {
    return scenarios.values().stream().filter(each -> tags.evaluate(each.tags())).toList();
  }

  List<Feature> features() {
    return features;
  }

  private void add(Scenario scenario, Map<String, Scenario> selected) {
    if (selected.put(scenario.id(), scenario) == null && !scenario.parent().isEmpty()) {
      Scenario parent = scenarios.get(scenario.parent());
      if (parent == null) {
        throw new IllegalStateException(
            scenario.id() + " names the unknown parent " + scenario.parent());
      }
      add(parent, selected);
    }
  }

  private static Scenario scenario(Pickle pickle) {
    return Scenario.of(
        pickle.getName(), pickle.getUri(), pickle.getLocation().getLine(), pickle.getTags());
  }
}
