package org.ccican.conformance.driver;

import java.util.ArrayList;
import java.util.List;
import org.ccican.app.PackageAuthor;
import org.ccican.app.ReferenceImages;
import org.ccican.check.Checks;
import org.ccican.conformance.specimen.DeviceFacts;
import org.ccican.cose.SigningKey;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.wire.Bytes;

/**
 * What a scenario's repository holds: middleware for the hardware that is there, in each
 * application type of the reference, and what else is given.
 */
public final class OfferedPackages {

  private final SigningKey vendor;
  private final Checks checks;
  private final List<Offered> more = new ArrayList<>();
  private boolean personal;

  OfferedPackages(SigningKey vendor, Checks checks) {
    this.vendor = vendor;
    this.checks = checks;
  }

  /** There is middleware for these types as well. */
  public void offer(String applicationType, String hardwareType) {
    more.add(new Offered(applicationType, hardwareType));
  }

  /** There is nothing but a package that holds somebody's data. */
  public void offerPersonal() {
    personal = true;
  }

  /**
   * @param data what personal packages hold
   * @param device that the packages are for
   */
  List<MiddlewarePackage> of(String hardwareType, Bytes data, DeviceFacts device) {
    if (personal) {
      return List.of(ReferenceImages.personalPackage("analytics", hardwareType, data, vendor));
    }
    List<MiddlewarePackage> all = new ArrayList<>();
    PackageAuthor author = new PackageAuthor(vendor, device.vendorId(), device.classId(), checks);
    ReferenceImages.APPLICATION_TYPES.forEach(
        type -> all.add(ReferenceImages.middlewarePackage(type, hardwareType, author)));
    more.forEach(
        each ->
            all.add(
                ReferenceImages.middlewarePackage(
                    each.applicationType(), each.hardwareType(), author)));
    return all;
  }

  private record Offered(String applicationType, String hardwareType) {}
}
