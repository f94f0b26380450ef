package org.ccican.format.sevsnp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificatePath;
import org.ccican.trust.Revocation;
import org.ccican.trust.SignatureNames;
import org.ccican.trust.VendorCertificate;
import org.ccican.trust.VendorCrl;
import org.ccican.wire.Bytes;

/**
 * Whether a report was signed by a chip that AMD, or an emulated vendor with its own root, vouches
 * for: endorsement, path, and the signature itself. Each check rests on those before it.
 */
final class SevSnpTrust {

  /** What the path proves: the line, and the versions its key was derived for. */
  record Endorsed(SevSnpProduct product, SevSnpEndorsement endorsement) {}

  private static final Set<String> ALGORITHMS = Set.of(SignatureNames.PSS_SHA384);

  /** The order of P-384's base point (SEC 2 section 2.5.1). */
  private static final BigInteger ORDER =
      new BigInteger(
          "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
          16);

  private final SevSnpReport report;
  private final AppraisalInput input;
  private final Crypto crypto;
  private final OrderedChecks run;
  private final Checks checks;

  SevSnpTrust(SevSnpReport report, AppraisalInput input, Crypto crypto, OrderedChecks run) {
    this.report = report;
    this.input = input;
    this.crypto = crypto;
    this.run = run;
    this.checks = run.checks();
  }

  Endorsed check() throws Rejected {
    if (input.endorsements().isEmpty()) {
      throw new Rejected(
          Reason.ENDORSEMENT_MISSING,
          "sev-snp.endorsement.present",
          "no certificate of the key that signed, and no signature is believed without one");
    }
    run.passed("sev-snp.endorsement.present", "");
    SevSnpSupplied supplied = SevSnpSupplied.of(input, named(), run);
    CertificatePath path = path(supplied);
    VendorCertificate certificate = path.end();
    SevSnpEndorsement endorsement =
        crypto
            .remembered()
            .of(
                SevSnpEndorsement.class,
                certificate.der(),
                () -> SevSnpEndorsement.parse(certificate));
    run.passed(SevSnpEndorsement.RULE, "");
    SevSnpProduct product = product(endorsement, path);
    path.checkSignatures(ALGORITHMS, checks);
    path.checkAuthority(Set.of(), checks);
    path.checkValidity(input.at(), checks);
    revocation(path, supplied.crls());
    CoseKey key = key(certificate);
    chip(endorsement, product);
    versions(endorsement.tcb(product), product);
    signature(key);
    return new Endorsed(product, endorsement);
  }

  private CertificatePath path(SevSnpSupplied all) throws Rejected {
    List<VendorCertificate> supplied = new ArrayList<>();
    for (Bytes der : all.certificates()) {
      supplied.add(VendorCertificate.parse(der, crypto.remembered(), checks));
    }
    run.passed("cert.malformed", "");
    CertificatePath path = CertificatePath.find(supplied, input.anchors(), crypto, checks);
    run.passed("cert.path.complete", "");
    path.checkAnchor(checks);
    run.passed("cert.path.anchor", path.rootName());
    return path;
  }

  private SevSnpProduct product(SevSnpEndorsement endorsement, CertificatePath path)
      throws Rejected {
    // spec| AMD 57230 §3: 0, or 1 from Turin on
    Rejected.unless(
        checks,
        "sev-snp.endorsement.struct-version",
        endorsement.structVersion() <= 1,
        Reason.UNKNOWN_VERSION,
        () -> "0 or 1 expected, found " + endorsement.structVersion());
    // spec| AMD 57230 §3: a VCEK is of a chip and a VLEK of a cloud, none of both
    Rejected.unless(
        checks,
        "sev-snp.endorsement.bearer",
        endorsement.chipId().isEmpty() || endorsement.provider().isEmpty(),
        Reason.CERTIFICATE_UNFIT,
        () -> "certificate of a chip and of " + endorsement.provider().orElse(""));
    Optional<SevSnpReport.SigningKeyKind> named = named();
    // spec| AMD 56860 §7.3: the certificate is of the key that SIGNING_KEY names
    Rejected.unless(
        checks,
        "sev-snp.endorsement.kind",
        named.isPresent() && named.equals(endorsement.kind()),
        Reason.ENDORSEMENT_MISMATCH,
        () ->
            "report names key "
                + report.signingKey()
                + ", certificate is "
                + path.end().commonName());
    Optional<SevSnpProduct> processor = processor(endorsement);
    // spec| AMD 57230 §3: the line decides about layouts and authorities
    Rejected.unless(
        checks,
        "sev-snp.product.known",
        processor.isPresent() && endorsement.product().isPresent(),
        Reason.UNKNOWN_FORMAT,
        () -> "processor " + cpuid() + ", certificate of " + endorsement.productName());
    SevSnpProduct product = endorsement.product().or(() -> processor).orElse(SevSnpProduct.MILAN);
    // spec| AMD 57230 §3: processor and certificate are of one line
    Rejected.unless(
        checks,
        "sev-snp.product.processor",
        processor.map(product::equals).orElse(true),
        Reason.ENDORSEMENT_MISMATCH,
        () -> "processor " + cpuid() + " with a certificate of " + endorsement.productName());
    run.passed("sev-snp.product.processor", product.line());
    String authority = path.issuer().map(VendorCertificate::commonName).orElse("");
    String wanted = product.authority(endorsement.kind().orElse(SevSnpReport.SigningKeyKind.VCEK));
    // spec| AMD 57230 §2: each line has authorities of its own
    Rejected.unless(
        checks,
        "sev-snp.product.authority",
        authority.equals(wanted),
        Reason.ENDORSEMENT_MISMATCH,
        () -> "issuer " + wanted + " expected, found " + authority);
    Rejected.unless(
        checks,
        "sev-snp.product.root",
        path.rootName().equals(product.root()),
        Reason.ENDORSEMENT_MISMATCH,
        () -> "root " + product.root() + " expected, found " + path.rootName());
    return product;
  }

  private void revocation(CertificatePath path, List<Bytes> lists) throws Rejected {
    List<VendorCrl> crls = new ArrayList<>();
    for (Bytes der : lists) {
      crls.add(VendorCrl.parse(der, crypto.remembered()));
    }
    if (Revocation.check(path, crls, input.at(), ALGORITHMS, crypto, checks)) {
      run.passed("cert.crl.malformed", "");
      return;
    }
    String why = crls.isEmpty() ? "no revocation list" : "no revocation list of " + path.rootName();
    for (String name : SevSnpAppraiser.ORDER) {
      if (name.startsWith("cert.crl.")) {
        run.notEvaluated(name, why);
      }
    }
  }

  private CoseKey key(VendorCertificate certificate) throws Rejected {
    try {
      CoseKey key = CoseKey.ofSpki(certificate.spki(), crypto);
      if (key.curve() == CoseCurve.P384) {
        run.passed("sev-snp.endorsement.key", "");
        return key;
      }
      throw new Rejected(
          Reason.INVALID_KEY, "sev-snp.endorsement.key", "P-384 expected, found " + key.curve());
    } catch (Rejected e) {
      throw new Rejected(Reason.INVALID_KEY, "sev-snp.endorsement.key", e.getMessage());
    }
  }

  private void chip(SevSnpEndorsement endorsement, SevSnpProduct product) throws Rejected {
    Bytes chip = report.octets(SevSnpField.CHIP_ID);
    if (endorsement.chipId().isEmpty() || chip.isZero()) {
      String why = chip.isZero() ? "the report hides its chip" : "a VLEK is of no chip";
      run.notEvaluated("sev-snp.endorsement.chip", why);
      return;
    }
    Bytes endorsed = endorsement.chipId().orElseThrow().padRight(chip.size());
    // spec| AMD 57230 §3: HWID is the CHIP_ID, of which Turin uses the first eight octets
    Rejected.unless(
        checks,
        "sev-snp.endorsement.chip",
        chip.equals(endorsed),
        Reason.ENDORSEMENT_MISMATCH,
        () -> "certificate of chip " + endorsed + ", report of " + chip);
    run.passed("sev-snp.endorsement.chip", chip.slice(0, product.chipIdSize()).toHex());
  }

  private void versions(SevSnpTcb endorsed, SevSnpProduct product) throws Rejected {
    for (SevSnpField field : SevSnpClaims.TCBS) {
      SevSnpTcb tcb = new SevSnpTcb(product.layout(), report.octets(field));
      // spec| AMD 56860 §2.2: the rest of a TCB version is reserved
      Rejected.unless(
          checks,
          "sev-snp.tcb.reserved",
          tcb.isReservedZero(),
          Reason.RESERVED_NOT_ZERO,
          () -> field + " has reserved octets that are not zero: " + tcb.octets());
    }
    SevSnpTcb reported = new SevSnpTcb(product.layout(), report.octets(SevSnpField.REPORTED_TCB));
    // spec| AMD 57230 §3: the key was derived for exactly the reported versions
    Rejected.unless(
        checks,
        "sev-snp.tcb.below-endorsement",
        reported.olderThan(endorsed).isEmpty(),
        Reason.TCB_OUTDATED,
        () -> "reported " + reported + "; endorsed " + endorsed);
    Rejected.unless(
        checks,
        "sev-snp.tcb.above-endorsement",
        endorsed.olderThan(reported).isEmpty(),
        Reason.ENDORSEMENT_MISMATCH,
        () -> "reported " + reported + "; endorsed " + endorsed);
    run.passed("sev-snp.tcb.above-endorsement", reported.toString());
  }

  private void signature(CoseKey key) throws Rejected {
    Bytes r = report.bigEndian(SevSnpField.SIGNATURE_R);
    Bytes s = report.bigEndian(SevSnpField.SIGNATURE_S);
    // spec| FIPS 186-5 §6.4.2 (1): both are from 1 to n-1; a high S is as good as a low one
    Rejected.unless(
        checks,
        "sev-snp.signature.range",
        inRange(r) && inRange(s),
        Reason.INVALID_SIGNATURE,
        () -> "R or S is zero or not below the order of the curve");
    // spec| AMD 56860 §10.2: over octets 0x000 to 0x29F
    Rejected.unless(
        checks,
        "sev-snp.signature.valid",
        key.verify(CoseAlgorithm.ES384, report.signedPart(), Bytes.concat(r, s), crypto),
        Reason.INVALID_SIGNATURE,
        () -> "the signature is not one of the certified key over octets 0x0 to 0x29f");
  }

  private Optional<SevSnpReport.SigningKeyKind> named() {
    SevSnpReport.SigningKeyKind[] kinds = SevSnpReport.SigningKeyKind.values();
    int key = report.signingKey();
    return key < kinds.length ? Optional.of(kinds[key]) : Optional.empty();
  }

  /** The line of the processor; version 2 does not state it, and then the certificate decides. */
  private Optional<SevSnpProduct> processor(SevSnpEndorsement endorsement) {
    return report.version() < 3
        ? endorsement.product()
        : SevSnpProduct.ofCpuid(
            (int) report.number(SevSnpField.CPUID_FAM_ID),
            (int) report.number(SevSnpField.CPUID_MOD_ID));
  }

  private String cpuid() {
    return report.octets(SevSnpField.CPUID_FAM_ID)
        + "h/"
        + report.octets(SevSnpField.CPUID_MOD_ID)
        + "h";
  }

  private static boolean inRange(Bytes value) {
    BigInteger number = new BigInteger(1, value.toArray());
    return number.signum() > 0 && number.compareTo(ORDER) < 0;
  }
}
