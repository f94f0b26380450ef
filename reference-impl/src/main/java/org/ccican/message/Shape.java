package org.ccican.message;

import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/** What the messages of this package have in common. */
final class Shape {

  static final String SHAPE = "evidence.message.shape";

  private static final int REQUEST = 64;

  private Shape() {}

  static Cbor decode(Bytes octets, Checks checks) throws Rejected {
    return new CborDecoder(checks).decode(octets, CborProfile.DETERMINISTIC);
  }

  static Fields read(Bytes octets, Checks checks) throws Rejected {
    return Fields.of(decode(octets, checks), SHAPE);
  }

  /**
   * The id of a request, 1 to {@value #REQUEST} octets: it is remembered, and becomes part of a
   * URI.
   */
  static Bytes request(Fields fields) throws Rejected {
    Bytes id = fields.octets("request");
    if (id.isEmpty() || id.size() > REQUEST) {
      throw new Rejected(Reason.OUT_OF_RANGE, SHAPE, "request id of " + id.size() + " octets");
    }
    return id;
  }

  static Cbor.MapBuilder typed(Bytes request, String applicationType, String hardwareType) {
    return Cbor.map()
        .put("request", Cbor.octets(request))
        .put("application-type", Cbor.text(applicationType))
        .put("hardware-type", Cbor.text(hardwareType));
  }
}
