package org.ccican.suit;

import java.util.List;
import java.util.Objects;
import org.ccican.cose.CoseKey;

/**
 * Somebody who may sign manifests.
 *
 * @param rights what the signer may install (suit-manifest section 9): an identifier begins with
 *     one of them
 */
public record SuitSigner(CoseKey key, List<SuitComponentId> rights) {

  public SuitSigner {
    Objects.requireNonNull(key);
    rights = List.copyOf(rights);
  }

  /** One with rights to everything. */
  public static SuitSigner ofAll(CoseKey key) {
    return new SuitSigner(key, List.of(new SuitComponentId(List.of())));
  }

  boolean mayInstall(SuitComponentId id) {
    return rights.stream().anyMatch(id::startsWith);
  }
}
