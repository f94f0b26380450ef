package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.AppraisalPolicy.NotEvaluated;
import org.ccican.check.CheckPoint;
import org.ccican.check.Checks;
import org.ccican.format.sevsnp.SevSnpDials.Defect;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificateTemplate;
import org.ccican.trust.EmulatedVendor;
import org.ccican.trust.RsaSigner.Scheme;
import org.ccican.trust.TrustAnchors;
import org.ccican.trust.VendorCertificate;
import org.ccican.wire.Bytes;

/** For each guard of SEV-SNP and of certificates an input that it is the first to refuse. */
final class GuardCases {

  private static final SevSnpProduct LINE = SevSnpProduct.MILAN;

  private final EmulatedStack stack;

  GuardCases(EmulatedStack stack) {
    this.stack = stack;
  }

  /** Inputs by the guard's name. */
  Map<String, AppraisalInput> all() throws Rejected {
    Map<String, AppraisalInput> cases = new TreeMap<>();
    dials(cases);
    certificates(cases);
    lists(cases);
    policies(cases);
    return cases;
  }

  private void dials(Map<String, AppraisalInput> cases) throws Rejected {
    for (SevSnpManner manner : SevSnpManner.values()) {
      SevSnpOptions options = EmulatedStack.standard().with(manner);
      for (String defect : options.defects()) {
        AppraisalInput input = stack.input(options.with(new SevSnpDials(Defect.find(defect))));
        String guard = first(stack.appraise(input));
        boolean structural =
            stack.catalogue.find(guard).orElseThrow().kind() == CheckPoint.Kind.STRUCTURAL;
        if (!structural) {
          cases.putIfAbsent(guard, input);
        }
      }
    }
  }

  private void certificates(Map<String, AppraisalInput> cases) throws Rejected {
    AppraisalInput good = stack.input(EmulatedStack.standard());
    Bytes leaf = good.endorsements().get(0);
    Bytes authority = good.endorsements().get(1);
    cases.put("cert.der", good.withEndorsements(List.of(longerLength(leaf), authority)));
    cases.put(
        "cert.path.algorithm",
        good.withEndorsements(
            List.of(
                stack.vendor.issue(
                    chip(good, same()), EmulatedVendor.Key.AUTHORITY, Scheme.PKCS1_SHA384),
                authority)));
    cases.put(
        "cert.path.signature",
        good.withEndorsements(
            List.of(
                stack.vendor.issue(chip(good, same()), EmulatedVendor.Key.OTHER_ROOT), authority)));
    cases.put(
        "cert.path.authority",
        chain(good, same(), each -> each.withAuthority(Optional.empty()), same()));
    cases.put(
        "cert.path.length",
        chain(good, same(), same(), each -> each.withAuthority(Optional.of(0))));
    cases.put(
        "cert.path.key-usage",
        chain(
            good,
            same(),
            each -> each.withKeyUsage(Optional.of(CertificateTemplate.SIGN_LISTS)),
            same()));
    cases.put(
        "cert.path.critical",
        chain(
            good,
            each -> each.withCritical(Map.of("1.3.6.1.4.1.3704.1.99", Bytes.of(5, 0))),
            same(),
            same()));
    cases.put(
        "sev-snp.endorsement.struct-version",
        chain(good, each -> extended(each, "1", EmulatedAmd.integer(2)), same(), same()));
    cases.put(
        "sev-snp.product.known",
        chain(
            good,
            each -> extended(each, "2", Bytes.concat(Bytes.of(0x16, 9), Bytes.utf8("Naples-A0"))),
            same(),
            same()));
    cases.put(
        "sev-snp.product.authority",
        chain(
            good,
            each -> each.withIssuer("SEV-Genoa"),
            each -> each.withSubject("SEV-Genoa"),
            same()));
    cases.put(
        "sev-snp.product.root",
        chain(
            good,
            same(),
            each -> each.withIssuer("ARK-Genoa"),
            each -> each.withIssuer("ARK-Genoa").withSubject("ARK-Genoa")));
  }

  private void lists(Map<String, AppraisalInput> cases) throws Rejected {
    AppraisalInput good = stack.input(EmulatedStack.standard());
    Instant next = EmulatedStack.FROM.plus(Duration.ofDays(365));
    Set<BigInteger> revoked = Set.of(stack.amd.authorityTemplate(LINE).serial());
    Map<String, Bytes> point = Map.of("2.5.29.28", Bytes.of(0x30, 0));
    cases.put(
        "cert.crl.algorithm",
        good.withCrls(
            List.of(list(next, Set.of(), Map.of(), EmulatedVendor.Key.ROOT, Scheme.PKCS1_SHA384))));
    cases.put(
        "cert.crl.signature",
        good.withCrls(
            List.of(
                list(next, Set.of(), Map.of(), EmulatedVendor.Key.OTHER_ROOT, Scheme.PSS_SHA384))));
    cases.put(
        "cert.crl.critical",
        good.withCrls(
            List.of(list(next, Set.of(), point, EmulatedVendor.Key.ROOT, Scheme.PSS_SHA384))));
    cases.put(
        "cert.crl.current",
        good.withCrls(
            List.of(
                list(
                    EmulatedStack.AT.minusSeconds(1),
                    Set.of(),
                    Map.of(),
                    EmulatedVendor.Key.ROOT,
                    Scheme.PSS_SHA384))));
    cases.put(
        "cert.crl.revoked",
        good.withCrls(
            List.of(list(next, revoked, Map.of(), EmulatedVendor.Key.ROOT, Scheme.PSS_SHA384))));
    cases.put(
        "cert.crl.key-usage",
        chain(
            good,
            same(),
            same(),
            each -> each.withKeyUsage(Optional.of(CertificateTemplate.SIGN_CERTIFICATES))));
  }

  private void policies(Map<String, AppraisalInput> cases) throws Rejected {
    AppraisalInput good = stack.input(EmulatedStack.standard());
    AppraisalInput provisional = stack.input(Defect.TCB_COMMITTED_ABOVE_CURRENT);
    assertThat(first(stack.appraise(provisional))).isEqualTo("sev-snp.tcb.committed");
    Map<String, Long> none = Map.of();
    cases.put(
        "sev-snp.tcb.provisional", good.withEvidence(provisional(good)).withPolicy(committed()));
    cases.put(
        "sev-snp.tcb.minimum", good.withPolicy(policy(Map.of("snp", 255L), Map.of(), none, none)));
    cases.put(
        "sev-snp.guest-svn",
        good.withPolicy(policy(Map.of("guest-svn", 1L), Map.of(), none, none)));
    cases.put(
        "sev-snp.policy.bits",
        good.withPolicy(policy(none, Map.of(), Map.of("policy", 1L << 20), none)));
    cases.put(
        "sev-snp.platform.bits",
        good.withPolicy(policy(none, Map.of(), none, Map.of("platform-info", 1L))));
    Bytes other = Bytes.zero(32).flip(0, 0);
    cases.put(
        "sev-snp.host-data", good.withPolicy(policy(none, Map.of("host-data", other), none, none)));
    cases.put(
        "sev-snp.identity",
        good.withPolicy(policy(none, Map.of("image-id", other.slice(0, 16)), none, none)));
  }

  /** The same report from a chip that has committed to less than it runs, signed anew. */
  private Bytes provisional(AppraisalInput good) throws Rejected {
    EmulatedChip chip = EmulatedChip.of(LINE, EmulatedStack.SEED);
    SevSnpReport report =
        SevSnpReport.parse(good.evidence(), Checks.unbroken())
            .with(SevSnpField.COMMITTED_TCB, EmulatedChip.older(chip.tcb()).octets());
    Bytes signature =
        org.ccican.cose.SigningKey.fromSeed(
                org.ccican.cose.CoseAlgorithm.ES384, chip.keySeed(), stack.crypto)
            .sign(report.signedPart());
    return report
        .withBigEndian(SevSnpField.SIGNATURE_R, signature.slice(0, 48))
        .withBigEndian(SevSnpField.SIGNATURE_S, signature.slice(48, 96))
        .write();
  }

  /** The same evidence with a path of changed certificates, the root pinned. */
  private AppraisalInput chain(
      AppraisalInput good,
      UnaryOperator<CertificateTemplate> chip,
      UnaryOperator<CertificateTemplate> authority,
      UnaryOperator<CertificateTemplate> root)
      throws Rejected {
    Bytes top =
        stack.vendor.issue(root.apply(stack.amd.rootTemplate(LINE)), EmulatedVendor.Key.ROOT);
    Bytes middle =
        stack.vendor.issue(
            authority.apply(stack.amd.authorityTemplate(LINE)), EmulatedVendor.Key.ROOT);
    Bytes leaf = stack.vendor.issue(chip(good, chip), EmulatedVendor.Key.AUTHORITY);
    return good.withEndorsements(List.of(leaf, middle))
        .withAnchors(TrustAnchors.parse(List.of(top), Checks.unbroken()));
  }

  private CertificateTemplate chip(AppraisalInput good, UnaryOperator<CertificateTemplate> change)
      throws Rejected {
    VendorCertificate leaf = VendorCertificate.parse(good.endorsements().get(0), Checks.unbroken());
    EmulatedChip chip = EmulatedChip.of(LINE, EmulatedStack.SEED);
    return change.apply(
        stack.amd.chipTemplate(LINE, chip.tcb(), chip.id(), leaf.spki(), EmulatedStack.FROM));
  }

  private Bytes list(
      Instant next,
      Set<BigInteger> revoked,
      Map<String, Bytes> critical,
      EmulatedVendor.Key key,
      Scheme scheme) {
    return stack.vendor.revoke(
        LINE.root(), EmulatedStack.FROM, next, revoked, critical, key, scheme);
  }

  private static CertificateTemplate extended(
      CertificateTemplate template, String id, Bytes value) {
    Map<String, Bytes> extensions = new LinkedHashMap<>(template.extensions());
    extensions.put(SevSnpEndorsement.ARC + id, value);
    return template.withExtensions(extensions);
  }

  /** The outer length in three octets where two are enough: BER and not DER. */
  private static Bytes longerLength(Bytes der) {
    assertThat(der.slice(0, 2)).isEqualTo(Bytes.of(0x30, 0x82));
    return Bytes.concat(Bytes.of(0x30, 0x83, 0), der.slice(2, der.size()));
  }

  private static UnaryOperator<CertificateTemplate> same() {
    return UnaryOperator.identity();
  }

  private static AppraisalPolicy committed() {
    return new AppraisalPolicy(
        false,
        false,
        false,
        false,
        Set.of(0L),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        NotEvaluated.TOLERATED);
  }

  private static AppraisalPolicy policy(
      Map<String, Long> minimum,
      Map<String, Bytes> equal,
      Map<String, Long> set,
      Map<String, Long> clear) {
    return new AppraisalPolicy(
        false, false, false, true, Set.of(0L), minimum, equal, set, clear, NotEvaluated.TOLERATED);
  }

  static String first(Appraisal appraisal) {
    return appraisal.firstFailure().map(each -> each.check()).orElse("");
  }
}
