package org.ccican.format.tdx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.format.intel.Documents;
import org.ccican.format.intel.IntelClaims;
import org.ccican.format.intel.IntelLevels;
import org.ccican.format.intel.IntelScene;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Whether what an authentic report of a TD says is what the relying party wants. */
final class TdxClaims {

  /** Switch: the host may change the TD's memory map unseen; real guests mostly forbid it. */
  static final String SEPT_VE = "sept-ve-enabled";

  static final List<TdField> REGISTERS =
      List.of(TdField.RTMR0, TdField.RTMR1, TdField.RTMR2, TdField.RTMR3);

  static final List<TdField> IDENTITY =
      List.of(TdField.MR_SEAM, TdField.MR_CONFIG_ID, TdField.MR_OWNER, TdField.MR_OWNER_CONFIG);

  static final List<TdField> BITS = List.of(TdField.TD_ATTRIBUTES, TdField.XFAM);

  /** Any of these bits makes the TD one that others may look into. */
  private static final long UNTRUSTED = 0xff;

  private final TdReport report;
  private final IntelScene scene;
  private final Checks checks;
  private final IntelClaims claims;

  TdxClaims(TdReport report, IntelScene scene) {
    this.report = report;
    this.scene = scene;
    this.checks = scene.checks();
    this.claims = new IntelClaims(scene);
  }

  void check(Optional<IntelLevels.Together> levels, Optional<Documents> documents) throws Rejected {
    long attributes = report.number(TdField.TD_ATTRIBUTES);
    // spec| TDX module ABI §ATTRIBUTES: a TD under debug or profiling keeps no secrets
    Rejected.unless(
        checks,
        "tdx.attributes.debug",
        (attributes & UNTRUSTED) == 0 || scene.policy().allowDebug(),
        Reason.DEBUG_ENABLED,
        () -> "bits 0 to 7 of TD_ATTRIBUTES 0x" + Long.toHexString(attributes) + " are not zero");
    claims.firmware(levels, documents);
    // spec| TDX module ABI §ATTRIBUTES: without the bit the host may take away pages unseen
    Rejected.unless(
        checks,
        "tdx.attributes.sept-ve",
        report.has(TdField.Attribute.SEPT_VE_DISABLE) || scene.allows(SEPT_VE),
        Reason.POLICY_VIOLATED,
        () -> "SEPT_VE_DISABLE is zero in TD_ATTRIBUTES");
    // spec| TDX module ABI §ATTRIBUTES: a migratable TD may run on a platform not judged here
    Rejected.unless(
        checks,
        "tdx.attributes.migratable",
        !report.has(TdField.Attribute.MIGRATABLE) || scene.policy().allowMigration(),
        Reason.POLICY_VIOLATED,
        () -> "MIGRATABLE is one in TD_ATTRIBUTES");
    Map<String, Long> bits = new LinkedHashMap<>();
    BITS.forEach(field -> bits.put(field.id(), report.number(field)));
    claims.bits("tdx.attributes.bits", bits);
    serviceTd();
    claims.measurement("tdx.measurement", report.octets(TdField.MR_TD));
    replay();
    claims.equal("tdx.registers", octets(REGISTERS));
    claims.equal("tdx.identity", octets(IDENTITY));
    claims.reportData("tdx.report-data", report.octets(TdField.REPORT_DATA));
  }

  private void serviceTd() throws Rejected {
    if (!TdField.MR_SERVICE_TD.isIn(report.type())) {
      scene.run().notEvaluated("tdx.service-td", "reports of TDX 1.0 do not say");
      return;
    }
    Bytes found = report.octets(TdField.MR_SERVICE_TD);
    Bytes wanted =
        scene.policy().equal().getOrDefault(TdField.MR_SERVICE_TD.id(), Bytes.zero(found.size()));
    // spec| TDX module ABI §SERVTD_HASH: a service TD can do what the policy must know of
    Rejected.unless(
        checks,
        "tdx.service-td",
        found.equals(wanted),
        Reason.POLICY_VIOLATED,
        () -> wanted + " expected in MR_SERVICE_TD, found " + found);
  }

  private void replay() throws Rejected {
    if (scene.input().eventLog().isEmpty()) {
      for (String name : TdxAppraiser.REPLAY) {
        scene.run().notEvaluated(name, "no event log");
      }
      return;
    }
    CcEventLog log = CcEventLog.parse(scene.input().eventLog().get(), checks);
    scene.run().passed(CcEventLog.RULE, log.events().size() + " events");
    List<Bytes> registers = log.replay();
    for (int i = 0; i < REGISTERS.size(); i++) {
      TdField field = REGISTERS.get(i);
      Bytes expected = registers.get(i);
      // spec| TDX module ABI §TDG.MR.RTMR.EXTEND: a register is the sum of what was extended
      Rejected.unless(
          checks,
          "tdx.registers.replay",
          expected.equals(report.octets(field)),
          Reason.MEASUREMENT_MISMATCH,
          () -> field.id() + ": the log gives " + expected + ", found " + report.octets(field));
    }
  }

  private Map<String, Bytes> octets(List<TdField> fields) {
    Map<String, Bytes> octets = new LinkedHashMap<>();
    fields.forEach(field -> octets.put(field.id(), report.octets(field)));
    return octets;
  }
}
