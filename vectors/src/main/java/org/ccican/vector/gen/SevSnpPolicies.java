package org.ccican.vector.gen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/** The policies that the vectors of SEV-SNP are judged under. */
final class SevSnpPolicies {

  private SevSnpPolicies() {}

  static List<TestVector.Policy> all(SevSnpBases bases) {
    return List.of(
        policy("standard", "Guests of VMPL 0 that are neither debugged nor moved.", 0),
        permissive(
            "committed-only",
            "The standard one, and firmware must be committed to: committed equal to current TCB.",
            false,
            false,
            false),
        policy("vmpl-1", "The standard one for a guest below a paravisor: VMPL 1.", 1),
        permissive("debug-allowed", "The standard one, debugging allowed.", true, false, true),
        permissive(
            "migration-allowed", "The standard one, a migration agent allowed.", false, true, true),
        demanding(bases));
  }

  private static TestVector.Policy policy(String name, String comment, int vmpl) {
    return new TestVector.Policy(
        name, comment, false, false, true, List.of(vmpl), Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static TestVector.Policy permissive(
      String name, String comment, boolean debug, boolean migration, boolean provisional) {
    return new TestVector.Policy(
        name,
        comment,
        debug,
        migration,
        provisional,
        List.of(0),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static TestVector.Policy demanding(SevSnpBases bases) {
    Raw report = Raw.of(bases.v3Genoa().input().report());
    Map<String, Integer> minimum = new TreeMap<>();
    for (TcbPart part : bases.genoa().parts()) {
      minimum.put(part.id(), bases.genoa().reported(part));
    }
    minimum.put("guest-svn", report.at(SevSnpLayout.GUEST_SVN));
    Map<String, Octets> equal = new LinkedHashMap<>();
    SevSnpLayout.IDENTITY.forEach(
        field -> equal.put(field.name(), Octets.of(report.slice(field.offset(), field.size()))));
    return new TestVector.Policy(
        "demanding",
        "The standard one, and demands: all four TCB versions part by part, identities, simultaneous"
            + " multithreading allowed and CXL not, memory without aliases and without ciphertext"
            + " hiding.",
        false,
        false,
        true,
        List.of(0),
        minimum,
        equal,
        Map.of("policy", List.of(16), "platform-info", List.of(5)),
        Map.of("policy", List.of(21), "platform-info", List.of(4)));
  }
}
