package org.ccican.vector.gen;

import java.util.Arrays;
import java.util.Optional;

/** What an authentic quote says, and what the relying party wants. */
final class IntelClaimRecipes extends IntelRecipe {

  IntelClaimRecipes(VectorFile<PlannedCase<IntelPlan>> file, IntelFormat format) {
    super(file, format);
  }

  @Override
  void add() {
    refused(
        "debug.set",
        own("attributes.debug"),
        Why.DEBUG_ENABLED,
        "It may be debugged. Intel's own procedure does not look at that.",
        IntelBaseRecipes::debug);
    common();
    if (format == IntelFormat.SGX) {
      sgx();
    } else {
      tdx();
    }
  }

  private void common() {
    int measurement = format == IntelFormat.SGX ? IntelBodies.MR_ENCLAVE : IntelBodies.MR_TD;
    int reportData = format == IntelFormat.SGX ? 320 : 520;
    refused(
        "measurement.bit",
        own("measurement"),
        Why.MEASUREMENT_MISMATCH,
        "One bit of the measurement is flipped.",
        plan -> plan.body.flip(measurement, 0));
    refused(
        "measurement.unexpected",
        own("measurement"),
        Why.MEASUREMENT_MISMATCH,
        "The measurement is not the reference value.",
        plan -> plan.measurement = IntelPlan.pattern("another release", plan.measurement.length));
    refused(
        "report-data.last-octet",
        own("report-data"),
        Why.BINDING_MISMATCH,
        "The last of the 64 octets differs.",
        plan -> plan.body.flip(reportData + 63, 0));
    refused(
        "report-data.unexpected",
        own("report-data"),
        Why.BINDING_MISMATCH,
        "Evidence for somebody else's nonce.",
        plan -> plan.reportData = IntelPlan.pattern("another nonce", 64));
    refused(
        "report-data.zero",
        own("report-data"),
        Why.BINDING_MISMATCH,
        "All zeros, as evidence that nobody asked for.",
        plan -> plan.body.fill(reportData, 64, 0));
  }

  private void sgx() {
    demanded("mr-signer", "sgx.signer", "Somebody else signed the enclave.", 128);
    demanded("product", "sgx.product", "A product that the policy does not name.", 256);
    demanded("extended-product", "sgx.identity", "Another extended product.", 32);
    demanded("configuration", "sgx.identity", "Another configuration.", 255);
    demanded("family", "sgx.identity", "Another family.", 304);
    version("isv-svn", 258);
    version("config-svn", 260);
    bits("attributes-mode-32", 48, 2, "The enclave is no 64-bit one, and the policy wants that.");
    bits(
        "attributes-provision-key",
        48,
        4,
        "The enclave has provisioning keys, which is forbidden.");
    bits("xfrm", 56, 0, "A state component is missing that the policy wants.");
  }

  private void tdx() {
    refused(
        "attributes.profiling",
        "tdx.attributes.debug",
        Why.DEBUG_ENABLED,
        "Another bit of the group that makes a TD untrusted: profiling.",
        plan -> plan.body.flip(120, 5));
    refused(
        "attributes.sept-ve-enabled",
        "tdx.attributes.sept-ve",
        Why.POLICY_VIOLATED,
        "Pages that the host takes away raise an exception and do not stop the TD.",
        plan -> plan.body.flip(123, 4));
    refused(
        "attributes.migratable",
        "tdx.attributes.migratable",
        Why.POLICY_VIOLATED,
        "The TD may be moved to a platform that nobody judged.",
        plan -> plan.body.flip(123, 5));
    bits(
        "attributes-protection-keys",
        123,
        6,
        "The TD may use protection keys, which is forbidden.");
    bits("xfam", 128, 0, "A state component is missing that the policy wants.");
    refusedFrom(
        "base.v5",
        "service-td.bound",
        "tdx.service-td",
        Why.POLICY_VIOLATED,
        "A service TD is bound to the TD, and the policy knows of none.",
        plan -> plan.body.put(600, IntelPlan.pattern("service TD", 48)));
    demanded("mr-seam", "tdx.identity", "Another module.", 16);
    demanded("mr-config-id", "tdx.identity", "Another configuration.", 231);
    demanded("mr-owner", "tdx.identity", "Another owner.", 232);
    demanded("mr-owner-config", "tdx.identity", "Another configuration of the owner.", 280);
    registers();
  }

  private void registers() {
    for (int i = 0; i < 4; i++) {
      int register = IntelBodies.RTMR0 + 48 * i;
      refused(
          "registers.rtmr" + i,
          "tdx.registers.replay",
          Why.MEASUREMENT_MISMATCH,
          "Register " + i + " does not hold what the log gives.",
          plan -> plan.body.flip(register, 0));
    }
    logged(
        "event-left-out",
        "tdx.registers.replay",
        Why.MEASUREMENT_MISMATCH,
        "The log lacks its last event.",
        log -> Arrays.copyOf(log, log.length - 4 - 4 - 4 - 2 - 48 - 4 - "kernel".length()));
    logged(
        "digest-changed",
        "tdx.registers.replay",
        Why.MEASUREMENT_MISMATCH,
        "The digest of the first event has another bit.",
        log -> {
          byte[] copy = log.clone();
          copy[4 + 4 + 20 + 4 + 33 + 14] ^= 1;
          return copy;
        });
    logged(
        "cut-off",
        "tdx.event-log.malformed",
        Why.TRUNCATED,
        "The log ends within an event.",
        log -> Arrays.copyOf(log, log.length - 1));
    logged(
        "ones-and-something",
        "tdx.event-log.trailing",
        Why.TRAILING_OCTETS,
        "Ones fill the buffer behind the log, and then there is something else.",
        log -> Der.concat(log, new byte[] {-1, -1, -1, -1, 0}));
    file.accepted(
        base(),
        "registers.log-in-a-buffer",
        rule("tdx.event-log.trailing", Why.TRAILING_OCTETS),
        "Ones fill the buffer behind the log.",
        scene ->
            scene.with(
                plan -> {
                  plan.eventLogName = "event-log.in-a-buffer";
                  byte[] ones = new byte[32];
                  Arrays.fill(ones, (byte) -1);
                  plan.eventLog = plan.eventLog.map(log -> Der.concat(log, ones));
                }));
    file.accepted(
        "base.demanding",
        "registers.without-log",
        rule("tdx.registers", Why.POLICY_VIOLATED),
        "No event log: the registers are not replayed.",
        scene -> scene.with(plan -> plan.eventLog = Optional.empty()));
    refusedFrom(
        "registers.without-log",
        "registers.demanded",
        "tdx.registers",
        Why.POLICY_VIOLATED,
        "The last register is not what the policy demands.",
        plan -> plan.body.flip(IntelBodies.RTMR0 + 48 * 3, 0),
        "demand");
  }

  private void logged(
      String id,
      String check,
      Why why,
      String comment,
      java.util.function.UnaryOperator<byte[]> change) {
    refused(
        "event-log." + id,
        check,
        why,
        comment,
        plan -> {
          plan.eventLogName = "event-log." + id;
          plan.eventLog = plan.eventLog.map(change);
        });
  }

  private void demanded(String id, String check, String comment, int offset) {
    refusedFrom(
        "base.demanding",
        "demand." + id,
        check,
        Why.POLICY_VIOLATED,
        comment,
        plan -> plan.body.flip(offset, 7),
        "demand");
  }

  private void version(String id, int offset) {
    refusedFrom(
        "base.demanding",
        "demand." + id,
        "sgx.versions",
        Why.POLICY_VIOLATED,
        "One below the demanded version.",
        plan -> plan.body.add(offset, -1),
        "demand");
  }

  private void bits(String id, int offset, int bit, String comment) {
    refusedFrom(
        "base.demanding",
        "demand." + id,
        own("attributes.bits"),
        Why.POLICY_VIOLATED,
        comment,
        plan -> plan.body.flip(offset, bit),
        "demand");
  }
}
