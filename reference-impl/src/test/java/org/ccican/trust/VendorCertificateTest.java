package org.ccican.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class VendorCertificateTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final String RULE = "a.rule";

  private final EmulatedVendor vendor = new EmulatedVendor();

  @Test
  void readsWhatWasIssued() throws Rejected {
    VendorCertificate certificate = VendorCertificate.parse(issue(), Checks.unbroken());
    assertThat(certificate.commonName()).isEqualTo("SEV-VCEK");
    assertThat(certificate.issuerName()).isEqualTo("SEV-Milan");
    assertThat(certificate.serial()).isZero();
    assertThat(certificate.notBefore()).isEqualTo(FROM);
    assertThat(certificate.notAfter()).isEqualTo(FROM.plusSeconds(60));
    assertThat(certificate.authority()).isTrue();
    assertThat(certificate.pathLength()).contains(BigInteger.TWO);
    assertThat(certificate.keyUsage()).contains(CertificateTemplate.SIGN_CERTIFICATES);
    assertThat(certificate.extensions()).containsEntry("1.2.3", Bytes.of(5, 0));
    assertThat(certificate.critical()).contains("1.2.4", "2.5.29.15", "2.5.29.19");
    assertThat(certificate.algorithm()).isEqualTo(SignatureNames.PSS_SHA384);
    assertThat(certificate.isSelfIssued()).isFalse();
  }

  @Test
  void tellsSaltAndHashOfPssApart() throws Rejected {
    Bytes der = issue();
    assertThat(der.contains(Bytes.hex("a203020130"))).isTrue();
    int at = lastIndexOf(der, Bytes.hex("a203020130"));
    VendorCertificate other =
        VendorCertificate.parse(der.with(at + 4, Bytes.of(0x20)), Checks.unbroken());
    assertThat(other.algorithm()).isNotEqualTo(SignatureNames.PSS_SHA384);
  }

  @Test
  void neverThrowsAnythingButRejected() {
    Bytes der = issue();
    Bytes crl =
        vendor.revoke(
            "ARK-Milan",
            FROM,
            FROM.plusSeconds(60),
            Set.of(BigInteger.ONE, BigInteger.TEN),
            Map.of(),
            EmulatedVendor.Key.ROOT,
            RsaSigner.Scheme.PSS_SHA384);
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 6000; i++) {
      try {
        VendorCertificate.parse(damage(der, random), Checks.unbroken());
        VendorCrl.parse(damage(crl, random));
      } catch (Rejected e) {
        assertThat(e.check()).startsWith("cert.");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }

  @Test
  void refusesAKeyOrACertificateTooLargeToDealWith() {
    Bytes huge = Bytes.zero(16 * 1024 + 1);
    assertThatThrownBy(() -> VendorCertificate.parse(huge, Checks.unbroken()))
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_EXCEEDED));
    Bytes key =
        Bytes.concat(
            Bytes.hex("308203 0f 300d06092a864886f70d0101010500 0382 02fc 00".replace(" ", "")),
            Bytes.zero(763));
    assertThatThrownBy(() -> VendorCertificate.parse(issue(key), Checks.unbroken()))
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_EXCEEDED));
  }

  @Test
  void readsIntegersTextAndOctetsOfExtensions() throws Rejected {
    assertThat(Der.octet(Bytes.of(2, 1, 0x7f), RULE)).isEqualTo(0x7f);
    assertThat(Der.octet(Bytes.of(2, 2, 0, 0xd9), RULE)).isEqualTo(0xd9);
    for (String bad :
        List.of("", "02", "0200", "0201ff", "02020001", "020201ff", "0201", "030100", "02010000")) {
      assertThatThrownBy(() -> Der.octet(Bytes.hex(bad), RULE))
          .as(bad)
          .isInstanceOf(Rejected.class);
    }
    assertThat(Der.text(Bytes.hex("1602 4142".replace(" ", "")), RULE)).isEqualTo("AB");
    for (String bad : List.of("0c0141", "1602411b", "160141ff", "1681 0141".replace(" ", ""))) {
      assertThatThrownBy(() -> Der.text(Bytes.hex(bad), RULE)).as(bad).isInstanceOf(Rejected.class);
    }
    assertThat(Der.octets(Bytes.zero(8), 8, RULE)).isEqualTo(Bytes.zero(8));
    assertThat(Der.octets(Bytes.hex("0408" + "00".repeat(8)), 8, RULE)).isEqualTo(Bytes.zero(8));
    for (int size : new int[] {0, 7, 9, 11}) {
      assertThatThrownBy(() -> Der.octets(Bytes.zero(size), 8, RULE)).isInstanceOf(Rejected.class);
    }
  }

  @Test
  void readsPemBlocksAndLeavesDerAlone() throws Rejected {
    String block = "-----BEGIN X-----\nAQID\n-----END X-----\n";
    assertThat(Pem.blocks(Bytes.utf8("text\n" + block + "more\n" + block)))
        .containsExactly(Bytes.of(1, 2, 3), Bytes.of(1, 2, 3));
    assertThat(Pem.blocks(Bytes.of(0x30, 0))).containsExactly(Bytes.of(0x30, 0));
    for (String bad :
        List.of(
            "-----BEGIN X",
            "-----BEGIN X-----\nAQID",
            "-----BEGIN X-----\nAQID\n-----END Y-----",
            "-----BEGIN X-----\nA?ID\n-----END X-----")) {
      assertThatThrownBy(() -> Pem.blocks(Bytes.utf8(bad))).as(bad).isInstanceOf(Rejected.class);
    }
  }

  @Test
  void anchorsAreSelfIssuedAndNeedBeThere() throws Rejected {
    Bytes issued = issue();
    assertThatThrownBy(() -> TrustAnchors.parse(List.of(issued), Checks.unbroken()))
        .isInstanceOfSatisfying(
            Rejected.class, refusal -> assertThat(refusal.check()).isEqualTo("cert.anchors"));
    Bytes root = vendor.issue(template().withSubject("SEV-Milan"), EmulatedVendor.Key.ROOT);
    TrustAnchors anchors = TrustAnchors.parse(List.of(issued, root), Checks.unbroken());
    assertThat(anchors.anchors()).hasSize(1);
    assertThat(anchors.others()).hasSize(1);
  }

  @Test
  void aRootThatComesWithTheEvidenceIsNoAnchor() throws Rejected {
    CertificateTemplate root =
        template()
            .withSubject("ARK")
            .withIssuer("ARK")
            .withKey(vendor.spki(EmulatedVendor.Key.OTHER_ROOT));
    VendorCertificate foreign = parse(vendor.issue(root, EmulatedVendor.Key.OTHER_ROOT));
    VendorCertificate leaf =
        parse(vendor.issue(template().withIssuer("ARK"), EmulatedVendor.Key.OTHER_ROOT));
    TrustAnchors anchors =
        TrustAnchors.parse(
            List.of(
                vendor.issue(
                    root.withKey(vendor.spki(EmulatedVendor.Key.ROOT)), EmulatedVendor.Key.ROOT)),
            Checks.unbroken());
    CertificatePath path =
        CertificatePath.find(List.of(leaf, foreign), anchors, new Crypto(), Checks.unbroken());
    assertThatThrownBy(() -> path.checkAnchor(Checks.unbroken()))
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.UNTRUSTED_ROOT));
  }

  private static VendorCertificate parse(Bytes der) throws Rejected {
    return VendorCertificate.parse(der, Checks.unbroken());
  }

  private Bytes issue() {
    return vendor.issue(template(), EmulatedVendor.Key.AUTHORITY);
  }

  private Bytes issue(Bytes key) {
    return vendor.issue(template().withKey(key), EmulatedVendor.Key.AUTHORITY);
  }

  private CertificateTemplate template() {
    return new CertificateTemplate(
        "SEV-VCEK",
        "SEV-Milan",
        BigInteger.ZERO,
        FROM,
        FROM.plusSeconds(60),
        vendor.spki(EmulatedVendor.Key.AUTHORITY),
        Optional.of(2),
        Optional.of(CertificateTemplate.SIGN_CERTIFICATES),
        Map.of("1.2.3", Bytes.of(5, 0)),
        Map.of("1.2.4", Bytes.of(5, 0)));
  }

  private static int lastIndexOf(Bytes octets, Bytes part) {
    for (int at = octets.size() - part.size(); at >= 0; at--) {
      if (octets.slice(at, at + part.size()).equals(part)) {
        return at;
      }
    }
    throw new AssertionError("not there");
  }

  private static Bytes damage(Bytes octets, Random random) {
    Bytes damaged = octets;
    for (int i = random.nextInt(3); i >= 0; i--) {
      damaged = damaged.flip(random.nextInt(damaged.size()), random.nextInt(8));
    }
    return random.nextInt(4) == 0 ? damaged.slice(0, random.nextInt(damaged.size())) : damaged;
  }
}
