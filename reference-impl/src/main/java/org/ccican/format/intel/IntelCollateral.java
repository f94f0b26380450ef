package org.ccican.format.intel;

import java.util.ArrayList;
import java.util.List;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.Pem;
import org.ccican.wire.Bytes;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.JsonFields;

/**
 * What Intel publishes about platforms, as one JSON object of strings.
 *
 * <pre>
 * pck_crl_issuer_chain      PEM: the authority of the PCK certificates, and the root
 * root_ca_crl, pck_crl      revocation lists: DER in hex, or PEM
 * tcb_info_issuer_chain     PEM: Intel's signer of TCB info, and the root
 * tcb_info                  the JSON that is signed, octet by octet
 * tcb_info_signature        r and s in hex
 * qe_identity_issuer_chain, qe_identity, qe_identity_signature   the same for the QE identity
 * </pre>
 *
 * @param tcbInfo the text whose octets are signed; writing it again would lose the signature
 */
public record IntelCollateral(
    List<Bytes> crlIssuers, Bytes rootCrl, Bytes pckCrl, Signed tcbInfo, Signed qeIdentity) {

  static final String RULE = "intel.collateral.malformed";

  /**
   * A text with what vouches for it.
   *
   * @param chain certificates, the signer's among them
   * @param signature r and s, big-endian, 32 octets each
   */
  public record Signed(List<Bytes> chain, Bytes text, Bytes signature) {

    public Signed {
      chain = List.copyOf(chain);
    }
  }

  public IntelCollateral {
    crlIssuers = List.copyOf(crlIssuers);
  }

  /** Whether octets look like a bundle, and not like a certificate. */
  static boolean isBundle(Bytes octets) {
    return !octets.isEmpty() && octets.at(0) == '{';
  }

  static IntelCollateral parse(Bytes octets, Checks checks) throws Rejected {
    JsonFields fields = JsonFields.of(JsonDecoder.decode(octets, checks), RULE);
    IntelCollateral collateral =
        new IntelCollateral(
            chain(fields, "pck_crl_issuer_chain"),
            list(fields, "root_ca_crl"),
            list(fields, "pck_crl"),
            signed(fields, "tcb_info"),
            signed(fields, "qe_identity"));
    fields.done();
    return collateral;
  }

  private static Signed signed(JsonFields fields, String name) throws Rejected {
    return new Signed(
        chain(fields, name + "_issuer_chain"),
        Bytes.utf8(fields.text(name)),
        fields.hex(name + "_signature", QuoteSignature.PAIR));
  }

  private static List<Bytes> chain(JsonFields fields, String name) throws Rejected {
    List<Bytes> blocks = new ArrayList<>(blocks(fields, name));
    if (!fields.text(name).contains("-----BEGIN ")) {
      throw new Rejected(Reason.MALFORMED, RULE, "no PEM in " + name);
    }
    return blocks;
  }

  private static Bytes list(JsonFields fields, String name) throws Rejected {
    return fields.text(name).startsWith("-----BEGIN ")
        ? blocks(fields, name).get(0)
        : fields.hex(name);
  }

  private static List<Bytes> blocks(JsonFields fields, String name) throws Rejected {
    try {
      return Pem.blocks(Bytes.utf8(fields.text(name)));
    } catch (Rejected e) {
      throw new Rejected(e.reason(), RULE, name + ": " + e.getMessage());
    }
  }
}
