package org.ccican.conformance.sut;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.role.RoleId;
import org.ccican.transport.Endpoint;

/**
 * A role of the target, reached in one way, for a whole run. Whoever implements it bounds every
 * answer in time and size, and writes a problem to the scenario's log where none came: a missing
 * answer is never a refusal.
 */
public interface Connection extends AutoCloseable {

  /** The header, and in capitals the variable, that carries the scenario's id to the target. */
  String CASE = "ccican-case";

  SutRole role();

  /**
   * Looks whether the recipe fits the target, before anything is judged.
   *
   * @return what is wrong with the recipe, naming the field and what to write there; empty if
   *     nothing is
   */
  Optional<String> look();

  /**
   * The same look, thing by thing, up to the first that is wrong: what comes after it would only
   * say so again.
   */
  default List<Probe> probes() {
    return List.of(
        Probe.of(
            role().role().id() + "." + role().way(), role().reach().shown() + " answers", look()));
  }

  /** All roles that the target plays where this one takes part. */
  default Set<RoleId> plays() {
    return Set.of(role().role());
  }

  /** Whatever of the target one scenario meets, by the role that it stands for. */
  default Map<RoleId, Endpoint> endpoints(Situation situation) {
    return Map.of(role().role(), endpoint(situation));
  }

  /** The role as one scenario meets it, behind the listener of the role and the recorder. */
  Endpoint endpoint(Situation situation);

  /**
   * What other roles verify this one's messages with, where it speaks to all of them; empty where
   * it speaks to some, and the reference stands beside it for the others.
   */
  default Optional<CoseKey> key(Crypto crypto) {
    return role().signingKey(crypto);
  }

  /** What it says itself that it can do, after a look: names by kind of claim. */
  default Map<String, List<String>> claims() {
    return Map.of();
  }

  /** Why asking again is of no use; empty if it is. */
  default Optional<String> givenUp() {
    return Optional.empty();
  }

  /** What the target takes the time to be, in whole seconds. */
  Instant now();

  /** Whether the target's clock can be moved. */
  default boolean hasClock() {
    return false;
  }

  /**
   * Moves the target's clock, which there is.
   *
   * @param by whole seconds; none to see whether it can be moved
   * @return why that did not succeed; empty if it did
   */
  default Optional<String> advance(Duration by) {
    return Optional.of("there is no way to move it");
  }

  @Override
  default void close() {}
}
