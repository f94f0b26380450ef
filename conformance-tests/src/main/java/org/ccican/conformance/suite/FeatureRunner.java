package org.ccican.conformance.suite;

import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.ObjectFactorySupplier;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ccican.conformance.driver.RunContext;
import org.ccican.conformance.step.Judging;
import org.ccican.conformance.step.Scenario;
import org.ccican.conformance.step.Unjudged;

/** Runs scenarios with Cucumber; everything that counts ends up in the run's log. */
public final class FeatureRunner {

  private final FeatureCatalogue catalogue;
  private final RunContext run;
  private final Judging judging;
  private final int threads;

  public FeatureRunner(FeatureCatalogue catalogue, RunContext run, Judging judging, int threads) {
    this.catalogue = catalogue;
    this.run = run;
    this.judging = judging;
    this.threads = threads;
  }

  /** Told how each scenario ended, by any thread. */
  @FunctionalInterface
  public interface Finished {

    /**
     * @param outcome id of the outcome as judged at once
     * @param why in words; empty if it passed
     */
    void ended(String id, String outcome, String why);
  }

  public void run(List<Scenario> scenarios, Finished finished) {
    if (scenarios.isEmpty()) {
      return;
    }
    RuntimeOptions options =
        new RuntimeOptionsBuilder()
            .addGlue(URI.create("classpath:/org/ccican/conformance/step"))
            .addTagFilter(TagExpressionParser.parse(anyOf(scenarios)))
            .setThreads(threads)
            .setPickleOrder(catalogue.order())
            .setMonochrome()
            .build();
    ThreadLocal<RunObjectFactory> factories =
        ThreadLocal.withInitial(() -> new RunObjectFactory(run, judging));
    ObjectFactorySupplier supplier = factories::get;
    ConcurrentEventListener listener =
        publisher ->
            publisher.registerHandlerFor(
                TestCaseFinished.class,
                event ->
                    finished.ended(
                        id(event.getTestCase().getTags()),
                        status(event.getResult()),
                        why(event.getResult())));
    Runtime.builder()
        .withRuntimeOptions(options)
        .withClassLoader(FeatureRunner.class::getClassLoader)
        .withFeatureSupplier(catalogue::features)
        .withObjectFactorySupplier(supplier)
        .withBackendSupplier(
            new BackendServiceLoader(FeatureRunner.class::getClassLoader, supplier))
        .withAdditionalPlugins(listener)
        .build()
        .run();
  }

  private static String status(Result result) {
    if (result.getError() instanceof Unjudged unjudged) {
      return unjudged.outcome().id();
    }
    return switch (result.getStatus()) {
      case PASSED -> "passed";
      case SKIPPED -> "inapplicable";
      case FAILED, AMBIGUOUS, PENDING, UNDEFINED, UNUSED -> "failed";
    };
  }

  private static String why(Result result) {
    return Optional.ofNullable(result.getError())
        .map(error -> String.valueOf(error.getMessage()))
        .orElse("");
  }

  private static String anyOf(List<Scenario> scenarios) {
    return scenarios.stream()
        .map(scenario -> "@id-" + scenario.id())
        .collect(Collectors.joining(" or "));
  }

  private static String id(List<String> tags) {
    return tags.stream()
        .filter(tag -> tag.startsWith("@id-"))
        .findFirst()
        .orElse("@id-?")
        .substring("@id-".length());
  }
}
