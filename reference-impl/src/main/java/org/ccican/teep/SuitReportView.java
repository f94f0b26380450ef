package org.ccican.teep;

import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/**
 * What TEEP looks at in a SUIT Report without being SUIT: its nonce, and how it is protected
 * (suit-report section 4: a map, or a map in a COSE_Sign1; teep-protocol section 8.2).
 *
 * @param nonce label 2
 * @param signer the key that is named as the signer's; empty for a plain report
 * @param algorithm of the signature, an id of the COSE registry
 * @param protection the signed message around the report; empty for a plain report
 */
public record SuitReportView(
    Optional<Bytes> nonce,
    Optional<Bytes> signer,
    Optional<Long> algorithm,
    Optional<CoseSign1> protection) {

  private static final long NONCE = 2;
  private static final Set<CoseAlgorithm> ALGORITHMS = Set.of(CoseAlgorithm.values());

  /** A view of a report that is plain or signed; empty if it is neither. */
  public static Optional<SuitReportView> of(Bytes report) {
    Checks checks = Checks.unbroken();
    try {
      Cbor item = new CborDecoder(checks).decode(report, CborProfile.VALID);
      if (item instanceof Cbor.Map map) {
        return Optional.of(
            new SuitReportView(nonce(map), Optional.empty(), Optional.empty(), Optional.empty()));
      }
      CoseSign1 signed = CoseSign1.parse(report, checks);
      if (signed.payload().isEmpty()) {
        return Optional.empty();
      }
      Cbor inner = new CborDecoder(checks).decode(signed.payload().get(), CborProfile.VALID);
      Optional<Long> algorithm =
          signed
              .protectedMap(checks)
              .find(CoseSign1.ALG)
              .filter(Cbor.Int.class::isInstance)
              .map(id -> ((Cbor.Int) id).longValue());
      return inner instanceof Cbor.Map map
          ? Optional.of(
              new SuitReportView(nonce(map), signed.kid(checks), algorithm, Optional.of(signed)))
          : Optional.empty();
    } catch (Rejected rejected) {
      return Optional.empty();
    }
  }

  /** Whether the report is plain, or its signature is the key's. */
  public boolean isBy(CoseKey key) {
    try {
      if (protection.isPresent()) {
        protection.get().verify(key, ALGORITHMS, Checks.unbroken());
      }
      return true;
    } catch (Rejected rejected) {
      return false;
    }
  }

  /** Whether a report is plain, or protected with the algorithms of a profile. */
  public static boolean fits(Bytes report, SuitCoseProfile profile) {
    return of(report)
        .filter(
            view ->
                view.algorithm().isEmpty() || view.algorithm().get() == profile.authentication())
        .isPresent();
  }

  private static Optional<Bytes> nonce(Cbor.Map map) {
    return map.find(NONCE)
        .filter(Cbor.Octets.class::isInstance)
        .map(octets -> ((Cbor.Octets) octets).value());
  }
}
