package org.ccican.vector.gen;

import java.math.BigInteger;
import java.util.Base64;

/** Defects of revocation lists, and what is on them. */
final class IntelCrlRecipes extends IntelRecipe {

  IntelCrlRecipes(VectorFile<PlannedCase<IntelPlan>> file, IntelFormat format) {
    super(file, format);
  }

  @Override
  void add() {
    String revoked = "cert.crl.revoked";
    published(
        "crl.pck-revoked",
        revoked,
        Why.CERTIFICATE_REVOKED,
        "The PCK certificate is on its authority's list.",
        plan -> plan.pckCrl.revoked.add(BigInteger.valueOf(0x2001)));
    published(
        "crl.authority-revoked",
        revoked,
        Why.CERTIFICATE_REVOKED,
        "The authority is on the root's list.",
        plan -> plan.rootCrl.revoked.add(BigInteger.valueOf(0x1001)));
    published(
        "crl.signer-revoked",
        revoked,
        Why.CERTIFICATE_REVOKED,
        "The signer of Intel's documents is on the root's list.",
        plan -> plan.rootCrl.revoked.add(BigInteger.valueOf(0x1002)));
    acceptedPublished(
        "crl.serial-on-the-other-list",
        revoked,
        "The root's list has the PCK certificate's number, which means another certificate there.",
        plan -> plan.rootCrl.revoked.add(BigInteger.valueOf(0x2001)));
    published(
        "crl.truncated",
        "cert.crl.malformed",
        Why.MALFORMED,
        "The root's list lacks its last octet.",
        plan -> plan.rootCrl.finish = der -> java.util.Arrays.copyOf(der, der.length - 1));
    published(
        "crl.of-the-other-authority",
        "intel.crl.issuer",
        Why.ENDORSEMENT_MISMATCH,
        "The list is the one of processors, and a platform's certificate is looked up in it.",
        plan -> plan.pckCrl.issuer = "Intel SGX PCK Processor CA");
    published(
        "crl.algorithm-sha-384",
        "cert.crl.algorithm",
        Why.UNSUPPORTED_ALGORITHM,
        "The list of PCK certificates is signed with SHA-384.",
        plan -> plan.pckCrl.digest = "SHA-384");
    refusedFrom(
        "base.authority-in-the-quote-alone",
        "crl.authority-for-certificates-alone",
        "cert.crl.key-usage",
        Why.CERTIFICATE_UNFIT,
        "The authority may sign certificates and no lists, and its list is used.",
        plan -> plan.authority.usage = new int[] {5});
    published(
        "crl.signed-by-other-key",
        "cert.crl.signature",
        Why.INVALID_SIGNATURE,
        "The list of PCK certificates is signed by somebody else.",
        plan -> plan.pckCrl.signer = plan.curve.key("somebody else"));
    published(
        "crl.unknown-critical-extension",
        "cert.crl.critical",
        Why.CERTIFICATE_UNFIT,
        "A critical extension may narrow what a list is about.",
        plan -> plan.pckCrl.critical = "1.2.840.113741.1.13.99");
    published(
        "crl.stale",
        "cert.crl.current",
        Why.REVOCATION_STALE,
        "The list of PCK certificates was due for its next update a second ago.",
        plan -> plan.pckCrl.until = IntelPlan.TIME.minusSeconds(1));
    published(
        "crl.root-list-stale",
        "cert.crl.current",
        Why.REVOCATION_STALE,
        "The root's list was due for its next update a second ago.",
        plan -> plan.rootCrl.until = IntelPlan.TIME.minusSeconds(1));
    published(
        "crl.not-yet",
        "cert.crl.current",
        Why.REVOCATION_STALE,
        "The list of PCK certificates is of a second later.",
        plan -> plan.pckCrl.from = IntelPlan.TIME.plusSeconds(1),
        "strict-time");
    acceptedPublished(
        "crl.in-pem",
        "cert.crl.malformed",
        "The root's list in PEM in the place of hex digits.",
        plan ->
            plan.bundle =
                node ->
                    node.put(
                        "root_ca_crl",
                        "-----BEGIN X509 CRL-----\n"
                            + Base64.getEncoder().encodeToString(plan.rootCrl.write(plan.curve))
                            + "\n-----END X509 CRL-----\n"));
  }
}
