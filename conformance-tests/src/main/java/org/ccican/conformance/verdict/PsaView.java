package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What judges need of a PSA attestation token (RFC 9783): a COSE_Sign1 around a map of claims. The
 * first profile has labels of its own.
 *
 * <pre>
 * 10    -75008  nonce
 * 2399  -75006  software components
 * </pre>
 */
record PsaView(CoseView cose, Cbor.Map claims) implements EvidenceView {

  private static final String WHAT = "psa-token";
  private static final long X5CHAIN = 33;

  PsaView {
    Objects.requireNonNull(cose);
    Objects.requireNonNull(claims);
  }

  static Reading<PsaView> read(Bytes octets) {
    return CoseView.read(octets)
        .then(
            cose ->
                Reading.of(
                    () ->
                        new PsaView(
                            cose,
                            CborView.map(
                                CborView.decode(cose.payload().orElse(Bytes.EMPTY)), WHAT))));
  }

  @Override
  public boolean carries(Bytes reportData) {
    return claim(10, -75_008).flatMap(CborView::octets).equals(Optional.of(reportData));
  }

  /** The list of components, which has the digest of what was loaded. */
  @Override
  public Optional<Bytes> launchMeasurement() {
    return claim(2399, -75_006).map(Cbor::encode);
  }

  @Override
  public boolean verifies(List<Bytes> keys, Verifier signatures) {
    List<Bytes> all = new ArrayList<>(keys);
    cose.unprotectedMap()
        .find(X5CHAIN)
        .flatMap(
            chain -> CborView.items(chain).map(each -> each.get(0)).or(() -> Optional.of(chain)))
        .flatMap(CborView::octets)
        .flatMap(CertificateView::publicKey)
        .ifPresent(all::add);
    return all.stream().anyMatch(key -> cose.verifies(signatures, key));
  }

  private Optional<Cbor> claim(long label, long before) {
    return claims.find(label).or(() -> claims.find(before));
  }
}
