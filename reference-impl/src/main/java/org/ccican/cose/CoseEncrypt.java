package org.ccican.cose;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * A message for recipients (RFC 9052 section 5.1), encrypted with a key that each of them can
 * unwrap. SUIT calls it SUIT_Encryption_Info where the ciphertext travels apart
 * (suit-firmware-encryption sections 5.2 and 6).
 *
 * @param protectedHeader what the first byte string holds; nothing for ciphers without integrity
 * @param ciphertext absent if it travels apart from the message
 */
public record CoseEncrypt(
    Bytes protectedHeader,
    Cbor.Map unprotectedHeader,
    Optional<Bytes> ciphertext,
    List<CoseRecipient> recipients) {

  public static final long TAG = 96;

  /** What keys are derived for, as SuppPubInfo.other says; another use has another key. */
  public static final String PAYLOAD = "SUIT Payload Encryption";

  public static final String REPORT = "SUIT Report Encryption";
  public static final String EAT = "EAT Encryption";

  private static final long IV = 5;
  private static final int MOST_RECIPIENTS = 8;
  private static final String SHAPE = "cose.encrypt.shape";

  /** A message whose ciphertext travels apart, and the ciphertext. */
  public record Sealed(CoseEncrypt message, Bytes ciphertext) {

    /** The message with the ciphertext inside. */
    public CoseEncrypt attached() {
      return new CoseEncrypt(
          message.protectedHeader(),
          message.unprotectedHeader(),
          Optional.of(ciphertext),
          message.recipients());
    }
  }

  public CoseEncrypt {
    Objects.requireNonNull(protectedHeader);
    Objects.requireNonNull(unprotectedHeader);
    Objects.requireNonNull(ciphertext);
    recipients = List.copyOf(recipients);
  }

  /**
   * Encrypts for recipients.
   *
   * @param recipients keys on P-256
   * @param context one of {@link #PAYLOAD}, {@link #REPORT}, {@link #EAT}
   * @param seed random octets from which content key, IV and ephemeral keys follow; never twice
   */
  public static Sealed encrypt(
      ContentAlgorithm algorithm,
      List<CoseKey> recipients,
      String context,
      Bytes plaintext,
      Bytes seed) {
    Bytes key = part(seed, "key").slice(0, algorithm.keySize());
    Bytes iv = part(seed, "iv").slice(0, algorithm.ivSize());
    Cbor alg = Cbor.integer(algorithm.id());
    // spec| firmware-encryption §6: nothing is protected where the cipher cannot protect it
    Bytes header =
        algorithm.aead() ? Cbor.map().put(CoseSign1.ALG, alg).build().encode() : Bytes.EMPTY;
    Cbor.Map unprotected =
        algorithm.aead()
            ? Cbor.map().put(IV, Cbor.octets(iv)).build()
            : Cbor.map().put(CoseSign1.ALG, alg).put(IV, Cbor.octets(iv)).build();
    List<CoseRecipient> wrapped = new ArrayList<>();
    for (CoseKey recipient : recipients) {
      AgreementKey ephemeral = AgreementKey.fromSeed(part(seed, "ephemeral " + wrapped.size()));
      wrapped.add(CoseRecipient.wrap(key, recipient, ephemeral, context));
    }
    return new Sealed(
        new CoseEncrypt(header, unprotected, Optional.empty(), wrapped),
        algorithm.encrypt(key, iv, additional(header, Bytes.EMPTY), plaintext));
  }

  /** The message with its tag. */
  public Bytes encode() {
    return Cbor.tag(
            TAG,
            Cbor.array(
                Cbor.octets(protectedHeader),
                unprotectedHeader,
                ciphertext.map(Cbor::octets).orElse(Cbor.nil()),
                Cbor.array(recipients.stream().map(CoseRecipient::toCbor).toList())))
        .encode();
  }

  /**
   * Reads a message and checks everything about its headers that needs no key.
   *
   * @throws Rejected if it is no such message, or a header may not be ignored
   */
  public static CoseEncrypt parse(Bytes octets, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks).decode(octets, CborProfile.VALID);
    // spec| RFC 9052 §5.1: tag 96 says that this is a COSE_Encrypt
    Rejected.unless(
        checks,
        "cose.encrypt.tagged",
        item instanceof Cbor.Tag tag && tag.number() == TAG,
        Reason.WRONG_TYPE,
        () -> "tag " + TAG + " expected at offset 0");
    List<Cbor> parts = Fields.array(item instanceof Cbor.Tag tag ? tag.content() : item, SHAPE);
    if (parts.size() != 4 || !(parts.get(1) instanceof Cbor.Map unprotected)) {
      throw new Rejected(
          Reason.WRONG_TYPE,
          SHAPE,
          "four parts expected, the second a map, found " + parts.size() + " parts");
    }
    List<Cbor> items = Fields.array(parts.get(3), SHAPE);
    // spec| RFC 8949 §10: trials of recipients are bounded
    Rejected.unless(
        checks,
        "cose.limit.recipients",
        items.size() <= MOST_RECIPIENTS,
        Reason.LIMIT_EXCEEDED,
        () -> items.size() + " recipients, at most " + MOST_RECIPIENTS);
    List<CoseRecipient> recipients = new ArrayList<>();
    for (Cbor each : items) {
      recipients.add(CoseRecipient.parse(each));
    }
    CoseEncrypt message =
        new CoseEncrypt(
            Fields.octets(parts.get(0), SHAPE),
            unprotected,
            CoseHeaders.payload(parts.get(2), SHAPE),
            recipients);
    message.headers().check(checks);
    return message;
  }

  /** The content encryption algorithm, if the message names one that is known here. */
  public Optional<ContentAlgorithm> algorithm(Checks checks) throws Rejected {
    Optional<Long> named =
        Fields.of(headers().protectedMap(checks), SHAPE).findInteger(CoseSign1.ALG);
    return (named.isPresent()
            ? named
            : Fields.of(unprotectedHeader, SHAPE).findInteger(CoseSign1.ALG))
        .flatMap(ContentAlgorithm::find);
  }

  /**
   * Decrypts what is inside.
   *
   * @throws Rejected if the ciphertext is not inside, or as {@link #decryptDetached}
   */
  public Bytes decrypt(AgreementKey key, String context, Crypto crypto, Checks checks)
      throws Rejected {
    // spec| teep-protocol-26 §8.2: the ciphertext is not detached
    if (ciphertext.isEmpty()) {
      throw new Rejected(
          Reason.MISSING_FIELD, "cose.ciphertext.attached", "the ciphertext is detached");
    }
    return open(ciphertext.get(), key, context, crypto, checks);
  }

  /**
   * Decrypts what came another way.
   *
   * @throws Rejected if a ciphertext is inside, the algorithm is unknown, no recipient is the
   *     holder of the key, or the ciphertext does not fit its tag
   */
  public Bytes decryptDetached(
      Bytes detached, AgreementKey key, String context, Crypto crypto, Checks checks)
      throws Rejected {
    // spec| firmware-encryption §3: encryption info and encrypted payload travel apart
    Rejected.unless(
        checks,
        "cose.ciphertext.detached",
        ciphertext.isEmpty(),
        Reason.MALFORMED,
        () -> "a ciphertext inside where it should travel apart");
    return open(detached, key, context, crypto, checks);
  }

  private Bytes open(Bytes content, AgreementKey key, String context, Crypto crypto, Checks checks)
      throws Rejected {
    Optional<ContentAlgorithm> known = algorithm(checks);
    // spec| RFC 9053 §4: the content encryption algorithm is one that is known here
    Rejected.unless(
        checks,
        "cose.encrypt.algorithm",
        known.isPresent(),
        Reason.UNSUPPORTED_ALGORITHM,
        () -> "no content encryption algorithm that is known here");
    ContentAlgorithm algorithm = known.orElse(ContentAlgorithm.A128GCM);
    // spec| firmware-encryption §6: a cipher without integrity has an empty protected header
    Rejected.unless(
        checks,
        "cose.encrypt.protected",
        algorithm.aead() || protectedHeader.isEmpty(),
        Reason.MALFORMED,
        () -> algorithm + " with a protected header of " + protectedHeader.size() + " octets");
    Bytes iv = Fields.of(unprotectedHeader, SHAPE).octets(IV);
    Bytes contentKey = unwrap(key, context, crypto, checks);
    if (iv.size() != algorithm.ivSize() || contentKey.size() != algorithm.keySize()) {
      throw new Rejected(
          Reason.OUT_OF_RANGE,
          "cose.encrypt.sizes",
          "an IV of "
              + iv.size()
              + " and a key of "
              + contentKey.size()
              + " octets for "
              + algorithm);
    }
    // spec| RFC 9459 §4: the counter begins at the IV and grows by one each block
    Bytes begin = checks.keeps("cose.encrypt.counter") ? iv : iv.flip(iv.size() - 1, 0);
    // spec| firmware-encryption §6: external_aad is empty
    Bytes external = checks.keeps("cose.encrypt.external") ? Bytes.EMPTY : Bytes.of(0);
    Optional<Bytes> plaintext =
        algorithm.decrypt(contentKey, begin, additional(protectedHeader, external), content);
    // spec| RFC 9052 §5.3: the ciphertext fits its tag
    Rejected.unless(
        checks,
        "cose.encrypt.tag",
        plaintext.isPresent(),
        Reason.DIGEST_MISMATCH,
        () -> "the ciphertext does not fit its tag");
    return plaintext.orElseGet(() -> algorithm.decryptUnchecked(contentKey, begin, content));
  }

  /** The key from the first recipient that yields one; if none does, why the last did not. */
  private Bytes unwrap(AgreementKey key, String context, Crypto crypto, Checks checks)
      throws Rejected {
    Optional<Rejected> last = Optional.empty();
    for (CoseRecipient recipient : recipients) {
      if (recipient.mayBe(key, checks)) {
        try {
          return recipient.unwrap(key, context, crypto, checks);
        } catch (Rejected rejected) {
          last = Optional.of(rejected);
        }
      }
    }
    if (last.isPresent()) {
      throw last.get();
    }
    // spec| RFC 9052 §5.1: one of the recipients is the holder of the key
    Rejected.unless(
        checks,
        "cose.recipient.known",
        false,
        Reason.NOT_AVAILABLE,
        () -> "none of " + recipients.size() + " recipients is the holder of the key");
    if (recipients.isEmpty()) {
      throw new Rejected(Reason.MISSING_FIELD, SHAPE, "no recipient");
    }
    return recipients.get(0).unwrap(key, context, crypto, checks);
  }

  /** The encoded Enc_structure (RFC 9052 section 5.3). */
  private static Bytes additional(Bytes protectedHeader, Bytes external) {
    return Cbor.array(
            Cbor.text("Encrypt"),
            Cbor.octets(CoseHeaders.signed(protectedHeader)),
            Cbor.octets(external))
        .encode();
  }

  private static Bytes part(Bytes seed, String purpose) {
    return Crypto.sha512(Bytes.concat(Bytes.utf8(purpose), Bytes.of(0), seed));
  }

  private CoseHeaders headers() {
    return new CoseHeaders(protectedHeader, unprotectedHeader);
  }
}
