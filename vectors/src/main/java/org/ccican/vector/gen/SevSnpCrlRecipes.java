package org.ccican.vector.gen;

import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** Defects of the root's revocation list. */
final class SevSnpCrlRecipes {

  private static final String CRL = "base.v3-genoa-crl";
  private static final String UNKNOWN_EXTENSION = "1.3.6.1.4.1.3704.1.99";
  private static final long SECOND = 1;

  private final VectorFile<SevSnpCase> file;
  private final SevSnpProduct genoa;

  SevSnpCrlRecipes(VectorFile<SevSnpCase> file, SevSnpProduct genoa) {
    this.file = file;
    this.genoa = genoa;
  }

  void add() {
    crl(
        "ask-revoked",
        SevSnpRules.REVOKED,
        "The root's list names the serial number of the ASK.",
        list -> list.revoking(0x20001L, SevSnpProduct.ASK_SERIAL));
    crl(
        "stale",
        SevSnpRules.CRL_CURRENT,
        "The root's list was to be replaced the second before: what was revoked since is unknown.",
        list -> list.valid(SevSnpProduct.CRL_FROM, SevSnpBases.TIME.minusSeconds(SECOND)));
    crl(
        "not-yet",
        SevSnpRules.CRL_CURRENT,
        "The root's list is of the second after.",
        list -> list.valid(SevSnpBases.TIME.plusSeconds(SECOND), SevSnpProduct.CRL_UNTIL));
    crl(
        "signed-by-other-key",
        SevSnpRules.CRL_SIGNATURE,
        "The list names the root as its issuer, and another key signed it.",
        list -> list.signedBy(genoa.otherKey()));
    crl(
        "pkcs1",
        SevSnpRules.CRL_ALGORITHM,
        "The root signed the list with PKCS #1 v1.5 padding.",
        list -> list.signature(CaSignature.PKCS1_SHA384));
    crl(
        "unknown-critical-extension",
        SevSnpRules.CRL_CRITICAL,
        "The list has a critical extension that nobody knows: it may not be what it seems.",
        list -> list.critical(UNKNOWN_EXTENSION));
    file.refused(
        CRL,
        "crl.root-may-not-sign",
        SevSnpRules.CRL_KEY_USAGE,
        "The trusted root's key usage is signing certificates only.",
        scene -> scene.anchored(genoa.named("ark.without-crl-sign", rootWithoutCrlSign().write())));
    file.refused(
        CRL,
        "crl.truncated",
        SevSnpRules.CRL,
        "The last octet of the list is cut off: a list that cannot be read is not an empty one.",
        scene -> {
          Raw raw = Raw.of(genoa.crl().write());
          return scene.revocation(
              genoa.named("crl.truncated", raw.resize(raw.size() - 1).octets()));
        });
    file.accepted(
        CRL,
        "crl.names-serial-zero",
        SevSnpRules.REVOKED,
        "The root's list names serial number zero, which every VCEK has; the root issued none of"
            + " them, so none is revoked.",
        scene ->
            scene.revocation(
                genoa.named("crl.names-serial-zero", genoa.crl().revoking(0L, 0x20001L).write())));
  }

  private CertificateWriter rootWithoutCrlSign() {
    RSAPrivateCrtKeyParameters key = genoa.arkKey();
    return new CertificateWriter()
        .serial(0x10000)
        .issuer(genoa.arkName(), key)
        .subject(genoa.arkName(), CertificateWriter.rsaPublicKey(key))
        .valid(SevSnpProduct.CA_NOT_BEFORE, SevSnpProduct.CA_NOT_AFTER)
        .keyUsage(true, false)
        .subjectKeyIdentifier(key)
        .basicConstraints(true, -1);
  }

  private void crl(String id, Rule rule, String comment, UnaryOperator<CrlWriter> change) {
    file.refused(
        CRL,
        "crl." + id,
        rule,
        comment,
        scene -> scene.revocation(genoa.named("crl." + id, change.apply(genoa.crl()).write())));
  }
}
