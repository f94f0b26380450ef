package org.ccican.vector.gen;

import static org.ccican.vector.gen.SevSnpReportRecipes.GENOA;

import java.util.function.UnaryOperator;

/** Certificates of keys that a cloud's machines share, and what keeps them apart from chips'. */
final class SevSnpCloudRecipes {

  private static final String VLEK = "base.v3-genoa-vlek";

  private final VectorFile<SevSnpCase> file;
  private final SevSnpProduct genoa;

  SevSnpCloudRecipes(VectorFile<SevSnpCase> file, SevSnpProduct genoa) {
    this.file = file;
    this.genoa = genoa;
  }

  void add() {
    refused(
        "vlek.with-chip-id",
        SevSnpRules.BEARER,
        "The cloud's certificate names a chip as well.",
        writer -> writer.with(VekCertificate.HWID, genoa.chipId()));
    refused(
        "vlek.without-cloud",
        SevSnpRules.CLOUD.because(Why.MISSING_FIELD),
        "The cloud's certificate names no cloud.",
        writer -> writer.without(VekCertificate.CSP_ID));
    refused(
        "vlek.cloud-not-text",
        SevSnpRules.CLOUD,
        "The name of the cloud is an OCTET STRING.",
        writer -> writer.with(VekCertificate.CSP_ID, Der.octetString("ccican".getBytes())));
    refused(
        "vlek.of-chip-authority",
        SevSnpRules.PRODUCT_AUTHORITY,
        "The authority of Genoa's chips certified the cloud's key.",
        writer -> writer.issuer(genoa.askName(), genoa.askKey()));
    file.refused(
        GENOA,
        "vek.with-cloud",
        SevSnpRules.BEARER,
        "The chip's certificate names a cloud as well.",
        scene ->
            scene.replacing(
                "vcek",
                "with-cloud",
                genoa.vcek().with(VekCertificate.CSP_ID, Der.ia5("ccican-test-cloud")).write()));
  }

  private void refused(String id, Rule rule, String comment, UnaryOperator<VekCertificate> change) {
    boolean chips = id.equals("vlek.of-chip-authority");
    file.refused(
        VLEK,
        id,
        rule,
        comment,
        scene ->
            scene.endorsed(
                genoa.named(id, change.apply(genoa.vlek()).write()),
                chips ? genoa.ask() : genoa.asvk()));
  }
}
