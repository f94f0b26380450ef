package org.ccican.vector.gen;

import static org.ccican.vector.gen.PsaRecipe.resized;
import static org.ccican.vector.gen.PsaRecipe.tail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Encodings, and the map around both parts (draft sections 4.1 and 4.11). */
final class CcaEncodingRecipes extends CcaRecipe {

  private static final String VARIATION = "cbor.definite#variation";
  private static final long UNKNOWN = 1_234_567;

  CcaEncodingRecipes(VectorFile<PlannedCase<CcaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    cbor();
    tolerated();
    limits();
    collection();
  }

  private void cbor() {
    refused(
        "cbor.truncated",
        "cbor.truncated",
        Why.TRUNCATED,
        "The last octet is missing.",
        token(octets -> resized(octets, -1)));
    refused(
        "cbor.trailing",
        "cbor.trailing",
        Why.TRAILING_OCTETS,
        "An octet follows the token.",
        token(octets -> resized(octets, 1)));
    refused(
        "cbor.trailing-in-platform",
        "cbor.trailing",
        Why.TRAILING_OCTETS,
        "An octet follows the platform's message, inside its byte string.",
        platform(part -> part.message = octets -> resized(octets, 1)));
    refused(
        "cbor.indefinite-collection",
        "cbor.definite",
        Why.NOT_DETERMINISTIC,
        "The map around both parts is of indefinite length; no signature covers that.",
        token(octets -> Der.concat(Arrays.copyOf(octets, 3), indefinite(tail(octets, 3)))));
    refused(
        "cbor.indefinite-platform-claims",
        "cbor.definite",
        Why.NOT_DETERMINISTIC,
        "The platform's claims are a map of indefinite length.",
        platform(part -> part.payload = CcaEncodingRecipes::indefinite));
    refused(
        "cbor.indefinite-realm-claims",
        "cbor.definite",
        Why.NOT_DETERMINISTIC,
        "The realm's claims are a map of indefinite length.",
        realm(part -> part.payload = CcaEncodingRecipes::indefinite));
    refused(
        "cbor.part-twice",
        "cbor.duplicate-key",
        Why.DUPLICATE_KEY,
        "The realm's part stands twice.",
        token(
            octets ->
                Der.concat(
                    Arrays.copyOf(octets, 3),
                    new byte[] {(byte) 0xa3},
                    tail(octets, 4),
                    PlainCbor.integer(CcaPlan.REALM_PART),
                    octets(4))));
    refused(
        "cbor.platform-claim-twice",
        "cbor.duplicate-key",
        Why.DUPLICATE_KEY,
        "The lifecycle stands twice, the second time with the key in eight octets.",
        platform(
            part ->
                part.payload =
                    claims ->
                        more(
                            claims,
                            PlainCbor.head(0, CcaPlan.LIFECYCLE, 8),
                            PlainCbor.integer(0x3003))));
    refused(
        "cbor.realm-claim-twice",
        "cbor.duplicate-key",
        Why.DUPLICATE_KEY,
        "The algorithm of measurements stands twice, with the same value.",
        realm(
            part ->
                part.payload =
                    claims ->
                        more(
                            claims,
                            PlainCbor.integer(CcaPlan.REALM_HASH),
                            PlainCbor.text("sha-256"))));
    refused(
        "cbor.text-is-no-text",
        "cbor.utf8",
        Why.MALFORMED,
        "The verification service is a text of an octet that UTF-8 does not have.",
        platformClaim(CcaPlan.SERVICE, new byte[] {0x61, (byte) 0xff}));
    refused(
        "cbor.reserved-head",
        "cbor.well-formed",
        Why.MALFORMED,
        "A head has the additional information 28, which means nothing.",
        platformClaim(CcaPlan.LIFECYCLE, new byte[] {0x1c}));
  }

  private void tolerated() {
    accepted(
        "cbor.long-heads",
        VARIATION,
        "Heads of the realm's claims-set, of a key and of a text are longer than needed.",
        plan -> {
          plan.realm.claims.remove(CcaPlan.KEY_HASH);
          plan.realm.payload =
              claims ->
                  Der.concat(
                      PlainCbor.head(5, (claims[0] & 0x1f) + 1, 4),
                      tail(claims, 1),
                      PlainCbor.head(0, CcaPlan.KEY_HASH, 8),
                      PlainCbor.head(3, 7, 2),
                      tail(PlainCbor.text("sha-256"), 1));
        });
    accepted(
        "cbor.other-order-of-claims",
        VARIATION,
        "The platform's claims stand in another order.",
        plan -> {
          Map<Long, byte[]> other = reversed(plan.platform.claims);
          plan.platform.claims.clear();
          plan.platform.claims.putAll(other);
        });
    accepted(
        "cbor.other-order-of-parts",
        VARIATION,
        "The realm's part comes before the platform's.",
        plan -> plan.collection = CcaEncodingRecipes::reversed);
    accepted(
        "cbor.unknown-platform-claim",
        "cca.platform.types#unknown",
        "A claim of the platform that nobody knows is no reason to refuse.",
        platformClaim(UNKNOWN, PlainCbor.text("anything")));
    accepted(
        "cbor.unknown-realm-claim",
        "cca.realm.types#unknown",
        "A claim of the realm that nobody knows is no reason to refuse.",
        realmClaim(UNKNOWN, PlainCbor.text("anything")));
    accepted(
        "cbor.unknown-part",
        "cca.token.shape#unknown",
        "Something that nobody knows stands beside both parts.",
        part(UNKNOWN, PlainCbor.text("anything")));
  }

  private void limits() {
    byte[] deep = PlainCbor.integer(0);
    for (int i = 0; i < 17; i++) {
      deep = PlainCbor.array(deep);
    }
    refused(
        "cbor.deep",
        "cbor.limit.depth",
        Why.LIMIT_EXCEEDED,
        "An unknown claim is nested deeper than any token.",
        platformClaim(UNKNOWN, deep),
        "limit");
    byte[] many = PlainCbor.array(Collections.nCopies(300, PlainCbor.integer(0)));
    refused(
        "cbor.many",
        "cbor.limit.items",
        Why.LIMIT_EXCEEDED,
        "Beside both parts stands an array of more elements than any collection has parts.",
        part(UNKNOWN, many),
        "limit");
  }

  private void collection() {
    refused(
        "token.untagged",
        "cca.token.tag",
        Why.WRONG_TYPE,
        "No tag.",
        token(octets -> tail(octets, 3)));
    refused(
        "token.parts-in-an-array",
        "cca.token.shape",
        Why.WRONG_TYPE,
        "Both parts stand in an array.",
        token(
            octets ->
                Der.concat(Arrays.copyOf(octets, 3), new byte[] {(byte) 0x84}, tail(octets, 4))));
    refused(
        "token.without-platform",
        "cca.token.shape",
        Why.MISSING_FIELD,
        "No platform part.",
        withoutPart(CcaPlan.PLATFORM_PART));
    refused(
        "token.without-realm",
        "cca.token.shape",
        Why.MISSING_FIELD,
        "No realm part.",
        withoutPart(CcaPlan.REALM_PART));
    refused(
        "token.realm-unwrapped",
        "cca.token.shape",
        Why.WRONG_TYPE,
        "The realm's part stands there without a byte string around it.",
        changed(
            parts -> {
              byte[] wrapped = parts.get(CcaPlan.REALM_PART);
              parts.put(CcaPlan.REALM_PART, tail(wrapped, 3));
            }));
  }

  private static byte[] indefinite(byte[] map) {
    return Der.concat(new byte[] {(byte) 0xbf}, tail(map, 1), new byte[] {(byte) 0xff});
  }

  private static byte[] more(byte[] claims, byte[] key, byte[] value) {
    return Der.concat(PlainCbor.head(5, (claims[0] & 0x1f) + 1), tail(claims, 1), key, value);
  }

  private static Map<Long, byte[]> reversed(Map<Long, byte[]> entries) {
    List<Long> keys = new ArrayList<>(entries.keySet());
    Collections.reverse(keys);
    Map<Long, byte[]> other = new LinkedHashMap<>();
    keys.forEach(each -> other.put(each, entries.get(each)));
    return other;
  }

  private static Consumer<CcaPlan> token(java.util.function.UnaryOperator<byte[]> change) {
    return plan -> plan.token = change;
  }

  private static Consumer<CcaPlan> part(long key, byte[] value) {
    return changed(parts -> parts.put(key, value));
  }

  private static Consumer<CcaPlan> withoutPart(long key) {
    return changed(parts -> parts.remove(key));
  }

  private static Consumer<CcaPlan> changed(Consumer<Map<Long, byte[]>> change) {
    return plan ->
        plan.collection =
            parts -> {
              change.accept(parts);
              return parts;
            };
  }
}
