package org.ccican.vector.gen;

/** The rules of quotes and of what Intel publishes, each with the check that enforces it. */
final class IntelRules {

  private static final String QUOTE = "DCAP quote";
  private static final String QVL = "Intel QVL";
  private static final String PCS = "Intel PCS";
  private static final String PROFILE = "PCK profile";
  private static final String X509 = "RFC 5280";
  private static final String RATS = "RFC 9334";
  private static final String SDM = "Intel SDM";
  private static final String ABI = "TDX module ABI";

  private final RulePlaces places;

  IntelRules(IntelFormat format) {
    this.places = new RulePlaces(format.name());
    quote();
    certificates();
    documents();
    signatures();
    claims();
  }

  /** The rule that a check enforces, by its name in the table below. */
  Rule rule(String check, Why why) {
    return places.rule(check, why);
  }

  private void quote() {
    places.put("intel.quote.truncated", QUOTE, "A.3", 1);
    places.put("intel.quote.version", QUOTE, "A.4", 1);
    places.put("intel.quote.tee-type", QUOTE, "A.4", 2);
    places.put("intel.quote.body-type", QUOTE, "A.4", 2);
    places.put("intel.quote.body-size", QUOTE, "A.4", 2);
    places.put("intel.quote.certification-outer", QUOTE, "A.4", 5);
    places.put("intel.quote.consumed", QUOTE, "A.4", 4);
    places.put("intel.quote.key-type", QUOTE, "A.4", 2);
    places.put("intel.quote.vendor", QUOTE, "A.4", 2);
    places.put("intel.quote.reserved", QUOTE, "A.4", 3);
    places.put("intel.quote.certification-type", QUOTE, "A.3", 5);
    places.put("intel.quote.trailing", RATS, "8.5", 4);
    places.put("intel.qe-report.reserved", SDM, "REPORT", 3);
    places.put("sgx.report.reserved", SDM, "REPORT", 3);
    places.put("sgx.attributes.reserved", SDM, "ATTRIBUTES", 3);
    places.put("sgx.attributes.init", SDM, "EINIT", 3);
    places.put("tdx.attributes.reserved", ABI, "ATTRIBUTES", 3);
  }

  private void certificates() {
    places.certificates(7);
    places.lists(10);
    places.put("intel.pck.present", QUOTE, "A.3", 5);
    places.put("intel.pck.certified", QUOTE, "A.3", 5);
    places.put("cert.pem", "RFC 7468", "2", 5);
    places.put("cert.path.complete", X509, "6.1", 6);
    places.put("cert.path.anchor", X509, "6.1.1", 6);
    places.put("intel.pck.name", PROFILE, "1.3", 8);
    places.put("intel.pck.authority", PROFILE, "1.2", 8);
    places.put("intel.pck.extension", PROFILE, "1.3.5", 9);
    places.put("intel.pck.platform", PROFILE, "1.3.5", 9);
    places.put("intel.pck.key", PROFILE, "1.3", 9);
    places.put("intel.crl.issuer", PROFILE, "2", 10);
  }

  private void documents() {
    places.put("json.syntax", "RFC 8259", "2", 11);
    places.put("json.limit.values", "RFC 8259", "9", 11);
    places.put("json.duplicate-name", "RFC 8259", "4", 11);
    places.put("json.trailing", "RFC 8259", "2", 11);
    places.put("intel.collateral.single", RATS, "8.4", 28);
    places.put("intel.collateral.malformed", PCS, "version 4", 28);
    places.put("intel.collateral.present", RATS, "8.5", 28);
    places.put("intel.signer.name", PCS, "signing chain", 12);
    places.put("intel.signer.issuer", PCS, "signing chain", 12);
    places.put("intel.signer.key", PCS, "signing chain", 12);
    places.put("intel.tcb-info.signature", PCS, "TCB info", 11);
    places.put("intel.tcb-info.malformed", PCS, "TCB info", 14);
    places.put("intel.tcb-info.version", PCS, "TCB info", 14);
    places.put("intel.tcb-info.current", PCS, "nextUpdate", 13);
    places.put("intel.tcb-info.tee", QVL, "4.1.2.5.10", 14);
    places.put("intel.tcb-info.type", PCS, "TCB info", 14);
    places.put("intel.tcb-info.fmspc", QVL, "4.1.2.5.11", 14);
    places.put("intel.tcb-info.pce-id", QVL, "4.1.2.5.11", 14);
    places.put("intel.qe-identity.signature", PCS, "QE identity", 11);
    places.put("intel.qe-identity.malformed", PCS, "QE identity", 17);
    places.put("intel.qe-identity.version", PCS, "QE identity", 17);
    places.put("intel.qe-identity.current", PCS, "nextUpdate", 13);
    places.put("intel.qe-identity.tee", QVL, "4.1.2.5.15", 17);
  }

  private void signatures() {
    places.put("tdx.module.identity", QVL, "4.1.2.5.12", 30);
    places.put("tdx.module.signer", QVL, "4.1.2.5.12.1", 30);
    places.put("tdx.module.attributes", QVL, "4.1.2.5.12.2", 30);
    places.put("tdx.module.level", QVL, "4.1.2.5.19", 31);
    places.put("intel.signature.range", "FIPS 186-5", "6.4.2", 19);
    places.put("intel.qe-report.signature", QVL, "4.1.2.5.13", 15);
    places.put("intel.qe-report.data", QVL, "4.1.2.5.14", 16);
    places.put("intel.qe-identity.misc-select", QVL, "4.1.2.9.5", 17);
    places.put("intel.qe-identity.attributes", QVL, "4.1.2.9.6", 17);
    places.put("intel.qe-identity.signer", QVL, "4.1.2.9.7", 17);
    places.put("intel.qe-identity.product", QVL, "4.1.2.9.8", 17);
    places.put("intel.quote.attestation-key", QUOTE, "A.3", 18);
    places.put("intel.quote.signature", QVL, "4.1.2.5.17", 18);
    places.put("intel.tcb.level", QVL, "4.1.2.5.18", 20);
    places.put("intel.qe-identity.level", QVL, "4.1.2.9.9", 20);
  }

  private void claims() {
    places.put("intel.tcb.status", RATS, "8.5", 21);
    places.put("intel.tcb.status#relaunch", QVL, "4.1.2.5.20", 21, 32);
    places.put("tdx.module.level#relaunch", QVL, "4.1.2.5.20", 31, 32);
    places.put("intel.tcb.date", RATS, "8.5", 22);
    places.put("intel.tcb.evaluation", PCS, "tcbEvaluationDataNumber", 22);
    places.put("intel.tcb.advisories", RATS, "8.5", 22);
    places.put("sgx.attributes.debug", SDM, "ATTRIBUTES", 23);
    places.put("sgx.attributes.bits", RATS, "8.5", 27);
    places.put("sgx.measurement", RATS, "8.3", 24);
    places.put("sgx.signer", RATS, "8.5", 26);
    places.put("sgx.product", RATS, "8.5", 26);
    places.put("sgx.versions", RATS, "8.5", 26);
    places.put("sgx.identity", RATS, "8.5", 26);
    places.put("sgx.report-data", RATS, "10", 25);
    places.put("tdx.attributes.debug", ABI, "ATTRIBUTES", 23);
    places.put("tdx.attributes.sept-ve", ABI, "ATTRIBUTES", 33);
    places.put("tdx.attributes.migratable", ABI, "ATTRIBUTES", 34);
    places.put("tdx.attributes.bits", RATS, "8.5", 27);
    places.put("tdx.service-td", ABI, "SERVTD_HASH", 34);
    places.put("tdx.measurement", RATS, "8.3", 24);
    places.put("tdx.event-log.malformed", "TCG PFP", "10.2", 35);
    places.put("tdx.event-log.trailing", "TCG PFP", "10.2", 35);
    places.put("tdx.registers.replay", ABI, "TDG.MR.RTMR.EXTEND", 35);
    places.put("tdx.registers", RATS, "8.5", 26);
    places.put("tdx.identity", RATS, "8.5", 26);
    places.put("tdx.report-data", RATS, "10", 25);
  }
}
