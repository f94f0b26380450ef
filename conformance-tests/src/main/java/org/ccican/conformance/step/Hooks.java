package org.ccican.conformance.step;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import java.util.Locale;

/** Opens and closes the world around each scenario. */
public final class Hooks {

  private final World world;

  public Hooks(World world) {
    this.world = world;
  }

  @Before
  public void open(io.cucumber.java.Scenario scenario) {
    world.open(
        Scenario.of(
            scenario.getName(),
            scenario.getUri(),
            scenario.getLine(),
            scenario.getSourceTagNames()));
  }

  @After
  public void close(io.cucumber.java.Scenario scenario) {
    world.close(scenario.getStatus().name().toLowerCase(Locale.ROOT));
  }
}
