package org.ccican.vector.gen;

/** The rules of SEV-SNP reports and of AMD's certificates, each with the check that enforces it. */
final class SevSnpRules {

  private static final String ABI = "AMD 56860";
  private static final String KDS = "AMD 57230";
  private static final String X509 = "RFC 5280";
  private static final String RATS = "RFC 9334";
  private static final String ECDSA = "FIPS 186-5";

  static final Rule TRUNCATED =
      rule("sev-snp.report.truncated", Why.TRUNCATED, ABI, "7.3", "SNP-01");
  static final Rule TRAILING =
      rule("sev-snp.report.trailing", Why.TRAILING_OCTETS, ABI, "7.3", "SNP-01");
  static final Rule VERSION =
      rule("sev-snp.report.version", Why.UNKNOWN_VERSION, ABI, "7.3", "SNP-01");
  static final Rule RESERVED =
      rule("sev-snp.report.reserved", Why.RESERVED_NOT_ZERO, ABI, "7.3", "SNP-06");
  static final Rule KEY_INFO =
      rule("sev-snp.key-info.reserved", Why.RESERVED_NOT_ZERO, ABI, "7.3", "SNP-06");
  static final Rule TCB_RESERVED =
      rule("sev-snp.tcb.reserved", Why.RESERVED_NOT_ZERO, ABI, "2.2", "SNP-06", "SNP-17");
  static final Rule POLICY_ONE =
      rule("sev-snp.policy.must-be-one", Why.MALFORMED, ABI, "4.3", "SNP-07");
  static final Rule POLICY_RESERVED =
      rule("sev-snp.policy.reserved", Why.RESERVED_NOT_ZERO, ABI, "4.3", "SNP-06");
  static final Rule AUTHOR_KEY =
      rule("sev-snp.author-key.absent", Why.RESERVED_NOT_ZERO, ABI, "7.3", "SNP-22");
  static final Rule ID_BLOCK =
      rule("sev-snp.id-block.absent", Why.RESERVED_NOT_ZERO, ABI, "8.18", "SNP-21");
  static final Rule ALGORITHM =
      rule("sev-snp.signature.algorithm", Why.UNSUPPORTED_ALGORITHM, ABI, "10.2", "SNP-03");
  static final Rule SIGNING_KEY =
      rule("sev-snp.signature.key", Why.UNKNOWN_SIGNER, ABI, "7.3", "SNP-14");
  static final Rule KEY_KIND =
      rule("sev-snp.endorsement.kind", Why.ENDORSEMENT_MISMATCH, ABI, "7.3", "SNP-14");
  static final Rule BEARER =
      rule("sev-snp.endorsement.bearer", Why.CERTIFICATE_UNFIT, KDS, "3", "SNP-39");
  static final Rule CLOUD =
      rule("sev-snp.endorsement.extension", Why.MALFORMED, KDS, "3", "SNP-39");
  static final Rule PADDING =
      rule("sev-snp.signature.padding", Why.RESERVED_NOT_ZERO, ABI, "10.2", "SNP-04", "SNP-06");
  static final Rule SIGNATURE_RANGE =
      rule("sev-snp.signature.range", Why.INVALID_SIGNATURE, ECDSA, "6.4.2", "SNP-04");
  static final Rule SIGNATURE =
      rule("sev-snp.signature.valid", Why.INVALID_SIGNATURE, ABI, "10.2", "SNP-02");
  static final Rule HIGH_S =
      rule("sev-snp.signature.valid", Why.INVALID_SIGNATURE, ECDSA, "6.4.2", "SNP-05");
  static final Rule PRODUCT =
      rule("sev-snp.product.processor", Why.ENDORSEMENT_MISMATCH, ABI, "7.3", "SNP-16");
  static final Rule PRODUCT_KNOWN =
      rule("sev-snp.product.known", Why.UNKNOWN_FORMAT, ABI, "7.3", "SNP-16");
  static final Rule PRODUCT_AUTHORITY =
      rule("sev-snp.product.authority", Why.ENDORSEMENT_MISMATCH, KDS, "2", "SNP-29");
  static final Rule PRODUCT_ROOT =
      rule("sev-snp.product.root", Why.ENDORSEMENT_MISMATCH, KDS, "2", "SNP-27", "SNP-29");
  static final Rule CHIP =
      rule("sev-snp.endorsement.chip", Why.ENDORSEMENT_MISMATCH, KDS, "3", "SNP-15", "SNP-33");
  static final Rule TCB_BELOW =
      rule("sev-snp.tcb.below-endorsement", Why.TCB_OUTDATED, KDS, "3", "SNP-17", "SNP-18");
  static final Rule TCB_ABOVE =
      rule("sev-snp.tcb.above-endorsement", Why.ENDORSEMENT_MISMATCH, KDS, "3", "SNP-17", "SNP-18");
  static final Rule TCB_COMMITTED =
      rule("sev-snp.tcb.committed", Why.ROLLED_BACK, ABI, "2.2", "SNP-17", "SNP-19");
  static final Rule TCB_REPORTED =
      rule("sev-snp.tcb.reported", Why.ROLLED_BACK, ABI, "2.2", "SNP-17", "SNP-19");
  static final Rule TCB_LAUNCH =
      rule("sev-snp.tcb.launch", Why.ROLLED_BACK, ABI, "2.2", "SNP-17", "SNP-19");
  static final Rule TCB_PROVISIONAL =
      rule("sev-snp.tcb.provisional", Why.TCB_OUTDATED, ABI, "2.2", "SNP-19");
  static final Rule TCB_MINIMUM =
      rule("sev-snp.tcb.minimum", Why.TCB_OUTDATED, RATS, "8.5", "SNP-17", "SNP-19");
  static final Rule DEBUG = rule("sev-snp.policy.debug", Why.DEBUG_ENABLED, ABI, "4.3", "SNP-08");
  static final Rule MIGRATION =
      rule("sev-snp.policy.migration", Why.POLICY_VIOLATED, ABI, "4.3", "SNP-09");
  static final Rule ABI_VERSION =
      rule("sev-snp.policy.abi", Why.POLICY_VIOLATED, ABI, "4.3", "SNP-10");
  static final Rule POLICY_BITS =
      rule("sev-snp.policy.bits", Why.POLICY_VIOLATED, RATS, "8.5", "SNP-13");
  static final Rule PLATFORM_BITS =
      rule("sev-snp.platform.bits", Why.POLICY_VIOLATED, RATS, "8.5", "SNP-13");
  static final Rule PLATFORM_POLICY =
      rule("sev-snp.platform.policy", Why.POLICY_VIOLATED, ABI, "4.3", "SNP-13");
  static final Rule VMPL =
      rule("sev-snp.vmpl.expected", Why.POLICY_VIOLATED, RATS, "8.5", "SNP-11");
  static final Rule HOST = rule("sev-snp.vmpl.guest", Why.POLICY_VIOLATED, ABI, "7.3", "SNP-12");
  static final Rule MEASUREMENT =
      rule("sev-snp.measurement", Why.MEASUREMENT_MISMATCH, RATS, "8.3", "SNP-20");
  static final Rule GUEST_SVN =
      rule("sev-snp.guest-svn", Why.POLICY_VIOLATED, RATS, "8.5", "SNP-21");
  static final Rule HOST_DATA =
      rule("sev-snp.host-data", Why.POLICY_VIOLATED, RATS, "8.5", "SNP-23");
  static final Rule IDENTITY = rule("sev-snp.identity", Why.POLICY_VIOLATED, RATS, "8.5", "SNP-21");
  static final Rule REPORT_DATA =
      rule("sev-snp.report-data", Why.BINDING_MISMATCH, RATS, "10", "SNP-24");

  static final Rule VEK_EXTENSION =
      rule("sev-snp.endorsement.extension", Why.MALFORMED, KDS, "3", "SNP-18", "SNP-33");
  static final Rule VEK_INTEGER =
      rule("sev-snp.endorsement.extension", Why.OUT_OF_RANGE, KDS, "3", "SNP-34");
  static final Rule VEK_VERSION =
      rule("sev-snp.endorsement.struct-version", Why.UNKNOWN_VERSION, KDS, "3", "SNP-18");
  static final Rule VEK_KEY = rule("sev-snp.endorsement.key", Why.INVALID_KEY, KDS, "3", "SNP-02");

  static final Rule COMPLETE =
      rule("cert.path.complete", Why.BROKEN_CHAIN, X509, "6.1.3", "SNP-27");
  static final Rule ORDER =
      rule("cert.path.order", Why.BROKEN_CHAIN, "RFC 8446", "4.4.2", "SNP-27");
  static final Rule ENDORSEMENT =
      rule("sev-snp.endorsement.present", Why.ENDORSEMENT_MISSING, KDS, "4", "SNP-38");
  static final Rule ANCHOR = rule("cert.path.anchor", Why.UNTRUSTED_ROOT, X509, "6.1.1", "SNP-27");
  static final Rule PATH_SIGNATURE =
      rule("cert.path.signature", Why.INVALID_SIGNATURE, X509, "6.1.3", "SNP-28");
  static final Rule PATH_ALGORITHM =
      rule("cert.path.algorithm", Why.UNSUPPORTED_ALGORITHM, KDS, "2", "SNP-28");
  static final Rule AUTHORITY =
      rule("cert.path.authority", Why.CERTIFICATE_UNFIT, X509, "6.1.4", "SNP-29");
  static final Rule PATH_LENGTH =
      rule("cert.path.length", Why.CERTIFICATE_UNFIT, X509, "6.1.4", "SNP-29");
  static final Rule KEY_USAGE =
      rule("cert.path.key-usage", Why.CERTIFICATE_UNFIT, X509, "6.1.4", "SNP-29");
  static final Rule CRITICAL =
      rule("cert.path.critical", Why.CERTIFICATE_UNFIT, X509, "4.2", "SNP-29");
  static final Rule NOT_YET =
      rule("cert.validity.begun", Why.CERTIFICATE_NOT_YET_VALID, X509, "6.1.3", "SNP-30");
  static final Rule EXPIRED =
      rule("cert.validity.ended", Why.CERTIFICATE_EXPIRED, X509, "6.1.3", "SNP-30");
  static final Rule DER = rule("cert.der", Why.NOT_DETERMINISTIC, X509, "4.1", "SNP-29");
  static final Rule CERTIFICATE = rule("cert.malformed", Why.MALFORMED, X509, "4.1", "SNP-29");
  static final Rule SERIAL_ZERO = rule("cert.malformed", Why.MALFORMED, X509, "4.1.2.2", "SNP-32");

  static final Rule REVOKED =
      rule("cert.crl.revoked", Why.CERTIFICATE_REVOKED, X509, "6.3.3", "SNP-31");
  static final Rule CRL = rule("cert.crl.malformed", Why.MALFORMED, X509, "5.1", "SNP-31");
  static final Rule CRL_CURRENT =
      rule("cert.crl.current", Why.REVOCATION_STALE, X509, "5.1.2", "SNP-31");
  static final Rule CRL_SIGNATURE =
      rule("cert.crl.signature", Why.INVALID_SIGNATURE, X509, "6.3.3", "SNP-31");
  static final Rule CRL_ALGORITHM =
      rule("cert.crl.algorithm", Why.UNSUPPORTED_ALGORITHM, KDS, "2", "SNP-31");
  static final Rule CRL_KEY_USAGE =
      rule("cert.crl.key-usage", Why.CERTIFICATE_UNFIT, X509, "6.3.3", "SNP-31");
  static final Rule CRL_CRITICAL =
      rule("cert.crl.critical", Why.CERTIFICATE_UNFIT, X509, "5.2", "SNP-31");

  static final Rule TABLE = table("signer", Why.ENDORSEMENT_MISSING);
  static final Rule TABLE_SINGLE = table("single", Why.MALFORMED);
  static final Rule TABLE_TRUNCATED = table("truncated", Why.TRUNCATED);
  static final Rule TABLE_ENTRIES = table("entries", Why.LIMIT_EXCEEDED);
  static final Rule TABLE_ONCE = table("once", Why.DUPLICATE_KEY);
  static final Rule TABLE_EMPTY = table("empty", Why.MISSING_FIELD);
  static final Rule TABLE_OFFSET = table("offset", Why.OUT_OF_RANGE);
  static final Rule TABLE_BOUNDS = table("bounds", Why.TRUNCATED);
  static final Rule TABLE_OVERLAP = table("overlap", Why.MALFORMED);
  static final Rule TABLE_SLACK = table("slack", Why.RESERVED_NOT_ZERO);
  static final Rule TABLE_CONTENT = table("content", Why.MALFORMED);

  private SevSnpRules() {}

  private static Rule table(String name, Why why) {
    return rule("sev-snp.table." + name, why, "AMD 56421", "4.1.8.1", "SNP-40");
  }

  private static Rule rule(
      String check, Why why, String document, String section, String... requirements) {
    return Rule.of(check, why, document, section, requirements);
  }
}
