package org.ccican.conformance.specimen;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.spec.AlgorithmParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Encrypts a payload for devices (suit-firmware-encryption sections 5.2 and 6), right unless told
 * otherwise: ephemeral-static Diffie-Hellman on P-256, HKDF with SHA-256, A128KW.
 */
final class Encryption {

  static final long A128GCM = 1;
  static final long CHACHA20_POLY1305 = 24;
  static final long A128CTR = -65534;

  private static final long ECDH_ES_A128KW = -29;
  private static final long A128KW = -3;
  private static final long TAG = 96;
  private static final long ALG = 1;
  private static final long KID = 4;
  private static final long IV = 5;
  private static final long EPHEMERAL = -1;
  private static final long SALT = -20;

  /** Encryption info and the ciphertext that it belongs to. */
  record Sealed(Bytes info, Bytes ciphertext) {

    Parameter parameter() {
      return Parameter.octets(SuitNumbers.ENCRYPTION_INFO, info);
    }
  }

  private final long content;
  private final List<CoseKey> recipients;
  private final Situation situation;
  private long keyExchange = ECDH_ES_A128KW;
  private long boundAlgorithm = A128KW;
  private long boundLength = 128;
  private String boundWords = "SUIT Payload Encryption";
  private Cbor identity = Cbor.nil();
  private boolean headerBound = true;
  private Optional<Bytes> salt = Optional.empty();
  private Bytes additional = Bytes.EMPTY;
  private UnaryOperator<Bytes> header = UnaryOperator.identity();
  private UnaryOperator<Bytes> headerAfterwards = UnaryOperator.identity();
  private UnaryOperator<Bytes> wrapping = UnaryOperator.identity();
  private UnaryOperator<Bytes> counter = UnaryOperator.identity();
  private UnaryOperator<Bytes> afterwards = UnaryOperator.identity();
  private UnaryOperator<Cbor> message = UnaryOperator.identity();
  private Optional<Long> named = Optional.empty();
  private boolean ephemeralSent = true;

  private Encryption(long content, List<CoseKey> recipients, Situation situation) {
    this.content = content;
    this.recipients = recipients;
    this.situation = situation;
  }

  /** For the situation's device. */
  static Encryption by(long content, Situation situation) {
    return new Encryption(content, List.of(situation.device().key()), situation);
  }

  /** For these keys on P-256. */
  static Encryption by(long content, List<CoseKey> recipients, Situation situation) {
    return new Encryption(content, recipients, situation);
  }

  /** A key of no device. */
  static CoseKey stranger(Situation situation) {
    return Signer.strange(CoseAlgorithm.ESP256, situation).publicKey();
  }

  // ---- defects

  Encryption keyExchange(long algorithm) {
    keyExchange = algorithm;
    return this;
  }

  Encryption boundTo(long algorithm, long bits, String words) {
    boundAlgorithm = algorithm;
    boundLength = bits;
    boundWords = words;
    return this;
  }

  Encryption headerNotBound() {
    headerBound = false;
    return this;
  }

  Encryption identity(Cbor item) {
    identity = item;
    return this;
  }

  Encryption salt(Bytes octets) {
    salt = Optional.of(octets);
    return this;
  }

  Encryption additional(Bytes octets) {
    additional = octets;
    return this;
  }

  /** The protected header of the message, before it is used. */
  Encryption header(UnaryOperator<Bytes> change) {
    header = change;
    return this;
  }

  /** The protected header of the message, after it was used. */
  Encryption headerAfterwards(UnaryOperator<Bytes> change) {
    headerAfterwards = change;
    return this;
  }

  /** The key that wraps the content key. */
  Encryption wrapping(UnaryOperator<Bytes> change) {
    wrapping = change;
    return this;
  }

  /** The first counter block. */
  Encryption counter(UnaryOperator<Bytes> change) {
    counter = change;
    return this;
  }

  /** The ciphertext, after everything. */
  Encryption afterwards(UnaryOperator<Bytes> change) {
    afterwards = change;
    return this;
  }

  Encryption message(UnaryOperator<Cbor> change) {
    message = change;
    return this;
  }

  /** The content algorithm that the header names. */
  Encryption named(long algorithm) {
    named = Optional.of(algorithm);
    return this;
  }

  Encryption withoutEphemeral() {
    ephemeralSent = false;
    return this;
  }

  // ---- made

  Sealed seal(Bytes plaintext) {
    try {
      return sealed(plaintext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider has every algorithm of the profiles", e);
    }
  }

  private Sealed sealed(Bytes plaintext) throws GeneralSecurityException {
    Bytes seed = situation.random(32);
    Bytes key = part(seed, "key").slice(0, content == CHACHA20_POLY1305 ? 32 : 16);
    Bytes iv = part(seed, "iv").slice(0, content == A128CTR ? 16 : 12);
    Cbor alg = Cbor.integer(named.orElse(content));
    boolean aead = content != A128CTR;
    Bytes protectedHeader =
        header.apply(aead ? Cbor.map().put(ALG, alg).build().encode() : Bytes.EMPTY);
    Cbor.MapBuilder unprotected = Cbor.map().put(IV, Cbor.octets(iv));
    if (!aead && protectedHeader.isEmpty()) {
      unprotected.put(ALG, alg);
    }
    Bytes ciphertext = encrypt(key, iv, protectedHeader, plaintext);
    List<Cbor> parts = new ArrayList<>();
    for (CoseKey recipient : recipients) {
      parts.add(recipient(recipient, key, part(seed, "ephemeral key " + parts.size())));
    }
    Cbor whole =
        Cbor.tag(
            TAG,
            Cbor.array(
                Cbor.octets(headerAfterwards.apply(protectedHeader)),
                unprotected.build(),
                Cbor.nil(),
                Cbor.array(parts)));
    return new Sealed(message.apply(whole).encode(), afterwards.apply(ciphertext));
  }

  private Bytes encrypt(Bytes key, Bytes iv, Bytes protectedHeader, Bytes plaintext)
      throws GeneralSecurityException {
    if (content == A128CTR) {
      return run("AES/CTR/NoPadding", key, new IvParameterSpec(counter.apply(iv).toArray()))
          .finish(plaintext);
    }
    Bytes associated =
        Cbor.array(Cbor.text("Encrypt"), Cbor.octets(protectedHeader), Cbor.octets(additional))
            .encode();
    Running cipher =
        content == A128GCM
            ? run("AES/GCM/NoPadding", key, new GCMParameterSpec(128, iv.toArray()))
            : run("ChaCha20-Poly1305", key, new IvParameterSpec(iv.toArray()));
    cipher.cipher().updateAAD(associated.toArray());
    return cipher.finish(plaintext);
  }

  private record Running(Cipher cipher) {

    Bytes finish(Bytes plaintext) throws GeneralSecurityException {
      return Bytes.of(cipher.doFinal(plaintext.toArray()));
    }
  }

  private static Running run(String name, Bytes key, AlgorithmParameterSpec parameters)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(name);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(
            key.toArray(), name.substring(0, name.indexOf(name.startsWith("AES") ? '/' : '-'))),
        parameters);
    return new Running(cipher);
  }

  private Cbor recipient(CoseKey recipient, Bytes key, Bytes seed) throws GeneralSecurityException {
    SigningKey ephemeral =
        SigningKey.fromSeed(CoseAlgorithm.ESP256, seed, situation.keys().crypto());
    Bytes protectedHeader = Cbor.map().put(ALG, Cbor.integer(keyExchange)).build().encode();
    Cbor.MapBuilder unprotected = Cbor.map().put(KID, Cbor.octets(recipient.thumbprint()));
    if (ephemeralSent) {
      unprotected.put(EPHEMERAL, ephemeral.publicKey().toCbor());
    }
    salt.ifPresent(octets -> unprotected.put(SALT, Cbor.octets(octets)));
    Bytes kek = wrapping.apply(derive(ephemeral.toKeyPair(), recipient, protectedHeader));
    Cipher wrap = Cipher.getInstance("AESWrap");
    wrap.init(Cipher.WRAP_MODE, new SecretKeySpec(kek.toArray(), "AES"));
    return Cbor.array(
        Cbor.octets(protectedHeader),
        unprotected.build(),
        Cbor.octets(Bytes.of(wrap.wrap(new SecretKeySpec(key.toArray(), "AES")))));
  }

  private Bytes derive(KeyPair ephemeral, CoseKey recipient, Bytes protectedHeader)
      throws GeneralSecurityException {
    Key peer = recipient.toPublicKey(situation.keys().crypto());
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH", situation.keys().crypto().provider());
    agreement.init(ephemeral.getPrivate());
    agreement.doPhase(peer, true);
    Bytes secret = Bytes.of(agreement.generateSecret());
    Cbor party = Cbor.array(identity, Cbor.nil(), Cbor.nil());
    Bytes context =
        Cbor.array(
                Cbor.integer(boundAlgorithm),
                party,
                Cbor.array(Cbor.nil(), Cbor.nil(), Cbor.nil()),
                Cbor.array(
                    Cbor.integer(boundLength),
                    Cbor.octets(headerBound ? protectedHeader : Bytes.EMPTY),
                    Cbor.octets(Bytes.utf8(boundWords))))
            .encode();
    Bytes extracted = hmac(salt.orElse(Bytes.zero(32)), secret);
    return hmac(extracted, Bytes.concat(context, Bytes.of(1))).slice(0, 16);
  }

  private static Bytes part(Bytes seed, String name) {
    return Crypto.sha256(Bytes.concat(seed, Bytes.utf8(name)));
  }

  private static Bytes hmac(Bytes key, Bytes octets) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.toArray(), "HmacSHA256"));
    return Bytes.of(mac.doFinal(octets.toArray()));
  }
}
