package org.ccican.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.format.intel.RealQuotes;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificatePath;
import org.ccican.trust.SignatureNames;
import org.ccican.trust.TrustAnchors;
import org.ccican.trust.VendorCertificate;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Attestation documents of AWS Nitro, for which there is no format here: what COSE and paths make
 * of them.
 */
class RealNitroTest {

  private final RealQuotes data = RealQuotes.open();
  private final Crypto crypto = new Crypto();

  @ParameterizedTest
  @CsvSource({
    "request_proper.bin, true",
    "tampered_signature.bin, false",
  })
  void documentOfAnotherVendorIsSignedOrNot(String name, boolean right) throws Exception {
    CoseSign1 document = nitro(name);
    Fields fields =
        Fields.of(
            new CborDecoder(Checks.unbroken())
                .decode(document.payload().orElseThrow(), CborProfile.VALID),
            "test");
    VendorCertificate end =
        VendorCertificate.parse(fields.octets("certificate"), Checks.unbroken());
    CoseKey key = CoseKey.ofSpki(end.spki(), crypto);
    boolean verified;
    try {
      document.verify(key, Set.of(CoseAlgorithm.ES384), Checks.unbroken());
      verified = true;
    } catch (Rejected e) {
      assertThat(e.check()).isEqualTo("cose.signature");
      verified = false;
    }
    assertThat(verified).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"aws.crt, true", "unknown_ca.crt, false"})
  void pathOfAnotherVendorLeadsToItsRootAlone(String root, boolean trusted) throws Exception {
    Fields fields =
        Fields.of(
            new CborDecoder(Checks.unbroken())
                .decode(nitro("request_proper.bin").payload().orElseThrow(), CborProfile.VALID),
            "test");
    VendorCertificate end =
        VendorCertificate.parse(fields.octets("certificate"), Checks.unbroken());
    List<VendorCertificate> bundle = new ArrayList<>();
    for (Cbor each : Fields.array(fields.item("cabundle"), "test")) {
      bundle.add(VendorCertificate.parse(Fields.octets(each, "test"), Checks.unbroken()));
    }
    TrustAnchors anchors =
        TrustAnchors.parse(List.of(data.read("extra-nitro/" + root)), Checks.unbroken());
    CertificatePath path = CertificatePath.of(end, bundle, anchors, crypto);
    path.checkSignatures(
        Set.of(SignatureNames.ECDSA_SHA384, SignatureNames.ECDSA_SHA256), (name, holds) -> true);
    assertThat(path.anchor().isPresent()).isEqualTo(trusted);
    if (trusted) {
      path.checkValidity(Instant.parse("2021-09-09T11:00:00Z"), Checks.unbroken());
    }
  }

  @Test
  void documentWithBrokenCertificateIsRefused() throws Exception {
    Fields fields =
        Fields.of(
            new CborDecoder(Checks.unbroken())
                .decode(
                    nitro("tampered_certificate.bin").payload().orElseThrow(), CborProfile.VALID),
            "test");
    Bytes der = fields.octets("certificate");
    assertThatExceptionOfType(Rejected.class)
        .isThrownBy(() -> VendorCertificate.parse(der, Checks.unbroken()));
  }

  private CoseSign1 nitro(String name) throws Rejected {
    // the vendor leaves out the tag
    return CoseSign1.parse(
        Bytes.concat(Bytes.hex("d2"), data.read("extra-nitro/" + name)), Checks.unbroken());
  }
}
