package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.Test;

class SuitReportViewTest {

  private static final Cbor REFERENCE =
      Cbor.array(
          Cbor.text("https://tc.example/full"),
          Cbor.array(Cbor.integer(-16), Cbor.octets(Bytes.zero(32))));

  @Test
  void readsASuccess() {
    SuitReportView view = read(Cbor.array(), Cbor.bool(true));

    assertThat(view.succeeded()).isTrue();
    assertThat(view.uri()).contains("https://tc.example/full");
    assertThat(view.allRecords()).isEmpty();
    assertThat(view.reason()).isEmpty();
  }

  @Test
  void readsAFailureAndItsRecords() {
    Cbor record = record(Cbor.integer(20));
    SuitReportView view =
        read(
            Cbor.array(record, Cbor.map().put(0, Cbor.array()).put(14, Cbor.integer(1)).build()),
            Cbor.map().put(5, Cbor.integer(-1)).put(6, record).put(7, Cbor.integer(10)).build());

    assertThat(view.reason()).contains(SuitReportView.reason("condition-failed"));
    assertThat(view.failed().orElseThrow().path()).isEqualTo(List.of(0L, 1L));
    assertThat(view.allRecords()).hasSize(2);
    assertThat(view.claims()).hasSize(1);
  }

  @Test
  void takesNoRecordWhoseSectionIsAText() {
    SuitReportView view = read(Cbor.array(record(Cbor.text("install"))), Cbor.bool(true));

    assertThat(view.allRecords()).isEmpty();
    assertThat(view.entries()).hasSize(1);
  }

  @Test
  void readsNoArray() {
    assertThat(SuitReportView.read(Cbor.array().encode()).view()).isEmpty();
  }

  private static Cbor record(Cbor section) {
    return Cbor.array(
        Cbor.array(Cbor.integer(0), Cbor.integer(1)),
        section,
        Cbor.integer(7),
        Cbor.integer(1),
        Cbor.map().build());
  }

  private static SuitReportView read(Cbor records, Cbor result) {
    return SuitReportView.read(
            Cbor.map().put(99, REFERENCE).put(3, records).put(4, result).build().encode())
        .view()
        .orElseThrow();
  }
}
