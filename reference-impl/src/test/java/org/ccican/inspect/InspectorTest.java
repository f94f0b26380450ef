package org.ccican.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.ccican.inspect.Inspector.Inspection;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectorTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private final Inspector inspector = new Inspector();

  static List<String> formats() {
    return new Formats(new Crypto()).ids();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void evidenceOfEveryFormatIsRecognisedAndNamed(String format) throws Rejected {
    Bytes evidence = evidence(format);
    Inspection inspection = inspector.inspect(evidence).orElseThrow();
    assertThat(inspection.kind()).isEqualTo(format);
    List<Note> all = inspection.notes().stream().flatMap(InspectorTest::all).toList();
    assertThat(all.stream().filter(note -> !note.rule().isEmpty())).hasSizeGreaterThan(10);
    assertThat(all)
        .allSatisfy(
            note -> {
              assertThat(note.offset()).isNotNegative();
              assertThat(note.size()).isNotNegative();
              assertThat(note.value().length()).isLessThan(200);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"sev-snp", "sgx", "tdx"})
  void fieldsOfLayoutStandSideBySideAndCoverTheFile(String format) throws Rejected {
    Bytes evidence = evidence(format);
    int at = 0;
    for (Note note : inspector.inspect(evidence).orElseThrow().notes()) {
      assertThat(note.offset()).as(note.field()).isEqualTo(at);
      assertThat(note.meaning()).as(note.field()).isNotEmpty();
      at += note.size();
    }
    assertThat(at).isEqualTo(evidence.size());
  }

  @Test
  void nestedTokensAreOpenedWithOffsetsOfTheFile() {
    Bytes token = Bytes.hex("d28443a10126a0" + "4a" + "a10a48" + "0102030405060708" + "41" + "00");
    // the payload's octets begin one shorter than the item says: what is no CBOR stays closed
    Inspection closed =
        inspector.inspect(token.slice(0, 18)).orElse(new Inspection("", "", List.of()));
    assertThat(closed.kind()).isIn("", "cose");
    Bytes good = Bytes.hex("d28443a10126a0" + "4b" + "a10a48" + "0102030405060708" + "4100");
    Inspection inspection = inspector.inspect(good).orElseThrow();
    Note nonce =
        inspection.notes().stream()
            .flatMap(InspectorTest::all)
            .filter(note -> note.field().equals("eat_nonce"))
            .findFirst()
            .orElseThrow();
    assertThat(good.slice(nonce.offset(), nonce.offset() + nonce.size()).toHex())
        .isEqualTo("480102030405060708");
  }

  @ParameterizedTest
  @CsvSource({
    "snp/v2-milan-plain.report.bin, sev-snp",
    "sgx/sgx-v3-debug.quote.bin, sgx",
    "tdx/tdx-v5-spr-uptodate.quote.bin, tdx",
    "tdx/tdx-v4-uptodate.collateral.json, collateral",
    "collateral/sgx-qeidentity-2026-01.json, intel-document",
    "snp/azure-hcl-report-snp.bin, hcl",
    "snp/v2-milan-plain.vcek.der, der",
    "snp/ca/milan_ask_ark_asvk.pem, pem",
    "cca/tf-rmm-cca_token.cbor, cca",
    "psa/rfc9783-psa-mac0.cbor, psa",
    "psa/tf-m-psa-iot-1_mac0.bin, psa",
    "eat/rfc9711-token-valid_cwt.cbor, eat",
    "eat/rfc9711-token-valid_deb.cbor, eat-bundle",
    "cmw/draft-cmw-example-1.cbor, cmw",
    "cmw/draft-cmw-example-tag-1.cbor, cmw",
    "cmw/draft-collection-example-2.cbor, collection",
    "corim/signed-good-corim.cbor, corim",
    "ear/draft-ear-cbor-1.cbor, ear",
    "ear/draft-ear-json-1.json, ear-json",
    "extra-nitro/request_proper.bin, cose"
  })
  void realFilesAreRecognised(String name, String kind) throws IOException {
    Path root = Path.of(System.getProperty("ccican.shared", "../../shared")).resolve("realdata");
    assumeTrue(Files.isDirectory(root), "evidence made by others is not there: " + root);
    Bytes file = Bytes.of(Files.readAllBytes(root.resolve(name)));
    assertThat(inspector.inspect(file).map(Inspection::kind)).contains(kind);
  }

  @Test
  void whatIsOfNoKindIsSaidToBeSo() {
    for (String hex :
        List.of("", "00", "ff", "30", "3082ffff00", "7b", "5b", "a1", "1bffffffffffffffff")) {
      assertThat(inspector.inspect(Bytes.hex(hex))).as(hex).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void damagedEvidenceIsShownOrRefusedAndNothingElse(String format) throws Rejected {
    Bytes evidence = evidence(format);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      Bytes damaged =
          evidence
              .flip(random.nextInt(evidence.size()), random.nextInt(8))
              .slice(0, evidence.size() - random.nextInt(Math.min(64, evidence.size())));
      Optional<Inspection> inspection = inspector.inspect(damaged);
      inspection.ifPresent(found -> assertThat(found.title()).isNotEmpty());
    }
  }

  private static Bytes evidence(String format) throws Rejected {
    Formats.Machine machine =
        new Formats.Machine(
            Bytes.utf8("inspected"), NOW.minusSeconds(9), Optional.empty(), Optional.empty());
    return new Formats(new Crypto())
        .emulator(format, machine)
        .orElseThrow()
        .launch(Bytes.utf8("an agent"))
        .evidence(Bytes.utf8("asked for").padRight(64));
  }

  private static Stream<Note> all(Note note) {
    return Stream.concat(Stream.of(note), note.parts().stream().flatMap(InspectorTest::all));
  }
}
