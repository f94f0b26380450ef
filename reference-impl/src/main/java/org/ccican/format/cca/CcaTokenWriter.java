package org.ccican.format.cca;

import java.util.List;
import org.ccican.cose.CoseMac0;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Signs and joins tokens, and spoils what is not a claim: encodings, headers, signatures. */
final class CcaTokenWriter {

  private static final long X5CHAIN = 33;
  private static final long ES256K = -47;
  private static final long EDDSA = -8;
  private static final long BUNDLE = 602;

  private final CcaOptions options;

  CcaTokenWriter(CcaOptions options) {
    this.options = options;
  }

  /**
   * The platform's token.
   *
   * @param certificate goes into the token where the defect wants it
   */
  Bytes platform(Cbor.Map claims, SigningKey key, Bytes certificate) {
    Cbor.MapBuilder header = Cbor.map();
    Cbor.MapBuilder unprotected = Cbor.map();
    Cbor algorithm = Cbor.integer(key.algorithm().id());
    switch (options.defect().orElse(CcaDefect.WRONG_REPORT_DATA)) {
      case ALGORITHM_MISSING -> {}
      case ALGORITHM_UNPROTECTED -> unprotected.put(CoseSign1.ALG, algorithm);
      case ALGORITHM_UNKNOWN -> header.put(CoseSign1.ALG, Cbor.integer(ES256K));
      case ALGORITHM_REFUSED -> header.put(CoseSign1.ALG, Cbor.integer(EDDSA));
      case X5CHAIN -> {
        header.put(CoseSign1.ALG, algorithm);
        unprotected.put(X5CHAIN, Cbor.octets(certificate));
      }
      case CRITICAL_HEADER ->
          header
              .put(CoseSign1.ALG, algorithm)
              .put(CoseSign1.CRIT, Cbor.array(Cbor.integer(-70_000)))
              .put(-70_000, Cbor.bool(true));
      default -> header.put(CoseSign1.ALG, algorithm);
    }
    Cbor.Map named = header.build();
    Bytes protectedHeader = named.entries().isEmpty() ? Bytes.EMPTY : named.encode();
    Bytes payload = payload(claims);
    if (options.has(CcaDefect.DUPLICATE_CLAIM)) {
      int count = options.variant() == CcaVariant.LONG_HEADS ? 1 : 0;
      payload =
          Bytes.concat(
              payload.with(count, Bytes.of(payload.at(count) + 1)), Bytes.hex("1a0000095b193000"));
    }
    Bytes signature = spoilt(key.sign(CoseSign1.toBeSigned(protectedHeader, payload)));
    Cbor content =
        Cbor.array(
            Cbor.octets(protectedHeader),
            unprotected.build(),
            Cbor.octets(payload),
            Cbor.octets(signature));
    return switch (options.defect().orElse(CcaDefect.WRONG_REPORT_DATA)) {
      case PLATFORM_UNTAGGED -> content.encode();
      case DETACHED_BUNDLE ->
          Cbor.tag(
                  BUNDLE,
                  Cbor.array(Cbor.wrapped(Cbor.tag(CoseSign1.TAG, content)), Cbor.map().build()))
              .encode();
      default -> Cbor.tag(CoseSign1.TAG, content).encode();
    };
  }

  Bytes realm(Cbor.Map claims, SigningKey key) {
    boolean refused = options.has(CcaDefect.REALM_ALGORITHM_REFUSED);
    long algorithm = refused ? EDDSA : key.algorithm().id();
    Bytes header = Cbor.map().put(CoseSign1.ALG, Cbor.integer(algorithm)).build().encode();
    Bytes payload = payload(claims);
    Bytes signature = key.sign(CoseSign1.toBeSigned(header, payload));
    boolean bad = options.has(CcaDefect.REALM_BAD_SIGNATURE);
    Cbor content =
        Cbor.array(
            Cbor.octets(header),
            Cbor.map().build(),
            options.has(CcaDefect.DETACHED_PAYLOAD) ? Cbor.nil() : Cbor.octets(payload),
            Cbor.octets(bad ? signature.flip(0, 0) : signature));
    boolean other = options.has(CcaDefect.REALM_MAC0);
    return Cbor.tag(other ? CoseMac0.TAG : CoseSign1.TAG, content).encode();
  }

  Bytes join(Bytes platform, Bytes realm) {
    Cbor.MapBuilder map = Cbor.map();
    if (!options.has(CcaDefect.PLATFORM_MISSING)) {
      map.put(CcaToken.PLATFORM, Cbor.octets(platform));
    }
    if (!options.has(CcaDefect.REALM_MISSING)) {
      map.put(CcaToken.REALM, Cbor.octets(realm));
    }
    Bytes collection = map.build().encode();
    Bytes right = Cbor.tag(CcaToken.TAG, Cbor.raw(collection)).encode();
    return switch (options.defect().orElse(CcaDefect.WRONG_REPORT_DATA)) {
      case TRUNCATED -> right.slice(0, right.size() - 1);
      case TRAILING_OCTET -> Bytes.concat(right, Bytes.of(0));
      case TAG_MISSING -> collection;
      case INDEFINITE_LENGTH ->
          Bytes.concat(
              right.slice(0, right.size() - collection.size()),
              Bytes.of(0xbf),
              collection.slice(1, collection.size()),
              Bytes.of(0xff));
      default -> right;
    };
  }

  private Bytes payload(Cbor.Map claims) {
    Cbor.Map all = claims;
    if (options.variant() == CcaVariant.UNKNOWN_CLAIMS) {
      Cbor anything = Cbor.text("unknown");
      List<Cbor.Entry> more = new java.util.ArrayList<>(claims.entries());
      more.add(new Cbor.Entry(Cbor.integer(1_234_567), anything));
      more.add(new Cbor.Entry(Cbor.text("unknown-key"), anything));
      all = Cbor.map(more);
    }
    Bytes right = all.encode();
    return options.variant() == CcaVariant.LONG_HEADS
        ? Bytes.concat(Bytes.of(0xb8, all.entries().size()), right.slice(1, right.size()))
        : right;
  }

  private Bytes spoilt(Bytes signature) {
    int half = signature.size() / 2;
    return switch (options.defect().orElse(CcaDefect.WRONG_REPORT_DATA)) {
      case BAD_SIGNATURE -> signature.flip(0, 0);
      case ZERO_SIGNATURE -> signature.with(0, Bytes.zero(half));
      case SIGNATURE_OUT_OF_RANGE -> signature.with(half, Bytes.hex("ff".repeat(half)));
      default -> signature;
    };
  }
}
