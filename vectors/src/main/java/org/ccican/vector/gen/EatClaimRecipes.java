package org.ccican.vector.gen;

import static org.ccican.vector.gen.EatClaimChange.claim;
import static org.ccican.vector.gen.EatClaimChange.octets;
import static org.ccican.vector.gen.EatClaimChange.takes;

import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Changes of single claims of a token without profile, so that one rule alone forbids each. */
final class EatClaimRecipes {

  private EatClaimRecipes() {}

  static void add(EatRecipe recipe) {
    identity(recipe);
    EatSoftwareRecipes.add(recipe);
    EatStateRecipes.add(recipe);
    EatDependencyRecipes.add(recipe);
  }

  private static void identity(EatRecipe recipe) {
    claim(
        recipe,
        "ueid.short",
        "eat.ueid.size",
        Why.OUT_OF_RANGE,
        "4.2.1.2",
        17,
        "Six octets.",
        256,
        octets(6));
    takes(recipe, "ueid.shortest", "4.2.1.2", 17, "Seven octets.", 256, octets(7));
    takes(recipe, "ueid.longest", "4.2.1.2", 17, "33 octets.", 256, octets(33));
    claim(
        recipe,
        "ueid.long",
        "eat.ueid.size",
        Why.OUT_OF_RANGE,
        "4.2.1.1",
        13,
        "34 octets.",
        256,
        octets(34));
    claim(
        recipe,
        "sueids.bare",
        "eat.sueids.map",
        Why.WRONG_TYPE,
        "4.2.2",
        19,
        "An identifier without a label.",
        257,
        octets(17));
    takes(
        recipe,
        "sueids.one",
        "4.2.2",
        19,
        "One identifier with its label.",
        257,
        Der.concat(PlainCbor.head(5, 1), PlainCbor.text("a"), octets(17)));
    claim(
        recipe,
        "oemid.15",
        "eat.oemid.form",
        Why.WRONG_TYPE,
        "4.2.3.1",
        21,
        "15 octets.",
        258,
        octets(15));
    claim(
        recipe,
        "oemid.4",
        "eat.oemid.form",
        Why.WRONG_TYPE,
        "4.2.3.2",
        22,
        "Four octets.",
        258,
        octets(4));
    takes(recipe, "oemid.ieee", "4.2.3.2", 20, "Three octets.", 258, octets(3));
    takes(
        recipe,
        "oemid.pen",
        "4.2.3.3",
        20,
        "An enterprise number.",
        258,
        PlainCbor.integer(76_543));
    claim(
        recipe,
        "oemid.negative",
        "eat.oemid.form",
        Why.WRONG_TYPE,
        "4.2.3.3",
        23,
        "A negative number.",
        258,
        PlainCbor.integer(-1));
    claim(
        recipe,
        "hwmodel.none",
        "eat.hwmodel.size",
        Why.OUT_OF_RANGE,
        "4.2.4",
        25,
        "No octet.",
        259,
        octets(0));
    takes(recipe, "hwmodel.longest", "4.2.4", 25, "32 octets.", 259, octets(32));
    claim(
        recipe,
        "hwmodel.long",
        "eat.hwmodel.size",
        Why.OUT_OF_RANGE,
        "4.2.4",
        25,
        "33 octets.",
        259,
        octets(33));
    claim(
        recipe,
        "hwversion.bare",
        "eat.hwversion.shape",
        Why.WRONG_TYPE,
        "4.2.5",
        26,
        "A text without its array.",
        260,
        PlainCbor.text("1.0"));
  }
}
