package org.ccican.format.psa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.cose.CoseMac0;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.MacKey;
import org.ccican.cose.SigningKey;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** Writes and authenticates tokens, and spoils what is not a claim: encodings and headers. */
final class PsaTokenWriter {

  private static final long X5CHAIN = 33;
  private static final long CWT = 61;
  private static final long ES256K = -47;
  private static final long EDDSA = -8;
  private static final Cbor PLAIN = Cbor.text("text/plain");

  private final PsaOptions options;
  private final Optional<List<Bytes>> certificates;

  /**
   * @param certificates those that go into the token
   */
  PsaTokenWriter(PsaOptions options, Optional<List<Bytes>> certificates) {
    this.options = options;
    this.certificates = certificates;
  }

  Bytes signed(PsaClaims claims, SigningKey key) {
    Bytes payload = payload(claims);
    Bytes header = header(key.algorithm().id());
    return message(CoseSign1.TAG, header, payload, key.sign(CoseSign1.toBeSigned(header, payload)));
  }

  Bytes maced(PsaClaims claims, MacKey key) {
    Bytes payload = payload(claims);
    var algorithm = options.variant().mac().orElseThrow();
    Bytes header = header(algorithm.id());
    return message(
        CoseMac0.TAG, header, payload, key.tag(algorithm, CoseMac0.toBeMaced(header, payload)));
  }

  private Bytes payload(PsaClaims claims) {
    Cbor.Map map = claims.toCbor();
    Bytes right = map.encode();
    int head = map.entries().size();
    Bytes lifecycle = Cbor.integer(claims.profile().labels().lifecycle()).encode();
    return switch (options.defect().orElse(PsaDefect.WRONG_REPORT_DATA)) {
      case INDEFINITE_LENGTH ->
          Bytes.concat(Bytes.of(0xbf), right.slice(1, right.size()), Bytes.of(0xff));
      case DUPLICATE_CLAIM ->
          Bytes.concat(
              Bytes.of(0xa0 | head + 1),
              right.slice(1, right.size()),
              longer(lifecycle),
              Cbor.integer(claims.lifecycle().orElseThrow()).encode());
      case BROKEN_TEXT ->
          with(map, claims.profile().labels().service(), Cbor.raw(Bytes.of(0x61, 0xff))).encode();
      case CLAIM_TYPE ->
          with(map, claims.profile().labels().lifecycle(), Cbor.text("secured")).encode();
      case CLAIMS_ARRAY -> Cbor.array(map).encode();
      default ->
          options.variant() == PsaVariant.TFM_LONG_HEAD
              ? Bytes.concat(Bytes.of(0xb9, 0, head), right.slice(1, right.size()))
              : right;
    };
  }

  /** The same label with the longest head, eight octets after the first. */
  private static Bytes longer(Bytes label) {
    Bytes argument = label.slice(1, label.size());
    return Bytes.concat(
        Bytes.of(label.at(0) & 0xe0 | 27), Bytes.zero(8 - argument.size()), argument);
  }

  private static Cbor.Map with(Cbor.Map map, long label, Cbor value) {
    List<Cbor.Entry> entries = new ArrayList<>();
    for (Cbor.Entry each : map.entries()) {
      boolean meant = each.key().equals(Cbor.integer(label));
      entries.add(meant ? new Cbor.Entry(each.key(), value) : each);
    }
    return Cbor.map(entries);
  }

  private Bytes header(long algorithm) {
    Cbor.MapBuilder map = Cbor.map();
    switch (options.defect().orElse(PsaDefect.WRONG_REPORT_DATA)) {
      case ALGORITHM_UNPROTECTED, ALGORITHM_MISSING -> {
        return Bytes.EMPTY;
      }
      case ALGORITHM_UNKNOWN -> map.put(CoseSign1.ALG, Cbor.integer(ES256K));
      case ALGORITHM_REFUSED -> map.put(CoseSign1.ALG, Cbor.integer(EDDSA));
      case CRITICAL_HEADER ->
          map.put(CoseSign1.ALG, Cbor.integer(algorithm))
              .put(CoseSign1.CRIT, Cbor.array(Cbor.integer(-70_000)))
              .put(-70_000, Cbor.bool(true));
      case HEADER_TWICE ->
          map.put(CoseSign1.ALG, Cbor.integer(algorithm)).put(CoseSign1.CONTENT_TYPE, PLAIN);
      default -> map.put(CoseSign1.ALG, Cbor.integer(algorithm));
    }
    return map.build().encode();
  }

  private Bytes message(long tag, Bytes header, Bytes payload, Bytes authenticator) {
    Cbor.MapBuilder unprotected = Cbor.map();
    if (options.has(PsaDefect.HEADER_TWICE)) {
      unprotected.put(CoseSign1.CONTENT_TYPE, PLAIN);
    }
    if (options.has(PsaDefect.ALGORITHM_UNPROTECTED)) {
      unprotected.put(CoseSign1.ALG, Cbor.integer(algorithm()));
    }
    certificates
        .filter(chain -> !chain.isEmpty())
        .ifPresent(chain -> unprotected.put(X5CHAIN, chain(chain)));
    Cbor content =
        Cbor.array(
            Cbor.octets(header),
            unprotected.build(),
            options.has(PsaDefect.DETACHED_PAYLOAD) ? Cbor.nil() : Cbor.octets(payload),
            Cbor.octets(spoilt(authenticator)));
    Bytes octets = Cbor.tag(options.has(PsaDefect.CWT_TAG) ? CWT : tag, content).encode();
    return switch (options.defect().orElse(PsaDefect.WRONG_REPORT_DATA)) {
      case TRUNCATED -> octets.slice(0, octets.size() - 1);
      case TRAILING_OCTET -> Bytes.concat(octets, Bytes.of(0));
      default -> octets;
    };
  }

  private long algorithm() {
    return options
        .variant()
        .signature()
        .map(each -> each.id())
        .orElseGet(() -> options.variant().mac().orElseThrow().id());
  }

  private static Cbor chain(List<Bytes> certificates) {
    return certificates.size() == 1
        ? Cbor.octets(certificates.get(0))
        : Cbor.array(certificates.stream().map(Cbor::octets).toList());
  }

  private Bytes spoilt(Bytes right) {
    int half = right.size() / 2;
    return switch (options.defect().orElse(PsaDefect.WRONG_REPORT_DATA)) {
      case BAD_SIGNATURE -> right.flip(0, 0);
      case ZERO_SIGNATURE -> right.with(0, Bytes.zero(half));
      case SIGNATURE_OUT_OF_RANGE -> right.with(half, Bytes.hex("ff".repeat(half)));
      default -> right;
    };
  }
}
