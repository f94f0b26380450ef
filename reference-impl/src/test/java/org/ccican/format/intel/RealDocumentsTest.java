package org.ccican.format.intel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.reject.Rejected;
import org.ccican.trust.Pem;
import org.ccican.trust.VendorCertificate;
import org.ccican.trust.VendorCrl;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents and lists as Intel publishes them, beside those that came with quotes. */
class RealDocumentsTest {

  private final RealQuotes data = RealQuotes.open();
  private final Crypto crypto = new Crypto();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sgx-qeidentity-2026-01.json",
        "tdqe-identity-2026-01.json",
        "sgx-tcbinfo-v2-00606a000000-2025-06.json",
        "tdx-tcbinfo-v3-00A06D080000-2026-02.json",
        "tdx-tcbinfo-v3-90C06F-2025-06.json",
        "sgx-tcbevaluationdatanumbers-2025-06.json",
        "tdx-tcbevaluationdatanumbers-2025-06.json"
      })
  void documentIsSignedByIntelAsItStands(String name) throws Exception {
    String text = data.read("collateral/" + name).toText().strip();
    Matcher parts =
        Pattern.compile("\\{\"\\w+\":(\\{.*\\}),\"signature\":\"([0-9a-fA-F]{128})\"\\}")
            .matcher(text);
    assertThat(parts.matches()).isTrue();
    Bytes signature = Bytes.hex(parts.group(2));
    Bytes document = Bytes.utf8(parts.group(1));
    CoseKey signer = signer();
    assertThat(signer.verify(CoseAlgorithm.ES256, document, signature)).isTrue();
    assertThat(signer.verify(CoseAlgorithm.ES256, document.flip(20, 0), signature)).isFalse();
  }

  @Test
  void listsOfIntelAreReadWhole() throws Rejected {
    VendorCrl platforms =
        VendorCrl.parse(data.read("collateral/intel-pck-platform-crl-2026-03.der"));
    assertThat(platforms.revoked()).hasSize(57);
    assertThat(platforms.thisUpdate()).isBetween("2026-03-16T00:00:00Z", "2026-03-16T23:59:59Z");
    VendorCrl root = VendorCrl.parse(data.read("collateral/intel-rootca-crl-2026.der"));
    assertThat(root.revoked()).isEmpty();
    assertThat(root.revoked()).doesNotContain(BigInteger.ONE);
  }

  /** The key that Intel signs documents with, as a bundle has it. */
  private CoseKey signer() throws Rejected {
    Matcher chain =
        Pattern.compile("\"tcb_info_issuer_chain\": ?\"([^\"]*)\"")
            .matcher(data.read("tdx/tdx-v4-live-uptodate.collateral.json").toText());
    assertThat(chain.find()).isTrue();
    Bytes pem = Bytes.utf8(chain.group(1).replace("\\n", "\n"));
    VendorCertificate first = VendorCertificate.parse(Pem.blocks(pem).get(0), Checks.unbroken());
    assertThat(first.commonName()).isEqualTo("Intel SGX TCB Signing");
    return CoseKey.ofSpki(first.spki(), crypto);
  }
}
