package org.ccican.message;

import java.util.List;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * The messages of the packaging cases (draft-ietf-teep-usecase-for-cc-in-network-10 section 4) for
 * which that draft names no wire format, in the shape of {@link ProvisioningMessage}. An octet
 * string is empty where a case has no such part.
 */
public sealed interface PackagingMessage {

  Bytes encode();

  /**
   * Whoever operates the Network User, resource {@code packagings}: begin.
   *
   * @param packaging the case, 1 to 5
   * @param instanceType {@code process}, {@code container} or {@code vm}
   * @param withUserApplication whether there is one, where the case leaves it open
   */
  record Begin(
      long packaging, String instanceType, String hardwareType, boolean withUserApplication)
      implements PackagingMessage {

    public static Begin parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new Begin(
          fields.integer("packaging"),
          fields.text("instance-type"),
          fields.text("hardware-type"),
          fields.findBool("with-user-application").orElse(false));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("packaging", Cbor.integer(packaging))
          .put("instance-type", Cbor.text(instanceType))
          .put("hardware-type", Cbor.text(hardwareType))
          .put("with-user-application", Cbor.bool(withUserApplication))
          .build()
          .encode();
    }
  }

  /**
   * Network User to M/OC, resource {@code devices}: a device is wanted, and these packages on it; a
   * second request with the same id is for the same environment.
   *
   * @param userApplication what goes into the REE
   * @param packages SUIT envelopes for the TEE, in the order in which they are installed
   */
  record DeviceRequest(
      Bytes request,
      String instanceType,
      String applicationType,
      String hardwareType,
      Bytes userApplication,
      List<Bytes> packages)
      implements PackagingMessage {

    public DeviceRequest {
      packages = List.copyOf(packages);
    }

    public static DeviceRequest parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new DeviceRequest(
          Shape.request(fields),
          fields.text("instance-type"),
          fields.text("application-type"),
          fields.text("hardware-type"),
          fields.octets("user-application"),
          Fields.octetsList(fields.item("packages"), Shape.SHAPE));
    }

    @Override
    public Bytes encode() {
      return Shape.typed(request, applicationType, hardwareType)
          .put("instance-type", Cbor.text(instanceType))
          .put("user-application", Cbor.octets(userApplication))
          .put("packages", array(packages))
          .build()
          .encode();
    }
  }

  /** M/OC to TAM, resource {@code packages}, the item being the request: what the user brought. */
  record Packages(List<Bytes> packages) implements PackagingMessage {

    public Packages {
      packages = List.copyOf(packages);
    }

    public static Packages parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new Packages(Fields.octetsList(fields.item("packages"), Shape.SHAPE));
    }

    @Override
    public Bytes encode() {
      return Cbor.map().put("packages", array(packages)).build().encode();
    }
  }

  /**
   * Network User to TEEP Agent over the secure channel, resource {@code bundles}: several parts in
   * one package. Case 5 has the same package inside a SUIT payload that is encrypted.
   */
  record Bundle(Bytes userApplication, Bytes application, Bytes data) implements PackagingMessage {

    public static Bundle parse(Bytes octets, Checks checks) throws Rejected {
      Fields fields = Shape.read(octets, checks);
      return new Bundle(
          fields.octets("user-application"), fields.octets("application"), fields.octets("data"));
    }

    @Override
    public Bytes encode() {
      return Cbor.map()
          .put("user-application", Cbor.octets(userApplication))
          .put("application", Cbor.octets(application))
          .put("data", Cbor.octets(data))
          .build()
          .encode();
    }
  }

  private static Cbor array(List<Bytes> items) {
    return Cbor.array(items.stream().<Cbor>map(Cbor::octets).toList());
  }
}
