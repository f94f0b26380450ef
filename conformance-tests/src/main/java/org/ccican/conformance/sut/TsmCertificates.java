package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccican.wire.Bytes;

/**
 * The certificates in an {@code auxblob} of SEV-SNP: a table (GHCB specification section 4.1.8.1)
 * of entries of 24 octets, a GUID (16, mixed endian), an offset (4, little-endian, from the begin
 * of the table) and a length (4, little-endian), ended by zeros; then the certificates, DER.
 */
final class TsmCertificates {

  private static final int ENTRY = 24;
  private static final int GUID = 16;
  private static final int MOST = 16;

  /** VCEK, VLEK, then ASK or ASVK: the order in which one vouches for the one before. */
  private static final Map<String, Integer> ORDER =
      Map.of(
          "8d75da6364e66445adc5f4b93be8accd", 0,
          "c24b07a85aa23e48aae639c045a0b8a1", 0,
          "79b3b74aacbbe44fa02f05aef327c782", 1);

  private TsmCertificates() {}

  /** Certificates, the signer's first; none if the octets are no such table. */
  static List<Bytes> of(Bytes table) {
    Map<Integer, Bytes> found = new TreeMap<>();
    for (int at = 0; at + ENTRY <= table.size() && at < MOST * ENTRY; at += ENTRY) {
      String guid = table.slice(at, at + GUID).toHex();
      long offset = number(table, at + GUID);
      long length = number(table, at + GUID + 4);
      if (table.slice(at, at + ENTRY).isZero()) {
        break;
      }
      if (ORDER.containsKey(guid) && offset + length <= table.size()) {
        found.put(ORDER.get(guid), table.slice((int) offset, (int) (offset + length)));
      }
    }
    return new ArrayList<>(found.values());
  }

  private static long number(Bytes table, int at) {
    return table.at(at)
        | (long) table.at(at + 1) << 8
        | (long) table.at(at + 2) << 16
        | (long) table.at(at + 3) << 24;
  }
}
