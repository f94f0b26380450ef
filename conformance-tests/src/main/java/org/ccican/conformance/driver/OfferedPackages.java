package org.ccican.conformance.driver;

import java.util.ArrayList;
import java.util.List;
import org.ccican.app.ReferenceImages;
import org.ccican.check.Checks;
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
  private final List<MiddlewarePackage> more = new ArrayList<>();
  private boolean personal;

  OfferedPackages(SigningKey vendor, Checks checks) {
    this.vendor = vendor;
    this.checks = checks;
  }

  /** There is middleware for these types as well. */
  public void offer(String applicationType, String hardwareType) {
    more.add(middleware(applicationType, hardwareType));
  }

  /** There is nothing but a package that holds somebody's data. */
  public void offerPersonal() {
    personal = true;
  }

  List<MiddlewarePackage> of(String hardwareType, Bytes data) {
    if (personal) {
      return List.of(ReferenceImages.personalPackage("analytics", hardwareType, data, vendor));
    }
    List<MiddlewarePackage> all = new ArrayList<>();
    ReferenceImages.APPLICATION_TYPES.forEach(type -> all.add(middleware(type, hardwareType)));
    all.addAll(more);
    return all;
  }

  private MiddlewarePackage middleware(String applicationType, String hardwareType) {
    return ReferenceImages.middlewarePackage(applicationType, hardwareType, vendor, checks);
  }
}
