package org.ccican.format.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * One measured piece of software (RFC 9783 section 4.4.1; CCA platform tokens have the same keys).
 * Everything is optional here, so that components that break the rules can be read and written.
 *
 * @param type key 1: its role, for instance {@code BL}
 * @param measurement key 2: a hash of it
 * @param version key 4
 * @param signer key 5: a hash of the key that signed it
 * @param description key 6: the hash algorithm's name
 */
public record SoftwareComponent(
    Optional<String> type,
    Optional<Bytes> measurement,
    Optional<String> version,
    Optional<Bytes> signer,
    Optional<String> description) {

  private static final int TYPE = 1;
  private static final int MEASUREMENT = 2;
  private static final int VERSION = 4;
  private static final int SIGNER = 5;
  private static final int DESCRIPTION = 6;

  public SoftwareComponent {
    Objects.requireNonNull(type);
    Objects.requireNonNull(measurement);
    Objects.requireNonNull(version);
    Objects.requireNonNull(signer);
    Objects.requireNonNull(description);
  }

  /** A component with everything in it. */
  public static SoftwareComponent of(
      String type, Bytes measurement, String version, Bytes signer, String description) {
    return new SoftwareComponent(
        Optional.of(type),
        Optional.of(measurement),
        Optional.of(version),
        Optional.of(signer),
        Optional.of(description));
  }

  /**
   * Components in their order; keys beyond those above are left alone.
   *
   * @param rule the structural check that refusals name
   * @throws Rejected if this is no array of maps, or a value has another type
   */
  public static List<SoftwareComponent> list(Cbor item, String rule) throws Rejected {
    List<SoftwareComponent> all = new ArrayList<>();
    for (Cbor each : Fields.array(item, rule)) {
      Fields fields = Fields.of(each, rule);
      all.add(
          new SoftwareComponent(
              fields.findText(TYPE),
              fields.findOctets(MEASUREMENT),
              fields.findText(VERSION),
              fields.findOctets(SIGNER),
              fields.findText(DESCRIPTION)));
    }
    return List.copyOf(all);
  }

  public Cbor.Map toCbor() {
    return Cbor.map()
        .put(TYPE, type.map(Cbor::text))
        .put(MEASUREMENT, measurement.map(Cbor::octets))
        .put(VERSION, version.map(Cbor::text))
        .put(SIGNER, signer.map(Cbor::octets))
        .put(DESCRIPTION, description.map(Cbor::text))
        .build();
  }

  public SoftwareComponent withMeasurement(Optional<Bytes> other) {
    return new SoftwareComponent(type, other, version, signer, description);
  }

  public SoftwareComponent withSigner(Optional<Bytes> other) {
    return new SoftwareComponent(type, measurement, version, other, description);
  }

  /** How reports call it. */
  public String title() {
    return type.orElse("component") + version.map(found -> " " + found).orElse("");
  }
}
