package org.ccican.vector.gen;

import java.util.LinkedHashMap;
import java.util.Map;

/** The vectors of SEV-SNP: the bases, then the changes of them, area by area. */
final class SevSnpRecipes {

  static final String COMMENT =
      "SEV-SNP attestation reports, each with everything that its verdict depends on. Keys, chips"
          + " and authorities are made up and published; no vector is of a real processor.";

  private SevSnpRecipes() {}

  /** What the flags of the vectors mean. */
  static Map<String, String> flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put(
        "strict-reserved",
        "Refused because octets or bits that the layout reserves are not zero. A target that"
            + " documents that it ignores them may accept; nothing else makes the input"
            + " acceptable.");
    flags.put(
        "hidden-chip",
        "Accepted although the report does not say which chip signed. A target may have a policy"
            + " that wants to know, and then refuses.");
    flags.put(
        "certificate-order",
        "Refused because the signer's certificate does not come first. A target that documents that"
            + " it finds it wherever it stands may accept.");
    flags.put(
        "demand",
        "The verdict rests on a demand in the policy. For a target that cannot be told to demand"
            + " it, the vector is inapplicable, which is not a pass.");
    return flags;
  }

  static VectorFile<SevSnpCase> file() {
    SevSnpBases bases = new SevSnpBases();
    VectorFile<SevSnpCase> file = new VectorFile<>("sev-snp", SevSnpPolicies.all(bases));
    bases(file, bases);
    new SevSnpReportRecipes(file).add();
    new SevSnpSignatureRecipes(file, bases.keys()).add();
    new SevSnpTcbRecipes(file, bases.genoa(), bases.turin()).add();
    new SevSnpPolicyRecipes(file, bases.milan(), bases.genoa()).add();
    new SevSnpDemandRecipes(file, bases.genoa()).add();
    new SevSnpChainRecipes(file, bases.genoa()).add();
    new SevSnpCrlRecipes(file, bases.genoa()).add();
    new SevSnpVekRecipes(file, bases.keys(), bases.milan(), bases.genoa(), bases.turin()).add();
    new SevSnpCloudRecipes(file, bases.genoa()).add();
    new SevSnpTableRecipes(file, bases).add();
    new SevSnpIdBlockRecipes(file, bases).add();
    return file;
  }

  private static void bases(VectorFile<SevSnpCase> file, SevSnpBases bases) {
    file.base(
        "base.v2-milan",
        SevSnpRules.SIGNATURE,
        "Version 2: no processor identification, no author key. The microcode level is above 127,"
            + " so that its INTEGER in the certificate takes two octets.",
        bases.v2Milan());
    file.base(
        "base.v3-milan",
        SevSnpRules.SIGNATURE,
        "Version 3 of the chip of the version 2 base.",
        bases.v3Milan());
    file.base(
        "base.v3-genoa",
        SevSnpRules.SERIAL_ZERO,
        "Version 3, with ID key and author key. The certificate's serial number is zero, as AMD's"
            + " are.",
        bases.v3Genoa());
    file.base(
        "base.v5-turin",
        SevSnpRules.TCB_BELOW,
        "Version 5: mitigations, a TCB version that begins with the FMC level, a chip id of 8"
            + " octets.",
        bases.v5Turin());
    file.base(
        "base.v3-genoa-vlek",
        SevSnpRules.KEY_KIND,
        "Signed with the key of a cloud provider: the chip id is zero, the certificate names none.",
        bases.v3GenoaVlek());
    file.base(
        "base.v3-genoa-small-numbers",
        SevSnpRules.SIGNATURE_RANGE,
        "The numbers r and s are tiny and in range. The key was computed from the signature.",
        bases.v3GenoaSmallNumbers());
    file.base(
        "base.v3-genoa-crl",
        SevSnpRules.REVOKED,
        "With a current revocation list of the root that names another authority.",
        bases.v3GenoaCrl());
    file.base(
        "base.v3-genoa-vmpl-1",
        SevSnpRules.VMPL,
        "VMPL 1 asked for the report, and may.",
        bases.v3GenoaVmpl1());
    file.base(
        "base.v3-genoa-debug",
        SevSnpRules.DEBUG,
        "A debug guest where debugging is allowed.",
        bases.v3GenoaDebug());
    file.base(
        "base.v3-genoa-migration",
        SevSnpRules.MIGRATION,
        "A guest with a migration agent where that is allowed.",
        bases.v3GenoaMigration());
    file.base(
        "base.v3-genoa-demanding",
        SevSnpRules.IDENTITY,
        "The version 3 base under a policy that demands as much as the report can just give.",
        bases.v3Genoa().under("demanding"));
  }
}
