package org.ccican.vector.gen;

import static org.ccican.vector.gen.SevSnpReportRecipes.GENOA;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;

/** Defects of the way from the chip's certificate to the root. */
final class SevSnpChainRecipes {

  private static final String UNKNOWN_EXTENSION = "1.3.6.1.4.1.3704.1.99";
  private static final long SECOND = 1;

  private final VectorFile<SevSnpCase> file;
  private final SevSnpProduct genoa;
  private final NamedOctets vcek;

  SevSnpChainRecipes(VectorFile<SevSnpCase> file, SevSnpProduct genoa) {
    this.file = file;
    this.genoa = genoa;
    this.vcek = genoa.named("vcek", genoa.vcek().write());
  }

  void add() {
    missing();
    order();
    roots();
    signatures();
    authority();
    encoding();
    validity();
  }

  private void missing() {
    refused(
        "chain.empty",
        SevSnpRules.ENDORSEMENT,
        "No certificate comes with the report, and none is at hand.",
        SevSnpCase::endorsed);
    refused(
        "chain.without-ask",
        SevSnpRules.COMPLETE,
        "The ASK between chip and root is missing.",
        scene -> scene.endorsed(vcek));
    refused(
        "chain.without-vcek",
        SevSnpRules.VEK_EXTENSION.because(Why.MISSING_FIELD),
        "Only the ASK is there: a certificate, but not that of the key that signed.",
        scene -> scene.endorsed(genoa.ask()));
  }

  private void order() {
    file.refused(
        GENOA,
        "chain.ask-first",
        SevSnpRules.ORDER,
        "The ASK stands before the VCEK: the first certificate is the one that the report is"
            + " verified with, and a target that takes the next best is led by whoever orders"
            + " them.",
        scene -> scene.endorsed(genoa.ask(), vcek),
        "certificate-order");
  }

  private void roots() {
    RSAPrivateCrtKeyParameters other = genoa.otherKey();
    NamedOctets forgedRoot = genoa.named("ark.other-key", genoa.arkWith(other).write());
    refused(
        "chain.root-of-other-key",
        SevSnpRules.ANCHOR,
        "The trusted root has the right name and another key.",
        scene -> scene.anchored(forgedRoot));
    Octets forgedAsk =
        SevSnpProduct.fit(
                SevSnpProduct.bareIntermediate(
                    genoa.askName(), SevSnpProduct.ASK_SERIAL, other, genoa.arkName(), other))
            .write();
    refused(
        "chain.forged-with-its-root",
        SevSnpRules.ANCHOR,
        "A whole chain of right names and other keys comes with its own root. What comes with"
            + " evidence is never an anchor.",
        scene ->
            scene.endorsed(
                genoa.named("vcek.forged", genoa.vcek().issuer(genoa.askName(), other).write()),
                genoa.named("ask.forged", forgedAsk),
                forgedRoot));
  }

  private void signatures() {
    RSAPrivateCrtKeyParameters other = genoa.otherKey();
    refused(
        "chain.ask-signed-by-other-key",
        SevSnpRules.ANCHOR,
        "The ASK names the root as its issuer, and another key signed it.",
        scene ->
            scene.replacing(
                "ask",
                "signed-by-other-key",
                genoa.askWriter().issuer(genoa.arkName(), other).write()));
    vcek(
        "signed-by-other-key",
        SevSnpRules.PATH_SIGNATURE,
        "The VCEK names the ASK as its issuer, and another key signed it.",
        writer -> writer.issuer(genoa.askName(), other));
    vcek(
        "pkcs1",
        SevSnpRules.PATH_ALGORITHM,
        "The ASK signed the VCEK with PKCS #1 v1.5 padding; AMD signs with PSS only.",
        writer -> writer.signature(CaSignature.PKCS1_SHA384));
    vcek(
        "pss-sha-256",
        SevSnpRules.PATH_ALGORITHM,
        "The ASK signed the VCEK with PSS over SHA-256.",
        writer -> writer.signature(CaSignature.PSS_SHA256));
    vcek(
        "pss-short-salt",
        SevSnpRules.PATH_ALGORITHM,
        "The ASK signed the VCEK with 32 octets of salt; AMD's have 48.",
        writer -> writer.signature(CaSignature.PSS_SHA384_SHORT_SALT));
    refused(
        "chain.ask-pkcs1",
        SevSnpRules.PATH_ALGORITHM,
        "The root signed the ASK with PKCS #1 v1.5 padding; AMD signs with PSS only.",
        scene ->
            scene.replacing(
                "ask", "pkcs1", genoa.askWriter().signature(CaSignature.PKCS1_SHA384).write()));
    refused(
        "chain.vcek-bit-flipped",
        SevSnpRules.PATH_SIGNATURE,
        "One bit of the signature on the VCEK is flipped.",
        scene -> {
          Raw raw = Raw.of(vcek.octets());
          return scene.replacing("vcek", "bit-flipped", raw.flip(raw.size() - 1, 0).octets());
        });
  }

  private void authority() {
    vcek(
        "issued-by-root",
        SevSnpRules.PRODUCT_AUTHORITY,
        "The root signed the VCEK itself; the ASK that came along has no part in it.",
        writer -> writer.issuer(genoa.arkName(), genoa.arkKey()));
    refused(
        "chain.ask-no-authority",
        SevSnpRules.AUTHORITY,
        "The ASK's basic constraints say that it is no authority.",
        scene ->
            scene.replacing(
                "ask",
                "no-authority",
                bareAsk().basicConstraints(false, -1).keyUsage(true, false).write()));
    refused(
        "chain.ask-key-usage",
        SevSnpRules.KEY_USAGE,
        "The ASK's key usage is signing revocation lists only.",
        scene ->
            scene.replacing(
                "ask",
                "key-usage",
                bareAsk().basicConstraints(true, 0).keyUsage(false, true).write()));
    RSAPrivateCrtKeyParameters other = genoa.otherKey();
    refused(
        "chain.authority-above-ask",
        SevSnpRules.PATH_LENGTH,
        "The root certified an authority with path length zero, and that one certified the ASK.",
        scene ->
            scene.endorsed(
                vcek,
                genoa.named("ask.below-another", genoa.askUnder("SEV-Above", other).write()),
                genoa.named(
                    "authority-above-ask", genoa.intermediate("SEV-Above", 2, other).write())));
    vcek(
        "unknown-critical-extension",
        SevSnpRules.CRITICAL,
        "The VCEK has a critical extension that nobody knows.",
        writer -> writer.critical(UNKNOWN_EXTENSION));
    refused(
        "chain.ask-named-milan",
        SevSnpRules.PRODUCT_AUTHORITY,
        "Genoa's root certified an ASK that calls itself SEV-Milan.",
        scene ->
            scene.endorsed(
                genoa.named(
                    "vcek.issued-by-milan",
                    genoa.vcek().issuer("SEV-Milan", genoa.askKey()).write()),
                genoa.named(
                    "ask.named-milan",
                    genoa
                        .intermediate("SEV-Milan", SevSnpProduct.ASK_SERIAL, genoa.askKey())
                        .write())));
  }

  private CertificateWriter bareAsk() {
    return SevSnpProduct.bareIntermediate(
        genoa.askName(), SevSnpProduct.ASK_SERIAL, genoa.askKey(), genoa.arkName(), genoa.arkKey());
  }

  private void encoding() {
    refused(
        "chain.vcek-truncated",
        SevSnpRules.CERTIFICATE,
        "The last octet of the VCEK is cut off.",
        scene -> {
          Raw raw = Raw.of(vcek.octets());
          return scene.replacing("vcek", "truncated", raw.resize(raw.size() - 1).octets());
        });
    refused(
        "chain.vcek-trailing",
        SevSnpRules.CERTIFICATE,
        "One octet follows the VCEK.",
        scene -> {
          Raw raw = Raw.of(vcek.octets());
          return scene.replacing("vcek", "trailing", raw.resize(raw.size() + 1).octets());
        });
    refused(
        "chain.vcek-long-length",
        SevSnpRules.DER,
        "The outermost length of the VCEK takes three octets where two are enough: BER, not DER."
            + " The signature is still right.",
        scene -> {
          byte[] der = vcek.octets().toArray();
          Raw longer = Raw.zero(der.length + 1).put(1, der).u8(0, 0x30).u8(1, 0x83).u8(2, 0);
          return scene.replacing("vcek", "long-length", longer.octets());
        });
  }

  private void validity() {
    at(
        "vcek-first-instant",
        true,
        VekCertificate.NOT_BEFORE,
        "first instant of the VCEK's validity");
    at("vcek-not-yet", false, VekCertificate.NOT_BEFORE.minusSeconds(SECOND), "second before it");
    at(
        "vcek-last-instant",
        true,
        SevSnpProduct.VCEK_NOT_AFTER,
        "last instant of the VCEK's validity");
    at("vcek-expired", false, SevSnpProduct.VCEK_NOT_AFTER.plusSeconds(SECOND), "second after it");
    ask(
        "expired",
        SevSnpRules.EXPIRED,
        "The ASK's validity ended the second before.",
        SevSnpProduct.CA_NOT_BEFORE,
        SevSnpBases.TIME.minusSeconds(SECOND));
    ask(
        "not-yet-valid",
        SevSnpRules.NOT_YET,
        "The ASK's validity begins the second after.",
        SevSnpBases.TIME.plusSeconds(SECOND),
        SevSnpProduct.CA_NOT_AFTER);
    file.refused(
        "base.v3-genoa-vlek",
        "chain.vlek-expired",
        SevSnpRules.EXPIRED,
        "A VLEK lives one year, not seven; this one's is over.",
        scene -> scene.at(SevSnpProduct.VLEK_NOT_AFTER.plusSeconds(SECOND)));
  }

  private void at(String id, boolean right, Instant time, String what) {
    String comment = "The verdict is asked for the " + what + "; both ends count as valid.";
    Rule rule =
        id.contains("not-yet") || id.contains("first") ? SevSnpRules.NOT_YET : SevSnpRules.EXPIRED;
    if (right) {
      file.accepted(GENOA, "chain." + id, rule, comment, scene -> scene.at(time));
    } else {
      refused("chain." + id, rule, comment, scene -> scene.at(time));
    }
  }

  private void ask(String id, Rule rule, String comment, Instant from, Instant until) {
    refused(
        "chain.ask-" + id,
        rule,
        comment,
        scene -> scene.replacing("ask", id, genoa.askWriter().valid(from, until).write()));
  }

  private void vcek(String id, Rule rule, String comment, UnaryOperator<VekCertificate> change) {
    refused(
        "chain.vcek-" + id,
        rule,
        comment,
        scene -> scene.replacing("vcek", id, change.apply(genoa.vcek()).write()));
  }

  private void refused(String id, Rule rule, String comment, UnaryOperator<SevSnpCase> change) {
    file.refused(GENOA, id, rule, comment, change);
  }
}
