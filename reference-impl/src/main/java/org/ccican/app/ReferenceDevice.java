package org.ccican.app;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccican.cose.AgreementKey;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitDevice;
import org.ccican.suit.SuitSigner;
import org.ccican.wire.Bytes;

/**
 * What SUIT manifests need to know of the reference's devices beyond vendor and class: fixed,
 * published and worthless, as {@link ReferenceKeys} are.
 */
public final class ReferenceDevice {

  /** The namespace of domain names (RFC 9562 section 6.6). */
  private static final Bytes DNS = Bytes.hex("6ba7b8109dad11d180b400c04fd430c8");

  static final Bytes VENDOR_ID = uuid5(DNS, "ccican.example");

  static final Bytes CLASS_ID = uuid5(VENDOR_ID, "reference device class");

  /** The device identifier of every device of the reference, 16 octets. */
  public static final Bytes ID = uuid5(VENDOR_ID, "reference device");

  /** Where components can be: what begins otherwise is nowhere on the device. */
  private static final List<SuitComponentId> PLACES =
      Stream.of(
              "middleware",
              "application",
              "personalization-data",
              "config",
              "manifest",
              "personal",
              "data",
              "second",
              "tc",
              "app.wasm")
          .map(SuitComponentId::of)
          .toList();

  private ReferenceDevice() {}

  /** The device whose vendor may install everything, and whose personaliser a little. */
  static SuitDevice of(CoseKey vendor, Crypto crypto) {
    return new SuitDevice(
        VENDOR_ID,
        CLASS_ID,
        Optional.of(ID),
        List.of(
            SuitSigner.ofAll(vendor),
            new SuitSigner(
                personaliser(crypto).publicKey(),
                List.of(SuitComponentId.of("personal"), SuitComponentId.of("second")))),
        PLACES,
        List.of());
  }

  /** What is for the device alone is encrypted to this key. */
  public static AgreementKey agreementKey() {
    return AgreementKey.fromSeed(seed("device"));
  }

  /** A signer of manifests beside the vendor, who signs with Ed25519 and has fewer rights. */
  public static SigningKey personaliser(Crypto crypto) {
    return SigningKey.fromSeed(CoseAlgorithm.ED25519, seed("personaliser"), crypto);
  }

  /** A UUID of version 5 (RFC 9562 section 5.5), 16 octets. */
  private static Bytes uuid5(Bytes namespace, String name) {
    byte[] hash = sha1(Bytes.concat(namespace, Bytes.utf8(name))).slice(0, 16).toArray();
    hash[6] = (byte) (hash[6] & 0x0f | 0x50);
    hash[8] = (byte) (hash[8] & 0x3f | 0x80);
    return Bytes.of(hash);
  }

  private static Bytes sha1(Bytes octets) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-1").digest(octets.toArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  private static Bytes seed(String owner) {
    return Crypto.sha256(Bytes.utf8("ccican worthless reference key: " + owner));
  }
}
