package org.ccican.cose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESWrapEngine;
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
    Bytes kek =
        new KeyDerivation(Bytes.EMPTY, header, context)
            .kek(ephemeral.agree(recipient), Checks.unbroken());
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
    return headers().kid(checks).map(key.kid()::equals).orElse(true);
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
    Rejected.unless(
        checks,
        "cose.recipient.algorithm",
        algorithm.equals(Optional.of(ECDH_ES_A128KW)),
        Reason.UNSUPPORTED_ALGORITHM,
        () -> "alg " + ECDH_ES_A128KW + " expected, found " + algorithm);
    Fields fields = Fields.of(unprotectedHeader, SHAPE);
    CoseKey ephemeral = CoseKey.parse(fields.item(EPHEMERAL_KEY), crypto, checks);
    if (ephemeral.curve() != CoseCurve.P256) {
      throw new Rejected(
          Reason.INVALID_KEY, "cose.recipient.key", "a P-256 key expected, " + ephemeral.curve());
    }
    Bytes salt = fields.findOctets(SALT).orElse(Bytes.EMPTY);
    Bytes kek = new KeyDerivation(salt, protectedHeader, context).kek(key.agree(ephemeral), checks);
    if (wrapped.size() < 24 || wrapped.size() % 8 != 0) {
      throw new Rejected(
          Reason.MALFORMED, "cose.recipient.wrapped", wrapped.size() + " octets of wrapped key");
    }
    Optional<Bytes> unwrapped = unwrapped(kek);
    // spec| RFC 3394 §2.2.2: the initial value comes out again
    Rejected.unless(
        checks,
        "cose.recipient.unwrap",
        unwrapped.isPresent(),
        Reason.INVALID_KEY,
        () -> "the key was wrapped for another purpose");
    return unwrapped.orElse(wrapped.slice(0, wrapped.size() - 8));
  }

  private Optional<Bytes> unwrapped(Bytes kek) {
    AESWrapEngine engine = new AESWrapEngine();
    engine.init(false, new KeyParameter(kek.toArray()));
    try {
      return Optional.of(Bytes.of(engine.unwrap(wrapped.toArray(), 0, wrapped.size())));
    } catch (InvalidCipherTextException e) {
      return Optional.empty();
    }
  }

  private CoseHeaders headers() {
    return new CoseHeaders(protectedHeader, unprotectedHeader);
  }
}
