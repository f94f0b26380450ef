package org.ccican.vector.gen;

import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** A claim of a token without profile in the place of a right one or beside them. */
final class EatClaimChange {

  private EatClaimChange() {}

  static void claim(
      EatRecipe recipe,
      String id,
      String check,
      Why why,
      String section,
      int requirement,
      String comment,
      long label,
      byte[] value) {
    recipe.refused(
        "plain",
        id,
        check,
        why,
        section,
        requirement,
        comment,
        plan -> plan.claims.put(label, value));
  }

  static void takes(
      EatRecipe recipe,
      String id,
      String section,
      int requirement,
      String comment,
      long label,
      byte[] value) {
    recipe.accepted(
        "plain", id, section, requirement, comment, plan -> plan.claims.put(label, value));
  }

  static byte[] octets(int size) {
    return PlainCbor.octets(EatOctets.pattern("other", size));
  }
}
