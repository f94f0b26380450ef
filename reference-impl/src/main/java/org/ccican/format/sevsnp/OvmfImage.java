package org.ccican.format.sevsnp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteReader;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * A firmware image as OVMF lays it out: it ends at 4 GiB, and 32 octets before its end stands a
 * table of entries, each data, size in two octets, GUID, to be read from the end backwards.
 * Integers are little-endian, and the first three parts of a GUID too.
 *
 * @param octets whole pages
 * @param tables data of the table's entries by GUID
 * @param sections what the SEV metadata asks the monitor for, in order
 */
public record OvmfImage(Bytes octets, Map<Bytes, Bytes> tables, List<Section> sections) {

  static final Bytes FOOTER = guid("96b582de-1fb2-45f7-baea-a366c55a082d");
  static final Bytes HASH_TABLE = guid("7255371f-3a3b-4b04-927b-1da6efa8d454");
  static final Bytes RESET_BLOCK = guid("00f771de-1a7e-4fcb-890e-68c77e2fb44e");
  static final Bytes METADATA = guid("dc886566-984a-4798-a75e-5585a7bf67cc");
  static final Bytes SIGNATURE = Bytes.utf8("ASEV");
  static final int FOOTER_END = 32;
  static final int ENTRY_HEAD = 18;

  private static final String RULE = "sev-snp.firmware.shape";
  private static final int LARGEST = 64 << 20;
  private static final int MOST_SECTIONS = 256;
  private static final long MOST_MEMORY = 256L << 20;

  /** What a section is for. */
  public enum SectionType {
    MEMORY(1),
    SECRETS(2),
    CPUID(3),
    SVSM_CALLING_AREA(4),
    KERNEL_HASHES(0x10);

    private final long id;

    SectionType(long id) {
      this.id = id;
    }

    public long id() {
      return id;
    }

    static Optional<SectionType> find(long id) {
      for (SectionType each : values()) {
        if (each.id == id) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  /** Memory to be prepared at launch: whole pages from a guest physical address on. */
  public record Section(SectionType type, long gpa, long size) {

    public Section {
      Objects.requireNonNull(type);
    }
  }

  public OvmfImage {
    Objects.requireNonNull(octets);
    tables = Map.copyOf(tables);
    sections = List.copyOf(sections);
  }

  /**
   * @throws Rejected if there is no table, or an entry or section does not fit
   */
  public static OvmfImage parse(Bytes octets) throws Rejected {
    if (octets.isEmpty() || octets.size() % SevSnpPage.SIZE != 0 || octets.size() > LARGEST) {
      throw malformed(octets.size() + " octets are no firmware in whole pages of 4096");
    }
    Map<Bytes, Bytes> tables = tables(octets);
    return new OvmfImage(octets, tables, sections(octets, tables));
  }

  /** The address at which processors other than the first start. */
  public long resetBlock() throws Rejected {
    return table(RESET_BLOCK).u32le();
  }

  /** The address of the table of kernel hashes. */
  long hashTable() throws Rejected {
    return table(HASH_TABLE).u32le();
  }

  void requireKernelHashes() throws Rejected {
    if (sections.stream().noneMatch(each -> each.type() == SectionType.KERNEL_HASHES)) {
      throw new Rejected(
          Reason.MISSING_FIELD,
          "sev-snp.firmware.kernel-hashes",
          "the firmware's metadata has no section for kernel hashes");
    }
    long end = hashTable() % SevSnpPage.SIZE + 176;
    if (end > SevSnpPage.SIZE) {
      throw malformed("the table of kernel hashes crosses the end of its page");
    }
  }

  /** The 16 octets of a GUID as firmware stores them. */
  static Bytes guid(String text) {
    UUID id = UUID.fromString(text);
    long high = id.getMostSignificantBits();
    ByteWriter writer = new ByteWriter();
    writer.u32le(high >>> 32).u16le((int) (high >>> 16)).u16le((int) high);
    for (int shift = 56; shift >= 0; shift -= 8) {
      writer.u8((int) (id.getLeastSignificantBits() >>> shift));
    }
    return writer.toBytes();
  }

  private ByteReader table(Bytes guid) throws Rejected {
    return new ByteReader(find(tables, guid), RULE);
  }

  private static Bytes find(Map<Bytes, Bytes> tables, Bytes guid) throws Rejected {
    Bytes data = tables.get(guid);
    if (data == null) {
      throw malformed("the firmware's table has no entry " + guid);
    }
    return data;
  }

  private static Map<Bytes, Bytes> tables(Bytes octets) throws Rejected {
    int end = octets.size() - FOOTER_END;
    Bytes footer = octets.slice(end - 16, end);
    if (!footer.equals(FOOTER)) {
      throw malformed("no table " + FOOTER + " at offset " + (end - 16));
    }
    int start = end - sizeBefore(octets, end);
    int at = end - ENTRY_HEAD;
    if (start < 0 || start > at) {
      throw malformed("the table does not fit before offset " + end);
    }
    Map<Bytes, Bytes> tables = new LinkedHashMap<>();
    while (at > start) {
      int size = at - start < ENTRY_HEAD ? 0 : sizeBefore(octets, at);
      if (size < ENTRY_HEAD || size > at - start) {
        throw malformed("the table's entry before offset " + at + " does not fit");
      }
      tables.putIfAbsent(octets.slice(at - 16, at), octets.slice(at - size, at - ENTRY_HEAD));
      at -= size;
    }
    return tables;
  }

  private static int sizeBefore(Bytes octets, int end) {
    return octets.at(end - ENTRY_HEAD) | octets.at(end - ENTRY_HEAD + 1) << 8;
  }

  private static List<Section> sections(Bytes octets, Map<Bytes, Bytes> tables) throws Rejected {
    long fromEnd = new ByteReader(find(tables, METADATA), RULE).u32le();
    if (fromEnd > octets.size()) {
      throw malformed("metadata " + fromEnd + " octets before the end of " + octets.size());
    }
    ByteReader reader =
        new ByteReader(octets.slice(octets.size() - (int) fromEnd, octets.size()), RULE);
    Bytes signature = reader.take(4);
    reader.u32le();
    long version = reader.u32le();
    long count = reader.u32le();
    if (!signature.equals(SIGNATURE) || version != 1 || count > MOST_SECTIONS) {
      throw malformed("metadata " + signature + " of version " + version + " with " + count);
    }
    List<Section> sections = new ArrayList<>();
    long memory = 0;
    for (long i = 0; i < count; i++) {
      long gpa = reader.u32le();
      long size = reader.u32le();
      long type = reader.u32le();
      memory += size;
      if (gpa % SevSnpPage.SIZE != 0 || size % SevSnpPage.SIZE != 0 || memory > MOST_MEMORY) {
        throw malformed("section " + i + " at " + gpa + " with " + size + " octets");
      }
      SectionType known =
          SectionType.find(type).orElseThrow(() -> malformed("section of type " + type));
      sections.add(new Section(known, gpa, size));
    }
    return sections;
  }

  private static Rejected malformed(String detail) {
    return new Rejected(Reason.MALFORMED, RULE, detail);
  }
}
