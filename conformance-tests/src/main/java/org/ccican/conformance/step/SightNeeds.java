package org.ccican.conformance.step;

import java.util.Set;
import org.ccican.role.RoleId;

/** What has to pass the suite so that it can be seen, altered or judged. */
final class SightNeeds {

  /** Roles that ask others through the adapter that they are behind. */
  private static final Set<RoleId> ASKING =
      Set.of(RoleId.MOC, RoleId.PLATFORM, RoleId.APPLICATION_OWNER);

  private final World world;

  SightNeeds(World world) {
    this.world = world;
  }

  /** What a TAM elsewhere asks a Verifier does not pass the suite. */
  void needsVerifier() {
    if (world.foreign(RoleId.TAM).isPresent()) {
      world.inapplicable("the TAM asks a Verifier of its own, out of the suite's sight");
    }
  }

  /** What one role says to another. */
  void needs(RoleId from, RoleId to) {
    if (to == RoleId.MIDDLEWARE || from == RoleId.MIDDLEWARE) {
      world.owner().needsChannel();
    }
    if (to == RoleId.VERIFIER) {
      needsVerifier();
    }
    if (world.inside(from, to)) {
      world.inapplicable(
          "what the "
              + from.id()
              + " says to the "
              + to.id()
              + " stays inside the target's device");
    }
    // A role behind an adapter asks through it; a TAM and an Agent may have peers of their own.
    boolean asks =
        ASKING.contains(from)
            && world.foreign(from).filter(each -> each.way().equals("adapter")).isPresent();
    if (world.plays(from)
        && from != RoleId.TEEP_BROKER
        && world.run().target().listen().isEmpty()
        && !asks) {
      world.inapplicable(
          "the " + from.id() + " asks a " + to.id() + " of its own, out of the suite's sight");
    }
  }
}
