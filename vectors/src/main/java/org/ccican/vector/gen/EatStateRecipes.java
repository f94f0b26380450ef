package org.ccican.vector.gen;

import static org.ccican.vector.gen.EatClaimChange.claim;

import java.util.Map;
import org.ccican.vector.gen.EatRecipes.EatRecipe;

/** Claims about the state of the entity, and about the token (RFC 9711 sections 4.2 and 4.3). */
final class EatStateRecipes {

  private EatStateRecipes() {}

  static void add(EatRecipe recipe) {
    state(recipe);
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
}
