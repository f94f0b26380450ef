package org.ccican.format.sevsnp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.CertificatePath;
import org.ccican.trust.Revocation;
import org.ccican.trust.SignatureNames;
import org.ccican.trust.TrustAnchors;
import org.ccican.trust.VendorCertificate;
import org.ccican.trust.VendorCrl;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

/** Certificates and revocation lists that AMD made, and two that somebody altered. */
class SevSnpRealCertificatesTest {

  private static final Set<String> ALGORITHMS = Set.of(SignatureNames.PSS_SHA384);

  private final RealData data = RealData.open();
  private final Crypto crypto = new Crypto();

  @Test
  void refusesTheRevokedAuthorityWithAmdsList() throws Rejected {
    VendorCrl crl = VendorCrl.parse(data.read("snp/ca/amd-genoa-crl-2022.der"));
    Instant at = Instant.parse("2023-01-01T00:00:00Z");
    CertificatePath path = path(data.read("snp/ca/genoa-ask-REVOKED-0x20001.der"));
    assertThatThrownBy(
            () -> Revocation.check(path, List.of(crl), at, ALGORITHMS, crypto, Checks.unbroken()))
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal -> {
              assertThat(refusal.check()).isEqualTo("cert.crl.revoked");
              assertThat(refusal.reason()).isEqualTo(Reason.CERTIFICATE_REVOKED);
              assertThat(refusal).hasMessageContaining("0x20001");
            });
    assertThatThrownBy(
            () ->
                Revocation.check(
                    path,
                    List.of(crl),
                    at.plus(Duration.ofDays(365)),
                    ALGORITHMS,
                    crypto,
                    Checks.unbroken()))
        .isInstanceOfSatisfying(
            Rejected.class, refusal -> assertThat(refusal.check()).isEqualTo("cert.crl.current"));
  }

  @Test
  void passesTheAuthorityThatReplacedTheRevokedOne() throws Rejected {
    VendorCrl crl = VendorCrl.parse(data.read("snp/ca/amd-genoa-crl-2022.der"));
    Instant at = Instant.parse("2023-01-01T00:00:00Z");
    CertificatePath path =
        CertificatePath.find(
            List.of(
                VendorCertificate.parse(data.read("snp/v3-genoa-tsm.vcek.der"), Checks.unbroken())),
            anchors("genoa"),
            crypto,
            Checks.unbroken());
    assertThat(Revocation.check(path, List.of(crl), at, ALGORITHMS, crypto, Checks.unbroken()))
        .isTrue();
  }

  @Test
  void readsBothFormsOfAChipsIdentity() throws Rejected {
    SevSnpEndorsement raw = endorsement("snp/test-vcek-invalid-legacy.der");
    SevSnpEndorsement wrapped = endorsement("snp/test-vcek-invalid-new.der");
    assertThat(raw.chipId()).isEqualTo(wrapped.chipId());
    assertThat(raw.chipId().orElseThrow().size()).isEqualTo(64);
    assertThat(raw.versions()).containsEntry(SevSnpTcb.Part.MICROCODE, 0xa9);
  }

  @Test
  void readsTurinsCertificateWithItsFmcAndShortIdentity() throws Rejected {
    SevSnpEndorsement turin = endorsement("snp/v5-turin-azure-aci.vcek.der");
    assertThat(turin.structVersion()).isEqualTo(1);
    assertThat(turin.chipId()).contains(Bytes.hex("59790fb1c39f35c1"));
    assertThat(turin.versions()).containsEntry(SevSnpTcb.Part.FMC, 1);
  }

  @Test
  void refusesBothAlteredCertificatesForTheirSignature() throws Rejected {
    for (String name : List.of("legacy", "new")) {
      CertificatePath path =
          CertificatePath.find(
              List.of(
                  VendorCertificate.parse(
                      data.read("snp/test-vcek-invalid-" + name + ".der"), Checks.unbroken())),
              anchors("milan"),
              crypto,
              Checks.unbroken());
      assertThatThrownBy(() -> path.checkSignatures(ALGORITHMS, Checks.unbroken()))
          .isInstanceOfSatisfying(
              Rejected.class,
              refusal -> assertThat(refusal.check()).isEqualTo("cert.path.signature"));
    }
  }

  private CertificatePath path(Bytes der) throws Rejected {
    return CertificatePath.find(
        List.of(VendorCertificate.parse(der, Checks.unbroken())),
        anchors("genoa"),
        crypto,
        Checks.unbroken());
  }

  private SevSnpEndorsement endorsement(String name) throws Rejected {
    return SevSnpEndorsement.parse(VendorCertificate.parse(data.read(name), Checks.unbroken()));
  }

  private TrustAnchors anchors(String line) throws Rejected {
    return data.anchors("snp/ca/" + line + "_ask_ark_asvk.pem");
  }
}
