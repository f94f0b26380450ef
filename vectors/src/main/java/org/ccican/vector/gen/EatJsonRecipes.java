package org.ccican.vector.gen;

import java.util.Arrays;
import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Claims-sets in JSON (RFC 9711 section 7). */
final class EatJsonRecipes {

  private EatJsonRecipes() {}

  static void add(EatRecipe recipe) {
    json(recipe);
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
}
