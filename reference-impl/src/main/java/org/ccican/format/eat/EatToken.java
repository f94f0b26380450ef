package org.ccican.format.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseEnvelope;
import org.ccican.cose.CoseMac0;
import org.ccican.cose.CoseSign1;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborLimits;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.JsonFields;

/**
 * An EAT as it arrives (RFC 9711 sections 3 and 5, RFC 9781): a CWT, a JWT, a bundle, or a
 * claims-set that something else protects. What it is shows in its first octets: CBOR has tags,
 * JSON has none.
 */
sealed interface EatToken {

  /** Tags of RFC 8392, RFC 9781 and RFC 9711. */
  long CWT_TAG = 61;

  long UCCS_TAG = 601;
  long BUNDLE_TAG = 602;

  /** What is asked of the octets before any claim is looked at, in order. */
  List<String> CHECKS =
      List.of(
          "cbor.limit.octets",
          "cbor.limit.depth",
          "cbor.limit.items",
          "cbor.limit.string",
          "cbor.limit.keys",
          "cbor.truncated",
          "cbor.well-formed",
          "cbor.definite",
          "cbor.duplicate-key",
          "cbor.utf8",
          "cbor.shortest",
          "cbor.trailing",
          "json.limit.octets",
          "json.limit.values",
          "json.syntax",
          "json.duplicate-name",
          "json.trailing",
          "eat.json.value",
          "eat.container.tag",
          "eat.container.cwt",
          "eat.container.shape",
          "eat.jws.shape",
          "eat.jws.crit",
          "cose.protected.shape",
          "cose.unprotected.shape",
          "cose.header.once",
          "cose.crit.shape",
          "cose.crit.protected",
          "cose.crit.some",
          "cose.crit.listed",
          "cose.crit.understood",
          "eat.claims.map");

  String SHAPE = "eat.container.shape";

  /** 64 KiB and 16 levels; a token of a device with many submodules has less. */
  CborLimits LIMITS = new CborLimits(1 << 16, 16, 1 << 13, 1 << 16, 1 << 14);

  /** The octets of a token that was read, from its parts; JSON as it came. */
  Bytes encode();

  /** Signed, or with a MAC. */
  record Sealed(EatSeal seal, EatClaims claims, boolean cwt, Bytes octets) implements EatToken {

    public Sealed {
      Objects.requireNonNull(seal);
      Objects.requireNonNull(claims);
      Objects.requireNonNull(octets);
    }

    @Override
    public Bytes encode() {
      if (!(seal instanceof EatSeal.Cose cose)) {
        return octets;
      }
      Bytes message = cose.envelope().encode();
      return cwt ? Cbor.tag(CWT_TAG, Cbor.raw(message)).encode() : message;
    }
  }

  /** A claims-set alone. */
  record Bare(EatClaims claims, boolean tagged, Bytes octets) implements EatToken {

    public Bare {
      Objects.requireNonNull(claims);
      Objects.requireNonNull(octets);
    }

    @Override
    public Bytes encode() {
      if (claims.json()) {
        return octets;
      }
      return tagged ? Cbor.tag(UCCS_TAG, claims.map()).encode() : claims.encode();
    }
  }

  /**
   * A token and the claims-sets whose digests it has.
   *
   * @param main the token's octets, of either encoding
   * @param detached the encoded sets by name, all of the bundle's encoding
   */
  record Bundle(Bytes main, List<Detached> detached, boolean json, Cbor origin, Bytes octets)
      implements EatToken {

    public Bundle {
      Objects.requireNonNull(main);
      detached = List.copyOf(detached);
      Objects.requireNonNull(origin);
      Objects.requireNonNull(octets);
    }

    Optional<Bytes> find(String name) {
      return detached.stream()
          .filter(each -> each.name().equals(name))
          .map(Detached::claims)
          .findFirst();
    }

    @Override
    public Bytes encode() {
      return json ? octets : origin.encode();
    }
  }

  /** A claims-set beside its token, encoded and not wrapped. */
  record Detached(String name, Bytes claims) {}

  /**
   * Reads a token by what it looks like.
   *
   * @throws Rejected if it is no EAT of any kind
   */
  static EatToken parse(Bytes octets, Checks checks) throws Rejected {
    int first = octets.isEmpty() ? -1 : octets.at(0);
    if (first == 'e') {
      EatSeal.Jws seal = EatSeal.Jws.parse(octets, checks);
      return new Sealed(seal, EatJson.parse(seal.payload(), checks), false, octets);
    }
    if (first == '{' || first == '[' || Character.isWhitespace(first)) {
      return json(octets, checks);
    }
    return cbor(octets, checks);
  }

  /** Reads a claims-set of either encoding. */
  static EatClaims claims(Bytes octets, boolean json, Checks checks) throws Rejected {
    if (json) {
      return EatJson.parse(octets, checks);
    }
    return claims(new CborDecoder(checks, LIMITS).decode(octets, CborProfile.VALID));
  }

  private static EatClaims claims(Cbor item) throws Rejected {
    return new EatClaims(Fields.of(item, "eat.claims.map").map(), false);
  }

  private static EatToken json(Bytes octets, Checks checks) throws Rejected {
    Json value = JsonDecoder.decode(octets, checks);
    if (!(value instanceof Json.Array array)) {
      return new Bare(EatJson.claims(value), false, octets);
    }
    if (array.items().size() != 2) {
      throw new Rejected(Reason.WRONG_TYPE, SHAPE, "a bundle of two expected");
    }
    Bytes main = EatSelector.of(array.items().get(0)).octets(checks);
    JsonFields.of(array.items().get(1), SHAPE);
    List<Detached> detached = new ArrayList<>();
    for (Json.Member each : ((Json.Obj) array.items().get(1)).members()) {
      Optional<Bytes> set =
          each.value() instanceof Json.Text text ? EatJson.base64(text.value()) : Optional.empty();
      detached.add(
          new Detached(
              each.name(),
              set.orElseThrow(
                  () -> new Rejected(Reason.MALFORMED, SHAPE, "no base64url: " + each.name()))));
    }
    return new Bundle(main, detached, true, Cbor.nil(), octets);
  }

  private static EatToken cbor(Bytes octets, Checks checks) throws Rejected {
    Cbor item = new CborDecoder(checks, LIMITS).decode(octets, CborProfile.VALID);
    if (item instanceof Cbor.Map) {
      return new Bare(claims(item), false, octets);
    }
    // spec| RFC 9711 §3 and §5: tags 61, 18 and 17, 601 and 602 say what an EAT in CBOR is
    Rejected.unless(
        checks,
        "eat.container.tag",
        item instanceof Cbor.Tag tag && isKnown(tag.number()),
        Reason.UNKNOWN_FORMAT,
        () -> "the tag of a CWT, a claims-set or a bundle expected at offset 0");
    Cbor.Tag outer =
        item instanceof Cbor.Tag tag ? tag : new Cbor.Tag(CoseSign1.TAG, item, item.span());
    if (outer.number() == UCCS_TAG) {
      return new Bare(claims(outer.content()), true, octets);
    }
    return outer.number() == BUNDLE_TAG
        ? bundle(outer, octets, checks)
        : cwt(outer, octets, checks);
  }

  private static boolean isKnown(long tag) {
    return tag == CWT_TAG || tag == UCCS_TAG || tag == BUNDLE_TAG || isCose(tag);
  }

  private static boolean isCose(long tag) {
    return tag == CoseSign1.TAG || tag == CoseMac0.TAG;
  }

  private static EatToken cwt(Cbor.Tag outer, Bytes octets, Checks checks) throws Rejected {
    boolean cwt = outer.number() == CWT_TAG;
    Cbor inner = cwt ? outer.content() : outer;
    // spec| RFC 8392 §6: the CWT tag stands before a tag of COSE
    Rejected.unless(
        checks,
        "eat.container.cwt",
        inner instanceof Cbor.Tag tag && isCose(tag.number()),
        Reason.WRONG_TYPE,
        () -> "tag 18 or 17 expected at offset " + inner.offset());
    Cbor.Tag message =
        inner instanceof Cbor.Tag tag ? tag : new Cbor.Tag(CoseSign1.TAG, inner, inner.span());
    CoseEnvelope envelope = CoseEnvelope.of(message, CborProfile.VALID, SHAPE, checks);
    return new Sealed(
        new EatSeal.Cose(envelope), claims(envelope.payload(), false, checks), cwt, octets);
  }

  private static EatToken bundle(Cbor.Tag outer, Bytes octets, Checks checks) throws Rejected {
    List<Cbor> parts = Fields.array(outer.content(), SHAPE);
    if (parts.size() != 2) {
      throw new Rejected(Reason.WRONG_TYPE, SHAPE, "a bundle of " + parts.size() + " parts");
    }
    // spec| RFC 9711 §5: the kinds of main token are told apart as those of submodules are
    Bytes main =
        parts.get(0) instanceof Cbor.Text text
            ? EatSelector.parse(text.value(), checks).octets(checks)
            : Fields.octets(parts.get(0), SHAPE);
    List<Detached> detached = new ArrayList<>();
    for (Cbor.Entry each : Fields.of(parts.get(1), SHAPE).map().entries()) {
      detached.add(
          new Detached(Fields.text(each.key(), SHAPE), Fields.octets(each.value(), SHAPE)));
    }
    return new Bundle(main, detached, false, outer, octets);
  }
}
