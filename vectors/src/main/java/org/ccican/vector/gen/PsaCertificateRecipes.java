package org.ccican.vector.gen;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ccican.vector.gen.DeviceKeys.Curve;

/** Who certified the key that signed, and what was revoked (RFC 9783 section 8, RFC 5280). */
final class PsaCertificateRecipes extends PsaRecipe {

  private static final String CERTIFIED = "base.certified";
  private static final String REVOCATION = "base.certified-crl";

  PsaCertificateRecipes(VectorFile<PlannedCase<PsaPlan>> file) {
    super(file);
  }

  @Override
  void add() {
    chain();
    certificates();
    lists();
  }

  private void chain() {
    refusedFrom(
        "base.x5chain",
        "chain.text",
        "arm.key.chain",
        Why.WRONG_TYPE,
        "x5chain is a text.",
        plan -> plan.unprotected.put(33L, PlainCbor.text("certificate")));
    refusedFrom(
        CERTIFIED,
        "chain.authority-first",
        "cert.path.order",
        Why.BROKEN_CHAIN,
        "The authority's certificate comes before the device's.",
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
        device("authority", "other-root", it -> it.signer = new P256().key("another root")));
  }

  private void certificates() {
    changed(
        "device-not-der",
        "cert.der",
        Why.NOT_DETERMINISTIC,
        "A length takes an octet more.",
        "device",
        it -> it.finish = PsaCertificateRecipes::longLength);
    changed(
        "device-cut",
        "cert.malformed",
        Why.MALFORMED,
        "The certificate lacks its end.",
        "device",
        it -> it.finish = octets -> resized(octets, -1));
    changed(
        "device-sha1",
        "cert.path.algorithm",
        Why.UNSUPPORTED_ALGORITHM,
        "The device's certificate is signed over SHA-1.",
        "device",
        it -> it.digest = "SHA-1");
    changed(
        "device-signature",
        "cert.path.signature",
        Why.INVALID_SIGNATURE,
        "The device's certificate is signed by somebody else.",
        "device",
        it -> it.signer = new P256().key("somebody else"));
    changed(
        "authority-is-none",
        "cert.path.authority",
        Why.CERTIFICATE_UNFIT,
        "The authority's certificate does not say that it is one.",
        "authority",
        it -> it.authority = false);
    changed(
        "root-length",
        "cert.path.length",
        Why.CERTIFICATE_UNFIT,
        "The root allows no authority below it.",
        "root",
        it -> it.pathLength = 0);
    changed(
        "authority-usage",
        "cert.path.key-usage",
        Why.CERTIFICATE_UNFIT,
        "The authority's key is for revocation lists only.",
        "authority",
        it -> it.usage = new int[] {6});
    changed(
        "device-critical",
        "cert.path.critical",
        Why.CERTIFICATE_UNFIT,
        "The device's certificate has a critical extension that nobody knows.",
        "device",
        it -> it.critical = "1.3.6.1.4.1.99999.1");
    changed(
        "device-early",
        "cert.validity.begun",
        Why.CERTIFICATE_NOT_YET_VALID,
        "The device's certificate is valid from the next second on.",
        "device",
        it -> it.from = Instant.parse("2026-01-01T00:00:01Z"));
    changed(
        "device-late",
        "cert.validity.ended",
        Why.CERTIFICATE_EXPIRED,
        "The device's certificate was valid until the last second.",
        "device",
        it -> it.until = Instant.parse("2025-12-31T23:59:59Z"));
    changed(
        "device-curve",
        "arm.key.kind",
        Why.INVALID_KEY,
        "The certified key is on secp256k1.",
        "device",
        it ->
            it.publicKey =
                CertificateWriter.ecPublicKey(
                    "1.3.132.0.10", DeviceKeys.point(Curve.P256, PsaPlan.OWNER)));
  }

  /** The outer length, which takes two octets, in three. */
  private static byte[] longLength(byte[] der) {
    return Der.concat(new byte[] {der[0], (byte) 0x83, 0}, Arrays.copyOfRange(der, 2, der.length));
  }

  private void lists() {
    list(
        "cut",
        "cert.crl.malformed",
        Why.MALFORMED,
        "The authority's list lacks its end.",
        it -> it.finish = octets -> resized(octets, -1));
    list(
        "sha1",
        "cert.crl.algorithm",
        Why.UNSUPPORTED_ALGORITHM,
        "The authority's list is signed over SHA-1.",
        it -> it.digest = "SHA-1");
    list(
        "signature",
        "cert.crl.signature",
        Why.INVALID_SIGNATURE,
        "The authority's list is signed by somebody else.",
        it -> it.signer = new P256().key("somebody else"));
    list(
        "critical",
        "cert.crl.critical",
        Why.CERTIFICATE_UNFIT,
        "The authority's list has a critical extension that nobody knows.",
        it -> it.critical = "1.3.6.1.4.1.99999.1");
    list(
        "stale",
        "cert.crl.current",
        Why.REVOCATION_STALE,
        "The next list of the authority should be there for a second.",
        it -> it.until = Instant.parse("2025-12-31T23:59:59Z"));
    list(
        "device-revoked",
        "cert.crl.revoked",
        Why.CERTIFICATE_REVOKED,
        "The device's certificate is revoked.",
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

  private void list(String id, String check, Why why, String comment, Consumer<IntelCrl> change) {
    refusedFrom(
        REVOCATION,
        "crl." + id,
        check,
        why,
        comment,
        plan -> plan.chain.changeList("authority-crl", id, change));
  }

  private static Consumer<PsaPlan> device(
      String certificate, String id, Consumer<IntelCertificate> change) {
    return plan -> plan.chain.change(certificate, id, change);
  }

  private void changed(
      String id,
      String check,
      Why why,
      String comment,
      String certificate,
      Consumer<IntelCertificate> change) {
    refusedFrom(
        CERTIFIED, "certificate." + id, check, why, comment, device(certificate, id, change));
  }
}
