package org.ccican.suit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseKey;
import org.ccican.wire.Bytes;

/**
 * What a device knows of itself and whom it believes. Every component is in slot 0.
 *
 * @param vendorId a UUID, 16 octets
 * @param classId a UUID, 16 octets
 * @param deviceId a UUID, 16 octets, if the device has a name of its own
 * @param signers who may sign manifests, and for what
 * @param places what exists on the device: a component's identifier begins with one of them
 * @param decryption for payloads that are encrypted for the device
 */
public record SuitDevice(
    Bytes vendorId,
    Bytes classId,
    Optional<Bytes> deviceId,
    List<SuitSigner> signers,
    List<SuitComponentId> places,
    List<AgreementKey> decryption) {

  public SuitDevice {
    Objects.requireNonNull(vendorId);
    Objects.requireNonNull(classId);
    Objects.requireNonNull(deviceId);
    signers = List.copyOf(signers);
    places = List.copyOf(places);
    decryption = List.copyOf(decryption);
  }

  /** A device with room for everything, whose signers have all the same rights. */
  public SuitDevice(
      Bytes vendorId,
      Bytes classId,
      List<CoseKey> trustedSigners,
      List<SuitComponentId> componentPrefixes) {
    this(
        vendorId,
        classId,
        Optional.empty(),
        trustedSigners.stream().map(key -> new SuitSigner(key, componentPrefixes)).toList(),
        List.of(new SuitComponentId(List.of())),
        List.of());
  }

  /** A device that takes components of any identifier from its signers. */
  public SuitDevice(Bytes vendorId, Bytes classId, List<CoseKey> trustedSigners) {
    this(vendorId, classId, trustedSigners, List.of(new SuitComponentId(List.of())));
  }

  /** The same device with a key for what is encrypted for it. */
  public SuitDevice decryptingWith(AgreementKey key) {
    return new SuitDevice(vendorId, classId, deviceId, signers, places, List.of(key));
  }

  /** The keys of the signers, in their order. */
  public List<CoseKey> trustedSigners() {
    return signers.stream().map(SuitSigner::key).toList();
  }

  boolean hasPlace(SuitComponentId id) {
    return places.stream().anyMatch(id::startsWith);
  }

  Optional<SuitSigner> signer(CoseKey key) {
    return signers.stream().filter(each -> each.key().equals(key)).findFirst();
  }
}
