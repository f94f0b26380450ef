package org.ccican.conformance.verdict;

import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A public COSE_Key (RFC 9052 section 7, RFC 9053 section 7): EC2 on P-256 or P-384 with both
 * coordinates, or OKP with Ed25519.
 *
 * @param spki the same key as SubjectPublicKeyInfo (DER); whether the point lies on the curve is
 *     for {@link Signatures} to say
 * @param thumbprint SHA-256 of the deterministic map of the required members (RFC 9679)
 */
public record KeyView(Bytes spki, Bytes thumbprint) {

  private static final String WHAT = "cose-key";

  public KeyView {
    Objects.requireNonNull(spki);
    Objects.requireNonNull(thumbprint);
  }

  public static Reading<KeyView> read(Bytes octets) {
    return Reading.of(() -> of(CborView.decode(octets)));
  }

  static KeyView of(Cbor item) throws Rejected {
    Cbor.Map key = CborView.map(item, WHAT);
    long type = integer(key, 1);
    long curve = integer(key, -1);
    if (type == 2 && (curve == 1 || curve == 2)) {
      Curve points = curve == 1 ? Curve.P256 : Curve.P384;
      Bytes x = octets(key, -2, points.size());
      Bytes y = octets(key, -3, points.size());
      return new KeyView(points.spki(x, y), thumbprint(key, 1, -1, -2, -3));
    }
    if (type == 1 && curve == 6) {
      Bytes x = octets(key, -2, 32);
      return new KeyView(
          Bytes.concat(Bytes.hex("302a300506032b6570032100"), x), thumbprint(key, 1, -1, -2));
    }
    throw CborView.wrong(WHAT, "EC2 with P-256 or P-384, or OKP with Ed25519,", item);
  }

  /** The thumbprint of a key on P-256 or P-384, or an Ed25519 key, from SubjectPublicKeyInfo. */
  static Optional<Bytes> thumbprintOf(Bytes spki) {
    if (spki.size() == 44) {
      return Optional.of(
          thumbprint(
              Cbor.map()
                  .put(1, Cbor.integer(1))
                  .put(-1, Cbor.integer(6))
                  .put(-2, Cbor.octets(spki.slice(12, 44)))
                  .build(),
              1,
              -1,
              -2));
    }
    for (Curve curve : Curve.values()) {
      int from = spki.size() - 2 * curve.size();
      if (from > 0) {
        Bytes x = spki.slice(from, from + curve.size());
        Bytes y = spki.slice(from + curve.size(), spki.size());
        if (curve.spki(x, y).equals(spki)) {
          return Optional.of(
              thumbprint(
                  Cbor.map()
                      .put(1, Cbor.integer(2))
                      .put(-1, Cbor.integer(curve == Curve.P256 ? 1 : 2))
                      .put(-2, Cbor.octets(x))
                      .put(-3, Cbor.octets(y))
                      .build(),
                  1,
                  -1,
                  -2,
                  -3));
        }
      }
    }
    return Optional.empty();
  }

  private static long integer(Cbor.Map key, long label) throws Rejected {
    return key.find(label)
        .flatMap(CborView::integer)
        .orElseThrow(() -> CborView.wrong(WHAT, "a key with integer " + label, key));
  }

  private static Bytes octets(Cbor.Map key, long label, int size) throws Rejected {
    Optional<Bytes> octets = key.find(label).flatMap(item -> CborView.octets(item));
    return octets
        .filter(value -> value.size() == size)
        .orElseThrow(() -> CborView.wrong(WHAT, "a key with " + size + " octets in " + label, key));
  }

  private static Bytes thumbprint(Cbor.Map key, long... labels) {
    Cbor.MapBuilder required = Cbor.map();
    for (long label : labels) {
      required.put(label, key.find(label));
    }
    return Digests.sha256(required.build().encode());
  }
}
