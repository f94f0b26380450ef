package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceViewsTest {

  @Test
  void readsEveryFieldOfAReportAtItsOffset() {
    ByteWriter report = new ByteWriter().u32le(0xffff_fffeL).zero(4).u64le(1L << 19 | 1L << 63);
    report.zero(0x30 - report.size()).u32le(3).zero(0x50 - report.size());
    report.put(Bytes.concat(Bytes.of(1), Bytes.zero(62), Bytes.of(2)));
    report.put(Bytes.concat(Bytes.of(3), Bytes.zero(46), Bytes.of(4)));
    report.zero(0x180 - report.size()).put(Bytes.hex("0102030405060708"));
    report.zero(0x1A0 - report.size());
    report.put(Bytes.concat(Bytes.of(5), Bytes.zero(62), Bytes.of(6)));
    report.zero(SevSnpView.SIZE - report.size());

    SevSnpView view = SevSnpView.read(report.toBytes()).view().get();
    assertThat(view.version()).isEqualTo(0xffff_fffeL);
    assertThat(view.policy()).isEqualTo(1L << 19 | 1L << 63);
    assertThat(view.debug()).isTrue();
    assertThat(view.vmpl()).isEqualTo(3);
    assertThat(view.reportData().toHex()).startsWith("01").endsWith("02").hasSize(128);
    assertThat(view.measurement().toHex()).startsWith("03").endsWith("04").hasSize(96);
    assertThat(view.chipId().toHex()).startsWith("05").endsWith("06").hasSize(128);
    assertThat(view.reportedTcb()).isEqualTo(Bytes.hex("0102030405060708"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1183, 1185, 2368})
  void refusesReportsOfAnotherSize(int size) {
    assertThat(SevSnpView.read(Bytes.zero(size)).detail()).contains("1184").contains("" + size);
  }

  @ParameterizedTest
  @CsvSource({
    "v2-milan-plain, 2, false",
    "v2-milan-debug-policy, 2, true",
    "v3-genoa-tsm, 3, false",
    "v5-turin-azure-aci, 5, false"
  })
  void readsReportsOfRealProcessors(String name, long version, boolean debug) {
    SevSnpView view =
        SevSnpView.read(Shared.octets("realdata/snp/" + name + ".report.bin")).view().get();
    assertThat(view.version()).isEqualTo(version);
    assertThat(view.debug()).isEqualTo(debug);
    assertThat(view.measurement().isZero()).isFalse();
    assertThat(view.vmpl()).isBetween(0L, 3L);
  }

  @ParameterizedTest
  @CsvSource({
    "sgx/sgx-v3-platformca-swhardening, true",
    "sgx/sgx-v3-debug, true",
    "sgx/sgx-v3-corrupted-signature, false",
    "tdx/tdx-v4-uptodate, true",
    "tdx/tdx-v5-spr-uptodate, true"
  })
  void verifiesQuotesOfRealProcessors(String name, boolean verifies) {
    Bytes octets = Shared.octets("realdata/" + name + ".quote.bin");
    String type = "application/vnd.ccican." + name.substring(0, 3) + "-quote";
    EvidenceView view = EvidenceView.of(type, octets).get();
    int reportData = name.startsWith("sgx") ? 48 + 320 : 48 + 520;
    int from = name.contains("v5") ? reportData + 6 : reportData;
    assertThat(view.carries(octets.slice(from, from + 64))).isTrue();
    assertThat(view.carries(octets.slice(from + 1, from + 65))).isFalse();
    assertThat(view.launchMeasurement().get().isZero()).isFalse();
    assertThat(view.verifies(List.of(), new Signatures(new BouncyCastleProvider())))
        .isEqualTo(verifies);
  }

  @Test
  void seesInOtherEvidenceWhetherOctetsStandInIt() {
    EvidenceView view = EvidenceView.of("application/x", Bytes.of(1, 2, 3)).get();
    assertThat(view.carries(Bytes.of(2, 3))).isTrue();
    assertThat(view.carries(Bytes.of(3, 2))).isFalse();
    assertThat(EvidenceView.of("application/x", Bytes.EMPTY)).isEmpty();
    assertThat(EvidenceView.of("application/vnd.ccican.sgx-quote", Bytes.zero(400))).isEmpty();
  }

  @Test
  void readsACollection() {
    Cbor collection =
        Cbor.map()
            .put("__cmwc_t", Cbor.text("tag:ccican,2026:x"))
            .put("evidence", Cbor.array(Cbor.text("application/A"), Cbor.octets(Bytes.of(1))))
            .put(
                "log",
                Cbor.array(
                    Cbor.text("application/b; v=1"), Cbor.octets(Bytes.EMPTY), Cbor.integer(4)))
            .build();
    CmwView view = CmwView.read(collection.encode()).view().get();
    assertThat(view.type()).contains("tag:ccican,2026:x");
    assertThat(view.items()).hasSize(2);
    assertThat(view.find("evidence").get().value()).isEqualTo(Bytes.of(1));
    assertThat(view.find("log").get().indicator()).contains(4L);
    assertThat(view.ofType("application/a")).containsExactly(Bytes.of(1));
    assertThat(view.ofType("application/b;v=1")).containsExactly(Bytes.EMPTY);
    assertThat(view.ofType("application/b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "80",
        "a0",
        "a1685f5f636d77635f746161",
        "a1018261614100",
        "a1616100",
        "a1616180",
        "a161618161 61",
        "a161618261614 0ff",
        "a16161820040",
        "a161618261616161",
        "a1616183616140 00",
        "a1616183616140 1b0000000100000000",
        "a16161836161402 0",
        "a161618461614001 01",
        "a261618261614061618261 6140"
      })
  void saysWhyACollectionIsUnreadable(String hex) {
    Reading<CmwView> reading = CmwView.read(Bytes.hex(hex.replace(" ", "")));
    assertThat(reading.view()).isEmpty();
    assertThat(reading.detail()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "draft-collection-example-2, 'a text as label expected at offset 51, found the integer 0'",
    "veraison-collection-cbor-mixed-keys, 'a media type expected at offset 9, found the integer 0'",
    "draft-cmw-example-2, a map expected"
  })
  void saysWhatItDoesNotReadOfPublishedExamples(String name, String why) {
    assertThat(CmwView.read(Shared.octets("realdata/cmw/" + name + ".cbor")).detail())
        .contains(why);
  }
}
