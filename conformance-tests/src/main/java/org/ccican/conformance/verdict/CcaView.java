package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * What judges need of a token of Arm's realms (draft-ffm-rats-cca-token): tag 399 around a map of
 * two tokens, each a COSE_Sign1 in a byte string.
 *
 * <pre>
 * 44234  platform: 10 the hash of the realm's key
 * 44241  realm: 10 challenge, 44237 its key, 44238 initial measurement, 44239 the four extensible
 *        ones, 44240 the algorithm of the hash of the key
 * </pre>
 */
record CcaView(CoseView platform, Cbor.Map platformClaims, CoseView realm, Cbor.Map realmClaims)
    implements EvidenceView {

  private static final String WHAT = "cca-token";
  private static final long TAG = 399;
  private static final long PLATFORM = 44_234;
  private static final long REALM = 44_241;
  private static final long NONCE = 10;
  private static final long KEY = 44_237;
  private static final long INITIAL = 44_238;
  private static final long EXTENSIBLE = 44_239;
  private static final long KEY_HASH = 44_240;
  private static final Map<String, Long> HASHES =
      Map.of("sha-256", -16L, "sha-384", -43L, "sha-512", -44L);

  CcaView {
    Objects.requireNonNull(platform);
    Objects.requireNonNull(platformClaims);
    Objects.requireNonNull(realm);
    Objects.requireNonNull(realmClaims);
  }

  static Reading<CcaView> read(Bytes octets) {
    return Reading.of(() -> parse(octets));
  }

  @Override
  public boolean carries(Bytes reportData) {
    return octets(realmClaims, NONCE).equals(Optional.of(reportData));
  }

  @Override
  public Optional<Bytes> launchMeasurement() {
    return octets(realmClaims, INITIAL);
  }

  /** The four of them, one behind the other. */
  @Override
  public Optional<Bytes> registers() {
    return realmClaims
        .find(EXTENSIBLE)
        .flatMap(CborView::items)
        .map(
            all ->
                Bytes.concat(
                    all.stream().flatMap(each -> CborView.octets(each).stream()).toList()));
  }

  /** The platform's key signed the hash of the key that signed what the realm says. */
  @Override
  public boolean verifies(List<Bytes> keys, Verifier signatures) {
    Optional<Bytes> key = octets(realmClaims, KEY);
    Optional<Bytes> vouched =
        realmClaims
            .find(KEY_HASH)
            .flatMap(CborView::text)
            .map(HASHES::get)
            .flatMap(hash -> key.flatMap(octets -> Digests.of(hash, octets)));
    return keys.stream().anyMatch(each -> platform.verifies(signatures, each))
        && vouched.isPresent()
        && vouched.equals(octets(platformClaims, NONCE))
        && key.flatMap(CcaView::spki).filter(each -> realm.verifies(signatures, each)).isPresent();
  }

  /** A COSE_Key; in firmware from before the draft an uncompressed point of P-384. */
  private static Optional<Bytes> spki(Bytes key) {
    int size = Curve.P384.size();
    return key.size() == 1 + 2 * size && key.at(0) == 4
        ? Optional.of(Curve.P384.spki(key.slice(1, 1 + size), key.slice(1 + size, key.size())))
        : KeyView.read(key).view().map(KeyView::spki);
  }

  private static CcaView parse(Bytes octets) throws Rejected {
    Cbor item = CborView.decode(octets);
    if (!(item instanceof Cbor.Tag tag && tag.number() == TAG)) {
      throw CborView.wrong(WHAT, "tag 399", item);
    }
    Cbor.Map both = CborView.map(tag.content(), WHAT);
    CoseView platform = token(both, PLATFORM);
    CoseView realm = token(both, REALM);
    return new CcaView(platform, claims(platform), realm, claims(realm));
  }

  private static CoseView token(Cbor.Map both, long label) throws Rejected {
    return CoseView.split(
        CborView.unwrap(
            both.find(label)
                .orElseThrow(() -> CborView.wrong(WHAT, "a token under " + label, both)),
            WHAT));
  }

  private static Cbor.Map claims(CoseView token) throws Rejected {
    return CborView.map(CborView.decode(token.payload().orElse(Bytes.EMPTY)), WHAT);
  }

  private static Optional<Bytes> octets(Cbor.Map claims, long label) {
    return claims.find(label).flatMap(item -> CborView.octets(item));
  }
}
