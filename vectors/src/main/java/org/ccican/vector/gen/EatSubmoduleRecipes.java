package org.ccican.vector.gen;

import java.util.Arrays;
import java.util.Map;
import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Changes of submodules and bundles. */
final class EatSubmoduleRecipes {

  private EatSubmoduleRecipes() {}

  static void add(EatRecipe recipe) {
    submodules(recipe);
    nested(recipe);
    bundles(recipe);
  }

  private static void submodules(EatRecipe recipe) {
    recipe.refused(
        "plain",
        "submods.none",
        "eat.submods.map",
        Why.WRONG_TYPE,
        "4.2.18",
        42,
        "A map without submodules.",
        plan -> plan.claims.put(266L, PlainCbor.head(5, 0)));
    recipe.refused(
        "nested",
        "submods.number",
        "eat.claims.shape",
        Why.WRONG_TYPE,
        "4.2.18",
        42,
        "A number in place of a submodule.",
        plan -> plan.submodules.put("part", PlainCbor.integer(1)));
    recipe.refused(
        "nested",
        "submods.debug",
        "eat.debug.submods",
        Why.DEBUG_ENABLED,
        "4.2.9",
        29,
        "Debugging of a part is enabled, that of the whole is not.",
        plan -> plan.submodules.put("part", PlainCbor.map(Map.of(263L, PlainCbor.integer(0)))));
    recipe.accepted(
        "nested",
        "submods.silent",
        "4.2.9",
        29,
        "A part says nothing of debugging.",
        plan -> plan.submodules.put("part", PlainCbor.map(Map.of(270L, PlainCbor.text("part")))));
    recipe.accepted(
        "nested",
        "submods.digest",
        "4.2.18.2",
        43,
        "A digest, whose set travels apart.",
        plan ->
            plan.submodules.put(
                "apart", PlainCbor.array(PlainCbor.text("SHA-256"), EatClaimChange.octets(32))));
    recipe.refused(
        "nested",
        "submods.sha1",
        "eat.submods.algorithm",
        Why.UNSUPPORTED_ALGORITHM,
        "4.2.18.2",
        43,
        "A digest of SHA-1.",
        plan ->
            plan.submodules.put(
                "apart", PlainCbor.array(PlainCbor.integer(-14), EatClaimChange.octets(20))));
    recipe.refused(
        "nested",
        "selector.digest",
        "eat.selector.digest",
        Why.WRONG_TYPE,
        "4.2.18",
        40,
        "A selector with a digest.",
        plan ->
            plan.submodules.put("apart", PlainCbor.text("[\"DIGEST\",[\"SHA-256\",\"AAAA\"]]")));
    recipe.refused(
        "nested",
        "selector.unknown",
        "eat.selector.type",
        Why.UNKNOWN_FORMAT,
        "4.2.18",
        41,
        "A selector of a type that is none.",
        plan -> plan.submodules.put("apart", PlainCbor.text("[\"SAML\",\"AAAA\"]")));
    recipe.refused(
        "nested",
        "selector.one",
        "eat.selector.shape",
        Why.WRONG_TYPE,
        "4.2.18",
        41,
        "A selector of one part.",
        plan -> plan.submodules.put("apart", PlainCbor.text("[\"JWT\"]")));
  }

  private static void nested(EatRecipe recipe) {
    Map<Long, byte[]> content = Map.of(263L, PlainCbor.integer(2));
    recipe.refused(
        "nested",
        "nested.signature",
        "eat.signature",
        Why.INVALID_SIGNATURE,
        "4.2.18.3",
        44,
        "One bit of the nested signature.",
        plan ->
            plan.submodules.put(
                "element", PlainCbor.octets(EatOctets.flip(plan.component(content)))));
    recipe.refused(
        "nested",
        "nested.untagged",
        "eat.nested.tag",
        Why.WRONG_TYPE,
        "4.2.18",
        41,
        "A nested token without its tag.",
        plan -> {
          byte[] token = plan.component(content);
          plan.submodules.put(
              "element", PlainCbor.octets(Arrays.copyOfRange(token, 1, token.length)));
        });
    recipe.refused(
        "nested",
        "nested.unsigned",
        "eat.nested.sealed",
        Why.UNKNOWN_SIGNER,
        "9781 4",
        70,
        "Claims of nobody in place of the nested token.",
        plan ->
            plan.submodules.put(
                "element", PlainCbor.octets(PlainCbor.tag(601, PlainCbor.map(content)))));
    recipe.refused(
        "nested",
        "nested.debug",
        "eat.debug.submods",
        Why.DEBUG_ENABLED,
        "4.2.18.3",
        44,
        "The nested token says that debugging is enabled.",
        plan ->
            plan.submodules.put(
                "element", PlainCbor.octets(plan.component(Map.of(263L, PlainCbor.integer(0))))));
    recipe.accepted(
        "nested",
        "nested.deepest",
        "4.2.18",
        44,
        "Four tokens inside one another.",
        plan -> plan.submodules.put("element", PlainCbor.octets(deep(plan, 3))));
    recipe.refused(
        "nested",
        "nested.deep",
        "eat.nested.depth",
        Why.LIMIT_EXCEEDED,
        "4.2.18",
        44,
        "Five tokens inside one another.",
        plan -> plan.submodules.put("element", PlainCbor.octets(deep(plan, 4))));
  }

  private static byte[] deep(EatPlan plan, int levels) {
    byte[] token = plan.component(Map.of(263L, PlainCbor.integer(2)));
    for (int i = 0; i < levels; i++) {
      byte[] inside =
          Der.concat(PlainCbor.head(5, 1), PlainCbor.text("in"), PlainCbor.octets(token));
      token = plan.component(Map.of(266L, inside));
    }
    return token;
  }

  private static void bundles(EatRecipe recipe) {
    byte[] set = PlainCbor.map(Map.of(263L, PlainCbor.integer(2)));
    byte[] other = PlainCbor.map(Map.of(263L, PlainCbor.integer(1)));
    byte[] name = PlainCbor.text("sensor");
    recipe.refused(
        "bundle",
        "bundle.digest",
        "eat.bundle.digest",
        Why.DIGEST_MISMATCH,
        "4.2.18.2",
        43,
        "Another claims-set under the digest.",
        plan -> plan.bundled(other));
    recipe.refused(
        "bundle",
        "bundle.missing",
        "eat.bundle.complete",
        Why.MISSING_FIELD,
        "5",
        48,
        "No claims-set for the digest.",
        plan -> plan.around = token -> EatPlan.wrap(token));
    recipe.refused(
        "bundle",
        "bundle.extra",
        "eat.bundle.named",
        Why.UNKNOWN_FIELD,
        "5",
        48,
        "A claims-set without a digest.",
        plan ->
            plan.around =
                token ->
                    EatPlan.wrap(
                        token,
                        name,
                        PlainCbor.octets(set),
                        PlainCbor.text("x"),
                        PlainCbor.octets(set)));
    recipe.refused(
        "bundle",
        "bundle.no-digest",
        "eat.bundle.some",
        Why.MISSING_FIELD,
        "5",
        48,
        "A token without a digest, and no claims-set.",
        plan -> {
          plan.submodules.clear();
          plan.around = token -> EatPlan.wrap(token);
        });
    recipe.refused(
        "bundle",
        "bundle.in-bundle",
        "eat.bundle.main",
        Why.WRONG_TYPE,
        "5",
        49,
        "A bundle in place of the token.",
        plan ->
            plan.around =
                token ->
                    EatPlan.wrap(
                        EatPlan.wrap(token, name, PlainCbor.octets(set)),
                        name,
                        PlainCbor.octets(set)));
    recipe.refused(
        "bundle",
        "bundle.unsigned",
        "eat.bundle.main",
        Why.WRONG_TYPE,
        "5",
        50,
        "Nobody signed the token.",
        EatPlan::unsigned);
    recipe.refused(
        "bundle",
        "bundle.debug",
        "eat.debug.submods",
        Why.DEBUG_ENABLED,
        "4.2.9",
        29,
        "The detached claims-set says that debugging is enabled.",
        plan -> plan.bundle(PlainCbor.map(Map.of(263L, PlainCbor.integer(0)))));
    recipe.refused(
        "bundle",
        "bundle.three-parts",
        "eat.container.shape",
        Why.WRONG_TYPE,
        "5",
        48,
        "A bundle of three parts.",
        plan ->
            plan.around =
                token ->
                    PlainCbor.tag(
                        602,
                        PlainCbor.array(
                            PlainCbor.octets(token), PlainCbor.head(5, 0), PlainCbor.NULL)));
  }
}
