package org.ccican.vector.gen;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.math.ec.ECPoint;

/**
 * What is encrypted for the holder of a key on P-256: ECDH-ES + A128KW (RFC 9053 section 6.4), with
 * the context that payloads of SUIT have (firmware-encryption section 5.2.4). All parts are encoded
 * byte strings.
 */
final class Sealing {

  private static final String SENDER = "sender";
  private static final int KEY = 16;
  private static final int TAG_BITS = 128;

  private Sealing() {}

  /** The sender's COSE_Key, which travels with the recipient. */
  static byte[] ephemeral() {
    return DeviceKeys.coseKey(
        DeviceKeys.Curve.P256, SENDER, SENDER.getBytes(StandardCharsets.UTF_8));
  }

  /** AES-GCM with 128 bits; the protected header is additional data (RFC 9052 section 5.3). */
  static byte[] gcm(byte[] iv, byte[] header, byte[] plaintext) {
    return gcm(iv, header, PlainCbor.octets(new byte[0]), plaintext);
  }

  /** The same with other external data than none. */
  static byte[] gcm(byte[] iv, byte[] header, byte[] external, byte[] plaintext) {
    byte[] additional = PlainCbor.array(PlainCbor.text("Encrypt"), header, external);
    GCMParameterSpec vector = new GCMParameterSpec(TAG_BITS, PlainCbor.content(iv));
    return PlainCbor.octets(
        encrypted("AES/GCM/NoPadding", vector, additional, PlainCbor.content(plaintext)));
  }

  /** AES-CTR with 128 bits (RFC 9459 section 4). */
  static byte[] ctr(byte[] iv, byte[] plaintext) {
    IvParameterSpec vector = new IvParameterSpec(PlainCbor.content(iv));
    return PlainCbor.octets(
        encrypted("AES/CTR/NoPadding", vector, new byte[0], PlainCbor.content(plaintext)));
  }

  /** The content key, wrapped for a holder under a recipient's protected header. */
  static byte[] wrapped(String holder, byte[] header) {
    byte[] purpose = "SUIT Payload Encryption".getBytes(StandardCharsets.UTF_8);
    return wrapped(
        holder,
        header,
        PlainCbor.integer(-3),
        PlainCbor.integer(8L * KEY),
        PlainCbor.octets(purpose),
        PlainCbor.NULL);
  }

  /**
   * The same with another context: key wrap algorithm, bits, purpose, and the name of either party.
   */
  static byte[] wrapped(
      String holder, byte[] header, byte[] algorithm, byte[] bits, byte[] purpose, byte[] name) {
    ECPoint point = DeviceKeys.Curve.P256.domain().getG();
    BigInteger product =
        DeviceKeys.number(DeviceKeys.Curve.P256, SENDER)
            .multiply(DeviceKeys.number(DeviceKeys.Curve.P256, holder));
    byte[] secret = point.multiply(product).normalize().getAffineXCoord().getEncoded();
    byte[] party = PlainCbor.array(name, PlainCbor.NULL, PlainCbor.NULL);
    byte[] context =
        PlainCbor.array(algorithm, party, party, PlainCbor.array(bits, header, purpose));
    try {
      Cipher cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(derived(secret, context), "AES"));
      return PlainCbor.octets(cipher.wrap(new SecretKeySpec(contentKey(), "AES")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** HKDF with SHA-256 and without salt (RFC 5869), one block of it. */
  private static byte[] derived(byte[] secret, byte[] context) {
    byte[] prepared = mac(new byte[32], secret);
    return Arrays.copyOf(mac(prepared, Der.concat(context, new byte[] {1})), KEY);
  }

  private static byte[] mac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encrypted(
      String name, AlgorithmParameterSpec vector, byte[] additional, byte[] plaintext) {
    try {
      Cipher cipher = Cipher.getInstance(name);
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(contentKey(), "AES"), vector);
      if (additional.length > 0) {
        cipher.updateAAD(additional);
      }
      return cipher.doFinal(plaintext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] contentKey() {
    return Arrays.copyOf(DeviceKeys.secret("content"), KEY);
  }
}
