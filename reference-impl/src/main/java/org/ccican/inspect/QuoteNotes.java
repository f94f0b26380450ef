package org.ccican.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.format.intel.BodyType;
import org.ccican.format.intel.EnclaveField;
import org.ccican.format.intel.QuoteField;
import org.ccican.format.tdx.TdField;
import org.ccican.wire.Bytes;

/** A quote of Intel's, versions 3 to 5 (DCAP quote generation, appendix A). */
final class QuoteNotes {

  private static final String PARTS = "quote";
  private static final int TYPED = 5;
  private static final int NESTED = 6;
  private static final long TDX = 0x81;

  private final Words words;
  private final Bytes octets;
  private final Layout layout;

  QuoteNotes(Words words, Bytes octets) {
    this.words = words;
    this.octets = octets;
    this.layout = new Layout(words, octets);
  }

  int version() {
    return number(0, 2);
  }

  boolean isTdx() {
    return version() > 3 && number(4, 4) == TDX;
  }

  List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    notes.add(
        layout.note(
            PARTS,
            "header",
            0,
            QuoteField.SIZE,
            layout.notes(
                "quote-header",
                0,
                QuoteField.SIZE,
                List.of(QuoteField.values()),
                QuoteField::name,
                QuoteField::offset,
                QuoteField::size)));
    int at = QuoteField.SIZE;
    int body = isTdx() ? BodyType.TD_1_0.size() : EnclaveField.SIZE;
    if (version() >= TYPED) {
      notes.add(layout.note(PARTS, "body-type", at, 2, List.of()));
      notes.add(layout.note(PARTS, "body-size", at + 2, 4, List.of()));
      body = BodyType.find(number(at, 2)).map(BodyType::size).orElse(0);
      at += 6;
    }
    notes.add(layout.note(PARTS, "body", at, body, body(at, body)));
    at += body;
    int length = Math.max(0, Math.min(number(at, 4), octets.size() - at - 4));
    notes.add(layout.note(PARTS, "signature-size", at, 4, List.of()));
    at += 4;
    notes.add(layout.note(PARTS, "signature-data", at, length, signature(at, at + length)));
    at += length;
    if (at < octets.size()) {
      notes.add(layout.note(PARTS, "trailing", at, octets.size() - at, List.of()));
    }
    return notes;
  }

  private List<Note> body(int at, int size) {
    return isTdx()
        ? layout.notes(
            "tdx",
            at,
            size,
            List.of(TdField.values()),
            TdField::name,
            TdField::offset,
            TdField::size)
        : enclave(at);
  }

  private List<Note> enclave(int at) {
    return layout.notes(
        "sgx",
        at,
        EnclaveField.SIZE,
        List.of(EnclaveField.values()),
        EnclaveField::name,
        EnclaveField::offset,
        EnclaveField::size);
  }

  private List<Note> signature(int from, int end) {
    List<Note> notes = new ArrayList<>();
    notes.add(layout.note(PARTS, "signature", from, Math.min(64, end - from), List.of()));
    if (end - from < 134) {
      return notes;
    }
    notes.add(layout.note(PARTS, "attestation-key", from + 64, 64, List.of()));
    int at = from + 128;
    if (version() > 3 && number(at, 2) == NESTED) {
      notes.add(layout.note(PARTS, "certification-type", at, 2, List.of()));
      notes.add(layout.note(PARTS, "certification-size", at + 2, 4, List.of()));
      at += 6;
    }
    quotingEnclave(at, end, notes);
    return notes;
  }

  private void quotingEnclave(int from, int end, List<Note> notes) {
    int at = from;
    if (end - at < EnclaveField.SIZE + 66) {
      return;
    }
    notes.add(layout.note(PARTS, "qe-report", at, EnclaveField.SIZE, enclave(at)));
    at += EnclaveField.SIZE;
    notes.add(layout.note(PARTS, "qe-report-signature", at, 64, List.of()));
    at += 64;
    int authentication = number(at, 2);
    notes.add(layout.note(PARTS, "qe-authentication-size", at, 2, List.of()));
    notes.add(
        layout.note(
            PARTS, "qe-authentication", at + 2, Math.min(authentication, end - at - 2), List.of()));
    at += 2 + authentication;
    if (end - at < 6) {
      return;
    }
    notes.add(layout.note(PARTS, "certification-type", at, 2, List.of()));
    notes.add(layout.note(PARTS, "certification-size", at + 2, 4, List.of()));
    int size = Math.max(0, Math.min(number(at + 2, 4), end - at - 6));
    Bytes data = octets.slice(at + 6, at + 6 + size);
    Optional<List<Note>> certificates = new PemNotes(words).notes(data);
    notes.add(layout.note(PARTS, "certification", at + 6, size, certificates.orElse(List.of())));
  }

  /** An unsigned little-endian number; as much of it as there is. */
  private int number(int at, int size) {
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | (at + i < octets.size() ? octets.at(at + i) : 0);
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }
}
