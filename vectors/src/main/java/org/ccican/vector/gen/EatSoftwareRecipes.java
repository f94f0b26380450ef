package org.ccican.vector.gen;

import static org.ccican.vector.gen.EatClaimChange.claim;
import static org.ccican.vector.gen.EatClaimChange.octets;
import static org.ccican.vector.gen.EatClaimChange.takes;

import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Claims about software and what was measured of it (RFC 9711 section 4.2). */
final class EatSoftwareRecipes {

  private EatSoftwareRecipes() {}

  static void add(EatRecipe recipe) {
    software(recipe);
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
        EatPlan.coswid(3, EatOctets.pattern("other measurement", 32)));
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
}
