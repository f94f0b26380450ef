package org.ccican.vector.gen;

import static org.ccican.vector.gen.SevSnpLayout.*;
import static org.ccican.vector.gen.SevSnpReportRecipes.GENOA;
import static org.ccican.vector.gen.SevSnpReportRecipes.MILAN;
import static org.ccican.vector.gen.SevSnpReportRecipes.TURIN;

import java.util.function.Consumer;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/** Authentic reports of another chip or guest than was asked for. */
final class SevSnpPolicyRecipes {

  private static final String VMPL1 = "base.v3-genoa-vmpl-1";
  private static final String MIGRATION = "base.v3-genoa-migration";

  private final VectorFile<SevSnpCase> file;
  private final SevSnpProduct milan;
  private final SevSnpProduct genoa;

  SevSnpPolicyRecipes(VectorFile<SevSnpCase> file, SevSnpProduct milan, SevSnpProduct genoa) {
    this.file = file;
    this.milan = milan;
    this.genoa = genoa;
  }

  void add() {
    identity();
    guestPolicy();
    firmware();
    platform();
    levels();
    measurement();
    reportData();
  }

  private void identity() {
    resigned(
        GENOA,
        "chip-id.other",
        SevSnpRules.CHIP,
        "The chip id differs in its last bit from that of the chip's certificate.",
        raw -> raw.flip(CHIP_ID + 63, 0));
    resigned(
        TURIN,
        "chip-id.tail-nonzero-turin",
        SevSnpRules.CHIP,
        "Turin's chip id has 8 octets; the ninth of the field is 1.",
        raw -> raw.u8(CHIP_ID + 8, 1));
    resigned(
        GENOA,
        "product.cpuid-of-milan",
        SevSnpRules.PRODUCT,
        "The processor says model 01h of family 19h, a Milan; certificates and root are Genoa's.",
        raw -> raw.u8(CPUID + 1, 0x01));
    resigned(
        GENOA,
        "product.cpuid-unknown",
        SevSnpRules.PRODUCT_KNOWN,
        "The processor says family 17h, which has no SEV-SNP.",
        raw -> raw.u8(CPUID, 0x17));
    file.accepted(
        GENOA,
        "product.cpuid-of-siena",
        SevSnpRules.PRODUCT,
        "Model A0h of family 19h: Bergamo and Siena have Genoa's certificate authority.",
        scene -> scene.resigned(raw -> raw.u8(CPUID + 1, 0xa0)));
    file.refused(
        MILAN,
        "product.certificate-of-genoa-v2",
        SevSnpRules.PRODUCT_AUTHORITY,
        "Milan's authority certified the key for a product called Genoa-B1; version 2 of the report"
            + " does not name the processor, and so does not contradict.",
        scene ->
            scene.replacing(
                "vcek",
                "product-genoa",
                milan.vcek().with(VekCertificate.PRODUCT_NAME, Der.ia5("Genoa-B1")).write()));
    file.accepted(
        GENOA,
        "product.both-roots-genoa",
        SevSnpRules.PRODUCT_ROOT,
        "Genoa's and Milan's roots are trusted: the right one is found.",
        scene -> scene.anchored(genoa.ark(), milan.ark()));
    file.refused(
        "product.both-roots-genoa",
        "product.ask-under-root-of-milan",
        SevSnpRules.PRODUCT_ROOT,
        "Genoa's ASK is certified by Milan's root. Both roots are trusted, each for its own.",
        scene ->
            scene.replacing(
                "ask", "under-milan", genoa.askUnder(milan.arkName(), milan.arkKey()).write()));
    file.accepted(
        GENOA,
        "chip-id.hidden",
        SevSnpRules.CHIP,
        "The chip id is all zeros: the host set MASK_CHIP_ID. The key is still that of one chip.",
        scene -> scene.resigned(raw -> raw.fill(CHIP_ID, 64, 0)),
        "hidden-chip");
    file.refused(
        MILAN,
        "product.root-of-genoa",
        SevSnpRules.ANCHOR,
        "Only Genoa's root is trusted: a right Milan chain ends nowhere.",
        scene -> scene.anchored(genoa.ark()));
    file.accepted(
        MILAN,
        "product.both-roots",
        SevSnpRules.ANCHOR,
        "Milan's and Genoa's roots are trusted: the right one is found.",
        scene -> scene.anchored(genoa.ark(), milan.ark()));
  }

  private void guestPolicy() {
    resigned(
        GENOA,
        "policy.debug",
        SevSnpRules.DEBUG,
        "Bit 19 of the guest policy is set: the host may read the guest's memory.",
        raw -> raw.flip(POLICY + 2, 3));
    resigned(
        GENOA,
        "policy.migration",
        SevSnpRules.MIGRATION,
        "Bit 18 of the guest policy is set: an agent may move the guest elsewhere.",
        raw -> raw.flip(POLICY + 2, 2));
    file.refused(
        MIGRATION,
        "policy.migration-not-allowed",
        SevSnpRules.MIGRATION,
        "A guest with a migration agent that one policy allows, under the standard one.",
        scene -> scene.under("standard"));
  }

  private void firmware() {
    resigned(
        GENOA,
        "policy.abi-above-firmware",
        SevSnpRules.ABI_VERSION,
        "The guest policy wants ABI 2.31 and the firmware has 1.55: none launches such a guest.",
        raw -> raw.u8(POLICY + 1, 2));
    file.accepted(
        GENOA,
        "policy.abi-of-firmware",
        SevSnpRules.ABI_VERSION,
        "The guest policy wants ABI 1.55, exactly that of the firmware.",
        scene -> scene.resigned(raw -> raw.u8(POLICY, 55).u8(POLICY + 1, 1)));
  }

  private void platform() {
    resigned(
        GENOA,
        "platform.smt-not-allowed",
        SevSnpRules.PLATFORM_POLICY,
        "Bit 16 of the guest policy is zero, and the platform has SMT.",
        raw -> raw.flip(POLICY + 2, 0));
    resigned(
        GENOA,
        "platform.power-meters",
        SevSnpRules.PLATFORM_POLICY,
        "Bit 23 of the guest policy wants no power meters, and the platform has them.",
        raw -> raw.flip(POLICY + 2, 7));
    resigned(
        GENOA,
        "platform.ciphertext-not-hidden",
        SevSnpRules.PLATFORM_POLICY,
        "Bit 24 of the guest policy wants ciphertext hidden, and the platform does not.",
        raw -> raw.flip(POLICY + 3, 0));
    file.accepted(
        GENOA,
        "platform.as-wanted",
        SevSnpRules.PLATFORM_POLICY,
        "The guest policy wants neither SMT nor power meters and hidden ciphertext, and gets it.",
        scene ->
            scene.resigned(
                raw ->
                    raw.flip(POLICY + 2, 0)
                        .flip(POLICY + 2, 7)
                        .flip(POLICY + 3, 0)
                        .flip(PLATFORM_INFO, 0)
                        .flip(PLATFORM_INFO, 3)
                        .flip(PLATFORM_INFO, 4)));
  }

  private void levels() {
    resigned(
        GENOA,
        "vmpl.4",
        SevSnpRules.VMPL,
        "VMPL 4: guests have the levels 0 to 3.",
        raw -> raw.u32(VMPL, 4));
    resigned(
        GENOA,
        "vmpl.1",
        SevSnpRules.VMPL,
        "VMPL 1 asked for the report, and only VMPL 0 may.",
        raw -> raw.u32(VMPL, 1));
    resigned(
        VMPL1,
        "vmpl.0-instead-of-1",
        SevSnpRules.VMPL,
        "VMPL 0 asked for the report, and only VMPL 1 may: zero is a level like the others.",
        raw -> raw.u32(VMPL, 0));
    resigned(
        GENOA,
        "vmpl.host",
        SevSnpRules.HOST,
        "The host asked for the report (VMPL 0xffffffff): its report data is not the guest's.",
        raw -> raw.u32(VMPL, 0xffff_ffffL));
  }

  private void measurement() {
    file.accepted(
        GENOA,
        "measurement.second-reference-value",
        SevSnpRules.MEASUREMENT,
        "The measurement is the second of the two reference values.",
        scene ->
            scene.resigned(
                raw -> raw.put(MEASUREMENT, scene.expected().measurements().get(1).toArray())));
    for (int octet : new int[] {0, 47}) {
      resigned(
          GENOA,
          "measurement.octet-" + octet,
          SevSnpRules.MEASUREMENT,
          "One bit of octet " + octet + " of the measurement differs from the reference values.",
          raw -> raw.flip(MEASUREMENT + octet, 0));
    }
    resigned(
        GENOA,
        "measurement.zero",
        SevSnpRules.MEASUREMENT,
        "The measurement is all zeros.",
        raw -> raw.fill(MEASUREMENT, 48, 0));
    file.refused(
        GENOA,
        "measurement.other-expected",
        SevSnpRules.MEASUREMENT,
        "The only reference value is that of another release.",
        scene ->
            scene.expecting(
                new TestVector.Expected(
                    scene.expected().reportData(), scene.expected().measurements().subList(1, 2))));
  }

  private void reportData() {
    resigned(
        GENOA,
        "report-data.first-bit",
        SevSnpRules.REPORT_DATA,
        "The first octet of the report data differs in one bit from the expected one.",
        raw -> raw.flip(REPORT_DATA, 0));
    resigned(
        GENOA,
        "report-data.last-bit",
        SevSnpRules.REPORT_DATA,
        "The last octet of the report data differs in one bit: all 64 octets count.",
        raw -> raw.flip(REPORT_DATA + 63, 7));
    resigned(
        GENOA,
        "report-data.first-half-only",
        SevSnpRules.REPORT_DATA,
        "The first 32 octets are as expected, the rest is zero: comparing a prefix accepts it.",
        raw -> raw.fill(REPORT_DATA + 32, 32, 0));
    resigned(
        GENOA,
        "report-data.zero",
        SevSnpRules.REPORT_DATA,
        "The report data is all zeros: the report is bound to nothing.",
        raw -> raw.fill(REPORT_DATA, 64, 0));
    file.refused(
        GENOA,
        "report-data.other-expected",
        SevSnpRules.REPORT_DATA,
        "A right report for yesterday's nonce: other report data is expected.",
        scene -> {
          Raw other = Raw.of(Octets.of(SevSnpBases.reportData())).flip(31, 4);
          return scene.expecting(
              new TestVector.Expected(other.octets(), scene.expected().measurements()));
        });
  }

  private void resigned(String parent, String id, Rule rule, String comment, Consumer<Raw> change) {
    file.refused(parent, id, rule, comment, scene -> scene.resigned(change));
  }
}
