package org.ccican.vector.gen;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Headers, bodies and quoting enclaves that are right, octet by octet at absolute offsets. */
final class IntelBodies {

  static final int MR_ENCLAVE = 64;
  static final int MR_TD = 136;
  static final int RTMR0 = 328;

  private static final List<String> EVENTS = List.of("hand-off block", "boot loader", "kernel");

  private IntelBodies() {}

  static Raw header(IntelFormat format, int version) {
    Raw raw =
        Raw.zero(48)
            .u8(0, version)
            .u8(2, 2)
            .u32(4, format.teeType())
            .put(12, HexFormat.of().parseHex("939a7233f79c4ca9940a0db3957f0607"))
            .put(28, IntelPlan.pattern("QE id", 16));
    return version == 3 ? raw.u8(8, 8).u8(10, 15) : raw;
  }

  static Raw body(IntelPlan plan) {
    return plan.format == IntelFormat.SGX ? enclave(plan) : td(plan);
  }

  static byte[] measurement(IntelPlan plan) {
    return plan.format == IntelFormat.SGX
        ? plan.body.slice(MR_ENCLAVE, 32)
        : plan.body.slice(MR_TD, 48);
  }

  private static Raw enclave(IntelPlan plan) {
    return Raw.zero(384)
        .put(0, plan.extension.cpuSvn)
        .u64(48, 0x85)
        .u64(56, 0xe7)
        .put(32, IntelPlan.pattern("extended product", 16))
        .put(MR_ENCLAVE, IntelPlan.pattern("MRENCLAVE", 32))
        .put(128, IntelPlan.pattern("MRSIGNER", 32))
        .put(192, IntelPlan.pattern("configuration", 64))
        .u8(256, 7)
        .u8(258, 3)
        .u8(260, 2)
        .put(304, IntelPlan.pattern("family", 16))
        .put(320, plan.reportData);
  }

  private static Raw td(IntelPlan plan) {
    boolean later = plan.version == 5;
    Raw raw =
        Raw.zero(later ? 648 : 584)
            .put(0, new byte[] {5, 1, 3})
            .put(16, IntelPlan.pattern("MRSEAM", 48))
            .u64(120, 1L << 28)
            .u64(128, 0xe7)
            .put(MR_TD, IntelPlan.pattern("MRTD", 48))
            .put(184, IntelPlan.pattern("MRCONFIGID", 48))
            .put(232, IntelPlan.pattern("MROWNER", 48))
            .put(280, IntelPlan.pattern("MROWNERCONFIG", 48))
            .put(520, plan.reportData);
    for (int i = 0; i < EVENTS.size(); i++) {
      byte[] digest = TestKeys.sha384(EVENTS.get(i).getBytes(StandardCharsets.UTF_8));
      raw.put(RTMR0 + 48 * i, TestKeys.sha384(new byte[48], digest));
    }
    return later ? raw.put(584, new byte[] {5, 1, 3}) : raw;
  }

  static Raw quotingEnclave(IntelFormat format) {
    return Raw.zero(384)
        .put(0, IntelPlan.pattern("CPUSVN", 16))
        .u64(48, 0x15)
        .u64(56, 0xe7)
        .put(MR_ENCLAVE, IntelPlan.pattern("quoting enclave", 32))
        .put(128, HexFormat.of().parseHex(IntelJson.QE_SIGNER))
        .u8(256, format == IntelFormat.TDX ? 2 : 1)
        .u8(258, 8);
  }

  /** One event for each of the first three registers, behind the header of the log. */
  static byte[] eventLog() {
    byte[] id = "Spec ID Event03\0".getBytes(StandardCharsets.US_ASCII);
    byte[] spec = {0, 0, 0, 0, 0, 2, 105, 2, 1, 0, 0, 0, 0x0c, 0, 48, 0, 0};
    byte[] log =
        Der.concat(
            IntelPlan.little(1, 4),
            IntelPlan.little(3, 4),
            new byte[20],
            IntelPlan.little(id.length + spec.length, 4),
            id,
            spec);
    for (int i = 0; i < EVENTS.size(); i++) {
      byte[] data = EVENTS.get(i).getBytes(StandardCharsets.UTF_8);
      log =
          Der.concat(
              log,
              IntelPlan.little(i + 1, 4),
              IntelPlan.little(13, 4),
              IntelPlan.little(1, 4),
              IntelPlan.little(0x0c, 2),
              TestKeys.sha384(data),
              IntelPlan.little(data.length, 4),
              data);
    }
    return log;
  }
}
