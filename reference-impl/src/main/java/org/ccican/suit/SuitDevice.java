package org.ccican.suit;

import java.util.List;
import java.util.Objects;
import org.ccican.cose.CoseKey;
import org.ccican.wire.Bytes;

/**
 * What a device knows of itself and whom it believes.
 *
 * @param vendorId a UUID, 16 octets
 * @param classId a UUID, 16 octets
 * @param trustedSigners keys that may sign manifests
 * @param componentPrefixes where components may be installed: an identifier begins with one of them
 */
public record SuitDevice(
    Bytes vendorId,
    Bytes classId,
    List<CoseKey> trustedSigners,
    List<SuitComponentId> componentPrefixes) {

  public SuitDevice {
    Objects.requireNonNull(vendorId);
    Objects.requireNonNull(classId);
    trustedSigners = List.copyOf(trustedSigners);
    componentPrefixes = List.copyOf(componentPrefixes);
  }

  /** A device that takes components of any identifier from its signers. */
  public SuitDevice(Bytes vendorId, Bytes classId, List<CoseKey> trustedSigners) {
    this(vendorId, classId, trustedSigners, List.of(new SuitComponentId(List.of())));
  }
}
