package org.ccican.vector.gen;

import static org.ccican.vector.gen.SevSnpReportRecipes.GENOA;
import static org.ccican.vector.gen.SevSnpReportRecipes.MILAN;
import static org.ccican.vector.gen.SevSnpReportRecipes.TURIN;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/**
 * Contents of the chip's certificate: each one certified by the right ASK, and wrong in one place.
 */
final class SevSnpVekRecipes {

  private final VectorFile<SevSnpCase> file;
  private final TestKeys keys;
  private final SevSnpProduct milan;
  private final SevSnpProduct genoa;
  private final SevSnpProduct turin;

  SevSnpVekRecipes(
      VectorFile<SevSnpCase> file,
      TestKeys keys,
      SevSnpProduct milan,
      SevSnpProduct genoa,
      SevSnpProduct turin) {
    this.file = file;
    this.keys = keys;
    this.milan = milan;
    this.genoa = genoa;
    this.turin = turin;
  }

  void add() {
    chipId();
    levels(GENOA, genoa);
    levels(TURIN, turin);
    integers();
    key();
  }

  private void chipId() {
    file.accepted(
        GENOA,
        "vek.chip-id-wrapped",
        SevSnpRules.CHIP,
        "The chip id stands as an OCTET STRING inside the extension, and not bare; both are in"
            + " use.",
        scene ->
            scene.replacing(
                "vcek",
                "chip-id-wrapped",
                genoa.vcek().with(VekCertificate.HWID, Der.octetString(genoa.chipId())).write()));
    byte[] turinId = Arrays.copyOf(turin.chipId(), 8);
    file.accepted(
        TURIN,
        "vek.chip-id-wrapped-turin",
        SevSnpRules.CHIP,
        "Turin's chip id of 8 octets stands as an OCTET STRING inside the extension.",
        scene ->
            scene.replacing(
                "vcek",
                "chip-id-wrapped",
                turin.vcek().with(VekCertificate.HWID, Der.octetString(turinId)).write()));
    refused(
        "vek.without-chip-id",
        SevSnpRules.VEK_EXTENSION.because(Why.MISSING_FIELD),
        "The certificate names no chip.",
        writer -> writer.without(VekCertificate.HWID));
    refused(
        "vek.other-chip-id",
        SevSnpRules.CHIP,
        "The certificate is that of another chip: its id differs in the first bit.",
        writer ->
            writer.with(
                VekCertificate.HWID, Raw.zero(64).put(0, genoa.chipId()).flip(0, 7).slice(0, 64)));
    refused(
        "vek.chip-id-63-octets",
        SevSnpRules.VEK_EXTENSION,
        "The chip id lacks its last octet.",
        writer -> writer.with(VekCertificate.HWID, Arrays.copyOf(genoa.chipId(), 63)));
    refused(
        "vek.chip-id-empty",
        SevSnpRules.VEK_EXTENSION,
        "The chip id has no octets: comparing as many octets as there are compares none.",
        writer -> writer.with(VekCertificate.HWID, new byte[0]));
    refused(
        "vek.chip-id-8-octets",
        SevSnpRules.VEK_EXTENSION,
        "The chip id has 8 octets, right ones, as on Turin; Genoa's has 64.",
        writer -> writer.with(VekCertificate.HWID, Arrays.copyOf(genoa.chipId(), 8)));
    refused(
        "vek.struct-version-2",
        SevSnpRules.VEK_VERSION,
        "The extensions are of layout 2, and only 0 and 1 are known.",
        writer -> writer.with(VekCertificate.STRUCT_VERSION, Der.integer(2)));
    refused(
        "vek.without-product",
        SevSnpRules.VEK_EXTENSION.because(Why.MISSING_FIELD),
        "The certificate names no product.",
        writer -> writer.without(VekCertificate.PRODUCT_NAME));
  }

  private void levels(String parent, SevSnpProduct product) {
    String suffix = parent.equals(TURIN) ? "-turin" : "";
    for (TcbPart part : product.parts()) {
      String level = part.id().replace('-', ' ') + " level";
      file.refused(
          parent,
          "vek.without-" + part.id() + suffix,
          SevSnpRules.VEK_EXTENSION.because(Why.MISSING_FIELD),
          "The certificate has no " + level + ": a missing one is not a zero.",
          scene ->
              scene.replacing(
                  "vcek", "without-" + part.id(), product.vcek().without(part.oid()).write()));
      file.refused(
          parent,
          "vek.other-" + part.id() + suffix,
          SevSnpRules.TCB_BELOW,
          "The " + level + " of the certificate is one above the reported one.",
          scene ->
              scene.replacing(
                  "vcek",
                  "other-" + part.id(),
                  product.vcek().with(part, product.reported(part) + 1).write()));
    }
  }

  private void integers() {
    int level = milan.reported(TcbPart.MICROCODE);
    file.refused(
        MILAN,
        "vek.negative-microcode",
        SevSnpRules.VEK_INTEGER,
        "The microcode level is the INTEGER 02 01 d5, which is -43; 213 is written 02 02 00 d5.",
        scene ->
            scene.replacing(
                "vcek",
                "negative-microcode",
                milan
                    .vcek()
                    .with(TcbPart.MICROCODE.oid(), new byte[] {2, 1, (byte) level})
                    .write()));
    file.refused(
        MILAN,
        "vek.microcode-256-above",
        SevSnpRules.VEK_INTEGER,
        "The microcode level is 469, the right one in its lowest octet only.",
        scene ->
            scene.replacing(
                "vcek",
                "microcode-256-above",
                milan.vcek().with(TcbPart.MICROCODE, level + 256).write()));
    refused(
        "vek.level-not-integer",
        SevSnpRules.VEK_EXTENSION,
        "The boot loader level is an OCTET STRING of the right octet.",
        writer ->
            writer.with(
                TcbPart.BOOT_LOADER.oid(),
                Der.octetString(new byte[] {(byte) genoa.reported(TcbPart.BOOT_LOADER)})));
    refused(
        "vek.level-trailing",
        SevSnpRules.VEK_EXTENSION,
        "An octet follows the INTEGER of the boot loader level.",
        writer ->
            writer.with(
                TcbPart.BOOT_LOADER.oid(),
                Der.concat(Der.integer(genoa.reported(TcbPart.BOOT_LOADER)), new byte[] {0})));
  }

  private void key() {
    refused(
        "vek.other-key",
        SevSnpRules.SIGNATURE,
        "The certificate, right in all else, is for another key than the one that signed.",
        writer -> writer.key(keys.publicPoint(keys.p384("ccican test vectors, nobody"))));
    byte[] generator256 = CustomNamedCurves.getByName("P-256").getG().getEncoded(false);
    refused(
        "vek.key-on-p-256",
        SevSnpRules.VEK_KEY,
        "The certificate is for a key on P-256; chips have theirs on P-384.",
        writer ->
            writer.publicKey(CertificateWriter.ecPublicKey("1.2.840.10045.3.1.7", generator256)));
    byte[] off = keys.publicPoint(genoa.vcekKey()).getEncoded(false);
    off[off.length - 1] ^= 1;
    refused(
        "vek.key-off-curve",
        SevSnpRules.VEK_KEY,
        "The last bit of the key's ordinate is flipped: no point of the curve.",
        writer -> writer.publicKey(CertificateWriter.ecPublicKey("1.3.132.0.34", off)));
    file.refused(
        GENOA,
        "vek.vlek-of-same-key",
        SevSnpRules.KEY_KIND,
        "A VLEK chain certifies the chip's own key, and the report announces a VCEK.",
        scene ->
            scene.endorsed(
                genoa.named(
                    "vlek.same-key", genoa.vlek().key(keys.publicPoint(genoa.vcekKey())).write()),
                genoa.asvk()));
  }

  private void refused(String id, Rule rule, String comment, UnaryOperator<VekCertificate> change) {
    file.refused(
        GENOA,
        id,
        rule,
        comment,
        scene ->
            scene.replacing(
                "vcek", id.substring("vek.".length()), change.apply(genoa.vcek()).write()));
  }
}
