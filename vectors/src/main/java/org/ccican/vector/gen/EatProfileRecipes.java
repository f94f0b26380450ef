package org.ccican.vector.gen;

import java.util.Map;
import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Changes that a profile forbids and RFC 9711 by itself does not. */
final class EatProfileRecipes {

  private EatProfileRecipes() {}

  static void add(EatRecipe recipe) {
    teep(recipe);
    constrained(recipe);
  }

  private static void teep(EatRecipe recipe) {
    String section = "6.2";
    String[][] claims = {
      {"256", "ueid", "eat.ueid"},
      {"272", "manifests", "eat.manifests"},
      {"8", "cnf", "eat.cnf"},
      {"260", "hwversion", "eat.hwversion"}
    };
    for (String[] each : claims) {
      recipe.refused(
          "teep",
          "teep.no-" + each[1],
          each[2],
          Why.MISSING_FIELD,
          section,
          53,
          "No " + each[1] + ".",
          plan -> plan.claims.remove(Long.parseLong(each[0])));
    }
    recipe.refused(
        "teep",
        "teep.indefinite",
        "eat.encoding",
        Why.NOT_DETERMINISTIC,
        section,
        52,
        "A claims-set of indefinite length.",
        plan -> plan.payload = EatOctets::indefinite);
    recipe.refused(
        "teep",
        "teep.long-head",
        "eat.encoding",
        Why.NOT_DETERMINISTIC,
        section,
        52,
        "The number of claims takes an octet more than it needs.",
        plan -> plan.payload = EatOctets::longHead);
    recipe.refused(
        "teep",
        "teep.tag",
        "eat.tags",
        Why.WRONG_TYPE,
        section,
        52,
        "A tag among the claims.",
        plan -> plan.claims.put(-70_000L, PlainCbor.tag(32, PlainCbor.text("urn:x"))));
    recipe.refused(
        "teep",
        "teep.two-nonces",
        "eat.nonce.single",
        Why.WRONG_TYPE,
        section,
        52,
        "Two nonces, the first of which is the expected one.",
        plan ->
            plan.claims.put(
                10L,
                PlainCbor.array(
                    PlainCbor.octets(EatPlan.EXPECTED_NONCE), EatClaimChange.octets(8))));
    recipe.refused(
        "teep",
        "teep.no-kid",
        "eat.profile.key",
        Why.MISSING_FIELD,
        section,
        60,
        "No kid.",
        plan -> plan.unprotected.clear());
    recipe.refused(
        "teep",
        "teep.kid",
        "eat.kid",
        Why.BINDING_MISMATCH,
        section,
        60,
        "A kid that is no thumbprint.",
        plan -> plan.unprotected.put(4L, PlainCbor.octets(new byte[] {'1'})));
    recipe.refused(
        "teep",
        "teep.as-constrained",
        "eat.profile.algorithm",
        Why.UNSUPPORTED_ALGORITHM,
        section,
        52,
        "ESP256, which the profile for constrained devices does not have.",
        plan -> plan.profile("urn:ietf:rfc:rfc9711"));
    recipe.refused(
        "teep",
        "teep.cnf-kid",
        "eat.cnf.thumbprint",
        Why.BINDING_MISMATCH,
        section,
        60,
        "The thumbprint of another key beside the key.",
        plan -> plan.claims.put(8L, plan.confirmation(plan.thumbprint(EatPlan.STRANGER))));
  }

  private static void constrained(EatRecipe recipe) {
    recipe.refused(
        "constrained",
        "constrained.indefinite",
        "eat.profile.encoding",
        Why.NOT_DETERMINISTIC,
        "6.4",
        54,
        "A claims-set of indefinite length.",
        plan -> plan.payload = EatOctets::indefinite);
    recipe.refused(
        "constrained",
        "constrained.long-head",
        "eat.profile.encoding",
        Why.NOT_DETERMINISTIC,
        "6.4",
        55,
        "The number of claims takes an octet more than it needs.",
        plan -> plan.payload = EatOctets::longHead);
    recipe.refused(
        "mac",
        "constrained.mac",
        "eat.profile.sign1",
        Why.WRONG_TYPE,
        "6.4",
        56,
        "A MAC under the profile.",
        plan -> plan.profile("urn:ietf:rfc:rfc9711"));
    recipe.refused(
        "bundle",
        "constrained.bundle",
        "eat.profile.bundle",
        Why.POLICY_VIOLATED,
        "6.4",
        59,
        "A bundle under the profile.",
        plan -> plan.profile("urn:ietf:rfc:rfc9711"));
    recipe.refused(
        "constrained",
        "constrained.nobody",
        "eat.profile.key",
        Why.MISSING_FIELD,
        "6.4",
        60,
        "Neither kid nor UEID.",
        plan -> {
          plan.unprotected.clear();
          plan.claims.remove(256L);
        });
    recipe.accepted(
        "constrained",
        "constrained.ueid",
        "6.4",
        60,
        "No kid; the UEID names the key.",
        plan -> plan.unprotected.clear());
    recipe.refused(
        "constrained",
        "constrained.two-nonces",
        "eat.profile.nonce",
        Why.MISSING_FIELD,
        "6.4",
        61,
        "Two nonces, the first of which is the expected one.",
        plan ->
            plan.claims.put(
                10L,
                PlainCbor.array(
                    PlainCbor.octets(EatPlan.EXPECTED_NONCE), EatClaimChange.octets(8))));
    recipe.accepted(
        "constrained",
        "constrained.unknown",
        "6.4",
        62,
        "A private claim.",
        plan -> plan.claims.put(-70_000L, PlainCbor.map(Map.of())));
  }
}
