package org.ccican.format.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseEnvelope;
import org.ccican.cose.CoseMac0;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.MacAlgorithm;
import org.ccican.cose.MacKey;
import org.ccican.cose.SigningKey;
import org.ccican.eat.TeepEat;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * Encodes and signs the claims of an emulated entity, with the defects of encoding and signature.
 */
final class EatSigner {

  private static final String DETACHED = "sensor";

  private final EatOptions options;
  private final EmulatedEatVendor vendor;

  EatSigner(EatOptions options, EmulatedEatVendor vendor) {
    this.options = options;
    this.vendor = vendor;
  }

  /** A CWT whose kid is the key's thumbprint. */
  static Bytes sign(SigningKey key, Bytes payload) {
    return TeepEat.sign(payload, key);
  }

  /** A token of TEEP's profile. */
  Bytes token(Cbor.Map claims) {
    Bytes payload = payload(claims);
    Bytes token = options.has(EatDefect.UNSIGNED) ? bare(claims) : sealed(payload);
    return switch (defect()) {
      case TRUNCATED -> token.slice(0, token.size() - 1);
      case TRAILING_OCTET -> Bytes.concat(token, Bytes.of(0));
      case UNKNOWN_TAG -> Cbor.tag(600, Cbor.raw(token)).encode();
      // behind tag 61 the octet of tag 18 is missing
      case CWT_TAG_ALONE ->
          Cbor.tag(EatToken.CWT_TAG, Cbor.raw(token.slice(1, token.size()))).encode();
      default -> token;
    };
  }

  private EatDefect defect() {
    // a defect that nobody asks about stands for none
    return options.defect().orElse(EatDefect.WRONG_REPORT_DATA);
  }

  private static Bytes bare(Cbor.Map claims) {
    return Cbor.tag(EatToken.UCCS_TAG, claims).encode();
  }

  private Bytes payload(Cbor.Map claims) {
    List<Cbor.Entry> entries = new ArrayList<>(claims.entries());
    Bytes right = claims.encode();
    return switch (defect()) {
      case DUPLICATE_KEY -> {
        entries.add(entries.get(0));
        yield Cbor.unsorted(entries).encode();
      }
      // the head of a map of fewer than 24 entries is one octet
      case INDEFINITE_LENGTH ->
          Bytes.concat(Bytes.of(0xbf), right.slice(1, right.size()), Bytes.of(0xff));
      case NON_PREFERRED ->
          Bytes.concat(Bytes.of(0xb8, entries.size()), right.slice(1, right.size()));
      case TAG_IN_CLAIMS ->
          new EatEdit(claims).put(EatClaim.AUD, Cbor.tag(32, Cbor.text("urn:x"))).claims().encode();
      case NO_MAP -> Cbor.array(claims).encode();
      default -> right;
    };
  }

  private Bytes sealed(Bytes payload) {
    SigningKey key = options.has(EatDefect.WRONG_ROOT) ? vendor.stranger() : vendor.entity();
    Cbor kid = Cbor.octets(key.publicKey().thumbprint());
    long alg = key.algorithm().id();
    Bytes right = sign(key, payload);
    return switch (defect()) {
      case ALG_UNPROTECTED -> message(key, headers(Optional.empty()), named(kid, alg), payload);
      case NO_ALG -> message(key, headers(Optional.empty()), named(kid), payload);
      case ALG_UNKNOWN -> message(key, headers(Optional.of(-65_000L)), named(kid), payload);
      case ALG_OF_ANOTHER_CURVE ->
          message(key, headers(Optional.of(CoseAlgorithm.ESP384.id())), named(kid), payload);
      case ALG_OF_NO_PROFILE ->
          message(
              key.with(CoseAlgorithm.ES384),
              headers(Optional.of(CoseAlgorithm.ES384.id())),
              named(kid),
              payload);
      case CRITICAL_HEADER -> message(key, critical(alg), named(kid), payload);
      case HEADER_TWICE -> message(key, twice(kid, alg), named(kid), payload);
      case NO_KID -> message(key, headers(Optional.of(alg)), Cbor.map().build(), payload);
      case WRONG_KID ->
          message(key, headers(Optional.of(alg)), named(Cbor.octets(Bytes.utf8("key 1"))), payload);
      case MAC ->
          CoseMac0.create(new MacKey(Bytes.utf8("secret")), MacAlgorithm.HMAC_256_256, payload)
              .encode();
      case BAD_SIGNATURE -> right.flip(right.size() - 1, 0);
      case R_ZERO -> right.with(right.size() - 64, Bytes.zero(32));
      case SIGNATURE_OUT_OF_RANGE -> right.with(right.size() - 32, Bytes.hex("ff".repeat(32)));
      default -> right;
    };
  }

  private static Cbor.Map headers(Optional<Long> alg) {
    return Cbor.map().put(CoseSign1.ALG, alg.map(Cbor::integer)).build();
  }

  private static Cbor.Map named(Cbor kid) {
    return Cbor.map().put(CoseSign1.KID, kid).build();
  }

  private static Cbor.Map named(Cbor kid, long alg) {
    return Cbor.map().put(CoseSign1.ALG, Cbor.integer(alg)).put(CoseSign1.KID, kid).build();
  }

  private static Cbor.Map critical(long alg) {
    return Cbor.map()
        .put(CoseSign1.ALG, Cbor.integer(alg))
        .put(CoseSign1.CRIT, Cbor.array(Cbor.integer(-65_000)))
        .put(-65_000, Cbor.integer(1))
        .build();
  }

  private static Cbor.Map twice(Cbor kid, long alg) {
    return Cbor.map().put(CoseSign1.ALG, Cbor.integer(alg)).put(CoseSign1.KID, kid).build();
  }

  private static Bytes message(SigningKey key, Cbor.Map signed, Cbor.Map unsigned, Bytes payload) {
    Bytes header = signed.encode();
    Bytes signature = key.sign(CoseSign1.toBeSigned(header, payload));
    return new CoseEnvelope(CoseSign1.TAG, header, unsigned, payload, signature).encode();
  }

  /** A token of the profile for constrained devices. */
  Bytes constrained(Cbor.Map claims) {
    EatEdit edit = new EatEdit(claims);
    Cbor nonce = claims.find(EatClaim.NONCE.label()).orElseThrow();
    SigningKey key = vendor.constrained();
    Bytes right = claims.encode();
    return switch (defect()) {
      case CONSTRAINED_EDDSA -> sign(vendor.edwards(), right);
      case CONSTRAINED_NON_PREFERRED ->
          sign(
              key,
              Bytes.concat(Bytes.of(0xb8, claims.entries().size()), right.slice(1, right.size())));
      case CONSTRAINED_NO_NONCE -> sign(key, edit.without(EatClaim.NONCE).claims().encode());
      case CONSTRAINED_TWO_NONCES ->
          sign(
              key,
              edit.put(EatClaim.NONCE, Cbor.array(nonce, Cbor.octets(Bytes.zero(8))))
                  .claims()
                  .encode());
      case CONSTRAINED_NO_KEY_NAME ->
          message(
              key,
              headers(Optional.of(key.algorithm().id())),
              Cbor.map().build(),
              edit.without(EatClaim.UEID).claims().encode());
      case CONSTRAINED_BUNDLE -> bundle(sign(key, withDigest(edit, right)), detached(right));
      default -> sign(key, right);
    };
  }

  /** A bundle around a token of TEEP's profile. */
  Bytes bundle(Cbor.Map claims) {
    EatEdit edit = new EatEdit(claims);
    Bytes set =
        new EatEdit(Cbor.map().build())
            .put(EatClaim.DBGSTAT, Cbor.integer(2))
            .put(EatClaim.SWNAME, Cbor.text("emulated sensor"))
            .claims()
            .encode();
    Bytes json = Bytes.utf8("{\"swname\":\"emulated sensor\"}");
    Bytes main = sign(vendor.entity(), withDigest(edit, set));
    return switch (defect()) {
      case BUNDLE_DIGEST -> bundle(main, detached(set.flip(set.size() - 1, 0)));
      case BUNDLE_SET_MISSING -> bundle(main, Cbor.map().build());
      case BUNDLE_SET_EXTRA ->
          bundle(
              main,
              Cbor.map().put(DETACHED, Cbor.octets(set)).put("other", Cbor.octets(set)).build());
      case BUNDLE_WITHOUT_DIGEST ->
          bundle(sign(vendor.entity(), claims.encode()), Cbor.map().build());
      case BUNDLE_IN_BUNDLE -> bundle(bundle(main, detached(set)), detached(set));
      case BUNDLE_UNSIGNED ->
          bundle(
              Cbor.tag(EatToken.UCCS_TAG, Cbor.raw(withDigest(edit, set))).encode(), detached(set));
      case BUNDLE_SHAPE ->
          Cbor.tag(
                  EatToken.BUNDLE_TAG,
                  Cbor.array(Cbor.octets(main), detached(set), Cbor.integer(1)))
              .encode();
      case BUNDLE_SET_IN_JSON ->
          bundle(sign(vendor.entity(), withDigest(edit, json)), detached(json));
      default -> bundle(main, detached(set));
    };
  }

  private static Bytes bundle(Bytes main, Cbor detached) {
    return Cbor.tag(EatToken.BUNDLE_TAG, Cbor.array(Cbor.octets(main), detached)).encode();
  }

  private static Cbor detached(Bytes set) {
    return Cbor.map().put(DETACHED, Cbor.octets(set)).build();
  }

  private static Bytes withDigest(EatEdit edit, Bytes set) {
    Cbor digest = Cbor.array(Cbor.integer(-16), Cbor.octets(Crypto.sha256(set)));
    return edit.submodule(DETACHED, digest).claims().encode();
  }
}
