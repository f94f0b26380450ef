package org.ccican.conformance.step;

import java.util.Optional;
import org.ccican.conformance.sut.SutRole;
import org.ccican.role.RoleId;

/** What a Verifier elsewhere cannot be asked for. */
final class VerifierNeeds {

  private final World world;
  private final Optional<SutRole> verifier;

  VerifierNeeds(World world) {
    this.world = world;
    this.verifier = world.foreign(RoleId.VERIFIER);
  }

  /** A Verifier that gives results of the TEEP profile, to the TAM or about it. */
  void needsTeepResults() {
    verifier
        .map(SutRole::way)
        .filter(way -> !way.equals("url"))
        .ifPresent(
            way ->
                world.inapplicable(
                    "a verifier that is reached by "
                        + way
                        + " is not asked for results of the TEEP profile"));
  }

  /** What an owner demands of evidence beyond its measurement stands in no message. */
  void needsOwnPolicy() {
    needsOurs("has a policy of its own");
  }

  /** The profile of an Agent's token is the suite's own. */
  void needsAgentTokens() {
    needsOurs("need not know the profile of the suite's own Agents");
  }

  /**
   * Reference values that are taken decide what comes later, and no later than in this scenario.
   */
  void needsForgetfulness() {
    needsOurs("keeps the reference values that it was given in other scenarios");
  }

  private void needsOurs(String why) {
    if (verifier.isPresent()) {
      world.inapplicable("a verifier elsewhere " + why);
    }
  }
}
