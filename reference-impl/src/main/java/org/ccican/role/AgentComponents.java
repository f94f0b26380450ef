package org.ccican.role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.suit.InstalledComponent;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitDigest;
import org.ccican.suit.SuitEnvelope;
import org.ccican.suit.SuitOutcome;
import org.ccican.suit.SuitProcessor;
import org.ccican.suit.SuitReason;
import org.ccican.suit.SuitRecord;
import org.ccican.suit.SuitReport;
import org.ccican.suit.SuitState;
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
  private final Checks checks;

  AgentComponents(
      TargetingEnvironment environment, SuitProcessor suit, SuitStore store, Checks checks) {
    this.checks = checks;
    this.environment = environment;
    this.suit = suit;
    this.store = store;
  }

  /**
   * Looks who signed a manifest.
   *
   * @throws Rejected if it was nobody in the image
   */
  void authenticate(Bytes envelope) throws Rejected {
    SuitEnvelope.parse(envelope, checks)
        .authenticate(environment.agent().signers(), SuitProcessor.ALGORITHMS, checks);
  }

  /**
   * Installs what a manifest says and takes it into the environment; if the environment refuses it,
   * what was there before is there again.
   *
   * @return the outcome, whose report says why if it came to nothing
   */
  SuitOutcome update(Bytes envelope) {
    SuitState before = store.state();
    SuitOutcome outcome = suit.update(envelope);
    if (outcome.refusal().isPresent()) {
      return outcome;
    }
    try {
      for (InstalledComponent component : outcome.installed()) {
        environment.accept(component);
      }
    } catch (Rejected rejected) {
      store.commit(before);
      return refused(outcome.report(), rejected);
    }
    reports.put(outcome.report().digest(), outcome.report());
    return outcome;
  }

  private static SuitOutcome refused(SuitReport report, Rejected rejected) {
    long reason = SuitReason.of(rejected).id();
    SuitRecord nowhere = new SuitRecord(List.of(), 0, 0, 0, Cbor.map().build());
    SuitReport failed =
        new SuitReport(
            report.referenceUri(),
            report.digest(),
            report.nonce(),
            report.records(),
            report.claims(),
            Optional.of(new SuitReport.Failure(reason, nowhere, reason)),
            report.capabilities());
    return new SuitOutcome(failed, List.of(), List.of(), Optional.of(rejected));
  }

  /** The reports of what was installed, in its order. */
  List<SuitReport> reports() {
    return List.copyOf(reports.values());
  }

  /**
   * Removes what came with a manifest.
   *
   * @throws Rejected if nothing did
   */
  void unlink(SuitComponentId manifest) throws Rejected {
    for (SuitComponentId removed : suit.unlink(manifest)) {
      if (TargetingEnvironment.isMiddleware(removed)) {
        environment.uninstall();
      }
    }
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
