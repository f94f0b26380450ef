package org.ccican.conformance.sut;

import java.util.Objects;
import java.util.Set;
import org.ccican.check.Checks;

/**
 * The checks of the suite's own Agent where the TAM is judged: what a TAM may do by one of two
 * readings, that of the reference or the other (A2, A3, A4 of the register), ends no session.
 */
public record BothReadings(Checks others) implements Checks {

  private static final Set<String> OPEN =
      Set.of("teep.token.attestation", "teep.challenge.attestation");

  public BothReadings {
    Objects.requireNonNull(others);
  }

  @Override
  public boolean holds(String name, boolean condition) {
    return others.holds(name, condition) || OPEN.contains(name);
  }

  @Override
  public int code(String name, int code, int codes) {
    return others.code(name, code, codes);
  }
}
