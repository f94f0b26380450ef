package org.ccican.role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.suit.InstalledComponent;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitDigest;
import org.ccican.suit.SuitOutcome;
import org.ccican.suit.SuitProcessor;
import org.ccican.suit.SuitReport;
import org.ccican.suit.SuitStore;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What is installed through an Agent: SUIT's store, and of that what runs in the environment. */
final class AgentComponents {

  private static final long COMPONENT_ID = 0;
  private static final long IMAGE_DIGEST = 3;
  private static final long IMAGE_SIZE = 14;

  private final TargetingEnvironment environment;
  private final SuitProcessor suit;
  private final SuitStore store;
  private final Map<Bytes, SuitReport> reports = new LinkedHashMap<>();

  AgentComponents(TargetingEnvironment environment, SuitProcessor suit, SuitStore store) {
    this.environment = environment;
    this.suit = suit;
    this.store = store;
  }

  /**
   * Everything that one Update asks for, or nothing of it.
   *
   * @return one outcome for each manifest up to the first that was refused
   */
  List<SuitOutcome> apply(List<SuitComponentId> unneeded, List<Bytes> envelopes) {
    List<SuitOutcome> outcomes = suit.apply(unneeded, envelopes, this::approve);
    if (refusal(outcomes).isEmpty()) {
      outcomes.forEach(this::follow);
    }
    return outcomes;
  }

  /** Why an Update came to nothing, if it did. */
  static Optional<Rejected> refusal(List<SuitOutcome> outcomes) {
    return outcomes.stream().flatMap(outcome -> outcome.refusal().stream()).findFirst();
  }

  private void approve(List<InstalledComponent> installed) throws Rejected {
    for (InstalledComponent component : installed) {
      environment.examine(component);
    }
  }

  private void follow(SuitOutcome outcome) {
    if (outcome.removed().stream().anyMatch(TargetingEnvironment::isMiddleware)) {
      environment.uninstall();
    }
    try {
      for (InstalledComponent component : outcome.installed()) {
        environment.accept(component);
      }
    } catch (Rejected e) {
      throw new IllegalStateException("what was approved is refused afterwards", e);
    }
    if (!outcome.installed().isEmpty()) {
      reports.put(outcome.report().digest(), outcome.report());
    }
  }

  /** The reports of what was installed, in its order. */
  List<SuitReport> reports() {
    return List.copyOf(reports.values());
  }

  /** What is installed, as system-property-claims: id, digest, size. */
  List<Cbor> claims() {
    List<Cbor> claims = new ArrayList<>();
    for (InstalledComponent each : store.components()) {
      claims.add(claims(each));
    }
    return claims;
  }

  private static Cbor.Map claims(InstalledComponent component) {
    return Cbor.map()
        .put(COMPONENT_ID, component.id().toCbor())
        .put(IMAGE_DIGEST, Cbor.octets(SuitDigest.sha256(component.payload()).toCbor().encode()))
        .put(IMAGE_SIZE, Cbor.integer(component.payload().size()))
        .build();
  }

  /** Whether middleware for the application type runs. */
  boolean serves(String applicationType) {
    return environment
        .middleware()
        .filter(image -> image.applicationType().equals(applicationType))
        .isPresent();
  }

  /** The manifest that brought the middleware, if it can be named. */
  Optional<SuitComponentId> middlewareManifest() {
    return store.components().stream()
        .filter(each -> TargetingEnvironment.isMiddleware(each.id()))
        .findFirst()
        .flatMap(InstalledComponent::manifestId);
  }
}
