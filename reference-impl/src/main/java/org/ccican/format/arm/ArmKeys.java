package org.ccican.format.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.OrderedChecks;
import org.ccican.check.Checks;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.VerificationKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificatePath;
import org.ccican.trust.Revocation;
import org.ccican.trust.SignatureNames;
import org.ccican.trust.VendorCertificate;
import org.ccican.trust.VendorCrl;
import org.ccican.wire.Bytes;

/**
 * Finds the key with which a token is judged (RFC 9783 section 8): one that the relying party
 * pinned for the instance, or one that a certificate names whose path ends at a pinned root. Raw
 * keys that came with the evidence are nobody's: only anchors are looked at.
 */
public final class ArmKeys {

  /** The checks made here, in order. */
  public static final List<String> CHECKS =
      List.of(
          "arm.key.chain",
          "arm.key.known",
          "cert.malformed",
          "cert.der",
          "cert.path.order",
          "cert.path.complete",
          "cert.path.anchor",
          "cert.path.algorithm",
          "cert.path.signature",
          "cert.path.authority",
          "cert.path.length",
          "cert.path.key-usage",
          "cert.path.critical",
          "cert.validity.begun",
          "cert.validity.ended",
          "cert.crl.malformed",
          "cert.crl.algorithm",
          "cert.crl.key-usage",
          "cert.crl.signature",
          "cert.crl.critical",
          "cert.crl.current",
          "cert.crl.revoked",
          "arm.key.kind",
          "arm.key.instance");

  private static final Set<String> ALGORITHMS =
      Set.of(SignatureNames.ECDSA_SHA256, SignatureNames.ECDSA_SHA384, SignatureNames.ECDSA_SHA512);

  private static final int INSTANCE_SIZE = 33;

  private final AppraisalInput input;
  private final Crypto crypto;
  private final OrderedChecks run;
  private final Checks checks;

  public ArmKeys(AppraisalInput input, Crypto crypto, OrderedChecks run) {
    this.input = input;
    this.crypto = crypto;
    this.run = run;
    this.checks = run.checks();
  }

  /**
   * The instance that a key makes (PSA Attestation API, attestation key): 1, then SHA-256 of the
   * uncompressed point, or of a secret's SHA-256; 33 octets. Devices may have others.
   */
  public static Bytes instance(VerificationKey key) {
    Bytes digest =
        key instanceof VerificationKey.Shared shared
            ? shared.key().fingerprint()
            : Crypto.sha256(((VerificationKey.Public) key).key().point());
    return Bytes.concat(Bytes.of(1), digest);
  }

  /**
   * The key for a token of an instance.
   *
   * @param instance 33 octets; empty where the token names none of that form, which is for the
   *     format to refuse
   * @param derived whether the instance of a certified key must be the one that the key makes; a
   *     certificate names no instance, so nothing else ties the two
   * @throws Rejected if there is none, or its certificate is not to be believed
   */
  public VerificationKey find(ArmToken token, Optional<Bytes> instance, boolean derived)
      throws Rejected {
    List<Bytes> certificates = new ArrayList<>(token.certificates(checks));
    certificates.addAll(input.endorsements());
    run.passed("arm.key.chain", certificates.size() + " certificates");
    List<VerificationKey> usable = input.anchors().keys().stream().filter(token::takes).toList();
    Optional<VerificationKey> own =
        usable.stream().filter(each -> isOf(each, instance)).findFirst();
    boolean certified = token.form() == ArmToken.Form.SIGN1 && !certificates.isEmpty();
    if (own.isEmpty() && certified) {
      run.passed("arm.key.known", "certified");
      return certified(certificates, instance, derived);
    }
    List<VerificationKey> nameless = usable.stream().filter(each -> !isNamed(each)).toList();
    Optional<VerificationKey> found =
        own.or(() -> nameless.stream().filter(token::isBy).findFirst())
            .or(() -> nameless.stream().findFirst());
    VerificationKey key =
        found.orElseThrow(
            () ->
                new Rejected(
                    Reason.UNKNOWN_SIGNER,
                    "arm.key.known",
                    "no key for instance " + instance.map(Bytes::toHex).orElse("of no name")));
    for (String each : CHECKS) {
      if (each.startsWith("cert.")) {
        run.passed(each, "no certificate: the key itself is pinned");
      }
    }
    run.passed("arm.key.known", own.isPresent() ? "pinned for the instance" : "pinned");
    run.passed("arm.key.kind", "");
    if (own.isPresent()) {
      run.passed("arm.key.instance", "");
    } else {
      run.notEvaluated("arm.key.instance", "the pinned key does not say whose it is");
    }
    return key;
  }

  private VerificationKey certified(
      List<Bytes> certificates, Optional<Bytes> instance, boolean derived) throws Rejected {
    List<VendorCertificate> supplied = new ArrayList<>();
    for (Bytes der : certificates) {
      supplied.add(VendorCertificate.parse(der, checks));
    }
    run.passed("cert.malformed", "");
    CertificatePath path = CertificatePath.find(supplied, input.anchors(), crypto, checks);
    run.passed("cert.path.complete", "");
    path.checkAnchor(checks);
    run.passed("cert.path.anchor", path.rootName());
    path.checkSignatures(ALGORITHMS, checks);
    path.checkAuthority(Set.of(), checks);
    path.checkValidity(input.at(), checks);
    revocation(path);
    VerificationKey key = key(path.end());
    run.passed("arm.key.kind", "");
    // spec| RFC 9783 §4.2.1: the instance id identifies the attestation key
    Rejected.unless(
        checks,
        "arm.key.instance",
        !derived || instance.map(instance(key)::equals).orElse(true),
        Reason.ENDORSEMENT_MISMATCH,
        () -> "the certified key makes instance " + instance(key));
    return key;
  }

  private void revocation(CertificatePath path) throws Rejected {
    List<VendorCrl> lists = new ArrayList<>();
    for (Bytes der : input.crls()) {
      lists.add(VendorCrl.parse(der));
    }
    boolean covered = true;
    for (int i = 0; i < path.links().size(); i++) {
      VendorCertificate issued = path.links().get(i).certificate();
      Optional<VendorCertificate> issuer =
          i + 1 < path.links().size()
              ? Optional.of(path.links().get(i + 1).certificate())
              : path.anchor();
      boolean found = false;
      for (VendorCrl list : lists) {
        if (issuer.isPresent() && list.issuer().equals(issuer.get().subject())) {
          found = true;
          Revocation.checkList(
              list, issuer.get(), List.of(issued), input.at(), ALGORITHMS, crypto, checks);
        }
      }
      covered &= found;
    }
    for (String each : CHECKS) {
      if (each.startsWith("cert.crl.") && covered) {
        run.passed(each, "");
      } else if (each.startsWith("cert.crl.")) {
        run.notEvaluated(each, "not every issuer's revocation list is there");
      }
    }
  }

  private VerificationKey key(VendorCertificate certificate) throws Rejected {
    try {
      return new VerificationKey.Public(
          CoseKey.ofSpki(certificate.spki(), crypto), Optional.empty());
    } catch (Rejected e) {
      throw new Rejected(
          Reason.INVALID_KEY, "arm.key.kind", "key of " + certificate.commonName() + " is unknown");
    }
  }

  private static boolean isOf(VerificationKey key, Optional<Bytes> instance) {
    Bytes own = key.name().filter(ArmKeys::isInstance).orElseGet(() -> instance(key));
    return instance.filter(own::equals).isPresent();
  }

  private static boolean isNamed(VerificationKey key) {
    return key.name().filter(ArmKeys::isInstance).isPresent();
  }

  private static boolean isInstance(Bytes name) {
    return name.size() == INSTANCE_SIZE && name.at(0) == 1;
  }
}
