package org.ccican.vector.gen;

import java.util.Arrays;
import java.util.function.Consumer;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;

/** Certificates that come in the table of a host, and what can be wrong with the table. */
final class SevSnpTableRecipes {

  static final String TABLE = "base.v3-genoa-table";
  private static final int UNKNOWN_SIZE = 8;
  private static final int LAST = 3;

  private final VectorFile<SevSnpCase> file;
  private final SevSnpProduct genoa;
  private final SevSnpCase base;

  SevSnpTableRecipes(VectorFile<SevSnpCase> file, SevSnpBases bases) {
    this.file = file;
    this.genoa = bases.genoa();
    this.base = bases.v3Genoa();
  }

  void add() {
    file.base(
        TABLE,
        SevSnpRules.TABLE,
        "The chain comes in a host's table of four entries, the last of them one that no document"
            + " defines.",
        base.endorsed(named("table", usual().write())));
    right();
    list();
    contents();
    file.refused(
        TABLE,
        "table.twice",
        SevSnpRules.TABLE_SINGLE,
        "The same table comes along twice.",
        scene ->
            scene.endorsed(named("table", usual().write()), named("table.again", usual().write())));
  }

  private void right() {
    accepted("padded", "Zeros fill the last page.", usual().padding(700));
    accepted(
        "order",
        "The authority's certificate stands before the chip's: which is which, the GUIDs say.",
        table(CertificateTable.ASK, CertificateTable.VCEK, CertificateTable.ARK));
    accepted(
        "without-root",
        "The table lacks the root, which would count for nothing.",
        table(CertificateTable.VCEK, CertificateTable.ASK));
    accepted(
        "pem",
        "The chip's certificate is in PEM, as some hosts put it in.",
        new CertificateTable()
            .put(CertificateTable.VCEK, CertificateTable.pem(genoa.vcek().write()))
            .put(CertificateTable.ASK, genoa.ask().octets()));
    accepted(
        "both-kinds",
        "A cloud's certificate stands beside the chip's; the report says which key signed.",
        table(CertificateTable.VLEK, CertificateTable.VCEK, CertificateTable.ASK));
    accepted(
        "sixteen-entries", "Sixteen entries, thirteen of which no document defines.", filled(16));
    accepted(
        "crl",
        "A current revocation list of the root comes along.",
        table(CertificateTable.VCEK, CertificateTable.ASK, CertificateTable.CRL));
    file.refused(
        TABLE,
        "table.crl-revokes",
        SevSnpRules.REVOKED,
        "The revocation list in the table names the authority.",
        scene ->
            scene.endorsed(
                named(
                    "table.crl-revokes",
                    table(CertificateTable.VCEK, CertificateTable.ASK)
                        .put(
                            CertificateTable.CRL,
                            genoa.crl().revoking(SevSnpProduct.ASK_SERIAL).write())
                        .write())));
  }

  private void list() {
    refused(
        "unterminated",
        SevSnpRules.TABLE_TRUNCATED,
        "The list ends with the octets, and not with an entry of zeros.",
        raw -> raw.resize((LAST + 1) * 24));
    refused(
        "entry-cut",
        SevSnpRules.TABLE_TRUNCATED,
        "The last entry of the list lacks its last octet.",
        raw -> raw.resize((LAST + 1) * 24 - 1));
    file.refused(
        TABLE,
        "table.seventeen-entries",
        SevSnpRules.TABLE_ENTRIES,
        "Seventeen entries, fourteen of which no document defines.",
        scene -> scene.endorsed(named("table.seventeen-entries", filled(17).write())));
    file.refused(
        TABLE,
        "table.unknown-twice",
        SevSnpRules.TABLE_ONCE,
        "Two entries have the same GUID, which no document defines.",
        scene ->
            scene.endorsed(
                named(
                    "table.unknown-twice",
                    usual().put(CertificateTable.UNKNOWN, new byte[UNKNOWN_SIZE]).write())));
    refused(
        "entry-empty",
        SevSnpRules.TABLE_EMPTY,
        "An entry that no document defines has no octets.",
        raw -> raw.u32(CertificateTable.lengthOf(LAST), 0));
    refused(
        "offset-zero",
        SevSnpRules.TABLE_OFFSET,
        "An entry that no document defines points to the list itself.",
        raw -> raw.u32(CertificateTable.offsetOf(LAST), 0));
    refused(
        "offset-in-terminator",
        SevSnpRules.TABLE_OFFSET,
        "An entry that no document defines points to the last eight octets of the list.",
        raw -> raw.u32(CertificateTable.offsetOf(LAST), (LAST + 2) * 24 - UNKNOWN_SIZE));
    refused(
        "length-one-more",
        SevSnpRules.TABLE_BOUNDS,
        "The last contents are said to have one octet more than there are.",
        raw -> raw.u32(CertificateTable.lengthOf(LAST), UNKNOWN_SIZE + 1));
    refused(
        "length-wraps",
        SevSnpRules.TABLE_BOUNDS,
        "Offset and length are within the table when their sum is taken in 32 bits.",
        raw -> raw.u32(CertificateTable.lengthOf(LAST), 0xffff_ff00L));
    refused(
        "overlap",
        SevSnpRules.TABLE_OVERLAP,
        "The contents of an entry that no document defines are the first octets of the chip's"
            + " certificate.",
        raw ->
            raw.put(CertificateTable.offsetOf(LAST), raw.slice(CertificateTable.offsetOf(0), 4)));
    file.refused(
        TABLE,
        "table.slack",
        SevSnpRules.TABLE_SLACK,
        "The last octet is one, and of no entry.",
        scene ->
            scene.endorsed(
                named(
                    "table.slack",
                    changed(usual().padding(16).write(), raw -> raw.u8(raw.size() - 1, 1)))));
  }

  private void contents() {
    byte[] pem = CertificateTable.pem(genoa.vcek().write());
    content(
        "pem-cut",
        SevSnpRules.TABLE_CONTENT.because(Why.TRUNCATED),
        "The chip's certificate is in PEM and lacks its last line.",
        Arrays.copyOf(pem, pem.length - 26));
    byte[] two = Arrays.copyOf(pem, 2 * pem.length);
    System.arraycopy(pem, 0, two, pem.length, pem.length);
    content(
        "pem-two",
        SevSnpRules.TABLE_CONTENT,
        "The chip's certificate stands twice in the PEM of its entry.",
        two);
    content(
        "content-no-certificate",
        SevSnpRules.CERTIFICATE,
        "The entry of the chip's certificate holds eight octets of zeros.",
        new byte[UNKNOWN_SIZE]);
    content(
        "content-trailing",
        SevSnpRules.CERTIFICATE,
        "An octet that is counted follows the chip's certificate.",
        Arrays.copyOf(genoa.vcek().write().toArray(), genoa.vcek().write().toArray().length + 1));
    file.refused(
        TABLE,
        "table.without-signer",
        SevSnpRules.TABLE,
        "A VCEK is announced, and the table has the certificate of a cloud's key alone.",
        scene ->
            scene.endorsed(
                named(
                    "table.without-signer",
                    table(CertificateTable.VLEK, CertificateTable.ASK).write())));
    file.refused(
        TABLE,
        "table.without-authority",
        SevSnpRules.COMPLETE,
        "The table lacks the authority's certificate.",
        scene ->
            scene.endorsed(named("table.without-authority", table(CertificateTable.VCEK).write())));
  }

  private void content(String id, Rule rule, String comment, byte[] chip) {
    file.refused(
        TABLE,
        "table." + id,
        rule,
        comment,
        scene ->
            scene.endorsed(
                named(
                    "table." + id,
                    new CertificateTable()
                        .put(CertificateTable.VCEK, chip)
                        .put(CertificateTable.ASK, genoa.ask().octets())
                        .write())));
  }

  private void accepted(String id, String comment, CertificateTable table) {
    file.accepted(
        TABLE,
        "table." + id,
        SevSnpRules.TABLE,
        comment,
        scene -> scene.endorsed(named("table." + id, table.write())));
  }

  private void refused(String id, Rule rule, String comment, Consumer<Raw> change) {
    file.refused(
        TABLE,
        "table." + id,
        rule,
        comment,
        scene -> scene.endorsed(named("table." + id, changed(usual().write(), change))));
  }

  private CertificateTable usual() {
    return table(CertificateTable.VCEK, CertificateTable.ASK, CertificateTable.ARK)
        .put(CertificateTable.UNKNOWN, new byte[UNKNOWN_SIZE]);
  }

  private CertificateTable filled(int entries) {
    CertificateTable table =
        table(CertificateTable.VCEK, CertificateTable.ASK, CertificateTable.ARK);
    for (int i = 3; i < entries; i++) {
      String guid = String.format("%02x", i) + CertificateTable.UNKNOWN.substring(2);
      table.put(guid, new byte[UNKNOWN_SIZE]);
    }
    return table;
  }

  private CertificateTable table(String... guids) {
    CertificateTable table = new CertificateTable();
    for (String guid : guids) {
      table.put(guid, der(guid));
    }
    return table;
  }

  private Octets der(String guid) {
    return switch (guid) {
      case CertificateTable.VCEK -> genoa.vcek().write();
      case CertificateTable.VLEK -> genoa.vlek().write();
      case CertificateTable.ASK -> genoa.ask().octets();
      case CertificateTable.ARK -> genoa.ark().octets();
      default -> genoa.crl().write();
    };
  }

  private static Raw changed(Raw raw, Consumer<Raw> change) {
    change.accept(raw);
    return raw;
  }

  private NamedOctets named(String object, Raw raw) {
    return genoa.named(object, raw.octets());
  }
}
