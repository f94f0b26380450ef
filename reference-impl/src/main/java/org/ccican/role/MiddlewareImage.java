package org.ccican.role;

import org.ccican.check.Checks;
import org.ccican.program.Program;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * Middleware as octets, once the Agent has unpacked it: deterministic CBOR, measured into the event
 * log. Everything it does comes from here.
 *
 * @param feed hands the owner's data on to the application
 */
public record MiddlewareImage(
    String name, String version, String applicationType, String hardwareType, Program feed) {

  private static final String SHAPE = "middleware.image.shape";

  /**
   * @throws Rejected if the octets are no middleware
   */
  public static MiddlewareImage parse(Bytes octets, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.DETERMINISTIC);
    Fields fields = Fields.of(item, SHAPE);
    return new MiddlewareImage(
        fields.text("name"),
        fields.text("version"),
        fields.text("application-type"),
        fields.text("hardware-type"),
        new Program(fields.octets("feed")));
  }

  public Bytes encode() {
    return Cbor.map()
        .put("name", Cbor.text(name))
        .put("version", Cbor.text(version))
        .put("application-type", Cbor.text(applicationType))
        .put("hardware-type", Cbor.text(hardwareType))
        .put("feed", Cbor.octets(feed.code()))
        .build()
        .encode();
  }

  /** Name, version and both types: what it says of itself when it has installed an application. */
  public String title() {
    return name + " " + version + " (" + applicationType + " on " + hardwareType + ")";
  }
}
