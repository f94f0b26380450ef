package org.ccican.format.sevsnp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.Pem;
import org.ccican.wire.ByteReader;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * What a host hands to a guest beside its report (AMD 56421, extended guest request): a list of
 * entries, 24 octets of zeros, then the contents that the entries point to. The host vouches for
 * none of it.
 *
 * <pre>
 * offset size  entry
 * 0x00   16    what it is: a GUID, in the order of its text
 * 0x10   4     offset of the contents from the start of the table, little-endian
 * 0x14   4     octets of the contents
 * </pre>
 *
 * @param entries in the order of the list
 * @param size octets of the whole; those between and behind the contents are zero
 */
public record SevSnpCertificateTable(List<Entry> entries, int size) {

  /** Octets of an entry, and of the zeros that end the list. */
  public static final int HEAD = 24;

  /** Entries of a table; hosts put in four or five. */
  static final int MOST = 16;

  /** The checks of a table, in their order. */
  static final List<String> RULES =
      List.of(
          "sev-snp.table.single",
          "sev-snp.table.truncated",
          "sev-snp.table.entries",
          "sev-snp.table.once",
          "sev-snp.table.empty",
          "sev-snp.table.offset",
          "sev-snp.table.bounds",
          "sev-snp.table.overlap",
          "sev-snp.table.slack",
          "sev-snp.table.content",
          "sev-snp.table.signer");

  private static final String TRUNCATED = "sev-snp.table.truncated";
  private static final String CONTENT = "sev-snp.table.content";
  private static final int GUID = 16;

  /** What entries are known; hosts may add others. */
  public enum Kind {
    VCEK("63da758de6644564adc5f4b93be8accd"),
    VLEK("a8074bc2a25a483eaae639c045a0b8a1"),
    /** The authority: the ASK of a VCEK, the ASVK of a VLEK. */
    ASK("4ab7b379bbac4fe4a02f05aef327c782"),
    ARK("c0b406a4a803495297433fb6014cd0ae"),
    CRL("92f81bc358114d3d97ffd19f88dc67ea");

    private final Bytes guid;

    Kind(String guid) {
      this.guid = Bytes.hex(guid);
    }

    /** 16 octets, in the order of the text. */
    public Bytes guid() {
      return guid;
    }

    public static Optional<Kind> find(Bytes guid) {
      for (Kind each : values()) {
        if (each.guid.equals(guid)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * @param guid 16 octets
   * @param offset from the start of the table
   */
  public record Entry(Bytes guid, int offset, Bytes contents) {

    public Entry {
      Objects.requireNonNull(contents);
      if (guid.size() != GUID || offset < 0) {
        throw new IllegalArgumentException("a GUID of 16 octets and an offset expected");
      }
    }

    int end() {
      return offset + contents.size();
    }

    /**
     * The contents, without the text around them where they are in PEM.
     *
     * @throws Rejected if a block does not end, or there are several
     */
    public Bytes der() throws Rejected {
      List<Bytes> blocks = blocks();
      if (blocks.size() != 1) {
        throw new Rejected(
            Reason.MALFORMED, CONTENT, blocks.size() + " blocks of PEM at offset " + offset);
      }
      return blocks.get(0);
    }

    private List<Bytes> blocks() throws Rejected {
      try {
        return Pem.blocks(contents);
      } catch (Rejected e) {
        throw new Rejected(e.reason(), CONTENT, "at offset " + offset + ": " + e.getMessage());
      }
    }
  }

  public SevSnpCertificateTable {
    entries = List.copyOf(entries);
  }

  /** Whether octets look like a table, and not like a certificate: a known entry is listed. */
  public static boolean isTable(Bytes octets) {
    for (int i = 0; i <= MOST && (i + 1) * HEAD <= octets.size(); i++) {
      Bytes head = octets.slice(i * HEAD, (i + 1) * HEAD);
      if (head.isZero()) {
        return i == 0;
      }
      if (Kind.find(head.slice(0, GUID)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The first entry of a kind. */
  public Optional<Entry> find(Kind kind) {
    return entries.stream().filter(each -> each.guid().equals(kind.guid())).findFirst();
  }

  /**
   * @throws Rejected if the list does not end, or an entry points outside, into the list or to what
   *     another entry points to
   */
  public static SevSnpCertificateTable parse(Bytes octets, Checks checks) throws Rejected {
    ByteReader reader = new ByteReader(octets, TRUNCATED);
    List<Bytes> heads = new ArrayList<>();
    for (Bytes head = reader.take(HEAD); !head.isZero(); head = reader.take(HEAD)) {
      heads.add(head);
    }
    // spec| AMD 56421 §4.1.8.1: no host has more certificates for a guest
    Rejected.unless(
        checks,
        "sev-snp.table.entries",
        heads.size() <= MOST,
        Reason.LIMIT_EXCEEDED,
        () -> heads.size() + " entries, at most " + MOST);
    Set<Bytes> guids = new HashSet<>();
    List<Entry> entries = new ArrayList<>();
    for (Bytes head : heads) {
      Bytes guid = head.slice(0, GUID);
      // spec| AMD 56421 §4.1.8.1: a GUID says which certificate it is
      Rejected.unless(
          checks,
          "sev-snp.table.once",
          guids.add(guid),
          Reason.DUPLICATE_KEY,
          () -> "two entries " + guid);
      entries.add(entry(octets, head, reader.offset(), checks));
    }
    apart(octets, entries, reader.offset(), checks);
    return new SevSnpCertificateTable(entries, octets.size());
  }

  private static Entry entry(Bytes octets, Bytes head, int behind, Checks checks) throws Rejected {
    ByteReader reader = new ByteReader(head.slice(GUID, HEAD), TRUNCATED);
    long offset = reader.u32le();
    long length = reader.u32le();
    String shown = length + " octets at offset " + offset;
    // spec| AMD 56421 §4.1.8.1: an entry is of a certificate
    Rejected.unless(checks, "sev-snp.table.empty", length > 0, Reason.MISSING_FIELD, () -> shown);
    // spec| AMD 56421 §4.1.8.1: certificates follow the list
    Rejected.unless(
        checks,
        "sev-snp.table.offset",
        offset >= behind,
        Reason.OUT_OF_RANGE,
        () -> shown + ", which is within the list of " + behind);
    if (offset + length > octets.size()) {
      throw new Rejected(Reason.TRUNCATED, "sev-snp.table.bounds", shown + ", of " + octets.size());
    }
    return new Entry(
        head.slice(0, GUID), (int) offset, octets.slice((int) offset, (int) (offset + length)));
  }

  private static void apart(Bytes octets, List<Entry> entries, int behind, Checks checks)
      throws Rejected {
    List<Entry> sorted =
        entries.stream()
            .filter(each -> !each.contents().isEmpty())
            .sorted(Comparator.comparingInt(Entry::offset))
            .toList();
    int end = behind;
    for (Entry each : sorted) {
      int before = end;
      // spec| AMD 56421 §4.1.8.1: each certificate has octets of its own
      Rejected.unless(
          checks,
          "sev-snp.table.overlap",
          each.offset() >= before || each.offset() < behind,
          Reason.MALFORMED,
          () -> "contents at offset " + each.offset() + " begin before " + before);
      slack(octets, end, each.offset(), checks);
      end = Math.max(end, each.end());
    }
    slack(octets, end, octets.size(), checks);
  }

  private static void slack(Bytes octets, int from, int until, Checks checks) throws Rejected {
    // spec| AMD 56421 §4.1.8.1: what no entry points to holds nothing
    Rejected.unless(
        checks,
        "sev-snp.table.slack",
        until <= from || octets.slice(from, until).isZero(),
        Reason.RESERVED_NOT_ZERO,
        () -> "octets from offset " + from + " to " + until + " are of no entry and not zero");
  }

  /** All octets, as received or built. */
  public Bytes write() {
    ByteWriter list = new ByteWriter();
    for (Entry each : entries) {
      list.put(each.guid()).u32le(each.offset()).u32le(each.contents().size());
    }
    Bytes octets = list.put(Bytes.zero(HEAD)).toBytes().padRight(size);
    for (Entry each : entries) {
      octets = octets.with(each.offset(), each.contents());
    }
    return octets;
  }
}
