package org.ccican.vector.gen;

import java.util.List;
import java.util.Optional;

/** The appraisals that are right in every respect. */
final class IntelBaseRecipes extends IntelRecipe {

  IntelBaseRecipes(VectorFile<PlannedCase<IntelPlan>> file, IntelFormat format) {
    super(file, format);
  }

  @Override
  void add() {
    if (format == IntelFormat.SGX) {
      base("base.v3", 3, "Version 3, with the PCK chain inside and current collateral.");
    }
    base("base.v4", 4, "Version 4: the quoting enclave's report is certification data of its own.");
    base("base.v5", 5, "Version 5: type and size of the body stand before it, and are signed.");
    PlannedCase<IntelPlan> right = planned(format == IntelFormat.SGX ? 3 : 4);
    file.base(
        "base.demanding",
        rule("intel.tcb.evaluation", Why.TCB_OUTDATED),
        "Under a policy that demands as much as the quote can just give.",
        right.with(plan -> plan.policy = "demanding"));
    file.base(
        "base.debug-allowed",
        rule(own("attributes.debug"), Why.DEBUG_ENABLED),
        "What may be debugged, where debugging is allowed.",
        right.with(
            plan -> {
              debug(plan);
              plan.policy = "debug-allowed";
            }));
    file.base(
        "base.without-collateral",
        rule("intel.collateral.present", Why.ENDORSEMENT_MISSING),
        "No collateral, where the policy does without.",
        right.with(
            plan -> {
              plan.bundles = List.of();
              plan.policy = "without-collateral";
            }));
    file.base(
        "base.platform-named",
        rule("intel.pck.certified", Why.ENDORSEMENT_MISMATCH),
        "The quote names its platform by encrypted PPID and versions; the certificate came"
            + " otherwise.",
        right.with(IntelBaseRecipes::named));
    file.base(
        "base.authority-in-the-quote-alone",
        rule("cert.path.complete", Why.BROKEN_CHAIN),
        "The collateral does not repeat the authority of PCK certificates.",
        right.with(
            plan -> {
              plan.crlIssuers = List.of("root");
              plan.bundles = List.of(".without-authority");
            }));
    file.base(
        "base.trailing",
        rule("intel.quote.trailing", Why.TRAILING_OCTETS),
        "Seventy zeros follow the quote, as most TDX quotes of version 4 have them: no part of it.",
        right.with(plan -> plan.finish = quote -> Der.concat(quote, new byte[70])));
  }

  static void debug(IntelPlan plan) {
    if (plan.format == IntelFormat.SGX) {
      plan.body.flip(48, 1);
    } else {
      plan.body.flip(120, 0);
    }
  }

  private static void named(IntelPlan plan) {
    plan.certificationType = 3;
    plan.certificationData =
        Optional.of(
            Der.concat(
                IntelPlan.pattern("encrypted PPID", 64),
                new byte[320],
                plan.extension.cpuSvn,
                IntelPlan.little(plan.extension.pceSvn, 2),
                plan.extension.pceId));
    plan.endorsements = List.of("pck", "authority");
  }

  private void base(String id, int version, String comment) {
    file.base(id, rule("intel.quote.signature", Why.INVALID_SIGNATURE), comment, planned(version));
  }

  private PlannedCase<IntelPlan> planned(int version) {
    return new PlannedCase<>(() -> new IntelPlan(format, version));
  }
}
