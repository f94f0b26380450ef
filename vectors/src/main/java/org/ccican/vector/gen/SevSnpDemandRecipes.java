package org.ccican.vector.gen;

import static org.ccican.vector.gen.SevSnpLayout.*;

import java.util.function.Consumer;

/** Authentic reports that fall short of what a policy demands beyond the standard. */
final class SevSnpDemandRecipes {

  private static final String DEMANDING = "base.v3-genoa-demanding";

  private final VectorFile<SevSnpCase> file;
  private final SevSnpProduct genoa;

  SevSnpDemandRecipes(VectorFile<SevSnpCase> file, SevSnpProduct genoa) {
    this.file = file;
    this.genoa = genoa;
  }

  void add() {
    minimum();
    identity();
    bits();
  }

  private void minimum() {
    for (TcbPart part : genoa.parts()) {
      int octet = genoa.offset(part);
      String level = part.id().replace('-', ' ') + " level";
      refused(
          "tcb.launch-" + part.id() + "-below-minimum",
          SevSnpRules.TCB_MINIMUM,
          "The guest was launched under a " + level + " one below the demanded one.",
          raw -> raw.add(LAUNCH_TCB + octet, -2));
      refused(
          "tcb.committed-" + part.id() + "-below-minimum",
          SevSnpRules.TCB_MINIMUM,
          "The committed " + level + " is one below the demanded one: the host may go back there.",
          raw -> raw.add(COMMITTED_TCB + octet, -3));
    }
    refused(
        "guest-svn.below-minimum",
        SevSnpRules.GUEST_SVN,
        "The guest's security version is one below the demanded one.",
        raw -> raw.add(GUEST_SVN, -1));
    file.accepted(
        DEMANDING,
        "guest-svn.above-minimum",
        SevSnpRules.GUEST_SVN,
        "The guest's security version is 256, whose lowest octet is zero: the number counts.",
        scene -> scene.resigned(raw -> raw.u32(GUEST_SVN, 256)),
        "demand");
  }

  private void identity() {
    for (Field field : IDENTITY) {
      Rule rule = field.offset() == HOST_DATA ? SevSnpRules.HOST_DATA : SevSnpRules.IDENTITY;
      String name = field.name().replace('-', ' ');
      refused(
          "identity." + field.name() + "-last-bit",
          rule,
          "The last octet of the " + name + " differs in one bit from the demanded one.",
          raw -> raw.flip(field.offset() + field.size() - 1, 7));
    }
    refused(
        "identity.host-data-second-half-zero",
        SevSnpRules.HOST_DATA,
        "The first 16 octets of the host data are as demanded, the rest is zero.",
        raw -> raw.fill(HOST_DATA + 16, 16, 0));
  }

  private void bits() {
    refused(
        "policy.smt-not-allowed",
        SevSnpRules.POLICY_BITS,
        "Bit 16 of the guest policy is zero and demanded to be one; the platform has no SMT.",
        raw -> raw.flip(POLICY + 2, 0).flip(PLATFORM_INFO, 0));
    refused(
        "policy.cxl-allowed",
        SevSnpRules.POLICY_BITS,
        "Bit 21 of the guest policy is one and demanded to be zero.",
        raw -> raw.flip(POLICY + 2, 5));
    refused(
        "platform.alias-check-missing",
        SevSnpRules.PLATFORM_BITS,
        "Bit 5 of the platform information is zero: memory was not checked for aliases.",
        raw -> raw.flip(PLATFORM_INFO, 5));
    refused(
        "platform.ciphertext-hiding",
        SevSnpRules.PLATFORM_BITS,
        "Bit 4 of the platform information is one and demanded to be zero.",
        raw -> raw.flip(PLATFORM_INFO, 4));
  }

  private void refused(String id, Rule rule, String comment, Consumer<Raw> change) {
    file.refused(DEMANDING, id, rule, comment, scene -> scene.resigned(change), "demand");
  }
}
