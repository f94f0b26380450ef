package org.ccican.vector.gen;

import static org.ccican.vector.gen.EatClaimChange.octets;

import java.util.Map;
import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Claims that make sense beside others alone (RFC 9711 section 4.2). */
final class EatDependencyRecipes {

  private EatDependencyRecipes() {}

  static void add(EatRecipe recipe) {
    dependencies(recipe);
  }

  private static void dependencies(EatRecipe recipe) {
    recipe.refused(
        "plain",
        "alone.hwversion",
        "eat.dependency.hwversion",
        Why.MISSING_FIELD,
        "4.2.5",
        26,
        "hwversion without hwmodel.",
        plan -> plan.claims.remove(259L));
    recipe.refused(
        "plain",
        "alone.swversion",
        "eat.dependency.swversion",
        Why.MISSING_FIELD,
        "4.2.7",
        27,
        "swversion without swname.",
        plan -> plan.claims.remove(270L));
    submodule(
        recipe,
        "alone.hwmodel",
        "eat.dependency.hwmodel",
        24,
        "hwmodel without oemid.",
        259,
        octets(4));
    submodule(
        recipe,
        "alone.oemboot",
        "eat.dependency.oemboot",
        28,
        "oemboot without oemid.",
        262,
        new byte[] {(byte) 0xf5});
    submodule(
        recipe,
        "alone.dbgstat",
        "eat.dependency.dbgstat",
        30,
        "dbgstat 3 without oemid.",
        263,
        PlainCbor.integer(3));
  }

  private static void submodule(
      EatRecipe recipe,
      String id,
      String check,
      int requirement,
      String comment,
      long label,
      byte[] value) {
    recipe.refused(
        "nested",
        id,
        check,
        Why.MISSING_FIELD,
        "4.2",
        requirement,
        comment,
        plan -> plan.submodules.put("part", PlainCbor.map(Map.of(label, value))));
  }
}
