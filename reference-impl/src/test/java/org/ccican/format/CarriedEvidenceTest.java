package org.ccican.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.format.intel.RealQuotes;
import org.ccican.reject.Rejected;
import org.ccican.trust.Pem;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real evidence as others carry it, in certificates, requests and blobs: what the carrier binds is
 * what the evidence has to hold, and the same appraiser judges it as judges anything else.
 */
class CarriedEvidenceTest {

  private static final ASN1ObjectIdentifier TAGGED = new ASN1ObjectIdentifier("2.23.133.5.4.9");
  private static final ASN1ObjectIdentifier GRAMINE =
      new ASN1ObjectIdentifier("0.6.9.42.840.113741.1337.6");
  private static final ASN1ObjectIdentifier SGX_SDK =
      new ASN1ObjectIdentifier("1.2.840.113741.1.13.1");
  private static final ASN1ObjectIdentifier STEWARD_SGX =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.58270.1.2");
  private static final ASN1ObjectIdentifier STEWARD_SNP =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.58270.1.3");

  /** Octets of the head of an HCL blob, and the offset of the JSON behind report and its head. */
  private static final int HCL_HEAD = 32;

  private static final int HCL_RUNTIME = HCL_HEAD + 1184;

  private final RealQuotes data = RealQuotes.open();
  private final Crypto crypto = new Crypto();
  private final Formats formats = new Formats(crypto);

  @ParameterizedTest
  @CsvSource({
    "gramine-cert.pem, 2023-06-01T00:00:00Z",
    "intel-sgxsdk-cert.pem, 2024-01-15T00:00:00Z",
    "rats-tls-cert.pem, 2023-06-01T00:00:00Z"
  })
  void certificateCarriesQuoteOverItsClaims(String name, Instant at) throws Exception {
    X509CertificateHolder certificate = certificate(name);
    assertThat(certificate.isSignatureValid(verifier(certificate.getSubjectPublicKeyInfo())))
        .isTrue();
    Cbor.Tag tagged =
        (Cbor.Tag)
            new CborDecoder(Checks.unbroken())
                .decode(extension(certificate.getExtensions(), TAGGED), CborProfile.VALID);
    assertThat(tagged.number()).isEqualTo(60_000);
    List<Cbor> parts = Fields.array(tagged.content(), "test");
    Bytes claims = Fields.octets(parts.get(1), "test");
    assertThat(keyHash(claims))
        .isEqualTo(Crypto.sha256(spki(certificate.getSubjectPublicKeyInfo())));
    Appraisal appraisal =
        appraise("sgx", Fields.octets(parts.get(0), "test"), Crypto.sha256(claims), at, true);
    assertThat(appraisal.firstFailure()).isEmpty();
    // what is trusted is a matter of policy: these enclaves can be debugged
    assertThat(
            appraise("sgx", Fields.octets(parts.get(0), "test"), Crypto.sha256(claims), at, false)
                .firstFailure()
                .orElseThrow()
                .check())
        .isEqualTo("sgx.attributes.debug");
    assertThat(
            appraise(
                    "sgx",
                    Fields.octets(parts.get(0), "test"),
                    Crypto.sha256(parts.get(0).encode()),
                    at,
                    true)
                .firstFailure()
                .orElseThrow()
                .check())
        .isEqualTo("sgx.report-data");
  }

  @Test
  void certificateOfGramineCarriesQuoteOverItsKey() throws Exception {
    X509CertificateHolder certificate = certificate("gramine-cert.pem");
    Appraisal appraisal =
        appraise(
            "sgx",
            extension(certificate.getExtensions(), GRAMINE),
            Crypto.sha256(spki(certificate.getSubjectPublicKeyInfo())),
            Instant.parse("2023-06-01T00:00:00Z"),
            true);
    assertThat(appraisal.firstFailure()).isEmpty();
  }

  @Test
  void certificateOfSdkCarriesItsQuoteTwice() throws Exception {
    Extensions extensions = certificate("intel-sgxsdk-cert.pem").getExtensions();
    Bytes tagged = extension(extensions, TAGGED);
    assertThat(tagged.contains(extension(extensions, SGX_SDK))).isTrue();
  }

  @Test
  void requestOfEnclaveCarriesQuoteOverItsKey() throws Exception {
    PKCS10CertificationRequest request = request("sgx-steward-platformca.csr.der");
    ASN1Sequence carried = sequence(request, STEWARD_SGX);
    Bytes quote = octets(carried.getObjectAt(0));
    Appraisal appraisal =
        appraise(
            "sgx",
            quote,
            Crypto.sha256(spki(request.getSubjectPublicKeyInfo())),
            Instant.parse("2023-01-20T00:00:00Z"),
            false);
    assertThat(appraisal.firstFailure()).isEmpty();
  }

  @Test
  void requestOfGuestCarriesReportOverItsKey() throws Exception {
    PKCS10CertificationRequest request = request("snp-milan-steward.csr.der");
    ASN1Sequence carried = sequence(request, STEWARD_SNP);
    Bytes report = octets(carried.getObjectAt(carried.size() - 1));
    assertThat(report).isEqualTo(data.read("snp/v2-milan-steward.report.bin"));
    assertThat(report.slice(0x50, 0x80))
        .isEqualTo(Crypto.sha384(spki(request.getSubjectPublicKeyInfo())));
  }

  @Test
  void blobOfGuestIsBoundToItsReport() {
    Bytes blob = data.read("snp/azure-hcl-report-snp.bin");
    assertThat(blob.slice(HCL_HEAD + 0x50, HCL_HEAD + 0x70)).isEqualTo(runtime(blob));
  }

  @Test
  void blobOfTdIsBoundToItsQuote() {
    Bytes blob = data.read("tdx/azure-hcl-report-tdx.bin");
    Bytes quote = data.read("tdx/tdx-v4-azure-no-septve.quote.bin");
    // TDREPORT: REPORTDATA stands at 128; a quote's, at 48 + 520
    Bytes reportData = blob.slice(HCL_HEAD + 128, HCL_HEAD + 192);
    assertThat(reportData.slice(0, 32)).isEqualTo(runtime(blob));
    assertThat(quote.slice(568, 632)).isEqualTo(reportData);
  }

  @Test
  void answerOfTsmHoldsReportAndItsCertificate() throws Exception {
    Cbor item =
        new CborDecoder(Checks.unbroken())
            .decode(data.read("snp/v3-genoa-tsm-report.cbor"), CborProfile.VALID);
    Fields fields = Fields.of(item, "test");
    assertThat(fields.octets("outblob")).isEqualTo(data.read("snp/v3-genoa-tsm.report.bin"));
    List<Bytes> table = Pem.blocks(fields.octets("auxblob"));
    assertThat(table).contains(data.read("snp/v3-genoa-tsm.vcek.der"));
    assertThat(fields.text("provider").strip()).isEqualTo("sev_guest");
  }

  @Test
  void tokenOfRatsdHoldsReport() throws Exception {
    Map<String, String> outer = texts(data.read("snp/v3-genoa-ratsd-token.json"));
    Map<String, String> answer =
        texts(
            Bytes.of(
                base64(
                    text(base64(outer.get("cmw")))
                        .replaceAll("(?s).*\"tsm-report\":\\[\"[^\"]*\",\"([^\"]*)\".*", "$1")
                        .strip())));
    Bytes report = Bytes.of(base64(answer.get("outblob")));
    assertThat(report.size()).isEqualTo(1184);
    assertThat(report.slice(0x50, 0x90)).isEqualTo(Bytes.of(base64(outer.get("eat_nonce"))));
    assertThat(
            appraiser("sev-snp")
                .appraise(
                    input("sev-snp", report, Optional.empty(), Instant.EPOCH, false),
                    Checks.unbroken())
                .firstFailure()
                .orElseThrow()
                .check())
        .isEqualTo("sev-snp.endorsement.present");
  }

  private Appraiser appraiser(String format) {
    return formats.appraiser(format).orElseThrow();
  }

  private Appraisal appraise(String format, Bytes evidence, Bytes bound, Instant at, boolean debug)
      throws Rejected {
    return appraiser(format)
        .appraise(
            input(format, evidence, Optional.of(bound.padRight(64)), at, debug), Checks.unbroken());
  }

  private AppraisalInput input(
      String format, Bytes evidence, Optional<Bytes> reportData, Instant at, boolean debug)
      throws Rejected {
    AppraisalPolicy standard = AppraisalPolicy.standard();
    AppraisalPolicy policy =
        new AppraisalPolicy(
            debug,
            false,
            false,
            true,
            standard.privilegeLevels(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            format.equals("sgx") ? Map.of("missing-collateral", true) : Map.of(),
            Map.of(),
            standard.notEvaluated());
    return new AppraisalInput(
        evidence,
        List.of(),
        List.of(),
        TrustAnchors.parse(
            List.of(data.read("collateral/intel-sgx-rootca.pem")), Checks.unbroken()),
        at,
        Optional.empty(),
        reportData,
        policy);
  }

  private X509CertificateHolder certificate(String name) throws Exception {
    return new X509CertificateHolder(
        Pem.blocks(data.read("attested-tls/" + name)).get(0).toArray());
  }

  /** A request that whoever holds its key has signed. */
  private PKCS10CertificationRequest request(String name) throws Exception {
    PKCS10CertificationRequest request =
        new PKCS10CertificationRequest(data.read("attested-tls/" + name).toArray());
    assertThat(request.isSignatureValid(verifier(request.getSubjectPublicKeyInfo()))).isTrue();
    return request;
  }

  private ContentVerifierProvider verifier(SubjectPublicKeyInfo key) throws Exception {
    return new JcaContentVerifierProviderBuilder().setProvider(crypto.provider()).build(key);
  }

  private static ASN1Sequence sequence(
      PKCS10CertificationRequest request, ASN1ObjectIdentifier id) {
    Extensions extensions =
        Extensions.getInstance(
            request
                .getAttributes(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)[0]
                .getAttrValues()
                .getObjectAt(0));
    return ASN1Sequence.getInstance(extension(extensions, id).toArray());
  }

  private static Bytes extension(Extensions extensions, ASN1ObjectIdentifier id) {
    return Bytes.of(extensions.getExtension(id).getExtnValue().getOctets());
  }

  private static Bytes octets(ASN1Encodable item) {
    return Bytes.of(ASN1OctetString.getInstance(item).getOctets());
  }

  private static Bytes spki(SubjectPublicKeyInfo key) throws IOException {
    return Bytes.of(key.getEncoded("DER"));
  }

  /** The hash of the key that claims of RA-TLS name: {"pubkey-hash": bstr .cbor [alg, hash]}. */
  private static Bytes keyHash(Bytes claims) throws Rejected {
    CborDecoder decoder = new CborDecoder(Checks.unbroken());
    Fields fields = Fields.of(decoder.decode(claims, CborProfile.VALID), "test");
    List<Cbor> hash =
        Fields.array(decoder.decode(fields.octets("pubkey-hash"), CborProfile.VALID), "test");
    assertThat(Fields.integer(hash.get(0), "test")).isEqualTo(1);
    return Fields.octets(hash.get(1), "test");
  }

  /** SHA-256 of the JSON behind the report of an HCL blob; its size stands 16 octets before it. */
  private static Bytes runtime(Bytes blob) {
    int at = HCL_RUNTIME + 16;
    int size = blob.at(at) | blob.at(at + 1) << 8 | blob.at(at + 2) << 16 | blob.at(at + 3) << 24;
    return Crypto.sha256(blob.slice(at + 4, at + 4 + size));
  }

  private static Map<String, String> texts(Bytes json) throws Rejected {
    Map<String, String> texts = new java.util.TreeMap<>();
    Json.Obj object = (Json.Obj) JsonDecoder.decode(json, Checks.unbroken());
    object.members().forEach(each -> texts.put(each.name(), ((Json.Text) each.value()).value()));
    return texts;
  }

  private static byte[] base64(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.UTF_8);
  }
}
