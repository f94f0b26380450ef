package org.ccican.vector.gen;

import static org.ccican.vector.gen.EatOctets.indefinite;
import static org.ccican.vector.gen.EatOctets.more;

import java.util.Arrays;
import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Changes of what stands around the claims: container and headers. */
final class EatFormRecipes {

  /** Octets of a tag's head below 24. */
  private static final int SHORT_TAG = 1;

  private EatFormRecipes() {}

  static void add(EatRecipe recipe) {
    container(recipe);
    headers(recipe);
    EatKeyRecipes.add(recipe);
    EatJsonRecipes.add(recipe);
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
}
