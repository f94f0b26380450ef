package org.ccican.vector.gen;

import static org.ccican.vector.gen.EatOctets.flip;

import java.util.Arrays;
import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Who signed, and how (RFC 9711 section 7, RFC 9052). */
final class EatKeyRecipes {

  private EatKeyRecipes() {}

  static void add(EatRecipe recipe) {
    keys(recipe);
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
}
