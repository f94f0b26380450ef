package org.ccican.vector.gen;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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

  /** Where a rule stands, and the numbers of the requirements. */
  private record Place(String document, String section, int... numbers) {}

  private final String prefix;
  private final Map<String, Place> places = new LinkedHashMap<>();

  IntelRules(IntelFormat format) {
    this.prefix = format.name() + "-";
    quote();
    certificates();
    documents();
    signatures();
    claims();
  }

  /**
   * The rule that a check enforces, broken in the way that the reason says.
   *
   * @param check its name; behind a {@code #} the rule, where one check enforces several
   */
  Rule rule(String check, Why why) {
    Place place = places.get(check);
    if (place == null) {
      throw new IllegalArgumentException("no place of " + check);
    }
    String[] requirements = new String[place.numbers().length];
    for (int i = 0; i < requirements.length; i++) {
      requirements[i] = String.format(Locale.ROOT, "%s%02d", prefix, place.numbers()[i]);
    }
    return Rule.of(
        check.replaceFirst("#.*", ""), why, place.document(), place.section(), requirements);
  }

  private void quote() {
    put("intel.quote.truncated", QUOTE, "A.3", 1);
    put("intel.quote.version", QUOTE, "A.4", 1);
    put("intel.quote.tee-type", QUOTE, "A.4", 2);
    put("intel.quote.body-type", QUOTE, "A.4", 2);
    put("intel.quote.body-size", QUOTE, "A.4", 2);
    put("intel.quote.certification-outer", QUOTE, "A.4", 5);
    put("intel.quote.consumed", QUOTE, "A.4", 4);
    put("intel.quote.key-type", QUOTE, "A.4", 2);
    put("intel.quote.vendor", QUOTE, "A.4", 2);
    put("intel.quote.reserved", QUOTE, "A.4", 3);
    put("intel.quote.certification-type", QUOTE, "A.3", 5);
    put("intel.quote.trailing", RATS, "8.5", 4);
    put("intel.qe-report.reserved", SDM, "REPORT", 3);
    put("sgx.report.reserved", SDM, "REPORT", 3);
    put("sgx.attributes.reserved", SDM, "ATTRIBUTES", 3);
    put("sgx.attributes.init", SDM, "EINIT", 3);
    put("tdx.attributes.reserved", ABI, "ATTRIBUTES", 3);
  }

  private void certificates() {
    put("intel.pck.present", QUOTE, "A.3", 5);
    put("intel.pck.certified", QUOTE, "A.3", 5);
    put("cert.pem", "RFC 7468", "2", 5);
    put("cert.malformed", X509, "4.1", 7);
    put("cert.der", X509, "4.1", 7);
    put("cert.path.complete", X509, "6.1", 6);
    put("cert.path.anchor", X509, "6.1.1", 6);
    put("cert.path.algorithm", X509, "4.1.1.2", 7);
    put("cert.path.signature", X509, "6.1.3", 7);
    put("cert.path.authority", X509, "6.1.4", 7);
    put("cert.path.length", X509, "6.1.4", 7);
    put("cert.path.key-usage", X509, "6.1.4", 7);
    put("cert.path.critical", X509, "4.2", 7);
    put("cert.validity.begun", X509, "6.1.3", 7);
    put("cert.validity.ended", X509, "6.1.3", 7);
    put("intel.pck.name", PROFILE, "1.3", 8);
    put("intel.pck.authority", PROFILE, "1.2", 8);
    put("intel.pck.extension", PROFILE, "1.3.5", 9);
    put("intel.pck.platform", PROFILE, "1.3.5", 9);
    put("intel.pck.key", PROFILE, "1.3", 9);
    put("cert.crl.malformed", X509, "5.1", 10);
    put("intel.crl.issuer", PROFILE, "2", 10);
    put("cert.crl.algorithm", X509, "5.1.1.2", 10);
    put("cert.crl.key-usage", X509, "6.3.3", 10);
    put("cert.crl.signature", X509, "6.3.3", 10);
    put("cert.crl.critical", X509, "5.2", 10);
    put("cert.crl.current", X509, "5.1.2", 10);
    put("cert.crl.revoked", X509, "6.3.3", 10);
  }

  private void documents() {
    put("json.syntax", "RFC 8259", "2", 11);
    put("json.limit.values", "RFC 8259", "9", 11);
    put("json.duplicate-name", "RFC 8259", "4", 11);
    put("json.trailing", "RFC 8259", "2", 11);
    put("intel.collateral.single", RATS, "8.4", 28);
    put("intel.collateral.malformed", PCS, "version 4", 28);
    put("intel.collateral.present", RATS, "8.5", 28);
    put("intel.signer.name", PCS, "signing chain", 12);
    put("intel.signer.issuer", PCS, "signing chain", 12);
    put("intel.signer.key", PCS, "signing chain", 12);
    put("intel.tcb-info.signature", PCS, "TCB info", 11);
    put("intel.tcb-info.malformed", PCS, "TCB info", 14);
    put("intel.tcb-info.version", PCS, "TCB info", 14);
    put("intel.tcb-info.current", PCS, "nextUpdate", 13);
    put("intel.tcb-info.tee", QVL, "4.1.2.5.10", 14);
    put("intel.tcb-info.type", PCS, "TCB info", 14);
    put("intel.tcb-info.fmspc", QVL, "4.1.2.5.11", 14);
    put("intel.tcb-info.pce-id", QVL, "4.1.2.5.11", 14);
    put("intel.qe-identity.signature", PCS, "QE identity", 11);
    put("intel.qe-identity.malformed", PCS, "QE identity", 17);
    put("intel.qe-identity.version", PCS, "QE identity", 17);
    put("intel.qe-identity.current", PCS, "nextUpdate", 13);
    put("intel.qe-identity.tee", QVL, "4.1.2.5.15", 17);
  }

  private void signatures() {
    put("tdx.module.identity", QVL, "4.1.2.5.12", 30);
    put("tdx.module.signer", QVL, "4.1.2.5.12.1", 30);
    put("tdx.module.attributes", QVL, "4.1.2.5.12.2", 30);
    put("tdx.module.level", QVL, "4.1.2.5.19", 31);
    put("intel.signature.range", "FIPS 186-5", "6.4.2", 19);
    put("intel.qe-report.signature", QVL, "4.1.2.5.13", 15);
    put("intel.qe-report.data", QVL, "4.1.2.5.14", 16);
    put("intel.qe-identity.misc-select", QVL, "4.1.2.9.5", 17);
    put("intel.qe-identity.attributes", QVL, "4.1.2.9.6", 17);
    put("intel.qe-identity.signer", QVL, "4.1.2.9.7", 17);
    put("intel.qe-identity.product", QVL, "4.1.2.9.8", 17);
    put("intel.quote.attestation-key", QUOTE, "A.3", 18);
    put("intel.quote.signature", QVL, "4.1.2.5.17", 18);
    put("intel.tcb.level", QVL, "4.1.2.5.18", 20);
    put("intel.qe-identity.level", QVL, "4.1.2.9.9", 20);
  }

  private void claims() {
    put("intel.tcb.status", RATS, "8.5", 21);
    put("intel.tcb.status#relaunch", QVL, "4.1.2.5.20", 21, 32);
    put("tdx.module.level#relaunch", QVL, "4.1.2.5.20", 31, 32);
    put("intel.tcb.date", RATS, "8.5", 22);
    put("intel.tcb.evaluation", PCS, "tcbEvaluationDataNumber", 22);
    put("intel.tcb.advisories", RATS, "8.5", 22);
    put("sgx.attributes.debug", SDM, "ATTRIBUTES", 23);
    put("sgx.attributes.bits", RATS, "8.5", 27);
    put("sgx.measurement", RATS, "8.3", 24);
    put("sgx.signer", RATS, "8.5", 26);
    put("sgx.product", RATS, "8.5", 26);
    put("sgx.versions", RATS, "8.5", 26);
    put("sgx.identity", RATS, "8.5", 26);
    put("sgx.report-data", RATS, "10", 25);
    put("tdx.attributes.debug", ABI, "ATTRIBUTES", 23);
    put("tdx.attributes.sept-ve", ABI, "ATTRIBUTES", 33);
    put("tdx.attributes.migratable", ABI, "ATTRIBUTES", 34);
    put("tdx.attributes.bits", RATS, "8.5", 27);
    put("tdx.service-td", ABI, "SERVTD_HASH", 34);
    put("tdx.measurement", RATS, "8.3", 24);
    put("tdx.event-log.malformed", "TCG PFP", "10.2", 35);
    put("tdx.event-log.trailing", "TCG PFP", "10.2", 35);
    put("tdx.registers.replay", ABI, "TDG.MR.RTMR.EXTEND", 35);
    put("tdx.registers", RATS, "8.5", 26);
    put("tdx.identity", RATS, "8.5", 26);
    put("tdx.report-data", RATS, "10", 25);
  }

  private void put(String check, String document, String section, int... numbers) {
    places.put(check, new Place(document, section, numbers));
  }
}
