package org.ccican.role;

import java.util.Map;
import java.util.Set;

/**
 * Which hardware has which confidential instances (usecase-for-cc-in-network-10 section 4, figures
 * 2 to 6, which agree).
 */
final class InstanceTypes {

  // reading: the column of virtual machines says SEV; the only SEV that the draft defines and
  // refers to is SEV-SNP. TrustZone is asked for by its own name or by that of its evidence, PSA.
  private static final Map<String, Set<String>> HARDWARE =
      Map.of(
          "process", Set.of("trustzone", "psa", "sgx"),
          "container", Set.of("trustzone", "psa", "sgx", "sev-snp", "cca", "tdx", "csv"),
          "vm", Set.of("sev-snp", "cca", "tdx", "csv"));

  private InstanceTypes() {}

  static boolean have(String instanceType, String hardwareType) {
    return HARDWARE.getOrDefault(instanceType, Set.of()).contains(hardwareType);
  }
}
