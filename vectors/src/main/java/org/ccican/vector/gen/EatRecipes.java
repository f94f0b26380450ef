package org.ccican.vector.gen;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/** The vectors of Entity Attestation Tokens: the bases, then the changes of them, area by area. */
final class EatRecipes {

  static final String COMMENT =
      "Entity Attestation Tokens (RFC 9711), each with everything that its verdict depends on. Keys"
          + " and entities are made up and published; no vector is of a real device.";

  private EatRecipes() {}

  static Map<String, String> flags() {
    Map<String, String> flags = new TreeMap<>();
    flags.put(
        "demand",
        "The verdict rests on a demand in the policy. For a target that cannot be told to demand"
            + " it, the vector is inapplicable, which is not a pass.");
    flags.put(
        "json",
        "The token is in JSON, which a target for CBOR alone need not read: inapplicable there,"
            + " which is not a pass.");
    return flags;
  }

  static VectorFile<PlannedCase<EatPlan>> file() {
    VectorFile<PlannedCase<EatPlan>> file = new VectorFile<>("eat", policies());
    EatRecipe recipe = new EatRecipe(file);
    bases(recipe);
    EatFormRecipes.add(recipe);
    EatClaimRecipes.add(recipe);
    EatSubmoduleRecipes.add(recipe);
    EatProfileRecipes.add(recipe);
    EatFreshnessRecipes.add(recipe);
    return file;
  }

  private static void bases(EatRecipe recipe) {
    recipe.base("plain", "No profile, ES256, a CoSWID as measurement.", plan -> {});
    recipe.base("teep", "The profile of TEEP.", EatPlan::teep);
    recipe.base(
        "constrained",
        "The profile for constrained devices.",
        plan -> plan.profile("urn:ietf:rfc:rfc9711"));
    recipe.base(
        "bundle",
        "A bundle with one detached claims-set.",
        plan -> plan.bundle(PlainCbor.map(Map.of(263L, PlainCbor.integer(2)))));
    recipe.base(
        "nested",
        "A submodule with claims, and one with a token of its own.",
        plan -> {
          plan.submodules.put("part", PlainCbor.map(Map.of(263L, PlainCbor.integer(2))));
          plan.submodules.put(
              "element", PlainCbor.octets(plan.component(Map.of(263L, PlainCbor.integer(2)))));
        });
    recipe.base(
        "unsigned",
        "Claims alone, through a channel that protects them.",
        plan -> {
          plan.unsigned();
          plan.policy = "channel-believed";
        });
    recipe.base("mac", "A COSE_Mac0 with a secret that is shared.", EatPlan::shared);
  }

  private static List<TestVector.Policy> policies() {
    return List.of(
        policy("standard", "Signed, not debugged, nothing missing.", false, Map.of(), Map.of()),
        policy("debug-allowed", "The standard one, debugging allowed.", true, Map.of(), Map.of()),
        policy(
            "channel-believed",
            "The standard one; the channel's sender was authenticated.",
            false,
            Map.of("secure-channel", true),
            Map.of()),
        policy(
            "parts-of-others",
            "The standard one; nested tokens of unknown keys are left to others.",
            false,
            Map.of("foreign-submods", true),
            Map.of()),
        policy(
            "claims-alone",
            "The standard one; claims need none of the claims that they depend on.",
            false,
            Map.of("unmet-dependencies", true),
            Map.of()),
        policy(
            "demanding",
            "The standard one, and demands as much as the token can just give.",
            false,
            Map.of(),
            Map.of("bootcount", 7, "dbgstat", 2)),
        policy(
            "more-boots",
            "The standard one, and demands one boot more.",
            false,
            Map.of(),
            Map.of("bootcount", 8)),
        policy(
            "less-debugging",
            "The standard one, and demands that debugging be gone for good.",
            false,
            Map.of(),
            Map.of("dbgstat", 3)),
        new TestVector.Policy(
            "another-subject",
            "The standard one, and demands that the token be about another key.",
            false,
            false,
            true,
            List.of(),
            Map.of(),
            Map.of("cnf", new Octets("00".repeat(32))),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of()));
  }

  private static TestVector.Policy policy(
      String name,
      String comment,
      boolean debug,
      Map<String, Boolean> allowed,
      Map<String, Integer> minimum) {
    return new TestVector.Policy(
        name, comment, debug, false, true, List.of(), minimum, Map.of(), Map.of(), Map.of(),
        allowed, Map.of());
  }

  /** How a change becomes a vector. */
  static final class EatRecipe {

    private final VectorFile<PlannedCase<EatPlan>> file;

    EatRecipe(VectorFile<PlannedCase<EatPlan>> file) {
      this.file = file;
    }

    void base(String id, String comment, Consumer<EatPlan> change) {
      Rule about = Rule.of("", Why.MALFORMED, "RFC 9711", "3", "EAT-01");
      file.base("base." + id, about, comment, new PlannedCase<>(EatPlan::new).with(change));
    }

    void accepted(
        String parent,
        String id,
        String section,
        int requirement,
        String comment,
        Consumer<EatPlan> change,
        String... flags) {
      file.accepted(
          "base." + parent,
          id,
          rule("", Why.MALFORMED, section, requirement),
          comment,
          scene -> scene.with(change),
          flags);
    }

    void refused(
        String parent,
        String id,
        String check,
        Why why,
        String section,
        int requirement,
        String comment,
        Consumer<EatPlan> change,
        String... flags) {
      file.refused(
          "base." + parent,
          id,
          rule(check, why, section, requirement),
          comment,
          scene -> scene.with(change),
          flags);
    }

    private static Rule rule(String check, Why why, String section, int requirement) {
      boolean uccs = section.startsWith("9781 ");
      return Rule.of(
          check,
          why,
          uccs ? "RFC 9781" : "RFC 9711",
          section.replace("9781 ", ""),
          String.format(java.util.Locale.ROOT, "EAT-%02d", requirement));
    }
  }
}
