package org.ccican.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Signatures are right where the defect is elsewhere and wrong where it is theirs: the single
 * defect of a vector is not hidden behind a second one.
 */
class JdkOracleTest {

  private static final Set<String> SIGNATURE =
      Set.of("sev-snp.signature.valid", "sev-snp.signature.range");

  /**
   * Without a certificate, or with a key that is none on P-384, there is nothing to verify with.
   */
  private static final Set<String> KEYLESS =
      Set.of(
          "sev-snp.endorsement.present",
          "sev-snp.endorsement.key",
          "sev-snp.report.truncated",
          "cert.malformed",
          "cert.der");

  /** The first certificate is not the chip's. */
  private static final Set<String> NOT_THE_CHIPS =
      Set.of("sev-snp.chain.without-vcek", "sev-snp.chain.ask-first");

  /** Certificates that the JDK takes: it does not know what AMD signs with, and reads BER. */
  private static final Set<String> BEYOND_PKIX =
      Set.of("cert.path.algorithm", "cert.path.order", "cert.der");

  /** The JDK knows certificates, and not the tables in which a host hands them on. */
  static Stream<TestVector> all() {
    return Vectors.load("sev-snp").all().stream()
        .filter(each -> !each.id().startsWith("sev-snp.table.") && !each.id().endsWith("-table"));
  }

  static Stream<TestVector> signed() {
    return all()
        .filter(each -> !KEYLESS.contains(check(each)) && !NOT_THE_CHIPS.contains(each.id()));
  }

  static Stream<TestVector> endorsed() {
    return all()
        .filter(each -> !check(each).startsWith("sev-snp.endorsement.present"))
        .filter(each -> !check(each).equals("sev-snp.endorsement.key"))
        .filter(each -> !BEYOND_PKIX.contains(check(each)));
  }

  static Stream<TestVector> listed() {
    return all()
        .filter(each -> !each.input().crls().isEmpty())
        .filter(each -> !check(each).equals("cert.crl.malformed"));
  }

  @ParameterizedTest
  @MethodSource("signed")
  void reportIsSignedRightUnlessTheSignatureIsTheDefect(TestVector vector)
      throws GeneralSecurityException {
    assertThat(JdkOracle.signatureHolds(vector)).isEqualTo(!SIGNATURE.contains(check(vector)));
  }

  @ParameterizedTest
  @MethodSource("endorsed")
  void pathHoldsUnlessItIsTheDefect(TestVector vector) {
    boolean defect = check(vector).startsWith("cert.") && !check(vector).startsWith("cert.crl.");
    assertThat(JdkOracle.pathHolds(vector)).isEqualTo(!defect);
  }

  @ParameterizedTest
  @MethodSource("listed")
  void listIsSignedByTheRootUnlessThatIsTheDefect(TestVector vector)
      throws GeneralSecurityException {
    assertThat(JdkOracle.crlHolds(vector)).isEqualTo(!check(vector).equals("cert.crl.signature"));
  }

  @Test
  void certificatesAreInTheFormOfTheVendor() throws GeneralSecurityException {
    for (TestVector base : all().filter(each -> each.parent().isEmpty()).toList()) {
      List<NamedOctets> chain = base.input().endorsements();
      X509Certificate end = JdkOracle.certificate(chain.get(0));
      X509Certificate authority = JdkOracle.certificate(chain.get(1));
      X509Certificate root = JdkOracle.certificate(base.input().anchors().get(0));
      root.verify(root.getPublicKey());
      assertThat(end.getSerialNumber()).isZero();
      assertThat(end.getPublicKey().getAlgorithm()).isEqualTo("EC");
      assertThat(end.getNonCriticalExtensionOIDs())
          .contains("1.3.6.1.4.1.3704.1.1", "1.3.6.1.4.1.3704.1.2", "1.3.6.1.4.1.3704.1.3.8");
      assertThat(List.of(end, authority, root))
          .extracting(X509Certificate::getSigAlgName)
          .containsOnly("RSASSA-PSS");
      assertThat(authority.getBasicConstraints()).isZero();
      assertThat(root.getKeyUsage()).startsWith(false, false, false, false, false, true, true);
    }
  }

  private static String check(TestVector vector) {
    return vector.check().orElse("");
  }
}
