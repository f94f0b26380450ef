package org.ccican.conformance.step;

import java.util.Optional;
import org.ccican.conformance.sut.SutFacts;
import org.ccican.conformance.sut.SutRole;
import org.ccican.program.Programs;
import org.ccican.role.RoleId;

/**
 * What a scenario needs of an Application Owner that only an owner of the suite's own has: without
 * it the scenario is inapplicable, and that is said before anything is sent.
 */
final class OwnerNeeds {

  private final World world;

  OwnerNeeds(World world) {
    this.world = world;
  }

  private Optional<SutRole> owner() {
    return world.foreign(RoleId.APPLICATION_OWNER);
  }

  /** It brings an application that the suite has chosen. */
  void needsChoice() {
    if (owner().isPresent()) {
      world.inapplicable("what the target's application-owner deploys cannot be chosen");
    }
  }

  /** It begins as a Network User, with the packages of one case. */
  void needsPackages() {
    if (owner().filter(each -> each.way().equals("trigger")).isPresent()) {
      world.inapplicable("a trigger cannot say to the application-owner which packages it brings");
    }
    if (owner().filter(each -> each.facts().userApplication().isEmpty()).isPresent()) {
      world.inapplicable("the recipe names no application-owner.user-application");
    }
  }

  /** What its application makes of its data is known. */
  void needsResult() {
    Optional<SutFacts> facts = owner().map(SutRole::facts);
    boolean known =
        facts
            .flatMap(SutFacts::application)
            .map(code -> code.equals(Programs.sum().code()))
            .orElse(true);
    if (!known) {
      world.inapplicable(
          "the file of application-owner.application is no program whose result the suite knows");
    }
  }
}
