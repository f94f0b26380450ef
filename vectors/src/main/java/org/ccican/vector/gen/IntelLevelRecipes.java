package org.ccican.vector.gen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Levels of firmware: which one is reached, what several together mean, what a policy wants. */
final class IntelLevelRecipes extends IntelRecipe {

  private static final String LEVEL = "intel.tcb.level";
  private static final String STATUS = "intel.tcb.status";

  IntelLevelRecipes(VectorFile<IntelCase> file, IntelFormat format) {
    super(file, format);
  }

  @Override
  void add() {
    reached();
    statuses();
    quotingEnclave();
    if (format == IntelFormat.TDX) {
      module();
      relaunch();
    }
    demands();
  }

  /** A level of TCB info. */
  static ObjectNode level(IntelPlan plan, int index) {
    return (ObjectNode) plan.tcbInfo.withArray("tcbLevels").get(index);
  }

  private static ObjectNode component(IntelPlan plan, int level, String kind, int index) {
    return (ObjectNode) level(plan, level).get("tcb").get(kind).get(index);
  }

  private void reached() {
    refused(
        "tcb.component-1-below-all",
        LEVEL,
        Why.TCB_OUTDATED,
        "The first component is below every level.",
        plan -> plan.extension.components[0] = 4);
    refused(
        "tcb.component-6-below-all",
        LEVEL,
        Why.TCB_OUTDATED,
        "The sixth component, 254, is below the 255 of every level; an octet is no signed number.",
        plan -> plan.extension.components[5] = 254);
    refused(
        "tcb.pce-below-all",
        LEVEL,
        Why.TCB_OUTDATED,
        "The provisioning enclave is below every level.",
        plan -> plan.extension.pceSvn = 4);
    published(
        "tcb.level-raised",
        LEVEL,
        Why.TCB_OUTDATED,
        "Intel's levels need a sixteenth component of 1, and the platform has 0 there.",
        plan -> {
          for (int i = 0; i < 3; i++) {
            component(plan, i, "sgxtcbcomponents", 15).put("svn", 1);
          }
        });
    refused(
        "tcb.one-component-old",
        STATUS,
        Why.TCB_OUTDATED,
        "One component is one below the first level, so that the second counts: out of date.",
        plan -> plan.extension.components[0] = 6);
    refused(
        "tcb.pce-old",
        STATUS,
        Why.TCB_OUTDATED,
        "The components reach the first level, the provisioning enclave only the last: revoked.",
        plan -> plan.extension.pceSvn = 12);
    accepted(
        "tcb.cpu-svn-of-the-report",
        LEVEL,
        "The report's CPUSVN is not the certificate's: levels go by the certificate's components.",
        plan -> {
          if (format == IntelFormat.SGX) {
            plan.body.put(0, IntelPlan.pattern("another CPUSVN", 16));
          } else {
            plan.qeReport.put(0, IntelPlan.pattern("another CPUSVN", 16));
          }
        });
  }

  private void statuses() {
    for (String status :
        new String[] {
          "SWHardeningNeeded",
          "ConfigurationNeeded",
          "ConfigurationAndSWHardeningNeeded",
          "OutOfDate",
          "OutOfDateConfigurationNeeded",
          "Revoked"
        }) {
      published(
          "status." + words(status),
          STATUS,
          Why.TCB_OUTDATED,
          "The level that the platform reaches is " + status + ".",
          plan -> level(plan, 0).put("tcbStatus", status));
    }
    file.accepted(
        base(),
        "status.hardening-accepted",
        rule(STATUS, Why.TCB_OUTDATED),
        "A policy that accepts more than it needs to.",
        scene -> scene.with(plan -> plan.policy = "hardening-accepted"),
        "demand");
    file.accepted(
        "status.hardening-accepted",
        "status.hardening-needed-and-accepted",
        rule(STATUS, Why.TCB_OUTDATED),
        "The level that the platform reaches is SWHardeningNeeded, which the policy accepts.",
        scene ->
            scene.with(
                renaming(
                    "status.hardening-needed",
                    plan -> level(plan, 0).put("tcbStatus", "SWHardeningNeeded"))),
        "demand");
    publishedFrom(
        "status.hardening-accepted",
        "status.hardening-accepted-and-old-quoting-enclave",
        STATUS,
        Why.TCB_OUTDATED,
        "SWHardeningNeeded is accepted; with a quoting enclave that is out of date it becomes"
            + " OutOfDate.",
        plan -> {
          level(plan, 0).put("tcbStatus", "SWHardeningNeeded");
          enclaveLevel(plan).put("tcbStatus", "OutOfDate");
        });
  }

  private void quotingEnclave() {
    refused(
        "qe.version-old",
        STATUS,
        Why.TCB_OUTDATED,
        "The platform is up to date and its quoting enclave is not: together they are not.",
        plan -> plan.qeReport.u8(258, 7));
    refused(
        "qe.version-below-all",
        "intel.qe-identity.level",
        Why.TCB_OUTDATED,
        "The quoting enclave is below every level of its identity.",
        plan -> plan.qeReport.u8(258, 3));
    published(
        "qe.version-revoked",
        STATUS,
        Why.TCB_OUTDATED,
        "The quoting enclave's level is revoked.",
        plan -> enclaveLevel(plan).put("tcbStatus", "Revoked"));
  }

  private static ObjectNode enclaveLevel(IntelPlan plan) {
    return (ObjectNode) plan.qeIdentity.withArray("tcbLevels").get(0);
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
        STATUS,
        Why.TCB_OUTDATED,
        "The platform is up to date and its module is not: together they are not.",
        plan -> plan.body.u8(0, 4));
    published(
        "module.revoked",
        STATUS,
        Why.TCB_OUTDATED,
        "The module's level is revoked, the platform's is not.",
        plan -> moduleLevel(plan).put("tcbStatus", "Revoked"));
    acceptedPublished(
        "module.component-not-counted",
        LEVEL,
        "The levels need a module of 9 as first component, which counts for major version 0 alone.",
        plan -> {
          component(plan, 0, "tdxtcbcomponents", 0).put("svn", 9);
          component(plan, 0, "tdxtcbcomponents", 1).put("svn", 9);
        });
    refused(
        "module.late-microcode-old",
        LEVEL,
        Why.TCB_OUTDATED,
        "The third component, late microcode, counts for every version of the module.",
        plan -> plan.body.u8(2, 2));
    accepted(
        "module.version-0",
        LEVEL,
        "A module of major version 0 is a component of the platform's levels.",
        plan -> plan.body.u8(1, 0));
    refused(
        "module.version-0-below-all",
        LEVEL,
        Why.TCB_OUTDATED,
        "A module of major version 0 whose minor version is below every level.",
        plan -> plan.body.u8(1, 0).u8(0, 4));
  }

  private void relaunch() {
    acceptedFrom(
        "base.v5",
        "relaunch.accepted-where-not-needed",
        STATUS + "#relaunch",
        "A policy that accepts TDs that ought to be launched again.",
        plan -> plan.policy = "relaunch-accepted",
        "demand");
    acceptedFrom(
        "relaunch.accepted-where-not-needed",
        "relaunch.advised-and-accepted",
        STATUS + "#relaunch",
        "Launched on an old module, which was updated below the running TD: a new launch is"
            + " advised.",
        plan -> plan.body.u8(0, 4),
        "demand");
    refusedFrom(
        "base.v5",
        "relaunch.advised",
        STATUS + "#relaunch",
        Why.TCB_OUTDATED,
        "The same where the policy accepts nothing but up to date.",
        plan -> plan.body.u8(0, 4));
    refusedFrom(
        "relaunch.accepted-where-not-needed",
        "relaunch.current-module-old",
        STATUS + "#relaunch",
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

  private void demands() {
    publishedFrom(
        "base.demanding",
        "demand.tcb-date",
        "intel.tcb.date",
        Why.TCB_OUTDATED,
        "The level that the platform reaches is of a second before the demanded date.",
        plan -> level(plan, 0).put("tcbDate", "2025-05-13T23:59:59Z"),
        "demand");
    publishedFrom(
        "base.demanding",
        "demand.evaluation-of-tcb-info",
        "intel.tcb.evaluation",
        Why.TCB_OUTDATED,
        "TCB info comes from an evaluation before the demanded one.",
        plan -> plan.tcbInfo.put("tcbEvaluationDataNumber", 18),
        "demand");
    publishedFrom(
        "base.demanding",
        "demand.evaluation-of-qe-identity",
        "intel.tcb.evaluation",
        Why.TCB_OUTDATED,
        "The QE identity comes from an evaluation before the demanded one.",
        plan -> plan.qeIdentity.put("tcbEvaluationDataNumber", 18),
        "demand");
    publishedFrom(
        "base.demanding",
        "demand.advisory",
        "intel.tcb.advisories",
        Why.TCB_OUTDATED,
        "The level is subject to an advisory that the policy does not name.",
        plan -> {
          ArrayNode advisories = level(plan, 0).putArray("advisoryIDs");
          advisories.add("INTEL-SA-00001").add("INTEL-SA-00002");
        },
        "demand");
    file.accepted(
        "base.demanding",
        "demand.advisory-named",
        rule("intel.tcb.advisories", Why.TCB_OUTDATED),
        "The level is subject to the one advisory that the policy names.",
        scene ->
            scene.with(
                renaming(
                    "demand.advisory-named",
                    plan -> level(plan, 0).putArray("advisoryIDs").add("INTEL-SA-00001"))),
        "demand");
  }

  private static String words(String status) {
    return status
        .replaceAll("SW", "Sw")
        .replaceAll("(?<!^)([A-Z])", "-$1")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
