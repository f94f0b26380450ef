package org.ccican.corim;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;

/**
 * A CoRIM inside a COSE_Sign1 (draft-ietf-rats-corim section 4.2). The protected header says who
 * signed: as CWT claims (label 15), as a meta map (label 8), or as both, which then agree.
 *
 * @param signer name of whoever signed
 * @param validity of the signature
 */
public record CorimSigned(CoseSign1 message, String signer, Optional<Validity> validity) {

  private static final long META = 8;
  private static final long CWT_CLAIMS = 15;
  private static final long HASH_ALGORITHM = 258;
  private static final long PREIMAGE_TYPE = 259;
  private static final long ISS = 1;
  private static final long EXP = 4;
  private static final long NBF = 5;
  private static final long SHA_256 = -16;
  private static final long SHA_384 = -43;
  private static final long SHA_512 = -44;

  private static final Set<CoseAlgorithm> ALGORITHMS =
      Set.of(
          CoseAlgorithm.ES256,
          CoseAlgorithm.ESP256,
          CoseAlgorithm.ES384,
          CoseAlgorithm.ESP384,
          CoseAlgorithm.ED25519);

  public CorimSigned {
    Objects.requireNonNull(message);
    Objects.requireNonNull(signer);
    Objects.requireNonNull(validity);
  }

  /** Signs a CoRIM as it is, with CWT claims that name the signer. */
  public static Bytes sign(
      Corim corim, String signer, Optional<Validity> validity, SigningKey key) {
    Cbor.MapBuilder claims = Cbor.map().put(ISS, Cbor.text(signer));
    validity.ifPresent(
        period -> {
          claims.put(EXP, Cbor.integer(period.notAfter()));
          claims.put(NBF, period.notBefore().map(Cbor::integer));
        });
    Cbor.Map header =
        Cbor.map()
            .put(CoseSign1.CONTENT_TYPE, Cbor.text(Corim.UNSIGNED))
            .put(CWT_CLAIMS, claims.build())
            .build();
    return CoseSign1.sign(key, header, Cbor.map().build(), corim.encode()).encode();
  }

  /**
   * Reads what needs no key.
   *
   * @throws Rejected if the octets are no signed CoRIM, or do not say who signed what
   */
  public static CorimSigned parse(Bytes octets, Checks checks) throws Rejected {
    CoseSign1 message = CoseSign1.parse(octets, checks);
    return header(message, message.protectedMap(checks), checks);
  }

  static CorimSigned header(CoseSign1 message, Cbor.Map map, Checks checks) throws Rejected {
    Fields fields = Fields.of(map, CorimRules.SHAPE);
    boolean envelope = fields.find(HASH_ALGORITHM).isPresent();
    Optional<String> type = fields.findText(envelope ? PREIMAGE_TYPE : CoseSign1.CONTENT_TYPE);
    // spec| draft-ietf-rats-corim §4.2.1: the protected header says that a CoRIM is signed
    Rejected.unless(
        checks,
        "corim.signed.type",
        type.equals(Optional.of(Corim.UNSIGNED)),
        Reason.WRONG_TYPE,
        () -> "content type " + type.map(String::length) + " is none of a CoRIM");
    Optional<Named> meta = meta(fields, checks);
    Optional<Named> claims = claims(fields);
    // spec| draft-ietf-rats-corim §4.2.1: CWT claims and meta map say the same
    Rejected.unless(
        checks,
        "corim.signed.agree",
        meta.isEmpty() || claims.isEmpty() || meta.equals(claims),
        Reason.MALFORMED,
        () -> "two signers, or two periods");
    Named named =
        claims
            .or(() -> meta)
            .orElseThrow(
                () ->
                    new Rejected(
                        Reason.MISSING_FIELD, CorimRules.SHAPE, "nobody is named as signer"));
    return new CorimSigned(message, named.signer(), named.validity());
  }

  /** Who signed, and until when that counts. */
  private record Named(String signer, Optional<Validity> validity) {}

  private static Optional<Named> meta(Fields header, Checks checks) throws Rejected {
    Optional<Bytes> octets = header.findOctets(META);
    if (octets.isEmpty()) {
      return Optional.empty();
    }
    Fields meta =
        Fields.of(
            new CborDecoder(checks).decode(octets.get(), CborProfile.VALID), CorimRules.SHAPE);
    Fields signer = Fields.of(meta.item(0), CorimRules.SHAPE);
    if (signer.find(1).isPresent()) {
      CorimRules.uri(signer.item(1));
    }
    Optional<Cbor> period = meta.find(1);
    return Optional.of(
        new Named(
            signer.text(0),
            period.isPresent()
                ? Optional.of(new CorimRules(checks).validity(period.get()))
                : Optional.empty()));
  }

  private static Optional<Named> claims(Fields header) throws Rejected {
    Optional<Cbor> item = header.find(CWT_CLAIMS);
    if (item.isEmpty()) {
      return Optional.empty();
    }
    Fields claims = Fields.of(item.get(), CorimRules.SHAPE);
    Optional<Cbor> from = claims.find(NBF);
    Optional<Cbor> until = claims.find(EXP);
    Optional<Long> notBefore =
        from.isPresent() ? Optional.of(CorimRules.seconds(from.get())) : Optional.empty();
    Optional<Validity> period =
        until.isPresent()
            ? Optional.of(new Validity(notBefore, CorimRules.seconds(until.get())))
            : notBefore.map(begin -> new Validity(Optional.of(begin), Long.MAX_VALUE));
    return Optional.of(new Named(claims.text(ISS), period));
  }

  /**
   * The CoRIM, if one of the keys has signed it and the signature still counts.
   *
   * @param detached the CoRIM where the message holds nothing, or its digest
   * @throws Rejected if not
   */
  public Corim open(List<CoseKey> keys, Optional<Bytes> detached, Instant now, Checks checks)
      throws Rejected {
    Bytes signed = signed(keys, detached, checks);
    // spec| draft-ietf-rats-corim §8.3.3.1: a signature is of use for its period only
    Rejected.unless(
        checks,
        "corim.signed.valid",
        validity.map(period -> period.holdsAt(now)).orElse(true),
        Reason.EXPIRED,
        () -> "signed for " + validity.get());
    Optional<Cbor> hash = message.protectedMap(checks).find(HASH_ALGORITHM);
    if (hash.isEmpty()) {
      return new CorimReader(checks).read(signed);
    }
    Bytes preimage =
        detached.orElseThrow(
            () ->
                new Rejected(
                    Reason.NOT_AVAILABLE, "corim.signed.preimage", "what was hashed is not here"));
    Optional<Bytes> digest = digest(hash.get(), preimage);
    // spec| draft-ietf-rats-corim §4.2: what is signed indirectly has the digest that is signed
    Rejected.unless(
        checks,
        "corim.signed.digest",
        digest.filter(signed::equals).isPresent(),
        Reason.DIGEST_MISMATCH,
        () -> "the digest is another one, or of an unknown algorithm");
    return new CorimReader(checks).read(preimage);
  }

  private Bytes signed(List<CoseKey> keys, Optional<Bytes> detached, Checks checks)
      throws Rejected {
    CoseAlgorithm algorithm = message.algorithm(checks);
    List<CoseKey> fitting = keys.stream().filter(key -> algorithm.fits(key.curve())).toList();
    if (fitting.isEmpty()) {
      // spec| draft-ietf-rats-corim §8.3.2: a CoRIM counts if an authorised key signed it
      throw new Rejected(Reason.UNKNOWN_SIGNER, "corim.signer", "no key for " + algorithm);
    }
    for (int each = 0; each < fitting.size() - 1; each++) {
      CoseKey key = fitting.get(each);
      Bytes content = message.payload().or(() -> detached).orElse(Bytes.EMPTY);
      if (key.verify(
          algorithm,
          CoseSign1.toBeSigned(message.protectedHeader(), content),
          message.signature())) {
        return verified(key, detached, checks);
      }
    }
    return verified(fitting.get(fitting.size() - 1), detached, checks);
  }

  private Bytes verified(CoseKey key, Optional<Bytes> detached, Checks checks) throws Rejected {
    if (message.payload().isPresent()) {
      return message.verify(key, ALGORITHMS, checks);
    }
    Bytes content =
        detached.orElseThrow(
            () ->
                new Rejected(
                    Reason.NOT_AVAILABLE, "corim.signed.preimage", "the payload is not here"));
    message.verifyDetached(content, key, ALGORITHMS, checks);
    return content;
  }

  private static Optional<Bytes> digest(Cbor algorithm, Bytes octets) throws Rejected {
    long id = Fields.integer(algorithm, CorimRules.SHAPE);
    if (id == SHA_256) {
      return Optional.of(Crypto.sha256(octets));
    }
    if (id == SHA_384) {
      return Optional.of(Crypto.sha384(octets));
    }
    return id == SHA_512 ? Optional.of(Crypto.sha512(octets)) : Optional.empty();
  }
}
