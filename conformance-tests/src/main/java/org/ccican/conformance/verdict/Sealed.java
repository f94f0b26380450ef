package org.ccican.conformance.verdict;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * A COSE_Encrypt for one recipient as its holder sees it (teep-protocol section 8.2): ephemeral-
 * static Diffie-Hellman on P-256, HKDF with SHA-256, AES key wrap, AES-CTR or AES-GCM with 128
 * bits, and the ciphertext inside.
 */
final class Sealed {

  static final String EAT = "EAT Encryption";
  static final String REPORT = "SUIT Report Encryption";

  private static final long TAG = 96;
  private static final long ALG = 1;
  private static final long IV = 5;
  private static final long EPHEMERAL = -1;
  private static final long SALT = -20;
  private static final long X = -2;
  private static final long Y = -3;
  private static final long A128CTR = -65_534;
  private static final long A128GCM = 1;
  private static final long A128KW = -3;
  private static final int BITS = 128;

  private Sealed() {}

  /**
   * What is inside.
   *
   * @param secret the recipient's scalar, 32 octets
   * @param purpose what the key has to be derived for
   * @return empty if it is no such message or was not made for this recipient and purpose
   */
  static Optional<Bytes> open(Bytes octets, Bytes secret, String purpose) {
    return CborView.read(octets)
        .view()
        .filter(item -> item instanceof Cbor.Tag tag && tag.number() == TAG)
        .flatMap(item -> CborView.items(((Cbor.Tag) item).content()))
        .filter(parts -> parts.size() == 4)
        .flatMap(parts -> content(parts, secret, purpose));
  }

  private static Optional<Bytes> content(List<Cbor> parts, Bytes secret, String purpose) {
    Optional<Bytes> header = CborView.octets(parts.get(0));
    Optional<Cbor.Map> unprotected = CborView.map(parts.get(1));
    Optional<Bytes> ciphertext = CborView.octets(parts.get(2));
    Optional<Bytes> iv = unprotected.flatMap(map -> map.find(IV)).flatMap(CborView::octets);
    Optional<Long> algorithm =
        header
            .flatMap(Sealed::map)
            .flatMap(map -> map.find(ALG))
            .or(() -> unprotected.flatMap(map -> map.find(ALG)))
            .flatMap(CborView::integer);
    if (iv.isEmpty() || ciphertext.isEmpty() || algorithm.isEmpty()) {
      return Optional.empty();
    }
    for (Cbor recipient : CborView.items(parts.get(3)).orElse(List.of())) {
      Optional<Key> key = key(recipient, secret, purpose);
      if (key.isPresent()) {
        return decrypted(
            algorithm.get(), key.get(), iv.get(), header.orElseThrow(), ciphertext.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<Key> key(Cbor recipient, Bytes secret, String purpose) {
    List<Cbor> parts = CborView.items(recipient).orElse(List.of());
    if (parts.size() != 3) {
      return Optional.empty();
    }
    Optional<Bytes> header = CborView.octets(parts.get(0));
    Optional<Cbor.Map> unprotected = CborView.map(parts.get(1));
    Optional<Bytes> wrapped = CborView.octets(parts.get(2));
    Optional<Cbor.Map> ephemeral =
        unprotected.flatMap(map -> map.find(EPHEMERAL)).flatMap(CborView::map);
    Optional<Bytes> x = ephemeral.flatMap(map -> map.find(X)).flatMap(CborView::octets);
    Optional<Bytes> y = ephemeral.flatMap(map -> map.find(Y)).flatMap(CborView::octets);
    if (header.isEmpty() || wrapped.isEmpty() || x.isEmpty() || y.isEmpty()) {
      return Optional.empty();
    }
    // An HMAC key of no octets is one of zeros.
    Bytes salt =
        unprotected
            .flatMap(map -> map.find(SALT))
            .flatMap(CborView::octets)
            .filter(octets -> !octets.isEmpty())
            .orElse(Bytes.zero(32));
    try {
      Bytes kek = derived(agreed(secret, x.get(), y.get()), salt, context(header.get(), purpose));
      Cipher cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(kek.toArray(), "AES"));
      return Optional.of(cipher.unwrap(wrapped.get().toArray(), "AES", Cipher.SECRET_KEY))
          .filter(key -> key.getEncoded().length == BITS / 8);
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Bytes agreed(Bytes secret, Bytes x, Bytes y) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
    KeyFactory keys = KeyFactory.getInstance("EC");
    ECPrivateKey own =
        (ECPrivateKey) keys.generatePrivate(new ECPrivateKeySpec(unsigned(secret), curve));
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(own);
    agreement.doPhase(
        keys.generatePublic(new ECPublicKeySpec(new ECPoint(unsigned(x), unsigned(y)), curve)),
        true);
    return Bytes.of(agreement.generateSecret());
  }

  /** HKDF with one block of output, of which 16 octets are the key. */
  private static Bytes derived(Bytes secret, Bytes salt, Bytes info)
      throws GeneralSecurityException {
    Bytes pseudorandom = hmac(salt, secret);
    return hmac(pseudorandom, Bytes.concat(info, Bytes.of(1))).slice(0, BITS / 8);
  }

  private static Bytes hmac(Bytes key, Bytes octets) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.toArray(), "HmacSHA256"));
    return Bytes.of(mac.doFinal(octets.toArray()));
  }

  private static Bytes context(Bytes header, String purpose) {
    Cbor party = Cbor.array(Cbor.nil(), Cbor.nil(), Cbor.nil());
    return Cbor.array(
            Cbor.integer(A128KW),
            party,
            party,
            Cbor.array(Cbor.integer(BITS), Cbor.octets(header), Cbor.octets(Bytes.utf8(purpose))))
        .encode();
  }

  private static Optional<Bytes> decrypted(
      long algorithm, Key key, Bytes iv, Bytes header, Bytes ciphertext) {
    try {
      Cipher cipher;
      if (algorithm == A128CTR) {
        cipher = initialised("AES/CTR/NoPadding", key, new IvParameterSpec(iv.toArray()));
      } else if (algorithm == A128GCM) {
        cipher = initialised("AES/GCM/NoPadding", key, new GCMParameterSpec(BITS, iv.toArray()));
        cipher.updateAAD(
            Cbor.array(Cbor.text("Encrypt"), Cbor.octets(header), Cbor.octets(Bytes.EMPTY))
                .encode()
                .toArray());
      } else {
        return Optional.empty();
      }
      return Optional.of(Bytes.of(cipher.doFinal(ciphertext.toArray())));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Cipher initialised(String name, Key key, AlgorithmParameterSpec parameters)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(name);
    cipher.init(Cipher.DECRYPT_MODE, key, parameters);
    return cipher;
  }

  private static Optional<Cbor.Map> map(Bytes header) {
    return header.isEmpty()
        ? Optional.empty()
        : CborView.read(header).view().flatMap(CborView::map);
  }

  private static BigInteger unsigned(Bytes octets) {
    return new BigInteger(1, octets.toArray());
  }
}
