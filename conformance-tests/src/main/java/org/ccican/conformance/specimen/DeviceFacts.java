package org.ccican.conformance.specimen;

import java.util.Objects;
import org.ccican.app.ReferenceDevice;
import org.ccican.app.ReferenceImages;
import org.ccican.cose.CoseKey;
import org.ccican.wire.Bytes;

/**
 * What manifests say of the device that they are for.
 *
 * @param vendorId UUID of its vendor, 16 octets
 * @param classId UUID of its class, 16 octets
 * @param deviceId UUID of the device itself, 16 octets
 * @param key what is for it alone is encrypted to this key, on P-256
 */
public record DeviceFacts(Bytes vendorId, Bytes classId, Bytes deviceId, CoseKey key) {

  public DeviceFacts {
    Objects.requireNonNull(vendorId);
    Objects.requireNonNull(classId);
    Objects.requireNonNull(deviceId);
    Objects.requireNonNull(key);
  }

  /** Those of the device that the reference Agent runs on. */
  public static DeviceFacts ofReference() {
    return new DeviceFacts(
        ReferenceImages.VENDOR_ID,
        ReferenceImages.CLASS_ID,
        ReferenceDevice.ID,
        ReferenceDevice.agreementKey().publicKey());
  }
}
