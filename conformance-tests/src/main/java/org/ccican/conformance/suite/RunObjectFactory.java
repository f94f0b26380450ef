package org.ccican.conformance.suite;

import io.cucumber.core.backend.ObjectFactory;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ccican.conformance.driver.RunContext;
import org.ccican.conformance.step.Judging;
import org.ccican.conformance.step.World;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.PicoBuilder;

/**
 * Makes the steps of one scenario after another, each with a {@link World} that knows its run. The
 * run is handed in, so that two runs in one process share nothing.
 */
final class RunObjectFactory implements ObjectFactory {

  private final RunContext run;
  private final Judging judging;
  private final Set<Class<?>> glue = new LinkedHashSet<>();
  private MutablePicoContainer container = container();

  RunObjectFactory(RunContext run, Judging judging) {
    this.run = run;
    this.judging = judging;
  }

  @Override
  public boolean addClass(Class<?> type) {
    return glue.add(type);
  }

  @Override
  public void start() {
    container = container();
    container.addComponent(run);
    container.addComponent(judging);
    container.addComponent(World.class);
    glue.forEach(container::addComponent);
    container.start();
  }

  @Override
  public <T> T getInstance(Class<T> type) {
    return container.getComponent(type);
  }

  @Override
  public void stop() {
    container.stop();
    container.dispose();
  }

  private static MutablePicoContainer container() {
    return new PicoBuilder().withCaching().withLifecycle().build();
  }
}
