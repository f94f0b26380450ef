package org.ccican.vector.gen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;

/** The policies that the vectors of quotes are judged under. */
final class IntelPolicies {

  private static final long DATE = java.time.Instant.parse("2025-05-14T00:00:00Z").getEpochSecond();

  private IntelPolicies() {}

  static List<TestVector.Policy> all(IntelFormat format) {
    return List.of(
        policy("standard", "Up to date, not debugged.", false, Map.of(), Map.of()),
        policy("debug-allowed", "The standard one, debugging allowed.", true, Map.of(), Map.of()),
        policy(
            "nothing-trailing",
            "The standard one, and nothing may follow the quote.",
            false,
            Map.of("trailing-octets", false),
            Map.of()),
        policy(
            "without-collateral",
            "The standard one, and no word of Intel's on the firmware is needed.",
            false,
            Map.of("missing-collateral", true),
            Map.of()),
        policy(
            "hardening-accepted",
            "The standard one, and a platform that needs software to be hardened is good enough.",
            false,
            Map.of(),
            Map.of("tcb-status", List.of("SWHardeningNeeded", "UpToDate"))),
        policy(
            "relaunch-accepted",
            "The standard one, and a TD that ought to be launched again is good enough.",
            false,
            Map.of(),
            Map.of("tcb-status", List.of("TDRelaunchAdvised", "UpToDate"))),
        demanding(format));
  }

  private static TestVector.Policy policy(
      String name,
      String comment,
      boolean debug,
      Map<String, Boolean> allowed,
      Map<String, List<String>> oneOf) {
    return new TestVector.Policy(
        name, comment, debug, false, true, List.of(), Map.of(), Map.of(), Map.of(), Map.of(),
        allowed, oneOf);
  }

  private static TestVector.Policy demanding(IntelFormat format) {
    boolean sgx = format == IntelFormat.SGX;
    Map<String, Integer> minimum = new LinkedHashMap<>();
    minimum.put("tcb-evaluation-data-number", 19);
    minimum.put("tcb-date", (int) DATE);
    Map<String, Octets> equal = new LinkedHashMap<>();
    Map<String, List<String>> oneOf = new LinkedHashMap<>();
    oneOf.put("advisories", List.of("INTEL-SA-00001"));
    if (sgx) {
      minimum.put("isv-svn", 3);
      minimum.put("config-svn", 2);
      oneOf.put("isv-prod-id", List.of("7", "8"));
      equal.put("mr-signer", pattern("MRSIGNER", 32));
      equal.put("isv-ext-prod-id", pattern("extended product", 16));
      equal.put("config-id", pattern("configuration", 64));
      equal.put("isv-family-id", pattern("family", 16));
    } else {
      equal.put("mr-seam", pattern("MRSEAM", 48));
      equal.put("mr-config-id", pattern("MRCONFIGID", 48));
      equal.put("mr-owner", pattern("MROWNER", 48));
      equal.put("mr-owner-config", pattern("MROWNERCONFIG", 48));
      equal.put("rtmr3", new Octets("00".repeat(48)));
    }
    return new TestVector.Policy(
        "demanding",
        "The standard one, and demands as much as the quote can just give.",
        false,
        false,
        true,
        List.of(),
        minimum,
        equal,
        sgx ? Map.of("attributes", List.of(2), "xfrm", List.of(0)) : Map.of("xfam", List.of(0)),
        sgx ? Map.of("attributes", List.of(4)) : Map.of("td-attributes", List.of(30)),
        Map.of(),
        oneOf);
  }

  private static Octets pattern(String name, int size) {
    return Octets.of(IntelPlan.pattern(name, size));
  }
}
