package org.ccican.suit;

import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * A component in the store.
 *
 * @param manifestDigest SHA-256 over the manifest's byte string with its head, 32 octets
 * @param sequenceNumber the manifest's
 * @param manifestId the name by which the manifest can be unlinked, if it has one
 */
public record InstalledComponent(
    SuitComponentId id,
    Bytes payload,
    Bytes manifestDigest,
    long sequenceNumber,
    Optional<SuitComponentId> manifestId) {

  public InstalledComponent {
    Objects.requireNonNull(id);
    Objects.requireNonNull(payload);
    Objects.requireNonNull(manifestDigest);
    Objects.requireNonNull(manifestId);
  }
}
