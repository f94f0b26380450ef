package org.ccican.suit;

import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * A manifest that is kept for the day on which it is no longer needed.
 *
 * @param id where it is stored: a root's own identifier, or a dependency's component identifier
 * @param envelope without a tag or with one, as it came
 * @param root whether it can be unlinked by name
 * @param ownId what the manifest says that its identifier is; ignored for a dependency
 */
public record StoredManifest(
    SuitComponentId id, Bytes envelope, boolean root, Optional<SuitComponentId> ownId) {

  public StoredManifest {
    Objects.requireNonNull(id);
    Objects.requireNonNull(envelope);
    Objects.requireNonNull(ownId);
  }
}
