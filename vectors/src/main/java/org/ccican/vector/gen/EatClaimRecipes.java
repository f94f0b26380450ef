package org.ccican.vector.gen;

import java.util.Map;
import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Changes of single claims of a token without profile, so that one rule alone forbids each. */
final class EatClaimRecipes {

  private EatClaimRecipes() {}

  static void add(EatRecipe recipe) {
    identity(recipe);
    software(recipe);
    state(recipe);
    dependencies(recipe);
  }

  private static void claim(
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

  private static void takes(
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

  private static void software(EatRecipe recipe) {
    claim(
        recipe,
        "swname.octets",
        "eat.swname.text",
        Why.WRONG_TYPE,
        "4.2.6",
        27,
        "Octets.",
        270,
        octets(4));
    claim(
        recipe,
        "swversion.bare",
        "eat.swversion.shape",
        Why.WRONG_TYPE,
        "4.2.7",
        27,
        "A text without its array.",
        271,
        PlainCbor.text("1.0"));
    claim(
        recipe,
        "dloas.one-part",
        "eat.dloas.parts",
        Why.WRONG_TYPE,
        "4.2.14",
        34,
        "A registrar alone.",
        269,
        PlainCbor.array(PlainCbor.array(PlainCbor.text("https://vectors.example"))));
    claim(
        recipe,
        "dloas.four-parts",
        "eat.dloas.parts",
        Why.WRONG_TYPE,
        "4.2.14",
        34,
        "Four parts.",
        269,
        PlainCbor.array(
            PlainCbor.array(
                PlainCbor.text("a"),
                PlainCbor.text("b"),
                PlainCbor.text("c"),
                PlainCbor.text("d"))));
    claim(
        recipe,
        "manifests.none",
        "eat.manifests.pairs",
        Why.WRONG_TYPE,
        "4.2.15",
        35,
        "An array without a manifest.",
        272,
        PlainCbor.array());
    claim(
        recipe,
        "manifests.text-format",
        "eat.manifests.pairs",
        Why.WRONG_TYPE,
        "4.2.15",
        35,
        "A content format in words.",
        272,
        PlainCbor.array(PlainCbor.array(PlainCbor.text("application/cbor"), octets(4))));
    claim(
        recipe,
        "manifests.evidence",
        "eat.manifests.payload",
        Why.WRONG_TYPE,
        "4.2.15",
        36,
        "A CoSWID of evidence among manifests.",
        272,
        EatPlan.coswid(3, EatPlan.MEASUREMENT));
    takes(
        recipe,
        "manifests.payload",
        "4.2.15",
        36,
        "A CoSWID of a payload among manifests.",
        272,
        EatPlan.coswid(6, EatPlan.MEASUREMENT));
    claim(
        recipe,
        "measurements.bare",
        "eat.measurements.pairs",
        Why.WRONG_TYPE,
        "4.2.16",
        38,
        "Octets without a content format.",
        273,
        PlainCbor.array(octets(4)));
    claim(
        recipe,
        "measurements.payload",
        "eat.measurements.evidence",
        Why.WRONG_TYPE,
        "4.2.16",
        38,
        "A CoSWID of a payload among measurements.",
        273,
        both());
    claim(
        recipe,
        "measurements.other",
        "eat.measurement",
        Why.MEASUREMENT_MISMATCH,
        "4.2.16",
        38,
        "Another digest.",
        273,
        EatPlan.coswid(3, EatPlan.pattern("other measurement", 32)));
    claim(
        recipe,
        "measres.five",
        "eat.measres.shape",
        Why.WRONG_TYPE,
        "4.2.17",
        39,
        "A result that is none of the four.",
        274,
        PlainCbor.array(
            PlainCbor.array(
                PlainCbor.text("all"),
                PlainCbor.array(PlainCbor.array(PlainCbor.text("a"), PlainCbor.integer(5))))));
    claim(
        recipe,
        "intuse.word",
        "eat.intuse.number",
        Why.WRONG_TYPE,
        "4.3.3",
        5,
        "A word, which is for JSON.",
        275,
        PlainCbor.text("generic"));
  }

  /** The right measurement, and a CoSWID of a payload behind it. */
  private static byte[] both() {
    byte[] right = EatPlan.coswid(3, EatPlan.MEASUREMENT);
    byte[] wrong = EatPlan.coswid(6, EatPlan.MEASUREMENT);
    return PlainCbor.array(
        java.util.Arrays.copyOfRange(right, 1, right.length),
        java.util.Arrays.copyOfRange(wrong, 1, wrong.length));
  }

  private static void state(EatRecipe recipe) {
    claim(
        recipe,
        "uptime.negative",
        "eat.uptime.count",
        Why.WRONG_TYPE,
        "4.2.11",
        72,
        "Minus one.",
        261,
        PlainCbor.integer(-1));
    claim(
        recipe,
        "bootcount.negative",
        "eat.bootcount.count",
        Why.WRONG_TYPE,
        "4.2.12",
        72,
        "Minus one.",
        267,
        PlainCbor.integer(-1));
    claim(
        recipe,
        "bootseed.number",
        "eat.bootseed.octets",
        Why.WRONG_TYPE,
        "4.2.13",
        72,
        "A number.",
        268,
        PlainCbor.integer(1));
    claim(
        recipe,
        "oemboot.number",
        "eat.oemboot.bool",
        Why.WRONG_TYPE,
        "4.2.8",
        28,
        "One for true.",
        262,
        PlainCbor.integer(1));
    claim(
        recipe,
        "dbgstat.five",
        "eat.dbgstat.range",
        Why.OUT_OF_RANGE,
        "4.2.9",
        29,
        "A sixth state.",
        263,
        PlainCbor.integer(5));
    claim(
        recipe,
        "dbgstat.enabled",
        "eat.debug",
        Why.DEBUG_ENABLED,
        "4.2.9.1",
        29,
        "Debugging is enabled.",
        263,
        PlainCbor.integer(0));
    claim(
        recipe,
        "location.latitude-alone",
        "eat.location.coordinates",
        Why.MISSING_FIELD,
        "4.2.10",
        31,
        "No longitude.",
        264,
        PlainCbor.map(Map.of(1L, PlainCbor.integer(48))));
    claim(
        recipe,
        "profile.number",
        "eat.profile.form",
        Why.WRONG_TYPE,
        "4.3.2",
        47,
        "A number.",
        265,
        PlainCbor.integer(1));
    claim(
        recipe,
        "profile.unknown",
        "eat.profile.known",
        Why.UNKNOWN_FORMAT,
        "6.2",
        47,
        "A profile of somebody else.",
        265,
        PlainCbor.text("tag:vectors.example,2026:eat"));
    claim(
        recipe,
        "cti.number",
        "eat.cti.octets",
        Why.WRONG_TYPE,
        "4",
        45,
        "A number.",
        7,
        PlainCbor.integer(1));
    recipe.refused(
        "plain",
        "demand.boots",
        "eat.demand.bootcount",
        Why.ROLLED_BACK,
        "4.2.12",
        72,
        "One boot too few.",
        plan -> plan.policy = "more-boots",
        "demand");
    recipe.refused(
        "plain",
        "demand.debugging",
        "eat.demand.dbgstat",
        Why.DEBUG_ENABLED,
        "4.2.9",
        29,
        "Debugging can be enabled.",
        plan -> plan.policy = "less-debugging",
        "demand");
    recipe.accepted(
        "plain",
        "demand.met",
        "4.2.9",
        29,
        "As much as is demanded.",
        plan -> plan.policy = "demanding",
        "demand");
    recipe.refused(
        "teep",
        "demand.subject",
        "eat.demand.cnf",
        Why.BINDING_MISMATCH,
        "4.3",
        60,
        "The token is about another key.",
        plan -> plan.policy = "another-subject",
        "demand");
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

  static byte[] octets(int size) {
    return PlainCbor.octets(EatPlan.pattern("other", size));
  }
}
