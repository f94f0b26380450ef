package org.ccican.vector.gen;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.ccican.vector.Octets;

/**
 * A host's certificate table on its way to being written: entries of GUID, offset and length, 24
 * octets of zeros, then the contents. Each entry may point somewhere else than to its contents.
 */
final class CertificateTable {

  static final String VCEK = "63da758de6644564adc5f4b93be8accd";
  static final String VLEK = "a8074bc2a25a483eaae639c045a0b8a1";
  static final String ASK = "4ab7b379bbac4fe4a02f05aef327c782";
  static final String ARK = "c0b406a4a803495297433fb6014cd0ae";
  static final String CRL = "92f81bc358114d3d97ffd19f88dc67ea";

  /** Of an entry that no document defines. */
  static final String UNKNOWN = "9d1be0437a614d2c8f035be2c9a4710e";

  private static final int HEAD = 24;
  private static final int LENGTH = 20;
  private static final int OFFSET = 16;

  private record Entry(String guid, byte[] contents) {}

  private final List<Entry> entries = new ArrayList<>();
  private int padding;

  CertificateTable put(String guid, byte[] contents) {
    entries.add(new Entry(guid, contents));
    return this;
  }

  CertificateTable put(String guid, Octets contents) {
    return put(guid, contents.toArray());
  }

  /** Zeros behind the last contents. */
  CertificateTable padding(int octets) {
    this.padding = octets;
    return this;
  }

  /** Where the number of an entry's offset stands. */
  static int offsetOf(int entry) {
    return entry * HEAD + OFFSET;
  }

  static int lengthOf(int entry) {
    return entry * HEAD + LENGTH;
  }

  Raw write() {
    int at = (entries.size() + 1) * HEAD;
    int size = at + padding + entries.stream().mapToInt(each -> each.contents().length).sum();
    Raw raw = Raw.zero(size);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      raw.put(i * HEAD, java.util.HexFormat.of().parseHex(entry.guid()))
          .u32(offsetOf(i), at)
          .u32(lengthOf(i), entry.contents().length)
          .put(at, entry.contents());
      at += entry.contents().length;
    }
    return raw;
  }

  static byte[] pem(Octets der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.toArray());
    String pem = "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    return pem.getBytes(StandardCharsets.US_ASCII);
  }
}
