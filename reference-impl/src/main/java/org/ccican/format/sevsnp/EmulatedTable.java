package org.ccican.format.sevsnp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccican.format.sevsnp.SevSnpCertificateTable.Entry;
import org.ccican.format.sevsnp.SevSnpCertificateTable.Kind;
import org.ccican.format.sevsnp.SevSnpDials.Defect;
import org.ccican.trust.Pem;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * The table that the host of an emulated processor hands out, with whole pages, and at its end an
 * entry of the host's own that nobody but the host understands.
 */
final class EmulatedTable {

  private static final int PAGE = 4096;
  private static final Bytes OWN = Bytes.hex("0b7c5a3e91d24f0e8a6612c4d5e7f809");
  private static final int OWN_SIZE = 8;
  private static final int OFFSET = 16;
  private static final int LENGTH = 20;

  private final SevSnpDials dials;
  private final Map<Bytes, Bytes> contents = new LinkedHashMap<>();

  EmulatedTable(SevSnpDials dials) {
    this.dials = dials;
  }

  EmulatedTable put(Kind kind, Bytes der) {
    contents.put(kind.guid(), der);
    return this;
  }

  /** The table, with one defect at most. */
  Bytes write() {
    if (dials.has(Defect.TABLE_WITHOUT_SIGNER)) {
      contents.put(OWN.flip(0, 0), contents.remove(Kind.VCEK.guid()));
    }
    if (dials.has(Defect.TABLE_CONTENT)) {
      contents.computeIfPresent(Kind.VCEK.guid(), (guid, der) -> unfinished(der));
    }
    if (dials.has(Defect.TABLE_ENTRIES)) {
      for (int i = contents.size(); i < SevSnpCertificateTable.MOST; i++) {
        contents.put(OWN.with(1, Bytes.of(i)), Bytes.zero(OWN_SIZE));
      }
    }
    contents.put(OWN, Bytes.zero(OWN_SIZE));
    return spoil(table().write());
  }

  private SevSnpCertificateTable table() {
    int spare = dials.has(Defect.TABLE_TWICE) ? 1 : 0;
    int at = (contents.size() + spare + 1) * SevSnpCertificateTable.HEAD;
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<Bytes, Bytes> each : contents.entrySet()) {
      entries.add(new Entry(each.getKey(), at, each.getValue()));
      at += each.getValue().size();
    }
    if (spare > 0) {
      entries.add(new Entry(OWN, at, Bytes.zero(OWN_SIZE)));
    }
    return new SevSnpCertificateTable(entries, (at / PAGE + 1) * PAGE);
  }

  private Bytes spoil(Bytes right) {
    int list = contents.size() * SevSnpCertificateTable.HEAD;
    int last = list - SevSnpCertificateTable.HEAD;
    return switch (dials.defect().orElse(Defect.WRONG_REPORT_DATA)) {
      case TABLE_TRUNCATED -> right.slice(0, list);
      case TABLE_OFFSET -> right.with(last + OFFSET, number(0));
      case TABLE_BOUNDS -> right.with(last + LENGTH, number(right.size()));
      case TABLE_EMPTY -> right.with(last + LENGTH, number(0));
      case TABLE_OVERLAP -> right.with(last + OFFSET, right.slice(OFFSET, OFFSET + Integer.BYTES));
      case TABLE_SLACK -> right.flip(right.size() - 1, 0);
      default -> right;
    };
  }

  /** In PEM, and the line that ends it is missing. */
  private static Bytes unfinished(Bytes der) {
    String pem = Pem.certificates(List.of(der));
    return Bytes.of(pem.substring(0, pem.indexOf("-----END")).getBytes(StandardCharsets.US_ASCII));
  }

  private static Bytes number(long value) {
    return new ByteWriter().u32le(value).toBytes();
  }
}
