package org.ccican.format.intel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckPoint;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.junit.jupiter.api.Test;

/** Each dial of the emulated platforms against the check that claims it. */
class QuoteDefectsTest {

  private record Refusal(String check, Reason reason) {}

  private static final Map<QuoteDefect, Refusal> REFUSALS = refusals();

  /** What another check refuses as well when the first one is broken. */
  private static final Map<String, String> SECOND_LINE =
      Map.of(
          "sgx intel.signature.range", "intel.quote.signature",
          "tdx intel.signature.range", "intel.quote.signature",
          "tdx intel.tcb-info.tee", "tdx.module.identity");

  private final EmulatedIntelStack stack = new EmulatedIntelStack();

  @Test
  void everyVersionIsAccepted() throws Rejected {
    for (int version = 3; version <= 5; version++) {
      for (long tee : tees(version)) {
        Appraisal appraisal =
            stack.appraise(tee, stack.input(tee, EmulatedIntelStack.options(version)));
        assertThat(appraisal.firstFailure()).as(tee + " v" + version).isEmpty();
        assertThat(appraisal.accepted()).as(tee + " v" + version).isTrue();
        assertThat(appraisal.outcomes()).hasSameSizeAs(stack.appraiser(tee).checks());
      }
    }
  }

  @Test
  void everyDialIsRefusedByTheCheckThatNamesItAndByNoOther() throws Rejected {
    assertThat(REFUSALS).containsOnlyKeys(QuoteDefect.values());
    for (int version = 3; version <= 5; version++) {
      for (long tee : tees(version)) {
        for (QuoteDefect defect : QuoteDefect.of(tee, version)) {
          String name = defect.id() + " of " + tee + " v" + version;
          Appraisal appraisal = appraise(tee, version, defect);
          assertThat(appraisal.accepted()).as(name).isFalse();
          CheckOutcome first = appraisal.firstFailure().orElseThrow();
          Refusal wanted = wanted(defect, tee);
          assertThat(new Refusal(first.check(), first.reason().orElseThrow()))
              .as(name + ": " + first.detail())
              .isEqualTo(wanted);
          assertThat(appraisal.outcomes())
              .as(name)
              .filteredOn(each -> each.status() == CheckOutcome.Status.FAILED)
              .hasSize(1);
        }
      }
    }
  }

  @Test
  void noDialIsRefusedForASecondReason() throws Rejected {
    for (long tee : List.of(QuoteLayout.SGX, QuoteLayout.TDX)) {
      for (QuoteDefect defect : QuoteDefect.of(tee, 5)) {
        String check = wanted(defect, tee).check();
        CheckPoint point = stack.catalogue.find(check).orElseThrow();
        if (point.kind() == CheckPoint.Kind.STRUCTURAL) {
          continue;
        }
        BrokenChecks broken = new BrokenChecks(point);
        Appraisal appraisal =
            stack
                .appraiser(tee)
                .appraise(stack.input(tee, EmulatedIntelStack.options(5).with(defect)), broken);
        assertThat(broken.reached()).as(defect.id()).isPositive();
        assertThat(appraisal.firstFailure().map(CheckOutcome::check).orElse(""))
            .as(defect.id())
            .isEqualTo(SECOND_LINE.getOrDefault(id(tee) + " " + check, ""));
      }
    }
  }

  private Appraisal appraise(long tee, int version, QuoteDefect defect) throws Rejected {
    return stack.appraise(tee, stack.input(tee, EmulatedIntelStack.options(version).with(defect)));
  }

  private static List<Long> tees(int version) {
    return version == 3 ? List.of(QuoteLayout.SGX) : List.of(QuoteLayout.SGX, QuoteLayout.TDX);
  }

  /** The check of a technology where each has its own. */
  private static Refusal wanted(QuoteDefect defect, long tee) {
    Refusal refusal = REFUSALS.get(defect);
    return new Refusal(refusal.check().replace("TEE", id(tee)), refusal.reason());
  }

  private static String id(long tee) {
    return tee == QuoteLayout.TDX ? "tdx" : "sgx";
  }

  private static Map<QuoteDefect, Refusal> refusals() {
    Map<QuoteDefect, Refusal> map = new EnumMap<>(QuoteDefect.class);
    put(map, QuoteDefect.TRUNCATED, "intel.quote.truncated", Reason.TRUNCATED);
    put(map, QuoteDefect.TRAILING_OCTET, "intel.quote.consumed", Reason.TRAILING_OCTETS);
    put(map, QuoteDefect.UNKNOWN_VERSION, "intel.quote.version", Reason.UNKNOWN_VERSION);
    put(map, QuoteDefect.TEE_TYPE, "intel.quote.tee-type", Reason.UNKNOWN_FORMAT);
    put(map, QuoteDefect.BODY_SIZE, "intel.quote.body-size", Reason.MALFORMED);
    put(
        map,
        QuoteDefect.CERTIFICATION_OUTER,
        "intel.quote.certification-outer",
        Reason.UNKNOWN_FORMAT);
    put(map, QuoteDefect.KEY_TYPE, "intel.quote.key-type", Reason.UNSUPPORTED_ALGORITHM);
    put(map, QuoteDefect.VENDOR, "intel.quote.vendor", Reason.UNKNOWN_FORMAT);
    put(map, QuoteDefect.HEADER_RESERVED, "intel.quote.reserved", Reason.RESERVED_NOT_ZERO);
    put(
        map,
        QuoteDefect.CERTIFICATION_TYPE,
        "intel.quote.certification-type",
        Reason.UNKNOWN_FORMAT);
    put(map, QuoteDefect.QE_REPORT_RESERVED, "intel.qe-report.reserved", Reason.RESERVED_NOT_ZERO);
    put(map, QuoteDefect.REPORT_RESERVED, "sgx.report.reserved", Reason.RESERVED_NOT_ZERO);
    put(map, QuoteDefect.ATTRIBUTES_RESERVED, "TEE.attributes.reserved", Reason.RESERVED_NOT_ZERO);
    put(map, QuoteDefect.NOT_INITIALISED, "sgx.attributes.init", Reason.MALFORMED);
    put(map, QuoteDefect.COLLATERAL_TWICE, "intel.collateral.single", Reason.MALFORMED);
    put(map, QuoteDefect.PCK_MISSING, "intel.pck.present", Reason.ENDORSEMENT_MISSING);
    put(map, QuoteDefect.AUTHORITY_MISSING, "cert.path.complete", Reason.BROKEN_CHAIN);
    put(map, QuoteDefect.WRONG_ROOT, "cert.path.anchor", Reason.UNTRUSTED_ROOT);
    put(map, QuoteDefect.PCK_NAME, "intel.pck.name", Reason.CERTIFICATE_UNFIT);
    put(map, QuoteDefect.AUTHORITY_NAME, "intel.pck.authority", Reason.CERTIFICATE_UNFIT);
    put(map, QuoteDefect.PCK_SIGNATURE, "cert.path.signature", Reason.INVALID_SIGNATURE);
    put(map, QuoteDefect.PCK_EXPIRED, "cert.validity.ended", Reason.CERTIFICATE_EXPIRED);
    put(
        map,
        QuoteDefect.PCK_NOT_YET_VALID,
        "cert.validity.begun",
        Reason.CERTIFICATE_NOT_YET_VALID);
    put(map, QuoteDefect.PCK_EXTENSION, "intel.pck.extension", Reason.MISSING_FIELD);
    put(map, QuoteDefect.PCK_PLATFORM, "intel.pck.platform", Reason.ENDORSEMENT_MISMATCH);
    put(map, QuoteDefect.PCK_REVOKED, "cert.crl.revoked", Reason.CERTIFICATE_REVOKED);
    put(map, QuoteDefect.AUTHORITY_REVOKED, "cert.crl.revoked", Reason.CERTIFICATE_REVOKED);
    put(map, QuoteDefect.CRL_STALE, "cert.crl.current", Reason.REVOCATION_STALE);
    put(map, QuoteDefect.CRL_ISSUER, "intel.crl.issuer", Reason.ENDORSEMENT_MISMATCH);
    put(map, QuoteDefect.CRL_SIGNATURE, "cert.crl.signature", Reason.INVALID_SIGNATURE);
    put(map, QuoteDefect.SIGNER_NAME, "intel.signer.name", Reason.CERTIFICATE_UNFIT);
    put(map, QuoteDefect.SIGNER_REVOKED, "cert.crl.revoked", Reason.CERTIFICATE_REVOKED);
    put(
        map,
        QuoteDefect.TCB_INFO_REFORMATTED,
        "intel.tcb-info.signature",
        Reason.INVALID_SIGNATURE);
    put(map, QuoteDefect.TCB_INFO_STALE, "intel.tcb-info.current", Reason.EXPIRED);
    put(map, QuoteDefect.TCB_INFO_FUTURE, "intel.tcb-info.current", Reason.EXPIRED);
    put(map, QuoteDefect.TCB_INFO_VERSION, "intel.tcb-info.version", Reason.UNKNOWN_VERSION);
    put(map, QuoteDefect.TCB_INFO_TEE, "intel.tcb-info.tee", Reason.ENDORSEMENT_MISMATCH);
    put(map, QuoteDefect.TCB_INFO_TYPE, "intel.tcb-info.type", Reason.UNKNOWN_FORMAT);
    put(map, QuoteDefect.TCB_INFO_FMSPC, "intel.tcb-info.fmspc", Reason.ENDORSEMENT_MISMATCH);
    put(map, QuoteDefect.TCB_INFO_PCE_ID, "intel.tcb-info.pce-id", Reason.ENDORSEMENT_MISMATCH);
    put(
        map,
        QuoteDefect.QE_IDENTITY_REFORMATTED,
        "intel.qe-identity.signature",
        Reason.INVALID_SIGNATURE);
    put(map, QuoteDefect.QE_IDENTITY_STALE, "intel.qe-identity.current", Reason.EXPIRED);
    put(map, QuoteDefect.QE_IDENTITY_FUTURE, "intel.qe-identity.current", Reason.EXPIRED);
    put(map, QuoteDefect.QE_IDENTITY_VERSION, "intel.qe-identity.version", Reason.UNKNOWN_VERSION);
    put(map, QuoteDefect.QE_IDENTITY_TEE, "intel.qe-identity.tee", Reason.ENDORSEMENT_MISMATCH);
    put(map, QuoteDefect.MODULE_UNKNOWN, "tdx.module.identity", Reason.ENDORSEMENT_MISMATCH);
    put(map, QuoteDefect.MODULE_SIGNER, "tdx.module.signer", Reason.ENDORSEMENT_MISMATCH);
    put(map, QuoteDefect.MODULE_ATTRIBUTES, "tdx.module.attributes", Reason.ENDORSEMENT_MISMATCH);
    put(
        map,
        QuoteDefect.QE_REPORT_SIGNATURE,
        "intel.qe-report.signature",
        Reason.INVALID_SIGNATURE);
    put(map, QuoteDefect.QE_REPORT_DATA, "intel.qe-report.data", Reason.BINDING_MISMATCH);
    put(
        map,
        QuoteDefect.QE_MISC_SELECT,
        "intel.qe-identity.misc-select",
        Reason.ENDORSEMENT_MISMATCH);
    put(map, QuoteDefect.QE_DEBUG, "intel.qe-identity.attributes", Reason.ENDORSEMENT_MISMATCH);
    put(map, QuoteDefect.QE_SIGNER, "intel.qe-identity.signer", Reason.ENDORSEMENT_MISMATCH);
    put(map, QuoteDefect.QE_PRODUCT, "intel.qe-identity.product", Reason.ENDORSEMENT_MISMATCH);
    put(map, QuoteDefect.ATTESTATION_KEY, "intel.quote.attestation-key", Reason.INVALID_KEY);
    put(map, QuoteDefect.R_ZERO, "intel.signature.range", Reason.INVALID_SIGNATURE);
    put(map, QuoteDefect.S_ORDER, "intel.signature.range", Reason.INVALID_SIGNATURE);
    put(map, QuoteDefect.BAD_SIGNATURE, "intel.quote.signature", Reason.INVALID_SIGNATURE);
    put(map, QuoteDefect.TCB_UNSUPPORTED, "intel.tcb.level", Reason.TCB_OUTDATED);
    put(map, QuoteDefect.QE_UNSUPPORTED, "intel.qe-identity.level", Reason.TCB_OUTDATED);
    put(map, QuoteDefect.MODULE_UNSUPPORTED, "tdx.module.level", Reason.TCB_OUTDATED);
    put(map, QuoteDefect.DEBUG, "TEE.attributes.debug", Reason.DEBUG_ENABLED);
    put(
        map,
        QuoteDefect.COLLATERAL_MISSING,
        "intel.collateral.present",
        Reason.ENDORSEMENT_MISSING);
    put(map, QuoteDefect.TCB_OUTDATED, "intel.tcb.status", Reason.TCB_OUTDATED);
    put(map, QuoteDefect.TCB_REVOKED, "intel.tcb.status", Reason.TCB_OUTDATED);
    put(map, QuoteDefect.QE_OUTDATED, "intel.tcb.status", Reason.TCB_OUTDATED);
    put(map, QuoteDefect.MODULE_OUTDATED, "intel.tcb.status", Reason.TCB_OUTDATED);
    put(map, QuoteDefect.SEPT_VE, "tdx.attributes.sept-ve", Reason.POLICY_VIOLATED);
    put(map, QuoteDefect.MIGRATABLE, "tdx.attributes.migratable", Reason.POLICY_VIOLATED);
    put(map, QuoteDefect.SERVICE_TD, "tdx.service-td", Reason.POLICY_VIOLATED);
    put(map, QuoteDefect.WRONG_MEASUREMENT, "TEE.measurement", Reason.MEASUREMENT_MISMATCH);
    put(map, QuoteDefect.WRONG_REGISTER, "tdx.registers.replay", Reason.MEASUREMENT_MISMATCH);
    put(map, QuoteDefect.WRONG_REPORT_DATA, "TEE.report-data", Reason.BINDING_MISMATCH);
    return map;
  }

  private static void put(
      Map<QuoteDefect, Refusal> map, QuoteDefect defect, String check, Reason reason) {
    map.put(defect, new Refusal(check, reason));
  }
}
