package org.ccican.conformance.sut;

import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * What a recipe tells of a role that nobody could see from outside before it is judged by it.
 *
 * @param application what an Application Owner deploys
 * @param data what it entrusts to that, and to nobody else
 * @param userApplication what it brings as a Network User beside them
 * @param vendorId UUID of a device's vendor, 16 octets
 * @param classId UUID of its class, 16 octets
 * @param deviceId UUID of the device itself, 16 octets
 * @param hardwareType what its owner would ask for
 */
public record SutFacts(
    Optional<Bytes> application,
    Optional<Bytes> data,
    Optional<Bytes> userApplication,
    Optional<Bytes> vendorId,
    Optional<Bytes> classId,
    Optional<Bytes> deviceId,
    Optional<String> hardwareType) {

  public SutFacts {
    Objects.requireNonNull(application);
    Objects.requireNonNull(data);
    Objects.requireNonNull(userApplication);
    Objects.requireNonNull(vendorId);
    Objects.requireNonNull(classId);
    Objects.requireNonNull(deviceId);
    Objects.requireNonNull(hardwareType);
  }

  public static SutFacts none() {
    return new SutFacts(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
