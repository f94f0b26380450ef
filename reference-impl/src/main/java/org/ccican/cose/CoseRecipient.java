package org.ccican.cose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESWrapEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Fields;

/**
 * One who can decrypt a message: ephemeral-static Diffie-Hellman on P-256, HKDF with SHA-256, and
 * AES key wrap with 128 bits (RFC 9053 section 6.4, algorithm -29).
 *
 * @param protectedHeader what the byte string holds; goes into the derivation as it stands
 * @param wrapped the content encryption key, wrapped (RFC 3394)
 */
public record CoseRecipient(Bytes protectedHeader, Cbor.Map unprotectedHeader, Bytes wrapped) {

  /** ECDH-ES + A128KW. */
  public static final long ECDH_ES_A128KW = -29;

  private static final long A128KW = -3;
  private static final int KEK_SIZE = 16;

  /** Header parameters (RFC 9053 sections 5.1 and 6.4.1). */
  private static final long EPHEMERAL_KEY = -1;

  private static final long SALT = -20;
  private static final String SHAPE = "cose.recipient.shape";

  public CoseRecipient {
    Objects.requireNonNull(protectedHeader);
    Objects.requireNonNull(unprotectedHeader);
    Objects.requireNonNull(wrapped);
  }

  /**
   * Wraps a content encryption key.
   *
   * @param context what the keys are for, as SuppPubInfo.other says
   */
  static CoseRecipient wrap(Bytes key, CoseKey recipient, AgreementKey ephemeral, String context) {
    Bytes header = Cbor.map().put(CoseSign1.ALG, Cbor.integer(ECDH_ES_A128KW)).build().encode();
    Bytes kek = derive(ephemeral.agree(recipient), Bytes.EMPTY, header, context);
    AESWrapEngine engine = new AESWrapEngine();
    engine.init(true, new KeyParameter(kek.toArray()));
    return new CoseRecipient(
        header,
        Cbor.map()
            .put(CoseSign1.KID, Cbor.octets(recipient.thumbprint()))
            .put(EPHEMERAL_KEY, ephemeral.publicKey().toCbor())
            .build(),
        Bytes.of(engine.wrap(key.toArray(), 0, key.size())));
  }

  static CoseRecipient parse(Cbor item) throws Rejected {
    List<Cbor> parts = Fields.array(item, SHAPE);
    if (parts.size() != 3 || !(parts.get(1) instanceof Cbor.Map unprotected)) {
      throw new Rejected(
          Reason.WRONG_TYPE, SHAPE, "three parts expected at offset " + item.offset());
    }
    return new CoseRecipient(
        Fields.octets(parts.get(0), SHAPE), unprotected, Fields.octets(parts.get(2), SHAPE));
  }

  Cbor toCbor() {
    return Cbor.array(Cbor.octets(protectedHeader), unprotectedHeader, Cbor.octets(wrapped));
  }

  /** Whether the recipient may be the holder of the key: it is named, or nobody is. */
  boolean mayBe(AgreementKey key, Checks checks) throws Rejected {
    return headers().kid(checks).map(key.publicKey().thumbprint()::equals).orElse(true);
  }

  /**
   * The content encryption key.
   *
   * @throws Rejected if the recipient is of another kind, or the key was not wrapped for this one
   *     in this context
   */
  Bytes unwrap(AgreementKey key, String context, Crypto crypto, Checks checks) throws Rejected {
    headers().check(checks);
    Optional<Long> algorithm =
        Fields.of(headers().protectedMap(checks), SHAPE).findInteger(CoseSign1.ALG);
    // spec| firmware-encryption §5.2: keys are distributed by ECDH-ES + A128KW
    if (!algorithm.equals(Optional.of(ECDH_ES_A128KW))) {
      throw new Rejected(
          Reason.UNSUPPORTED_ALGORITHM,
          "cose.recipient.algorithm",
          "alg " + ECDH_ES_A128KW + " expected, found " + algorithm);
    }
    Fields fields = Fields.of(unprotectedHeader, SHAPE);
    CoseKey ephemeral = CoseKey.parse(fields.item(EPHEMERAL_KEY), crypto, checks);
    if (ephemeral.curve() != CoseCurve.P256) {
      throw new Rejected(
          Reason.INVALID_KEY, "cose.recipient.key", "a P-256 key expected, " + ephemeral.curve());
    }
    // spec| firmware-encryption §5.2.4: a salt that is sent goes into the derivation
    Bytes salt =
        checks.keeps("cose.recipient.salt")
            ? fields.findOctets(SALT).orElse(Bytes.EMPTY)
            : Bytes.EMPTY;
    Bytes kek = derive(key.agree(ephemeral), salt, protectedHeader, context);
    AESWrapEngine engine = new AESWrapEngine();
    engine.init(false, new KeyParameter(kek.toArray()));
    if (wrapped.size() < 24 || wrapped.size() % 8 != 0) {
      throw new Rejected(
          Reason.MALFORMED, "cose.recipient.unwrap", wrapped.size() + " octets of wrapped key");
    }
    try {
      return Bytes.of(engine.unwrap(wrapped.toArray(), 0, wrapped.size()));
    } catch (InvalidCipherTextException e) {
      throw new Rejected(
          Reason.INVALID_KEY, "cose.recipient.unwrap", "the key was wrapped for another purpose");
    }
  }

  private CoseHeaders headers() {
    return new CoseHeaders(protectedHeader, unprotectedHeader);
  }

  /**
   * The key encryption key: HKDF over COSE_KDF_Context.
   *
   * <p>spec| firmware-encryption §5.2.4: A128KW, 128 bits, nobody named, the recipient's header
   */
  private static Bytes derive(Bytes secret, Bytes salt, Bytes header, String context) {
    Cbor nobody = Cbor.array(Cbor.nil(), Cbor.nil(), Cbor.nil());
    Bytes info =
        Cbor.array(
                Cbor.integer(A128KW),
                nobody,
                nobody,
                Cbor.array(
                    Cbor.integer(KEK_SIZE * 8L),
                    Cbor.octets(header),
                    Cbor.octets(Bytes.utf8(context))))
            .encode();
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(secret.toArray(), salt.toArray(), info.toArray()));
    byte[] kek = new byte[KEK_SIZE];
    generator.generateBytes(kek, 0, kek.length);
    return Bytes.of(kek);
  }
}
