package org.ccican.format.sgx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.format.intel.Documents;
import org.ccican.format.intel.EnclaveField;
import org.ccican.format.intel.EnclaveReport;
import org.ccican.format.intel.IntelClaims;
import org.ccican.format.intel.IntelLevels;
import org.ccican.format.intel.IntelScene;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;

/** Whether what an authentic report of an enclave says is what the relying party wants. */
final class SgxClaims {

  static final List<EnclaveField> IDENTITY =
      List.of(EnclaveField.ISV_EXT_PROD_ID, EnclaveField.CONFIG_ID, EnclaveField.ISV_FAMILY_ID);

  static final List<EnclaveField> BITS =
      List.of(EnclaveField.ATTRIBUTES, EnclaveField.XFRM, EnclaveField.MISC_SELECT);

  static final List<EnclaveField> VERSIONS = List.of(EnclaveField.ISV_SVN, EnclaveField.CONFIG_SVN);

  private final EnclaveReport report;
  private final IntelScene scene;
  private final Checks checks;
  private final IntelClaims claims;

  SgxClaims(EnclaveReport report, IntelScene scene) {
    this.report = report;
    this.scene = scene;
    this.checks = scene.checks();
    this.claims = new IntelClaims(scene);
  }

  void check(Optional<IntelLevels.Together> levels, Optional<Documents> documents) throws Rejected {
    // spec| Intel SDM §ATTRIBUTES: a debug enclave keeps no secrets
    Rejected.unless(
        checks,
        "sgx.attributes.debug",
        !report.has(EnclaveField.Flag.DEBUG) || scene.policy().allowDebug(),
        Reason.DEBUG_ENABLED,
        () -> "DEBUG is one in the attributes");
    claims.firmware(levels, documents);
    Map<String, Long> bits = new LinkedHashMap<>();
    BITS.forEach(field -> bits.put(field.id(), report.number(field)));
    claims.bits("sgx.attributes.bits", bits);
    claims.measurement("sgx.measurement", report.octets(EnclaveField.MR_ENCLAVE));
    claims.equal(
        "sgx.signer", Map.of(EnclaveField.MR_SIGNER.id(), report.octets(EnclaveField.MR_SIGNER)));
    claims.oneOf(
        "sgx.product", EnclaveField.ISV_PROD_ID.id(), report.number(EnclaveField.ISV_PROD_ID));
    Map<String, Long> versions = new LinkedHashMap<>();
    VERSIONS.forEach(field -> versions.put(field.id(), report.number(field)));
    claims.minimum("sgx.versions", versions);
    Map<String, Bytes> identity = new LinkedHashMap<>();
    IDENTITY.forEach(field -> identity.put(field.id(), report.octets(field)));
    claims.equal("sgx.identity", identity);
    claims.reportData("sgx.report-data", report.octets(EnclaveField.REPORT_DATA));
  }
}
