package org.ccican.vector.gen;

import static org.ccican.vector.gen.PsaRecipe.flipped;
import static org.ccican.vector.gen.PsaRecipe.resized;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.gen.DeviceKeys.Curve;

/** Whose key the platform's is: pinned by instance, or certified (draft section 7). */
final class CcaKeyRecipes extends CcaRecipe {

  private static final String REVOCATION = "base.certified-crl";

  CcaKeyRecipes(VectorFile<PlannedCase<CcaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    keys();
    chain();
    certificates();
    validity();
    lists();
  }

  private void keys() {
    refused(
        "key.other-instance",
        "arm.key.known",
        Why.UNKNOWN_SIGNER,
        "The pinned key is of another instance. Whether it signed does not matter.",
        platformClaim(CcaPlan.INSTANCE, PlainCbor.octets(other(Curve.P384))));
    refused(
        "key.of-another-kind",
        "cca.platform.key",
        Why.ALGORITHM_MISMATCH,
        "The pinned key is of Ed25519, the algorithm ES384.",
        plan ->
            plan.anchors =
                List.of(
                    new NamedOctets(
                        "key.ed25519", Octets.of(DeviceKeys.edwards(CcaPlan.PLATFORM_OWNER)))));
    refusedFrom(
        CERTIFIED,
        "key.certified-for-another-instance",
        "arm.key.instance",
        Why.ENDORSEMENT_MISMATCH,
        "The key is certified, the instance is not the one that it makes.",
        platformClaim(CcaPlan.INSTANCE, PlainCbor.octets(other(Curve.P256))),
        "derived-instance");
  }

  private static byte[] other(Curve curve) {
    return flipped(PsaPlan.instance(curve), 32);
  }

  private void chain() {
    refusedFrom(
        CERTIFIED,
        "chain.authority-first",
        "cert.path.order",
        Why.BROKEN_CHAIN,
        "The authority's certificate comes before the platform's.",
        plan -> plan.chain.order = list -> List.of(list.get(1), list.get(0)),
        "certificate-order");
    refusedFrom(
        CERTIFIED,
        "chain.without-authority",
        "cert.path.complete",
        Why.BROKEN_CHAIN,
        "The authority's certificate is missing.",
        plan -> plan.chain.order = list -> List.of(list.get(0)));
    refusedFrom(
        CERTIFIED,
        "chain.other-root",
        "cert.path.anchor",
        Why.UNTRUSTED_ROOT,
        "The authority is certified by a root of the same name and another key.",
        plan ->
            plan.chain.change(
                "authority", "other-root", it -> it.signer = new P256().key("another root")));
  }

  private void certificates() {
    device("not-der", "cert.der", Why.NOT_DETERMINISTIC, it -> it.finish = CcaKeyRecipes::longer);
    device("cut", "cert.malformed", Why.MALFORMED, it -> it.finish = octets -> resized(octets, -1));
    device("sha1", "cert.path.algorithm", Why.UNSUPPORTED_ALGORITHM, it -> it.digest = "SHA-1");
    device(
        "other-signer",
        "cert.path.signature",
        Why.INVALID_SIGNATURE,
        it -> it.signer = new P256().key("somebody else"));
    device(
        "critical",
        "cert.path.critical",
        Why.CERTIFICATE_UNFIT,
        it -> it.critical = "1.3.6.1.4.1.99999.1");
    device(
        "secp256k1",
        "arm.key.kind",
        Why.INVALID_KEY,
        it ->
            it.publicKey =
                CertificateWriter.ecPublicKey(
                    "1.3.132.0.10", DeviceKeys.point(Curve.P256, CcaPlan.PLATFORM_OWNER)));
    changed(
        "authority",
        "is-none",
        "cert.path.authority",
        Why.CERTIFICATE_UNFIT,
        it -> it.authority = false);
    changed(
        "authority",
        "for-lists-only",
        "cert.path.key-usage",
        Why.CERTIFICATE_UNFIT,
        it -> it.usage = new int[] {6});
    changed(
        "root",
        "of-length-zero",
        "cert.path.length",
        Why.CERTIFICATE_UNFIT,
        it -> it.pathLength = 0);
  }

  private void validity() {
    device(
        "early",
        "cert.validity.begun",
        Why.CERTIFICATE_NOT_YET_VALID,
        it -> it.from = Instant.parse("2026-01-01T00:00:01Z"));
    device(
        "late",
        "cert.validity.ended",
        Why.CERTIFICATE_EXPIRED,
        it -> it.until = Instant.parse("2025-12-31T23:59:59Z"));
  }

  /** The outer length, which takes two octets, in three. */
  private static byte[] longer(byte[] der) {
    return Der.concat(new byte[] {der[0], (byte) 0x83, 0}, Arrays.copyOfRange(der, 2, der.length));
  }

  private void device(String id, String check, Why why, Consumer<IntelCertificate> change) {
    changed("device", id, check, why, change);
  }

  private void changed(
      String certificate, String id, String check, Why why, Consumer<IntelCertificate> change) {
    refusedFrom(
        CERTIFIED,
        "certificate." + certificate + "-" + id,
        check,
        why,
        "The " + certificate + "'s certificate: " + id.replace('-', ' ') + ".",
        plan -> plan.chain.change(certificate, id, change));
  }

  private void lists() {
    list("cut", "cert.crl.malformed", Why.MALFORMED, it -> it.finish = all -> resized(all, -1));
    list("sha1", "cert.crl.algorithm", Why.UNSUPPORTED_ALGORITHM, it -> it.digest = "SHA-1");
    list(
        "other-signer",
        "cert.crl.signature",
        Why.INVALID_SIGNATURE,
        it -> it.signer = new P256().key("somebody else"));
    list(
        "critical",
        "cert.crl.critical",
        Why.CERTIFICATE_UNFIT,
        it -> it.critical = "1.3.6.1.4.1.99999.1");
    list(
        "stale",
        "cert.crl.current",
        Why.REVOCATION_STALE,
        it -> it.until = Instant.parse("2025-12-31T23:59:59Z"));
    list(
        "device-revoked",
        "cert.crl.revoked",
        Why.CERTIFICATE_REVOKED,
        it -> it.revoked.add(BigInteger.valueOf(0x3001)));
    refusedFrom(
        REVOCATION,
        "crl.authority-revoked",
        "cert.crl.revoked",
        Why.CERTIFICATE_REVOKED,
        "The authority's certificate is revoked.",
        plan ->
            plan.chain.changeList(
                "root-crl", "authority-revoked", it -> it.revoked.add(BigInteger.valueOf(0x2001))));
    refusedFrom(
        REVOCATION,
        "crl.root-usage",
        "cert.crl.key-usage",
        Why.CERTIFICATE_UNFIT,
        "The root's key is for certificates only.",
        plan -> plan.chain.change("root", "root-usage", it -> it.usage = new int[] {5}));
  }

  private void list(String id, String check, Why why, Consumer<IntelCrl> change) {
    refusedFrom(
        REVOCATION,
        "crl." + id,
        check,
        why,
        "The authority's list: " + id.replace('-', ' ') + ".",
        plan -> plan.chain.changeList("authority-crl", id, change));
  }
}
