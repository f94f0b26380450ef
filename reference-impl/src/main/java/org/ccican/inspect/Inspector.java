package org.ccican.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.format.sevsnp.SevSnpCertificateTable;
import org.ccican.format.sevsnp.SevSnpField;
import org.ccican.format.sevsnp.SevSnpReport;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Json;

/**
 * Recognises a file by its content and says what stands where. Nothing is verified: what a file
 * says of itself is shown as it says it.
 */
public final class Inspector {

  /**
   * What was recognised.
   *
   * @param kind short and permanent: a format's id, or what the file is
   * @param title in words
   */
  public record Inspection(String kind, String title, List<Note> notes) {}

  private static final Bytes QE_VENDOR = Bytes.hex("939a7233f79c4ca9940a0db3957f0607");
  private static final Bytes HCL = Bytes.utf8("HCLA");
  private static final int HCL_HEAD = 32;
  private static final int HCL_RUNTIME = 20;

  private final Words words = Words.load();

  /** Empty if the content is of no kind that is known. */
  public Optional<Inspection> inspect(Bytes file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    return snp(file)
        .or(() -> quote(file))
        .or(() -> hcl(file))
        .or(() -> table(file))
        .or(() -> pem(file))
        .or(() -> json(file))
        .or(() -> der(file))
        .or(() -> cbor(file));
  }

  private Optional<Inspection> snp(Bytes file) {
    boolean fits =
        (file.size() == SevSnpReport.SIZE || file.size() == SevSnpReport.SIZE + 1)
            && file.at(0) >= 2
            && file.at(0) < 16
            && file.slice(1, 4).isZero()
            && file.at(SevSnpField.SIGNATURE_ALGO.offset()) == 1;
    return fits
        ? Optional.of(
            new Inspection(
                "sev-snp",
                "AMD SEV-SNP attestation report, version " + file.at(0),
                report(file, 0)))
        : Optional.empty();
  }

  private List<Note> report(Bytes file, int base) {
    List<Note> notes =
        new Layout(words, file)
            .notes(
                "sev-snp",
                base,
                SevSnpReport.SIZE,
                List.of(SevSnpField.values()),
                SevSnpField::name,
                SevSnpField::offset,
                SevSnpField::size);
    return rest(notes, file, base + SevSnpReport.SIZE);
  }

  private static List<Note> rest(List<Note> notes, Bytes file, int from) {
    if (from < file.size()) {
      Bytes left = file.slice(from, file.size());
      notes.add(
          new Note(from, left.size(), "trailing octets", Values.octets(left), "", "", List.of()));
    }
    return notes;
  }

  private Optional<Inspection> quote(Bytes file) {
    if (file.size() < 48 || !file.slice(12, 28).equals(QE_VENDOR)) {
      return Optional.empty();
    }
    QuoteNotes quote = new QuoteNotes(words, file);
    String kind = quote.isTdx() ? "tdx" : "sgx";
    return Optional.of(
        new Inspection(
            kind,
            "Intel " + (quote.isTdx() ? "TDX" : "SGX") + " quote, version " + quote.version(),
            quote.notes()));
  }

  private Optional<Inspection> hcl(Bytes file) {
    int behind = HCL_HEAD + SevSnpReport.SIZE;
    if (file.size() < behind + HCL_RUNTIME || !file.slice(0, 4).equals(HCL)) {
      return Optional.empty();
    }
    Layout layout = new Layout(words, file);
    List<Note> notes = new ArrayList<>();
    notes.add(layout.note("hcl", "head", 0, HCL_HEAD, List.of()));
    List<Note> report =
        file.at(HCL_HEAD + SevSnpField.SIGNATURE_ALGO.offset()) == 1
            ? report(file.slice(0, behind), HCL_HEAD)
            : List.of();
    notes.add(layout.note("hcl", "report", HCL_HEAD, SevSnpReport.SIZE, report));
    notes.add(layout.note("hcl", "runtime", behind, HCL_RUNTIME, List.of()));
    notes.add(
        layout.note(
            "hcl", "claims", behind + HCL_RUNTIME, file.size() - behind - HCL_RUNTIME, List.of()));
    return Optional.of(new Inspection("hcl", "report of a paravisor, with its claims", notes));
  }

  private Optional<Inspection> table(Bytes file) {
    return SevSnpCertificateTable.isTable(file)
        ? Optional.of(
            new Inspection(
                "snp-table",
                "certificate table of a SEV-SNP host",
                new TableNotes(words, file).notes()))
        : Optional.empty();
  }

  private Optional<Inspection> pem(Bytes file) {
    return new PemNotes(words)
        .notes(file)
        .map(
            notes ->
                new Inspection(
                    "pem", "PEM, " + notes.size() + " blocks; offsets within each", notes));
  }

  private Optional<Inspection> json(Bytes file) {
    if (file.at(0) != '{' && file.at(0) != '[') {
      return Optional.empty();
    }
    Optional<Json> value = JsonNotes.decode(file);
    return value.map(
        found -> {
          String kind = jsonKind(found);
          Words.Word word = new Words.Word(kind, kind, "", "");
          return new Inspection(
              kind,
              words.of("title", kind).meaning().isEmpty()
                  ? "JSON"
                  : words.of("title", kind).meaning(),
              List.of(new JsonNotes(words).note(found, word)));
        });
  }

  private static String jsonKind(Json value) {
    if (value instanceof Json.Obj object) {
      for (String telling :
          List.of(
              "tcb_info",
              "tcbInfo",
              "enclaveIdentity",
              "ear." + "status",
              "submods",
              "eat_nonce")) {
        if (object.find(telling).isPresent()) {
          return switch (telling) {
            case "tcb_info" -> "collateral";
            case "tcbInfo", "enclaveIdentity" -> "intel-document";
            case "submods" -> object.find("eat_profile").isPresent() ? "ear-json" : "eat-json";
            default -> telling.equals("eat_nonce") ? "eat-json" : "ear-json";
          };
        }
      }
      return "json";
    }
    return "cmw-json";
  }

  private Optional<Inspection> der(Bytes file) {
    if (file.at(0) != 0x30) {
      return Optional.empty();
    }
    DerNotes der = new DerNotes(words, file);
    return der.isOneValue()
        ? Optional.of(
            new Inspection(
                "der",
                "DER: a certificate, a request or a revocation list",
                der.notes(0, file.size(), 0)))
        : Optional.empty();
  }

  private Optional<Inspection> cbor(Bytes file) {
    CborNotes notes = new CborNotes(words);
    return CborNotes.decode(file)
        .filter(item -> !(item instanceof Cbor.Int || item instanceof Cbor.Simple))
        .map(
            item -> {
              String kind = new CborKind(words, notes).of(item);
              String title = words.of("title", kind).meaning();
              return new Inspection(
                  kind,
                  title.isEmpty() ? "CBOR" : title,
                  List.of(
                      notes.note(
                          item,
                          "root",
                          kind.equals("collection") || kind.equals("teep-message") ? kind : "item",
                          0)));
            });
  }
}
