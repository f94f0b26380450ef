package org.ccican.vector.gen;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** TDX modules: who made them, their levels, and TDs that ought to be launched again. */
final class IntelModuleRecipes extends IntelRecipe {

  IntelModuleRecipes(VectorFile<PlannedCase<IntelPlan>> file, IntelFormat format) {
    super(file, format);
  }

  @Override
  void add() {
    if (format == IntelFormat.TDX) {
      module();
      relaunch();
    }
  }

  private static ObjectNode module(IntelPlan plan, int index) {
    return (ObjectNode) plan.tcbInfo.withArray("tdxModuleIdentities").get(index);
  }

  private static ObjectNode moduleLevel(IntelPlan plan) {
    return (ObjectNode) module(plan, 1).withArray("tcbLevels").get(0);
  }

  private void module() {
    refused(
        "module.of-unknown-version",
        "tdx.module.identity",
        Why.ENDORSEMENT_MISMATCH,
        "A module of major version 2, of which TCB info says nothing.",
        plan -> plan.body.u8(1, 2));
    published(
        "module.identities-missing",
        "tdx.module.identity",
        Why.ENDORSEMENT_MISMATCH,
        "TCB info without identities, as it was once; the module has major version 1.",
        plan -> plan.tcbInfo.remove("tdxModuleIdentities"));
    accepted(
        "module.of-the-other-known-version",
        "tdx.module.identity",
        "A module of major version 3, which has an identity as well.",
        plan -> plan.body.u8(1, 3));
    refused(
        "module.signer",
        "tdx.module.signer",
        Why.ENDORSEMENT_MISMATCH,
        "Somebody else signed the module.",
        plan -> plan.body.u8(111, 1));
    published(
        "module.signer-in-identity",
        "tdx.module.signer",
        Why.ENDORSEMENT_MISMATCH,
        "The signer in the identity of version 1 differs; the one of version 0 modules would fit.",
        plan -> module(plan, 1).put("mrsigner", "01" + "00".repeat(47)));
    refused(
        "module.attributes",
        "tdx.module.attributes",
        Why.ENDORSEMENT_MISMATCH,
        "A module attribute is set.",
        plan -> plan.body.u8(112, 1));
    published(
        "module.attributes-in-identity",
        "tdx.module.attributes",
        Why.ENDORSEMENT_MISMATCH,
        "The identity wants an attribute that the module lacks.",
        plan -> module(plan, 1).put("attributes", "01" + "00".repeat(7)));
    refused(
        "module.below-all",
        "tdx.module.level",
        Why.TCB_OUTDATED,
        "The module is below every level of its identity.",
        plan -> plan.body.u8(0, 1));
    refused(
        "module.old",
        IntelLevelRecipes.STATUS,
        Why.TCB_OUTDATED,
        "The platform is up to date and its module is not: together they are not.",
        plan -> plan.body.u8(0, 4));
    published(
        "module.revoked",
        IntelLevelRecipes.STATUS,
        Why.TCB_OUTDATED,
        "The module's level is revoked, the platform's is not.",
        plan -> moduleLevel(plan).put("tcbStatus", "Revoked"));
    acceptedPublished(
        "module.component-not-counted",
        IntelLevelRecipes.LEVEL,
        "The levels need a module of 9 as first component, which counts for major version 0 alone.",
        plan -> {
          IntelLevelRecipes.component(plan, 0, "tdxtcbcomponents", 0).put("svn", 9);
          IntelLevelRecipes.component(plan, 0, "tdxtcbcomponents", 1).put("svn", 9);
        });
    refused(
        "module.late-microcode-old",
        IntelLevelRecipes.LEVEL,
        Why.TCB_OUTDATED,
        "The third component, late microcode, counts for every version of the module.",
        plan -> plan.body.u8(2, 2));
    accepted(
        "module.version-0",
        IntelLevelRecipes.LEVEL,
        "A module of major version 0 is a component of the platform's levels.",
        plan -> plan.body.u8(1, 0));
    refused(
        "module.version-0-below-all",
        IntelLevelRecipes.LEVEL,
        Why.TCB_OUTDATED,
        "A module of major version 0 whose minor version is below every level.",
        plan -> plan.body.u8(1, 0).u8(0, 4));
  }

  private void relaunch() {
    acceptedFrom(
        "base.v5",
        "relaunch.accepted-where-not-needed",
        IntelLevelRecipes.STATUS + "#relaunch",
        "A policy that accepts TDs that ought to be launched again.",
        plan -> plan.policy = "relaunch-accepted",
        "demand");
    acceptedFrom(
        "relaunch.accepted-where-not-needed",
        "relaunch.advised-and-accepted",
        IntelLevelRecipes.STATUS + "#relaunch",
        "Launched on an old module, which was updated below the running TD: a new launch is"
            + " advised.",
        plan -> plan.body.u8(0, 4),
        "demand");
    refusedFrom(
        "base.v5",
        "relaunch.advised",
        IntelLevelRecipes.STATUS + "#relaunch",
        Why.TCB_OUTDATED,
        "The same where the policy accepts nothing but up to date.",
        plan -> plan.body.u8(0, 4));
    refusedFrom(
        "relaunch.accepted-where-not-needed",
        "relaunch.current-module-old",
        IntelLevelRecipes.STATUS + "#relaunch",
        Why.TCB_OUTDATED,
        "Launched on an old module that still runs: out of date, and no launch would help.",
        plan -> plan.body.u8(0, 4).u8(584, 4));
    refusedFrom(
        "base.v5",
        "relaunch.current-module-below-all",
        "tdx.module.level#relaunch",
        Why.TCB_OUTDATED,
        "The module that runs now is below every level of its identity.",
        plan -> plan.body.u8(584, 1));
  }
}
