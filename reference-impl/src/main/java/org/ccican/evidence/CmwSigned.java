package org.ccican.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Jws;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** CMWs that somebody vouches for (draft-ietf-rats-msg-wrap sections 4.1 and 4.2). */
public final class CmwSigned {

  private CmwSigned() {}

  /** A COSE_Sign1 around a CMW in CBOR, whose protected header says that it is one. */
  public static Bytes sign(Cmw cmw, SigningKey key) {
    Cbor.Map type = Cbor.map().put(CoseSign1.CONTENT_TYPE, Cbor.text(Cmw.CBOR)).build();
    return CoseSign1.sign(key, type, Cbor.map().build(), cmw.encode()).encode();
  }

  /**
   * The CMW that a key has signed.
   *
   * @throws Rejected if the signature is wrong, or what is signed is no CMW or not called one
   */
  public static Cmw open(Bytes signed, CoseKey key, Checks checks) throws Rejected {
    CoseSign1 message = CoseSign1.parse(signed, checks);
    Bytes payload =
        message.verify(
            key, Set.of(CoseAlgorithm.ES256, CoseAlgorithm.ESP256, CoseAlgorithm.ESP384), checks);
    Optional<Cbor> type = message.protectedMap(checks).find(CoseSign1.CONTENT_TYPE);
    // reading: the number of the content format is not assigned yet, so that the name alone counts
    demandType(type.equals(Optional.of(Cbor.text(Cmw.CBOR))), checks);
    return new CmwReader(checks).read(payload);
  }

  /** As {@link #open}, for a JWS around a CMW in JSON. */
  public static Cmw openJson(Bytes signed, CoseKey key, Checks checks) throws Rejected {
    Jws message = Jws.parse(signed, checks);
    Bytes payload = message.verify(List.of(key), checks);
    demandType(message.text("cty").equals(Optional.of(Cmw.JSON)), checks);
    return new CmwJson(checks).read(payload);
  }

  private static void demandType(boolean named, Checks checks) throws Rejected {
    // spec| draft-ietf-rats-msg-wrap §4.1, §4.2: the protected header names the type of the content
    Rejected.unless(
        checks,
        "cmw.signed.type",
        named,
        Reason.WRONG_TYPE,
        () -> "the protected header does not say that a CMW is signed");
  }
}
