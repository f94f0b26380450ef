package org.ccican.cose;

import java.util.Optional;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.ccican.wire.Bytes;

/**
 * Content encryption algorithms of the SUIT COSE profiles (RFC 9053 section 4; RFC 9459 for the one
 * without integrity, whose counter block is the IV and grows by one each 16 octets).
 */
public enum ContentAlgorithm {
  A128GCM(1, 16, 12, true),
  CHACHA20_POLY1305(24, 32, 12, true),
  A128CTR(-65534, 16, 16, false);

  private static final int TAG_BITS = 128;
  private static final int CHACHA_BLOCK = 64;

  private final long id;
  private final int keySize;
  private final int ivSize;
  private final boolean aead;

  ContentAlgorithm(long id, int keySize, int ivSize, boolean aead) {
    this.id = id;
    this.keySize = keySize;
    this.ivSize = ivSize;
    this.aead = aead;
  }

  /** The value of header parameter 1. */
  public long id() {
    return id;
  }

  /** Octets of the content encryption key. */
  public int keySize() {
    return keySize;
  }

  /** Octets of header parameter 5. */
  public int ivSize() {
    return ivSize;
  }

  /** Whether decryption notices any change of ciphertext or protected header. */
  public boolean aead() {
    return aead;
  }

  public static Optional<ContentAlgorithm> find(long id) {
    for (ContentAlgorithm each : values()) {
      if (each.id == id) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /**
   * @param additional the encoded Enc_structure; not used without integrity
   * @return the ciphertext, followed by 16 octets of tag where there is integrity
   */
  Bytes encrypt(Bytes key, Bytes iv, Bytes additional, Bytes plaintext) {
    return (aead
            ? sealed(true, key, iv, additional, plaintext)
            : Optional.of(stream(key, iv, plaintext)))
        .orElseThrow(() -> new IllegalStateException("encryption has no tag to check"));
  }

  /** The plaintext; empty if the tag does not fit. */
  Optional<Bytes> decrypt(Bytes key, Bytes iv, Bytes additional, Bytes ciphertext) {
    return aead
        ? sealed(false, key, iv, additional, ciphertext)
        : Optional.of(stream(key, iv, ciphertext));
  }

  /** The plaintext whatever the tag says: for those who look no closer. */
  Bytes decryptUnchecked(Bytes key, Bytes iv, Bytes ciphertext) {
    Bytes without = ciphertext.slice(0, Math.max(0, ciphertext.size() - (aead ? TAG_BITS / 8 : 0)));
    return stream(key, iv, without);
  }

  /** The cipher without its integrity: the key stream begins where the content's does. */
  private Bytes stream(Bytes key, Bytes iv, Bytes input) {
    KeyParameter secret = new KeyParameter(key.toArray());
    return switch (this) {
      case A128CTR -> counter(new ParametersWithIV(secret, iv.toArray()), input);
      case A128GCM ->
          counter(
              new ParametersWithIV(secret, Bytes.concat(iv, Bytes.of(0, 0, 0, 2)).toArray()),
              input);
      case CHACHA20_POLY1305 -> {
        ChaCha7539Engine cipher = new ChaCha7539Engine();
        cipher.init(true, new ParametersWithIV(secret, iv.toArray()));
        cipher.skip(CHACHA_BLOCK);
        byte[] output = new byte[input.size()];
        cipher.processBytes(input.toArray(), 0, output.length, output, 0);
        yield Bytes.of(output);
      }
    };
  }

  private Optional<Bytes> sealed(
      boolean encrypt, Bytes key, Bytes iv, Bytes additional, Bytes input) {
    AEADCipher cipher =
        this == CHACHA20_POLY1305
            ? new ChaCha20Poly1305()
            : GCMBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(
        encrypt,
        new AEADParameters(
            new KeyParameter(key.toArray()), TAG_BITS, iv.toArray(), additional.toArray()));
    byte[] output = new byte[cipher.getOutputSize(input.size())];
    int size = cipher.processBytes(input.toArray(), 0, input.size(), output, 0);
    try {
      size += cipher.doFinal(output, size);
    } catch (InvalidCipherTextException e) {
      return Optional.empty();
    }
    return Optional.of(Bytes.of(output).slice(0, size));
  }

  private static Bytes counter(CipherParameters parameters, Bytes input) {
    var cipher = SICBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(true, parameters);
    byte[] octets = input.toArray();
    cipher.processBytes(octets, 0, octets.length, octets, 0);
    return Bytes.of(octets);
  }
}
