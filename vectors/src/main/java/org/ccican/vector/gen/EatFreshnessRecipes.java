package org.ccican.vector.gen;

import java.time.Instant;
import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Changes of nonces and times. */
final class EatFreshnessRecipes {

  private static final long NOW = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

  private EatFreshnessRecipes() {}

  static void add(EatRecipe recipe) {
    nonces(recipe);
    times(recipe);
  }

  private static void nonces(EatRecipe recipe) {
    byte[] right = PlainCbor.octets(EatPlan.EXPECTED_NONCE);
    recipe.refused(
        "plain",
        "nonce.missing",
        "eat.nonce.present",
        Why.MISSING_FIELD,
        "9.3",
        65,
        "No nonce.",
        plan -> plan.claims.remove(10L));
    recipe.refused(
        "plain",
        "nonce.other",
        "eat.nonce.equal",
        Why.BINDING_MISMATCH,
        "4.1",
        11,
        "Another nonce is expected.",
        plan -> plan.expectedNonce = EatOctets.flip(EatPlan.EXPECTED_NONCE));
    recipe.accepted(
        "plain",
        "nonce.two",
        "4.1",
        11,
        "Two nonces, the second of which is the expected one.",
        plan -> plan.claims.put(10L, PlainCbor.array(EatClaimChange.octets(8), right)));
    recipe.refused(
        "plain",
        "nonce.array-of-one",
        "eat.nonce.array",
        Why.WRONG_TYPE,
        "4.1",
        11,
        "The expected nonce alone in an array.",
        plan -> plan.claims.put(10L, PlainCbor.array(right)));
    recipe.refused(
        "plain",
        "nonce.short",
        "eat.nonce.size",
        Why.OUT_OF_RANGE,
        "4.1",
        9,
        "A second nonce has seven octets.",
        plan -> plan.claims.put(10L, PlainCbor.array(right, EatClaimChange.octets(7))));
    recipe.refused(
        "plain",
        "nonce.long",
        "eat.nonce.size",
        Why.OUT_OF_RANGE,
        "4.1",
        10,
        "A second nonce has 65 octets.",
        plan -> plan.claims.put(10L, PlainCbor.array(right, EatClaimChange.octets(65))));
    recipe.refused(
        "plain",
        "nonce.text",
        "eat.nonce.type",
        Why.WRONG_TYPE,
        "4",
        5,
        "A second nonce is a text.",
        plan -> plan.claims.put(10L, PlainCbor.array(right, PlainCbor.text("a nonce as text"))));
  }

  private static void times(EatRecipe recipe) {
    recipe.refused(
        "plain",
        "iat.float",
        "eat.iat.integer",
        Why.WRONG_TYPE,
        "4.3.1",
        46,
        "A float of 16 bits.",
        plan -> plan.claims.put(6L, new byte[] {(byte) 0xf9, 0x3c, 0}));
    recipe.refused(
        "plain",
        "iat.future",
        "eat.iat.past",
        Why.EXPIRED,
        "4.3.1",
        45,
        "A second from now.",
        plan -> plan.claims.put(6L, PlainCbor.integer(NOW + 1)));
    recipe.accepted(
        "plain",
        "iat.now",
        "4.3.1",
        45,
        "Now.",
        plan -> plan.claims.put(6L, PlainCbor.integer(NOW)));
    recipe.refused(
        "plain",
        "exp.now",
        "eat.exp",
        Why.EXPIRED,
        "4.3",
        45,
        "It expires now.",
        plan -> plan.claims.put(4L, PlainCbor.integer(NOW)));
    recipe.accepted(
        "plain",
        "exp.next",
        "4.3",
        45,
        "It expires in a second.",
        plan -> plan.claims.put(4L, PlainCbor.integer(NOW + 1)));
    recipe.refused(
        "plain",
        "nbf.next",
        "eat.nbf",
        Why.EXPIRED,
        "4.3",
        45,
        "It is valid in a second.",
        plan -> plan.claims.put(5L, PlainCbor.integer(NOW + 1)));
    recipe.accepted(
        "plain",
        "nbf.now",
        "4.3",
        45,
        "It is valid from now on.",
        plan -> plan.claims.put(5L, PlainCbor.integer(NOW)));
    recipe.refused(
        "plain",
        "exp.text",
        "eat.time.number",
        Why.WRONG_TYPE,
        "4.3",
        45,
        "A text.",
        plan -> plan.claims.put(4L, PlainCbor.text("never")));
  }
}
