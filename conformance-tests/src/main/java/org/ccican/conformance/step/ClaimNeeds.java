package org.ccican.conformance.step;

import java.util.List;
import java.util.Optional;
import org.ccican.conformance.sut.SutClaims;
import org.ccican.conformance.sut.SutRole;
import org.ccican.conformance.sut.Target;
import org.ccican.role.RoleId;

/** What a recipe has to say that its target can do, for the target to be asked for it. */
final class ClaimNeeds {

  private final World world;
  private final Target target;
  private final SutClaims claims;

  ClaimNeeds(World world) {
    this.world = world;
    this.target = world.run().target();
    this.claims = target.claims();
  }

  /** A target that claims cipher suites is not asked for others, but for what it must have. */
  void needsCipherSuite(String name) {
    needs("cipher suite", name, claims.cipherSuites());
  }

  /** A target that claims freshness mechanisms is not asked for others. */
  void needsFreshness(String name) {
    needs("freshness mechanism", name, claims.freshness());
  }

  private void needs(String kind, String name, Optional<List<String>> claimed) {
    if (claimed.isPresent() && !claimed.get().contains(name)) {
      world.inapplicable("the recipe does not claim the " + kind + " " + name);
    }
  }

  /** A TAM elsewhere has packages for, and a Verifier of, the hardware that its recipe implies. */
  void needsHardware(String format) {
    boolean claimed =
        claims
            .formats()
            .map(formats -> formats.contains(format))
            .orElseGet(() -> format.equals(world.scene().machine().format()));
    if (!claimed && world.plays(RoleId.TEEP_AGENT)) {
      world.inapplicable(
          "the recipe does not say that the target's device has hardware of type " + format);
    }
    target
        .device()
        .filter(any -> world.plays(RoleId.TEEP_AGENT))
        .flatMap(device -> device.facts().hardwareType())
        .filter(named -> !named.equals(format))
        .ifPresent(
            named -> world.inapplicable("the target's device has hardware of the type " + named));
    world
        .foreign(RoleId.ATTESTING_ENVIRONMENT)
        .flatMap(SutRole::format)
        .filter(named -> !named.equals(format))
        .ifPresent(named -> world.inapplicable("the target's hardware is of the type " + named));
    for (RoleId role : List.of(RoleId.TAM, RoleId.VERIFIER)) {
      if (!claimed && world.foreign(role).isPresent() && !says(role)) {
        world.inapplicable(
            "the recipe does not say that the "
                + (role == RoleId.TAM ? "TAM" : role.id())
                + " knows hardware of the type "
                + format);
      }
    }
  }

  private boolean says(RoleId role) {
    return role == RoleId.VERIFIER && world.verifierSays();
  }

  /** A TAM that can be asked where it asks in another way than usual. */
  void needsWay(String id) {
    Optional<SutRole> tam = world.foreign(RoleId.TAM);
    boolean there = tam.map(each -> each.uris().containsKey(id)).orElse(true);
    // An adapter is asked, and says itself whether there is such a way.
    boolean says = tam.filter(each -> each.way().equals("adapter")).isPresent();
    if (!there && !says) {
      world.inapplicable("the recipe names no tam.uris." + id);
    }
  }
}
