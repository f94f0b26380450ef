package org.ccican.evidence;

import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.DerValue;
import org.ccican.trust.VendorCertificate;
import org.ccican.wire.Bytes;

/**
 * The extension of certificates that holds a CMW (draft-ietf-rats-msg-wrap section 4.4): a choice
 * of a UTF8String with JSON and an OCTET STRING with CBOR.
 */
public final class CmwExtension {

  /** id-pe-cmw. */
  public static final String OID = "1.3.6.1.5.5.7.1.35";

  private static final int OCTET_STRING = 0x04;
  private static final int UTF8_STRING = 0x0c;
  private static final String SHAPE = "cmw.extension.shape";

  private CmwExtension() {}

  /**
   * The CMW in a certificate.
   *
   * @throws Rejected if there is none, or its encoding is not the one that the choice says
   */
  public static Cmw of(VendorCertificate certificate, Checks checks) throws Rejected {
    Bytes value = certificate.extensions().get(OID);
    if (value == null) {
      throw new Rejected(Reason.MISSING_FIELD, SHAPE, "a certificate without CMW");
    }
    // reading: a SHOULD NOT with a way out: a critical extension that is understood is read
    return read(value, checks);
  }

  /** The content of the extension's own octet string. */
  static Cmw read(Bytes value, Checks checks) throws Rejected {
    DerValue choice = DerValue.parse(value, SHAPE);
    return switch (choice.tag()) {
      case UTF8_STRING -> new CmwJson(checks).read(choice.content());
      case OCTET_STRING -> new CmwReader(checks).read(choice.content());
      default ->
          throw new Rejected(
              Reason.WRONG_TYPE,
              SHAPE,
              "neither UTF8String nor OCTET STRING, tag " + Integer.toHexString(choice.tag()));
    };
  }
}
