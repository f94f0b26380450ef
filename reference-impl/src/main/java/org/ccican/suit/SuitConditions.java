package org.ccican.suit;

import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/** The conditions (suit-manifest section 8.4.9, trust-domains section 5.6). */
final class SuitConditions {

  private static final String TYPE = "suit.parameter.type";

  private final SuitBench bench;
  private final Checks checks;
  private final SuitDependencies dependencies;

  SuitConditions(SuitBench bench, SuitDependencies dependencies) {
    this.bench = bench;
    this.checks = bench.checks();
    this.dependencies = dependencies;
  }

  /**
   * @throws Rejected if the condition does not hold
   */
  void test(SuitFrame frame, long code, int index) throws Rejected {
    SuitCell cell = frame.cells().get(index);
    if (code == SuitLabels.DEPENDENCY_INTEGRITY) {
      dependencies.check(frame, index);
    } else if (code == SuitLabels.IS_DEPENDENCY) {
      // spec| trust-domains §5.6.3: the component is one of the dependencies
      Rejected.unless(
          checks,
          "suit.dependency.is",
          frame.isDependency(index),
          Reason.POLICY_VIOLATED,
          () -> cell.id() + " is no dependency");
    } else if (code == SuitLabels.ABORT) {
      // spec| suit-manifest §8.4.9.5: abort always fails
      Rejected.unless(
          checks, "suit.abort", false, Reason.POLICY_VIOLATED, () -> "the manifest aborts");
    } else if (code == SuitLabels.IMAGE_MATCH) {
      match(frame, cell, index);
    } else if (code == SuitLabels.CHECK_CONTENT) {
      content(cell);
    } else {
      identity(code, cell);
    }
  }

  /** What a condition looks at, by the labels of parameters. */
  Cbor.Map measured(long code, SuitFrame frame, int index) {
    SuitCell cell = frame.cells().get(index);
    SuitDevice device = bench.device();
    Cbor.MapBuilder map = Cbor.map();
    if (code == SuitLabels.VENDOR_IDENTIFIER) {
      map.put(SuitLabels.VENDOR_ID, Cbor.octets(device.vendorId()));
    } else if (code == SuitLabels.CLASS_IDENTIFIER) {
      map.put(SuitLabels.CLASS_ID, Cbor.octets(device.classId()));
    } else if (code == SuitLabels.DEVICE_IDENTIFIER) {
      map.put(SuitLabels.DEVICE_ID, device.deviceId().map(Cbor::octets));
    } else if (code == SuitLabels.COMPONENT_SLOT) {
      map.put(SuitLabels.SLOT, Cbor.integer(0));
    } else if (cell.payload().isPresent()) {
      Bytes octets = cell.payload().get();
      Bytes digested = frame.isDependency(index) ? manifestOf(octets) : octets;
      map.put(SuitLabels.IMAGE_DIGEST, Cbor.wrapped(SuitDigest.sha256(digested).toCbor()));
      map.put(SuitLabels.IMAGE_SIZE, Cbor.integer(octets.size()));
    }
    return map.build();
  }

  /** The byte string of a dependency's manifest; all of the octets where there is none. */
  private Bytes manifestOf(Bytes octets) {
    try {
      return SuitEnvelope.parseDependency(octets, Checks.unbroken()).manifestItem();
    } catch (Rejected none) {
      return octets;
    }
  }

  private Optional<Cbor> parameter(SuitCell cell, long label) throws Rejected {
    Optional<Cbor> value = cell.parameter(label);
    // spec| suit-manifest §8.4.9: a condition whose parameter is not set fails
    Rejected.unless(
        checks,
        "suit.parameter.set",
        value.isPresent(),
        Reason.MISSING_FIELD,
        () -> "parameter " + label + " of " + cell.id() + " is not set");
    return value;
  }

  private void identity(long code, SuitCell cell) throws Rejected {
    SuitDevice device = bench.device();
    if (code == SuitLabels.VENDOR_IDENTIFIER) {
      Optional<Cbor> vendor = parameter(cell, SuitLabels.VENDOR_ID);
      // spec| suit-manifest §8.4.9.1: the vendor is the device's
      Rejected.unless(
          checks,
          "suit.vendor-id",
          vendor.isEmpty() || vendor.get().equals(Cbor.octets(device.vendorId())),
          Reason.POLICY_VIOLATED,
          () -> "vendor " + device.vendorId() + " expected, found " + vendor.get().encode());
    } else if (code == SuitLabels.CLASS_IDENTIFIER) {
      Optional<Cbor> found = parameter(cell, SuitLabels.CLASS_ID);
      // spec| suit-manifest §8.4.9.1: the class is the device's
      Rejected.unless(
          checks,
          "suit.class-id",
          found.isEmpty() || found.get().equals(Cbor.octets(device.classId())),
          Reason.POLICY_VIOLATED,
          () -> "class " + device.classId() + " expected, found " + found.get().encode());
    } else if (code == SuitLabels.DEVICE_IDENTIFIER) {
      Optional<Cbor> found = parameter(cell, SuitLabels.DEVICE_ID);
      // spec| suit-manifest §8.4.9.1: the device is this one
      Rejected.unless(
          checks,
          "suit.device-id",
          found.isEmpty() || device.deviceId().map(Cbor::octets).equals(found),
          Reason.POLICY_VIOLATED,
          () -> "device " + found.get().encode() + " is another");
    } else {
      Optional<Cbor> slot = parameter(cell, SuitLabels.SLOT);
      // spec| suit-manifest §8.4.9.4: the component is in the slot that is named
      Rejected.unless(
          checks,
          "suit.slot",
          slot.isEmpty() || slot.get().equals(Cbor.integer(0)),
          Reason.POLICY_VIOLATED,
          () -> "slot " + slot.get().encode() + " where " + cell.id() + " is in slot 0");
    }
  }

  private void content(SuitCell cell) throws Rejected {
    Optional<Cbor> content = parameter(cell, SuitLabels.CONTENT);
    if (content.isEmpty()) {
      return;
    }
    Bytes expected = Fields.octets(content.get(), TYPE);
    boolean same = cell.payload().map(expected::equalsConstantTime).orElse(false);
    // spec| suit-manifest §8.4.9.3: the component holds exactly the octets of the parameter
    Rejected.unless(
        checks,
        "suit.content",
        same,
        Reason.POLICY_VIOLATED,
        () -> "other content than " + expected.size() + " octets expected in " + cell.id());
    cell.vouch();
  }

  private void match(SuitFrame frame, SuitCell cell, int index) throws Rejected {
    Optional<Cbor> parameter = parameter(cell, SuitLabels.IMAGE_DIGEST);
    if (parameter.isEmpty()) {
      return;
    }
    SuitDigest digest = SuitDigest.parse(Fields.octets(parameter.get(), TYPE), checks);
    if (cell.payload().isEmpty()) {
      throw new Rejected(
          Reason.NOT_AVAILABLE, "suit.payload.some", "nothing to compare for " + cell.id());
    }
    Bytes payload = cell.payload().get();
    Optional<Cbor> size = cell.parameter(SuitLabels.IMAGE_SIZE);
    // reading: an envelope changes where the manifest does not, so its size is not compared
    // spec| suit-manifest §8.4.8.7: image-size is the number of octets
    Rejected.unless(
        checks,
        "suit.image.size",
        size.isEmpty()
            || frame.isDependency(index)
            || size.get().equals(Cbor.integer(payload.size())),
        Reason.OUT_OF_RANGE,
        () -> "image-size " + size.get().encode() + ", " + payload.size() + " octets found");
    // spec| trust-domains §5.2.2: of a dependency the manifest alone is compared
    boolean manifest = frame.isDependency(index) && checks.keeps("suit.dependency.image-match");
    // spec| suit-manifest §8.4.9.2: the component has the digest of the manifest
    Rejected.unless(
        checks,
        "suit.image.digest",
        digest.matches(manifest ? manifestOf(payload) : payload),
        Reason.DIGEST_MISMATCH,
        () -> "digest " + digest.value() + " expected for " + cell.id());
    cell.vouch();
  }
}
