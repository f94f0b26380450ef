package org.ccican.vector.gen;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Defects of the path from the PCK certificate to the root, and of what the certificate says. */
final class IntelChainRecipes extends IntelRecipe {

  IntelChainRecipes(VectorFile<PlannedCase<IntelPlan>> file, IntelFormat format) {
    super(file, format);
  }

  @Override
  void add() {
    order();
    presence();
    path();
    validity();
    extension();
  }

  private void order() {
    accepted(
        "chain.root-in-the-middle",
        "cert.path.complete",
        "The PCK certificate, the root, the authority: real quotes have this order too.",
        plan -> plan.chain = List.of("pck", "root", "authority"));
    accepted(
        "chain.reversed",
        "cert.path.complete",
        "The root first. The chain is a set; who issued whom says the rest.",
        plan -> plan.chain = List.of("root", "authority", "pck"));
    accepted(
        "chain.without-root-and-zero",
        "cert.path.complete",
        "Without the root, which is pinned anyway, and without the zero behind the text.",
        plan -> {
          plan.chain = List.of("pck", "authority");
          plan.chainTail = "";
        });
    refusedFrom(
        "base.authority-in-the-quote-alone",
        "chain.without-authority",
        "cert.path.complete",
        Why.BROKEN_CHAIN,
        "The PCK certificate alone: who issued it is nowhere.",
        plan -> plan.chain = List.of("pck"));
    refused(
        "chain.without-pck",
        "cert.path.complete",
        Why.BROKEN_CHAIN,
        "Root only: no end certificate, and hence nobody who signed.",
        plan -> plan.chain = List.of("root"));
  }

  private void presence() {
    refusedFrom(
        "base.platform-named",
        "chain.platform-named-without-certificate",
        "intel.pck.present",
        Why.ENDORSEMENT_MISSING,
        "The quote names its platform and no certificate came: nothing leads to Intel.",
        plan -> plan.endorsements = List.of());
    refusedFrom(
        "base.platform-named",
        "chain.platform-named-otherwise",
        "intel.pck.certified",
        Why.ENDORSEMENT_MISMATCH,
        "The CPUSVN that the quote names is not the certificate's.",
        plan ->
            plan.certificationData =
                Optional.of(
                    Der.concat(
                        IntelPlan.pattern("encrypted PPID", 64),
                        new byte[320],
                        IntelPlan.pattern("another CPUSVN", 16),
                        IntelPlan.little(plan.extension.pceSvn, 2),
                        plan.extension.pceId)));
    refused(
        "chain.pem-without-end",
        "cert.pem",
        Why.TRUNCATED,
        "A text block begins and does not end.",
        plan ->
            plan.certificationData =
                Optional.of(
                    "-----BEGIN CERTIFICATE-----\nMIIC".getBytes(StandardCharsets.US_ASCII)));
    refused(
        "chain.pck-truncated",
        "cert.malformed",
        Why.MALFORMED,
        "The PCK certificate lacks its last octet.",
        plan -> plan.pck.finish = der -> java.util.Arrays.copyOf(der, der.length - 1));
    refused(
        "chain.pck-ber",
        "cert.der",
        Why.NOT_DETERMINISTIC,
        "The outer length of the PCK certificate takes three octets where two are enough.",
        plan ->
            plan.pck.finish =
                der ->
                    Der.concat(
                        new byte[] {0x30, (byte) 0x83, 0},
                        java.util.Arrays.copyOfRange(der, 2, der.length)));
  }

  private void path() {
    refused(
        "chain.anchor-of-other-key",
        "cert.path.anchor",
        Why.UNTRUSTED_ROOT,
        "What is pinned is a root of the same name and another key.",
        plan -> plan.anchors = List.of("root.other-key"));
    refused(
        "chain.pck-of-other-name",
        "intel.pck.name",
        Why.CERTIFICATE_UNFIT,
        "An end certificate of the right authority that is no PCK certificate by its name.",
        plan -> plan.pck.subject = "Intel SGX Attestation Key");
    refusedFrom(
        "base.authority-in-the-quote-alone",
        "chain.authority-of-other-name",
        "intel.pck.authority",
        Why.CERTIFICATE_UNFIT,
        "The root certified the issuer under a name that is no PCK authority's.",
        plan -> {
          plan.authority.subject = "Intel SGX Attestation CA";
          plan.pck.issuer = "Intel SGX Attestation CA";
        });
    refused(
        "chain.algorithm-sha-384",
        "cert.path.algorithm",
        Why.UNSUPPORTED_ALGORITHM,
        "The PCK certificate is signed with SHA-384.",
        plan -> plan.pck.digest = "SHA-384");
    refused(
        "chain.pck-signed-by-other-key",
        "cert.path.signature",
        Why.INVALID_SIGNATURE,
        "A certificate that names the authority and was signed by another key.",
        plan -> plan.pck.signer = plan.curve.key("somebody else"));
    refusedFrom(
        "base.authority-in-the-quote-alone",
        "chain.authority-is-none",
        "cert.path.authority",
        Why.CERTIFICATE_UNFIT,
        "The issuer of the PCK certificate is no authority.",
        plan -> plan.authority.authority = false);
    refused(
        "chain.root-allows-no-authority",
        "cert.path.length",
        Why.CERTIFICATE_UNFIT,
        "The pinned root allows no authority below it.",
        plan -> plan.anchors = List.of("root.no-authority-below"));
    refusedFrom(
        "base.authority-in-the-quote-alone",
        "chain.authority-for-lists-alone",
        "cert.path.key-usage",
        Why.CERTIFICATE_UNFIT,
        "The authority may sign revocation lists and no certificates.",
        plan -> plan.authority.usage = new int[] {6});
    refused(
        "chain.unknown-critical-extension",
        "cert.path.critical",
        Why.CERTIFICATE_UNFIT,
        "A critical extension that nobody knows.",
        plan -> plan.pck.critical = "1.2.840.113741.1.13.99");
  }

  private void validity() {
    refused(
        "chain.pck-expired",
        "cert.validity.ended",
        Why.CERTIFICATE_EXPIRED,
        "The PCK certificate ended a second before the instant of the verdict.",
        plan -> plan.pck.until = IntelPlan.TIME.minusSeconds(1));
    accepted(
        "chain.pck-in-its-last-second",
        "cert.validity.ended",
        "The instant of the verdict is the last one of the certificate.",
        plan -> plan.pck.until = IntelPlan.TIME);
    refusedFrom(
        "base.authority-in-the-quote-alone",
        "chain.authority-expired",
        "cert.validity.ended",
        Why.CERTIFICATE_EXPIRED,
        "The authority ended before.",
        plan -> plan.authority.until = Instant.parse("2025-11-30T00:00:00Z"));
    refused(
        "chain.pck-not-yet-valid",
        "cert.validity.begun",
        Why.CERTIFICATE_NOT_YET_VALID,
        "The PCK certificate begins a second after the instant of the verdict.",
        plan -> plan.pck.from = IntelPlan.TIME.plusSeconds(1),
        "strict-time");
  }

  private void extension() {
    String rule = "intel.pck.extension";
    refused(
        "pck.without-extension",
        rule,
        Why.MISSING_FIELD,
        "Without Intel's extension nobody knows which firmware the key stands for.",
        plan -> plan.withExtension = false);
    refused(
        "pck.fifteen-components",
        rule,
        Why.MISSING_FIELD,
        "The sixteenth component is missing.",
        plan -> plan.extension.components = java.util.Arrays.copyOf(plan.extension.components, 15));
    refused(
        "pck.component-256",
        rule,
        Why.OUT_OF_RANGE,
        "A component of 256, which an octet cannot hold and a careless reader takes for 0.",
        plan -> plan.extension.components[15] = 256);
    refused(
        "pck.fmspc-5-octets",
        rule,
        Why.MALFORMED,
        "The family has five octets.",
        plan -> plan.extension.fmspc = new byte[] {0, (byte) 0xc0, 0x6f, 0, 0});
    refused(
        "pck.type-3",
        rule,
        Why.OUT_OF_RANGE,
        "A type of SGX that is not defined.",
        plan -> plan.extension.sgxType = 3);
    refused(
        "pck.without-platform",
        "intel.pck.platform",
        Why.ENDORSEMENT_MISMATCH,
        "The authority of platforms issued a certificate that names none.",
        plan -> plan.extension.platform = false);
    refused(
        "pck.p-384",
        "intel.pck.key",
        Why.INVALID_KEY,
        "The certified key is of P-384.",
        plan ->
            plan.pck.publicKey =
                CertificateWriter.ecPublicKey(
                    "1.3.132.0.34",
                    new TestKeys().publicPoint(BigInteger.valueOf(12345)).getEncoded(false)));
  }
}
