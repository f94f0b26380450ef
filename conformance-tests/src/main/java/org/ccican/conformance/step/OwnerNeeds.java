package org.ccican.conformance.step;

import java.util.Optional;
import java.util.Set;
import org.ccican.conformance.sut.SutFacts;
import org.ccican.conformance.sut.SutRole;
import org.ccican.program.Programs;
import org.ccican.role.RoleId;

/**
 * What a scenario needs of an Application Owner that only an owner of the suite's own has: without
 * it the scenario is inapplicable, and that is said before anything is sent.
 */
final class OwnerNeeds {

  /** Judges of what owner and middleware say to each other, or of what only that decides. */
  private static final Set<String> CHANNEL =
      Set.of(
          "attestation-answers",
          "attested-between",
          "channel-key-attested",
          "claims-bound",
          "evidence-confined",
          "evidence-each-time",
          "evidence-forwarded",
          "evidence-handed-on",
          "evidence-request-bound",
          "load-sequence",
          "log-names-application",
          "log-names-middleware",
          "nonce-answered",
          "nonces-fresh",
          "nothing-in-the-clear",
          "package-result",
          "personal-data-sealed",
          "result",
          "secrets-after-appraisal",
          "secrets-confined",
          "secrets-withheld",
          "tls13",
          "verifier-accepts",
          "verifier-refuses");

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

  /** What a judge looks at has to pass the suite. */
  void needsSight(String judge) {
    if (CHANNEL.contains(judge)) {
      needsChannel();
    }
  }

  /** Nobody stands in a channel that both ends of the target have attested. */
  void needsChannel() {
    if (owner().isPresent() && world.plays(RoleId.MIDDLEWARE)) {
      world.inapplicable(
          "what the target's application-owner and middleware say to each other goes over TLS with"
              + " an attested key, out of the suite's sight");
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
