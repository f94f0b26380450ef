package org.ccican.format.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class QuoteLayoutTest {

  private final RealQuotes data = RealQuotes.open();

  @Test
  void everyCapturedQuoteIsWrittenAsItWasRead() throws Rejected {
    int read = 0;
    for (String format : List.of("sgx", "tdx")) {
      long tee = format.equals("tdx") ? QuoteLayout.TDX : QuoteLayout.SGX;
      for (Map.Entry<String, Bytes> each : data.quotes(format).entrySet()) {
        QuoteLayout quote = QuoteLayout.parse(each.getValue(), tee, Checks.unbroken());
        assertThat(quote.write()).as(each.getKey()).isEqualTo(each.getValue());
        assertThat(each.getValue().contains(quote.signedPart())).as(each.getKey()).isTrue();
        read++;
      }
    }
    assertThat(read).isEqualTo(18);
  }

  @Test
  void keepsApartWhatFollowsTheQuote() throws Rejected {
    Map<String, Integer> trailing =
        Map.of(
            "tdx-v4-gcp-cos113-uptodate.quote.bin", 3065,
            "tdx-v4-spr-e4-not-supported.quote.bin", 39,
            "tdx-v4-near-uptodate.quote.bin", 70,
            "tdx-v5-spr-uptodate.quote.bin", 0);
    for (Map.Entry<String, Integer> each : trailing.entrySet()) {
      QuoteLayout quote =
          QuoteLayout.parse(data.read("tdx/" + each.getKey()), QuoteLayout.TDX, Checks.unbroken());
      assertThat(quote.trailing().size()).as(each.getKey()).isEqualTo(each.getValue());
    }
  }

  @Test
  void fieldsOfEveryStructureStandSideBySide() {
    assertThat(end(Stream.of(QuoteField.values()).map(f -> new int[] {f.offset(), f.size()})))
        .isEqualTo(QuoteField.SIZE);
    assertThat(end(Stream.of(EnclaveField.values()).map(f -> new int[] {f.offset(), f.size()})))
        .isEqualTo(EnclaveField.SIZE);
  }

  @Test
  void refusesEveryPrefixOfAQuoteAsTruncated() {
    Bytes quote = data.read("sgx/sgx-v3-debug.quote.bin");
    for (int size = 0; size < quote.size(); size += size < 2000 ? 1 : 97) {
      Bytes prefix = quote.slice(0, size);
      assertThatThrownBy(() -> QuoteLayout.parse(prefix, QuoteLayout.SGX, Checks.unbroken()))
          .isInstanceOfSatisfying(
              Rejected.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TRUNCATED));
    }
  }

  @Test
  void refusesOctetsLeftOverWithinTheSignatureData() {
    Bytes quote = data.read("sgx/sgx-v3-debug.quote.bin");
    int at = QuoteField.SIZE + EnclaveField.SIZE;
    Bytes longer =
        Bytes.concat(
            quote.slice(0, at),
            new org.ccican.wire.ByteWriter().u32le(quote.size() - at - 4 + 1).toBytes(),
            quote.slice(at + 4, quote.size()),
            Bytes.of(0));
    assertThatThrownBy(() -> QuoteLayout.parse(longer, QuoteLayout.SGX, Checks.unbroken()))
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal -> assertThat(refusal.check()).isEqualTo("intel.quote.consumed"));
  }

  @Test
  void readsEveryBundleOfCollateralAndWhatIsSignedInIt() throws Rejected {
    int read = 0;
    for (String format : List.of("sgx", "tdx")) {
      for (Map.Entry<String, Bytes> each : data.collateral(format).entrySet()) {
        IntelCollateral bundle = IntelCollateral.parse(each.getValue(), Checks.unbroken());
        TcbInfo info = TcbInfo.parse(bundle.tcbInfo().text(), Checks.unbroken());
        QeIdentity identity = QeIdentity.parse(bundle.qeIdentity().text(), Checks.unbroken());
        assertThat(info.tee()).isEqualTo(format.equals("sgx") ? "SGX" : "TDX");
        assertThat(identity.id()).isEqualTo(format.equals("sgx") ? "QE" : "TD_QE");
        assertThat(info.module().isPresent()).isEqualTo(info.tee().equals("TDX"));
        assertThat(bundle.tcbInfo().chain()).hasSize(2);
        read++;
      }
    }
    assertThat(read).isEqualTo(15);
  }

  @Test
  void readsBothVersionsOfTcbInfoAlike() throws Rejected {
    Bytes answer = data.read("collateral/sgx-tcbinfo-v2-00606a000000-2025-06.json");
    var fields =
        org.ccican.wire.JsonFields.of(
            org.ccican.wire.JsonDecoder.decode(answer, Checks.unbroken()), TcbInfo.RULE);
    TcbInfo second = TcbInfo.parse(fields.value("tcbInfo").span().raw(), Checks.unbroken());
    IntelCollateral bundle =
        IntelCollateral.parse(
            data.read("sgx/sgx-v3-platformca-swhardening.collateral.json"), Checks.unbroken());
    TcbInfo third = TcbInfo.parse(bundle.tcbInfo().text(), Checks.unbroken());
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.tee()).isEqualTo("SGX");
    assertThat(second.fmspc()).isEqualTo(third.fmspc());
    assertThat(second.levels())
        .extracting(TcbLevel::needs)
        .isEqualTo(third.levels().stream().map(TcbLevel::needs).toList());
  }

  /** Where the last of some fields ends, each of which begins where the one before ends. */
  private static int end(Stream<int[]> fields) {
    int end = 0;
    for (int[] field : fields.toList()) {
      assertThat(field[0]).isEqualTo(end);
      end += field[1];
    }
    return end;
  }
}
