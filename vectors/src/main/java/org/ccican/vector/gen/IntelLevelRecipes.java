package org.ccican.vector.gen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Levels of firmware: which one is reached, what several together mean, what a policy wants. */
final class IntelLevelRecipes extends IntelRecipe {

  static final String LEVEL = "intel.tcb.level";
  static final String STATUS = "intel.tcb.status";

  IntelLevelRecipes(VectorFile<PlannedCase<IntelPlan>> file, IntelFormat format) {
    super(file, format);
  }

  @Override
  void add() {
    reached();
    statuses();
    quotingEnclave();
    demands();
  }

  /** A level of TCB info. */
  static ObjectNode level(IntelPlan plan, int index) {
    return (ObjectNode) plan.tcbInfo.withArray("tcbLevels").get(index);
  }

  static ObjectNode component(IntelPlan plan, int level, String kind, int index) {
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
