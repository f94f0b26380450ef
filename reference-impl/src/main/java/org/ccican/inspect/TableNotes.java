package org.ccican.inspect;

import java.util.ArrayList;
import java.util.List;
import org.ccican.format.sevsnp.SevSnpCertificateTable;
import org.ccican.format.sevsnp.SevSnpCertificateTable.Kind;
import org.ccican.wire.Bytes;

/** The certificate table of a SEV-SNP host, as far as its list goes, sound or not. */
final class TableNotes {

  private static final String CONTEXT = "snp-table";
  private static final int GUID = 16;
  private static final int NUMBER = 4;

  private final Words words;
  private final Bytes octets;
  private final Layout layout;

  TableNotes(Words words, Bytes octets) {
    this.words = words;
    this.octets = octets;
    this.layout = new Layout(words, octets);
  }

  /** An entry's head and what it points to; the end of the list. */
  List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    List<Note> contents = new ArrayList<>();
    int at = 0;
    while (at + SevSnpCertificateTable.HEAD <= octets.size()) {
      Bytes head = octets.slice(at, at + SevSnpCertificateTable.HEAD);
      if (head.isZero()) {
        notes.add(layout.note(CONTEXT, "end", at, SevSnpCertificateTable.HEAD, List.of()));
        break;
      }
      String kind = Kind.find(head.slice(0, GUID)).map(Enum::name).orElse("unknown");
      notes.add(entry(kind, at));
      contents.add(content(kind, head));
      at += SevSnpCertificateTable.HEAD;
    }
    notes.addAll(contents);
    return notes;
  }

  private Note entry(String kind, int at) {
    Bytes guid = octets.slice(at, at + GUID);
    List<Note> parts =
        List.of(
            Note.of(at, GUID, kind + " " + guid.toHex(), words.of(CONTEXT, "guid"), List.of()),
            layout.note(CONTEXT, "offset", at + GUID, NUMBER, List.of()),
            layout.note(CONTEXT, "length", at + GUID + NUMBER, NUMBER, List.of()));
    return layout.note(CONTEXT, "entry", at, SevSnpCertificateTable.HEAD, parts);
  }

  private Note content(String kind, Bytes head) {
    long offset = number(head, GUID);
    long length = number(head, GUID + NUMBER);
    int from = (int) Math.min(offset, octets.size());
    int to = (int) Math.min(offset + length, octets.size());
    Bytes content = octets.slice(from, to);
    List<Note> parts =
        new PemNotes(words)
            .notes(content)
            .orElseGet(
                () ->
                    new DerNotes(words, content).isOneValue()
                        ? new DerNotes(words, octets).notes(from, to, 0)
                        : List.of());
    return layout.note(CONTEXT, kind, from, to - from, parts);
  }

  private static long number(Bytes head, int at) {
    long value = 0;
    for (int i = NUMBER - 1; i >= 0; i--) {
      value = value << 8 | head.at(at + i);
    }
    return value;
  }
}
