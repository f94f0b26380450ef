package org.ccican.vector.gen;

import java.util.Arrays;
import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Changes of what stands around the claims: container, headers, signature. */
final class EatFormRecipes {

  /** Octets of a tag's head below 24. */
  private static final int SHORT_TAG = 1;

  private EatFormRecipes() {}

  static void add(EatRecipe recipe) {
    container(recipe);
    headers(recipe);
    keys(recipe);
    json(recipe);
  }

  private static void container(EatRecipe recipe) {
    recipe.accepted(
        "plain",
        "container.cwt-tag",
        "3",
        3,
        "The tag of a CWT before that of COSE.",
        plan -> plan.message = token -> PlainCbor.tag(61, token));
    recipe.refused(
        "plain",
        "container.cwt-tag-alone",
        "eat.container.cwt",
        Why.WRONG_TYPE,
        "3",
        3,
        "The tag of a CWT before a tag that is none of COSE.",
        plan ->
            plan.message =
                token -> PlainCbor.tag(61, PlainCbor.tag(601, PlainCbor.map(plan.claims))));
    recipe.refused(
        "plain",
        "container.cwt-tag-untagged",
        "eat.container.cwt",
        Why.WRONG_TYPE,
        "3",
        3,
        "The tag of a CWT before a COSE_Sign1 without its tag.",
        plan ->
            plan.message =
                token -> PlainCbor.tag(61, Arrays.copyOfRange(token, SHORT_TAG, token.length)));
    recipe.refused(
        "plain",
        "container.unknown-tag",
        "eat.container.tag",
        Why.UNKNOWN_FORMAT,
        "3",
        3,
        "Tag 600 before the token.",
        plan -> plan.message = token -> PlainCbor.tag(600, token));
    recipe.refused(
        "plain",
        "container.three-parts",
        "eat.container.shape",
        Why.WRONG_TYPE,
        "3",
        1,
        "A COSE_Sign1 of three parts.",
        plan ->
            plan.message =
                token ->
                    PlainCbor.tag(
                        18, PlainCbor.array(PlainCbor.NULL, PlainCbor.NULL, PlainCbor.NULL)));
    recipe.refused(
        "plain",
        "container.truncated",
        "cbor.truncated",
        Why.TRUNCATED,
        "3",
        1,
        "The last octet is missing.",
        plan -> plan.message = token -> Arrays.copyOf(token, token.length - 1));
    recipe.refused(
        "plain",
        "container.trailing",
        "cbor.trailing",
        Why.TRAILING_OCTETS,
        "3",
        1,
        "An octet follows the token.",
        plan -> plan.message = token -> Arrays.copyOf(token, token.length + 1));
    recipe.refused(
        "plain",
        "claims.array",
        "eat.claims.map",
        Why.WRONG_TYPE,
        "3",
        1,
        "An array around the claims-set.",
        plan -> plan.payload = set -> PlainCbor.array(set));
    recipe.refused(
        "plain",
        "claims.duplicate",
        "cbor.duplicate-key",
        Why.DUPLICATE_KEY,
        "3",
        1,
        "The claim oemboot stands twice.",
        plan -> plan.payload = set -> more(set, PlainCbor.integer(262), new byte[] {(byte) 0xf5}));
    recipe.refused(
        "plain",
        "claims.no-utf8",
        "cbor.utf8",
        Why.MALFORMED,
        "3",
        1,
        "swname is a text of one octet that is no UTF-8.",
        plan -> plan.claims.put(270L, new byte[] {0x61, (byte) 0xff}));
    recipe.accepted(
        "plain",
        "claims.indefinite",
        "6.3.2",
        52,
        "A claims-set of indefinite length, which no profile forbids.",
        plan -> plan.payload = set -> indefinite(set));
    recipe.accepted(
        "plain",
        "claims.unknown",
        "4",
        4,
        "A private claim.",
        plan -> plan.claims.put(-70_000L, PlainCbor.text("private")));
    recipe.accepted(
        "plain",
        "claims.text-label",
        "4",
        6,
        "A text in place of a label.",
        plan -> plan.payload = set -> more(set, PlainCbor.text("ueid"), PlainCbor.integer(1)));
  }

  private static void headers(EatRecipe recipe) {
    recipe.refused(
        "plain",
        "header.alg-unprotected",
        "cose.alg.protected",
        Why.ALGORITHM_MISMATCH,
        "3",
        2,
        "alg stands where no signature covers it.",
        plan -> plan.unprotected.put(1L, plan.header.remove(1L)));
    recipe.refused(
        "plain",
        "header.no-alg",
        "cose.alg.present",
        Why.MISSING_FIELD,
        "3",
        2,
        "No alg.",
        plan -> plan.header.remove(1L));
    recipe.refused(
        "plain",
        "header.unknown-alg",
        "cose.alg.known",
        Why.UNSUPPORTED_ALGORITHM,
        "3",
        2,
        "An alg of private use.",
        plan -> plan.header.put(1L, PlainCbor.integer(-65_000)));
    recipe.refused(
        "plain",
        "header.alg-of-another-curve",
        "eat.alg.key",
        Why.ALGORITHM_MISMATCH,
        "3",
        2,
        "ESP384 with a key on P-256.",
        plan -> plan.header.put(1L, PlainCbor.integer(-51)));
    recipe.refused(
        "plain",
        "header.kid-twice",
        "cose.header.once",
        Why.DUPLICATE_KEY,
        "3",
        2,
        "kid stands in both headers.",
        plan -> plan.header.put(4L, plan.unprotected.get(4L)));
    recipe.refused(
        "plain",
        "header.crit-unknown",
        "cose.crit.understood",
        Why.CRITICAL_HEADER,
        "3",
        2,
        "A critical parameter of private use.",
        plan -> {
          plan.header.put(2L, PlainCbor.array(PlainCbor.integer(-65_000)));
          plan.header.put(-65_000L, PlainCbor.integer(1));
        });
    recipe.refused(
        "plain",
        "header.crit-empty",
        "cose.crit.some",
        Why.CRITICAL_HEADER,
        "3",
        2,
        "A list of critical parameters without any.",
        plan -> plan.header.put(2L, PlainCbor.array()));
    recipe.refused(
        "plain",
        "header.crit-unprotected",
        "cose.crit.protected",
        Why.CRITICAL_HEADER,
        "3",
        2,
        "The list of critical parameters stands where no signature covers it.",
        plan -> plan.unprotected.put(2L, PlainCbor.array(PlainCbor.integer(1))));
    recipe.refused(
        "plain",
        "header.crit-elsewhere",
        "cose.crit.listed",
        Why.CRITICAL_HEADER,
        "3",
        2,
        "A critical parameter, kid, that is not protected.",
        plan -> plan.header.put(2L, PlainCbor.array(PlainCbor.integer(4))));
  }

  private static void keys(EatRecipe recipe) {
    recipe.refused(
        "plain",
        "signature.flipped",
        "eat.signature",
        Why.INVALID_SIGNATURE,
        "3",
        2,
        "One bit of s.",
        plan -> plan.signature = seal -> flip(seal));
    recipe.refused(
        "plain",
        "signature.r-zero",
        "eat.signature",
        Why.INVALID_SIGNATURE,
        "3",
        2,
        "r is zero.",
        plan ->
            plan.signature = seal -> Der.concat(new byte[32], Arrays.copyOfRange(seal, 32, 64)));
    recipe.refused(
        "plain",
        "signature.short",
        "eat.signature",
        Why.INVALID_SIGNATURE,
        "3",
        2,
        "The last octet of s is missing.",
        plan -> plan.signature = seal -> Arrays.copyOf(seal, 63));
    recipe.refused(
        "plain",
        "key.stranger",
        "eat.key.known",
        Why.UNKNOWN_SIGNER,
        "3",
        2,
        "Signed by a key that nobody pinned, which the kid names.",
        plan -> {
          plan.signer = EatPlan.STRANGER;
          plan.unprotected.put(4L, PlainCbor.octets(plan.thumbprint(EatPlan.STRANGER)));
        });
    recipe.refused(
        "plain",
        "key.of-another",
        "eat.signature",
        Why.INVALID_SIGNATURE,
        "6.4",
        60,
        "The kid names a key that is pinned and did not sign.",
        plan -> plan.unprotected.put(4L, PlainCbor.octets(plan.thumbprint(EatPlan.COMPONENT))));
    recipe.accepted(
        "plain",
        "key.no-kid",
        "6.3.9",
        60,
        "No kid; the key is found by what it made.",
        plan -> plan.unprotected.clear());
    recipe.refused(
        "mac",
        "mac.flipped",
        "eat.signature",
        Why.INVALID_SIGNATURE,
        "3",
        2,
        "One bit of the tag.",
        plan -> plan.signature = seal -> flip(seal));
    recipe.refused(
        "unsigned",
        "unsigned.no-channel",
        "eat.secure-channel",
        Why.UNKNOWN_SIGNER,
        "9781 4",
        67,
        "No channel is believed to protect the claims.",
        plan -> plan.policy = "standard");
    recipe.accepted(
        "unsigned",
        "unsigned.untagged",
        "9781 4",
        67,
        "The same without its tag.",
        plan -> plan.message = token -> Arrays.copyOfRange(token, 3, token.length));
  }

  private static void json(EatRecipe recipe) {
    String usual = "{\"alg\":\"ES256\"}";
    recipe.base(
        "jwt",
        "A JWT.",
        plan ->
            plan.json(
                usual,
                ",\"ueid\":\"AgAEizrK3Q\",\"measurements\":[[258,\""
                    + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(coswid())
                    + "\"]]"));
    recipe.refused(
        "jwt",
        "json.none",
        "eat.alg.allowed",
        Why.UNSUPPORTED_ALGORITHM,
        "3",
        2,
        "alg none.",
        plan -> plan.jsonHeader = "{\"alg\":\"none\"}",
        "json");
    recipe.refused(
        "jwt",
        "json.crit",
        "eat.jws.crit",
        Why.CRITICAL_HEADER,
        "3",
        2,
        "A critical parameter.",
        plan -> plan.jsonHeader = "{\"alg\":\"ES256\",\"crit\":[\"x\"]}",
        "json");
    recipe.refused(
        "jwt",
        "json.parts",
        "eat.jws.shape",
        Why.MALFORMED,
        "3",
        1,
        "Four parts.",
        plan -> plan.message = t -> Der.concat(t, new byte[] {'.'}),
        "json");
    recipe.refused(
        "jwt",
        "json.older-nonce",
        "eat.nonce.present",
        Why.MISSING_FIELD,
        "4.1",
        8,
        "The nonce under the name of the older claim.",
        plan -> plan.jsonClaims = plan.jsonClaims.replace("eat_nonce", "nonce"),
        "json");
    recipe.refused(
        "jwt",
        "json.label",
        "eat.nonce.present",
        Why.MISSING_FIELD,
        "4",
        7,
        "The nonce under its label in CBOR.",
        plan -> plan.jsonClaims = plan.jsonClaims.replace("eat_nonce", "10"),
        "json");
    recipe.refused(
        "jwt",
        "json.double-name",
        "json.duplicate-name",
        Why.DUPLICATE_KEY,
        "3",
        1,
        "A name stands twice.",
        plan -> plan.jsonClaims = plan.jsonClaims.replace("}", ",\"ueid\":\"AgAEizrK3Q\"}"),
        "json");
    recipe.refused(
        "jwt",
        "json.debug-word",
        "eat.dbgstat.range",
        Why.OUT_OF_RANGE,
        "4.2.9",
        29,
        "A state of debugging that is none of the five.",
        plan -> plan.jsonClaims = plan.jsonClaims.replace("}", ",\"dbgstat\":\"off\"}"),
        "json");
    recipe.refused(
        "jwt",
        "json.constrained",
        "eat.profile.sign1",
        Why.WRONG_TYPE,
        "6.4",
        56,
        "The profile for constrained devices, in JSON.",
        plan ->
            plan.jsonClaims =
                plan.jsonClaims.replace("}", ",\"eat_profile\":\"urn:ietf:rfc:rfc9711\"}"),
        "json");
  }

  private static byte[] coswid() {
    byte[] claim = EatPlan.coswid(3, EatPlan.MEASUREMENT);
    // behind the heads of both arrays, the content format and the head of the byte string
    return Arrays.copyOfRange(claim, 7, claim.length);
  }

  static byte[] flip(byte[] octets) {
    byte[] copy = octets.clone();
    copy[copy.length - 1] ^= 1;
    return copy;
  }

  /** A map of fewer than 23 entries with one more. */
  static byte[] more(byte[] map, byte[] key, byte[] value) {
    byte[] longer = Der.concat(map, key, value);
    longer[0]++;
    return longer;
  }

  static byte[] indefinite(byte[] map) {
    byte[] longer = Der.concat(map, new byte[] {(byte) 0xff});
    longer[0] = (byte) 0xbf;
    return longer;
  }

  /** A map of fewer than 24 entries whose number is in a second octet. */
  static byte[] longHead(byte[] map) {
    return Der.concat(
        new byte[] {(byte) 0xb8, (byte) (map[0] & 0x1f)}, Arrays.copyOfRange(map, 1, map.length));
  }
}
