package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What judges need of an Entity Attestation Token in a CWT (RFC 9711): a COSE_Sign1, tag 61 before
 * it or not, around a map of claims: 10 nonce, 273 measurements.
 */
record EatView(CoseView cose, Cbor.Map claims) implements EvidenceView {

  private static final String WHAT = "eat";
  private static final long CWT = 61;
  private static final long NONCE = 10;
  private static final long MEASUREMENTS = 273;

  EatView {
    Objects.requireNonNull(cose);
    Objects.requireNonNull(claims);
  }

  static Reading<EatView> read(Bytes octets) {
    return Reading.of(
        () -> {
          Cbor item = CborView.decode(octets);
          boolean tagged = item instanceof Cbor.Tag tag && tag.number() == CWT;
          CoseView cose = CoseView.split(tagged ? ((Cbor.Tag) item).content() : item);
          return new EatView(
              cose, CborView.map(CborView.decode(cose.payload().orElse(Bytes.EMPTY)), WHAT));
        });
  }

  @Override
  public boolean carries(Bytes reportData) {
    return claims.find(NONCE).flatMap(CborView::octets).equals(Optional.of(reportData));
  }

  @Override
  public Optional<Bytes> launchMeasurement() {
    return claims.find(MEASUREMENTS).map(Cbor::encode);
  }

  @Override
  public boolean verifies(List<Bytes> keys, Verifier signatures) {
    return keys.stream().anyMatch(key -> cose.verifies(signatures, key));
  }
}
