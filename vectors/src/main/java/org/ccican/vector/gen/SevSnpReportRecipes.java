package org.ccican.vector.gen;

import static org.ccican.vector.gen.SevSnpLayout.*;

import java.util.Locale;
import java.util.function.Consumer;

/** Defects of the report's form: size, version, reserved octets and bits, fields out of range. */
final class SevSnpReportRecipes {

  static final String MILAN = "base.v2-milan";
  static final String GENOA = "base.v3-genoa";
  static final String TURIN = "base.v5-turin";

  private final VectorFile<SevSnpCase> file;

  SevSnpReportRecipes(VectorFile<SevSnpCase> file) {
    this.file = file;
  }

  void add() {
    size();
    versions();
    reserved();
    reservedTcb();
    reservedSignature();
    bits();
  }

  private void size() {
    refused(
        "report.empty",
        SevSnpRules.TRUNCATED,
        "No octets at all: there is nothing to judge, and nothing is not a pass.",
        raw -> raw.resize(0));
    refused(
        "report.truncated-by-1",
        SevSnpRules.TRUNCATED,
        "The last octet, a reserved zero, is cut off. A reader of a longer buffer does not notice.",
        raw -> raw.resize(SIZE - 1));
    refused(
        "report.without-signature",
        SevSnpRules.TRUNCATED,
        "Only the signed octets: the signature is cut off.",
        raw -> raw.resize(SIGNED));
    refused(
        "report.trailing-1",
        SevSnpRules.TRAILING,
        "One zero octet too many. Octets outside the layout are outside the signature as well.",
        raw -> raw.resize(SIZE + 1));
    refused(
        "report.trailing-16",
        SevSnpRules.TRAILING,
        "Sixteen zero octets too many, as some transports pad.",
        raw -> raw.resize(SIZE + 16));
  }

  private void versions() {
    version(MILAN, 2, 0, "0");
    version(MILAN, 2, 1, "1");
    version(GENOA, 3, 6, "6");
    version(GENOA, 3, 0xffff_ffffL, "0xffffffff");
    resigned(
        GENOA,
        "report.version-3-big-endian",
        SevSnpRules.VERSION,
        "The version stands big-endian, so that it reads 0x03000000.",
        raw -> raw.u32(VERSION, 0x0300_0000L));
  }

  private void version(String parent, int layout, long version, String name) {
    resigned(
        parent,
        "report.version-" + name,
        SevSnpRules.VERSION,
        "The version is "
            + name
            + ", whose layout nobody has defined; the rest is version "
            + layout
            + ".",
        raw -> raw.u32(VERSION, version));
  }

  private void reserved() {
    reserved(GENOA, "0x04c", 0x04c, "between key information and report data");
    reserved(GENOA, "0x04f", 0x04f, "last before the report data");
    reserved(GENOA, "0x18b", 0x18b, "first after the stepping");
    reserved(GENOA, "0x19f", 0x19f, "last before the chip id");
    reserved(GENOA, "0x1eb", 0x1eb, "after the current firmware's version");
    reserved(GENOA, "0x1ef", 0x1ef, "after the committed firmware's version");
    reserved(GENOA, "0x208", 0x208, "first after the mitigations");
    reserved(GENOA, "0x29f", 0x29f, "the last one that the signature covers");
    reserved(MILAN, "0x188-v2", 0x188, "the family of the processor from version 3 on");
    reserved(GENOA, "0x1f8-v3", 0x1f8, "mitigations at launch from version 5 on");
    reserved(GENOA, "0x200-v3", 0x200, "present mitigations from version 5 on");
  }

  private void reserved(String parent, String id, int offset, String where) {
    resigned(
        parent,
        "report.reserved-" + id + "-nonzero",
        SevSnpRules.RESERVED,
        String.format(
            Locale.ROOT,
            "Reserved octet 0x%03x (%s) is 1. What a target does not know may change what it"
                + " knows.",
            offset,
            where),
        raw -> raw.u8(offset, 1),
        "strict-reserved");
  }

  private void reservedTcb() {
    for (Field tcb : TCBS) {
      reservedTcb(GENOA, tcb, 2);
    }
    reservedTcb(GENOA, TCBS.get(0), 5);
    reservedTcb(TURIN, TCBS.get(0), 4);
    reservedTcb(TURIN, TCBS.get(2), 6);
  }

  private void reservedTcb(String parent, Field tcb, int octet) {
    resigned(
        parent,
        "tcb." + tcb.name() + "-reserved-" + octet + (parent.equals(TURIN) ? "-turin" : ""),
        SevSnpRules.TCB_RESERVED,
        "Octet "
            + octet
            + " of the "
            + tcb.name().replace("-tcb", "")
            + " TCB version, reserved on this product, is 1.",
        raw -> raw.u8(tcb.offset() + octet, 1),
        "strict-reserved");
  }

  private void reservedSignature() {
    unsigned("r-octet-48", R + 48, "the first octet above the 48 of r: read as a number, r+2^384");
    unsigned("r-octet-71", R + 71, "the last octet of the field of r");
    unsigned("s-octet-48", S + 48, "the first octet above the 48 of s: read as a number, s+2^384");
    unsigned("s-octet-71", S + 71, "the last octet of the field of s");
    unsigned("octet-0x330", SIGNATURE_PADDING, "the first octet after s");
    unsigned("octet-0x49f", SIZE - 1, "the last octet of the report");
  }

  private void unsigned(String id, int offset, String what) {
    file.refused(
        GENOA,
        "signature.padding-" + id,
        SevSnpRules.PADDING,
        "Set to 1: "
            + what
            + ". No signature covers it, so whoever carries the report can make a second one of"
            + " it.",
        scene -> scene.edited(raw -> raw.u8(offset, 1)),
        "strict-reserved");
  }

  private void bits() {
    resigned(
        GENOA,
        "policy.bit-17-clear",
        SevSnpRules.POLICY_ONE,
        "Bit 17 of the guest policy, always one, is zero: no firmware launches such a guest.",
        raw -> raw.flip(POLICY + 2, 1));
    resigned(
        GENOA,
        "policy.bit-26-set",
        SevSnpRules.POLICY_RESERVED,
        "The lowest reserved bit of the guest policy is set.",
        raw -> raw.flip(POLICY + 3, 2),
        "strict-reserved");
    resigned(
        GENOA,
        "policy.bit-63-set",
        SevSnpRules.POLICY_RESERVED,
        "The highest reserved bit of the guest policy is set.",
        raw -> raw.flip(POLICY + 7, 7),
        "strict-reserved");
    resigned(
        GENOA,
        "report.key-info-bit-5-set",
        SevSnpRules.KEY_INFO,
        "The lowest reserved bit of the key information is set.",
        raw -> raw.flip(KEY_INFO, 5),
        "strict-reserved");
    resigned(
        GENOA,
        "report.key-info-bit-31-set",
        SevSnpRules.KEY_INFO,
        "The highest reserved bit of the key information is set.",
        raw -> raw.flip(KEY_INFO + 3, 7),
        "strict-reserved");
    resigned(
        GENOA,
        "report.author-key-unannounced",
        SevSnpRules.AUTHOR_KEY,
        "The digest of an author key is there, and the bit that announces it is not.",
        raw -> raw.flip(KEY_INFO, 0));
  }

  private void refused(String id, Rule rule, String comment, Consumer<Raw> change) {
    file.refused(GENOA, id, rule, comment, scene -> scene.edited(change));
  }

  private void resigned(
      String parent, String id, Rule rule, String comment, Consumer<Raw> change, String... flags) {
    file.refused(parent, id, rule, comment, scene -> scene.resigned(change), flags);
  }
}
