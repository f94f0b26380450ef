package org.ccican.cose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * A public key (RFC 9052 section 7). An instance is well-shaped; keys that come from {@link #parse}
 * or {@link #ofSpki} are also on their curve.
 *
 * @param x the first coordinate, big-endian with leading zeros, or the 32 octets of an Ed25519 key
 * @param y the second coordinate; empty for Ed25519
 */
public record CoseKey(CoseCurve curve, Bytes x, Bytes y) {

  private static final long KTY = 1;
  private static final long ALG = 3;
  private static final long KEY_OPS = 4;
  private static final long CRV = -1;
  private static final long X = -2;
  private static final long Y = -3;
  private static final long D = -4;
  private static final long VERIFY = 2;

  public CoseKey {
    Objects.requireNonNull(curve);
    if (x.size() != curve.size() || y.size() != (curve.isWeierstrass() ? curve.size() : 0)) {
      throw new IllegalArgumentException(
          curve + " with coordinates of " + x.size() + " and " + y.size() + " octets");
    }
  }

  /**
   * Takes a DER SubjectPublicKeyInfo with a named curve and, but for Ed25519, an uncompressed
   * point.
   *
   * @throws Rejected if it is anything else, or the point is not on the curve
   */
  public static CoseKey ofSpki(Bytes der, Crypto crypto) throws Rejected {
    return crypto.remembered().of(CoseKey.class, der, () -> read(der, crypto));
  }

  private static CoseKey read(Bytes der, Crypto crypto) throws Rejected {
    for (CoseCurve curve : CoseCurve.values()) {
      Bytes head = curve.spkiHead();
      int form = curve.isWeierstrass() ? 1 : 0;
      int size = head.size() + form + curve.size() * (1 + form);
      if (der.size() == size && der.slice(0, head.size()).equals(head)) {
        Bytes point = der.slice(head.size() + form, size);
        boolean uncompressed = form == 0 || der.at(head.size()) == 4;
        CoseKey key =
            new CoseKey(
                curve, point.slice(0, curve.size()), point.slice(curve.size(), point.size()));
        if (uncompressed && key.isOnCurve(crypto)) {
          return key;
        }
        throw new Rejected(Reason.INVALID_KEY, "cose.key.spki", "no point of " + curve);
      }
    }
    throw new Rejected(
        Reason.INVALID_KEY, "cose.key.spki", "no P-256, P-384, P-521 or Ed25519 key: " + der);
  }

  /**
   * Reads a COSE_Key; a point given by its first coordinate and a sign is completed.
   *
   * @throws Rejected if the key is of another kind, not on its curve, or not for verification
   */
  public static CoseKey parse(Cbor item, Crypto crypto, Checks checks) throws Rejected {
    Fields fields = Fields.of(item, "cose.key.shape");
    long type = fields.integer(KTY);
    long id = fields.integer(CRV);
    CoseCurve curve =
        find(type, id)
            .orElseThrow(
                () ->
                    new Rejected(
                        Reason.UNSUPPORTED_ALGORITHM,
                        "cose.key.kind",
                        "key type " + type + " with curve " + id));
    Bytes x = coordinate(fields.octets(X), curve);
    // spec| RFC 9052 §7.1: the algorithm of a key restricts its use
    Optional<Cbor> algorithm = fields.find(ALG);
    Rejected.unless(
        checks,
        "cose.key.alg",
        algorithm.isEmpty() || fits(algorithm.get(), curve),
        Reason.ALGORITHM_MISMATCH,
        () -> "a key on " + curve + " for algorithm " + algorithm.get());
    // spec| RFC 9052 §7.1: key_ops restricts what a key is used for; 2 is verify
    Optional<List<Cbor>> operations = fields.findArray(KEY_OPS);
    Rejected.unless(
        checks,
        "cose.key.ops",
        operations.isEmpty() || operations.get().contains(Cbor.integer(VERIFY)),
        Reason.INVALID_KEY,
        () -> "a key that is not for verification");
    // spec| RFC 9053 §7.1.1 and §7.2: d is private and has no place in a key that is sent
    Rejected.unless(
        checks,
        "cose.key.private",
        fields.find(D).isEmpty(),
        Reason.INVALID_KEY,
        () -> "a private key where a public one belongs");
    CoseKey key = new CoseKey(curve, x, second(fields, curve, x));
    key.check(crypto, checks);
    return key;
  }

  /** Whether a DER structure begins as a SubjectPublicKeyInfo of a known curve does. */
  public static boolean isSpki(Bytes der) {
    for (CoseCurve curve : CoseCurve.values()) {
      Bytes head = curve.spkiHead();
      if (der.size() > head.size() && der.slice(0, head.size()).equals(head)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A key by its coordinates.
   *
   * @throws Rejected if they are of another size, or no point
   */
  static CoseKey ofPoint(CoseCurve curve, Bytes x, Bytes y, Crypto crypto, Checks checks)
      throws Rejected {
    CoseKey key = new CoseKey(curve, coordinate(x, curve), coordinate(y, curve));
    key.check(crypto, checks);
    return key;
  }

  /** The point uncompressed: 4, then both coordinates (SEC 1 section 2.3.3); Ed25519: 32 octets. */
  public Bytes point() {
    return curve.isWeierstrass() ? Bytes.concat(Bytes.of(4), x, y) : x;
  }

  /** The COSE_Key with its required members alone, in deterministic order. */
  public Cbor.Map toCbor() {
    Cbor.MapBuilder map =
        Cbor.map()
            .put(KTY, Cbor.integer(curve.keyType()))
            .put(CRV, Cbor.integer(curve.id()))
            .put(X, Cbor.octets(x));
    return curve.isWeierstrass() ? map.put(Y, Cbor.octets(y)).build() : map.build();
  }

  /** A DER SubjectPublicKeyInfo (RFC 5480, RFC 8410); points are uncompressed. */
  public Bytes toSpki() {
    return Bytes.concat(curve.spkiHead(), point());
  }

  /** SHA-256 over the required members, 32 octets (RFC 9679). */
  public Bytes thumbprint() {
    return Crypto.sha256(toCbor().encode());
  }

  /** The key for the platform's own interfaces. */
  public PublicKey toPublicKey(Crypto crypto) {
    try {
      return imported(crypto.provider());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no point of " + curve, e);
    }
  }

  /**
   * Whether a signature is right: r and s side by side, each as long as a coordinate, or the 64
   * octets of Ed25519. Of every other size it is wrong. A high s is as good as a low one.
   */
  public boolean verify(CoseAlgorithm algorithm, Bytes message, Bytes signature) {
    if (signature.size() != 2 * curve.size()) {
      return false;
    }
    try {
      return curve.isWeierstrass()
          ? ecdsa(algorithm.digest(message), signature)
          : ed25519(message, signature);
    } catch (IllegalArgumentException e) {
      return false; // the coordinates are no point
    }
  }

  /** The same, with the fastest provider at hand. */
  public boolean verify(CoseAlgorithm algorithm, Bytes message, Bytes signature, Crypto crypto) {
    if (crypto.forEcdsa().isEmpty() || !curve.isWeierstrass()) {
      return verify(algorithm, message, signature);
    }
    Provider provider = crypto.forEcdsa().get();
    if (signature.size() != 2 * curve.size()) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(algorithm.ecdsaName(), provider);
      verifier.initVerify(
          crypto.remembered().of(PublicKey.class, toSpki(), () -> imported(provider)));
      verifier.update(message.toArray());
      return verifier.verify(signature.toArray());
    } catch (GeneralSecurityException e) {
      return false; // r or s is out of range
    }
  }

  private boolean ecdsa(Bytes digest, Bytes signature) {
    ECDomainParameters domain = curve.domain();
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(
        false, new ECPublicKeyParameters(domain.getCurve().decodePoint(point().toArray()), domain));
    int half = curve.size();
    return verifier.verifySignature(
        digest.toArray(),
        new BigInteger(1, signature.slice(0, half).toArray()),
        new BigInteger(1, signature.slice(half, 2 * half).toArray()));
  }

  private boolean ed25519(Bytes message, Bytes signature) {
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(x.toArray()));
    verifier.update(message.toArray(), 0, message.size());
    return verifier.verifySignature(signature.toArray());
  }

  private void check(Crypto crypto, Checks checks) throws Rejected {
    // spec| RFC 9053 §7.1.1: a point is checked before it is used
    Rejected.unless(
        checks,
        "cose.key.point",
        isOnCurve(crypto),
        Reason.INVALID_KEY,
        () -> "no usable point of " + curve);
  }

  private boolean isOnCurve(Crypto crypto) {
    try {
      imported(crypto.provider());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private PublicKey imported(Provider provider) throws GeneralSecurityException {
    return KeyFactory.getInstance(curve.isWeierstrass() ? "EC" : "Ed25519", provider)
        .generatePublic(new X509EncodedKeySpec(toSpki().toArray()));
  }

  private static Optional<CoseCurve> find(long type, long id) {
    for (CoseCurve each : CoseCurve.values()) {
      if (each.keyType() == type && each.id() == id) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Cbor algorithm, CoseCurve curve) {
    return algorithm instanceof Cbor.Int id
        && id.isLong()
        && CoseAlgorithm.find(id.longValue()).map(found -> found.fits(curve)).orElse(false);
  }

  private static Bytes coordinate(Bytes octets, CoseCurve curve) throws Rejected {
    if (octets.size() != curve.size()) {
      throw new Rejected(
          Reason.INVALID_KEY,
          "cose.key.coordinate",
          curve.size() + " octets expected for a coordinate, found " + octets.size());
    }
    return octets;
  }

  private static Bytes second(Fields fields, CoseCurve curve, Bytes x) throws Rejected {
    if (!curve.isWeierstrass()) {
      return Bytes.EMPTY;
    }
    if (!(fields.item(Y) instanceof Cbor.Simple)) {
      return coordinate(fields.octets(Y), curve);
    }
    boolean odd = fields.findBool(Y).orElseThrow();
    try {
      byte[] compressed = Bytes.concat(Bytes.of(odd ? 3 : 2), x).toArray();
      byte[] point = curve.domain().getCurve().decodePoint(compressed).getEncoded(false);
      return Bytes.of(point).slice(1 + curve.size(), 1 + 2 * curve.size());
    } catch (IllegalArgumentException e) {
      throw new Rejected(
          Reason.INVALID_KEY, "cose.key.coordinate", "no point of " + curve + " at x = " + x);
    }
  }
}
