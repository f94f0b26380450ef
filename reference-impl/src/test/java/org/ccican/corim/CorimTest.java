package org.ccican.corim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorimTest {

  private static final Checks CHECKS = Checks.unbroken();
  private static final Path PUBLISHED =
      Path.of(System.getProperty("ccican.shared", "../../shared"), "realdata", "corim");
  private static final SigningKey KEY =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("vendor"), new Crypto());
  private static final CorimReader READER = new CorimReader(CHECKS);

  static Stream<Path> published() throws IOException {
    if (!Files.isDirectory(PUBLISHED)) {
      return Stream.of(PUBLISHED);
    }
    try (Stream<Path> files = Files.list(PUBLISHED)) {
      return files
          .filter(each -> !each.getFileName().toString().startsWith("draft-intrep"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("published")
  void readsWhatIsPublished(Path file) throws IOException, Rejected {
    assumeThat(file).isRegularFile();
    String name = file.getFileName().toString();
    Bytes octets = Bytes.of(Files.readAllBytes(file));
    if (name.startsWith("signed")) {
      CorimSigned signed = CorimSigned.parse(octets, CHECKS);
      assertThat(READER.read(signed.message().payload().orElseThrow()).encode())
          .isEqualTo(signed.message().payload().orElseThrow());
      assertThat(signed.message().encode()).isEqualTo(octets);
    } else if (name.contains("protected-header")) {
      Cbor.Map map = (Cbor.Map) new CborDecoder(CHECKS).decode(octets, CborProfile.VALID);
      CoseSign1 message = CoseSign1.sign(KEY, Cbor.map().build(), Cbor.map().build(), Bytes.EMPTY);
      assertThat(CorimSigned.header(message, map, CHECKS).signer()).startsWith("ACME");
    } else if (name.startsWith("draft-cotl")) {
      assertThat(READER.readTagList(octets).active()).hasSize(3);
    } else if (name.equals("draft-comid-trust-dep.cbor")) {
      // Its first two triples depend on each other, which section 5.1.11.2 forbids.
      assertThat(refusal(() -> READER.readComid(octets)).check()).isEqualTo("corim.domain.acyclic");
    } else if (name.startsWith("draft-comid")) {
      assertThat(READER.readComid(octets).triples()).isNotNull();
    } else if (name.equals("profile-cca-cca-platform-invalid-digests.cbor")) {
      assertThat(refusal(() -> READER.read(octets)).check()).isEqualTo("corim.digest.size");
    } else {
      assertThat(READER.read(octets).encode()).isEqualTo(octets);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "corim-1, ''",
    "unsigned-good-corim, ''",
    "profile-psa-psa-valid, ''",
    "profile-cca-cca-platform-valid, ''",
    // its makers want a profile there, the draft does not (4.1): a plain manifest, and of no class
    // that evidence here is of
    "profile-cca-no-profile, ''",
    "profile-psa-psa-invalid-attest-key, corim.profile.single-key",
    "profile-cca-cca-realm-invalid-rim-size, corim.profile.realm",
    "corim-sevsnp-bad-refval-no-key, corim.profile.element",
    "corim-sevsnp-bad-ta-no-vendor, corim.profile.vendor",
    "corim-design-cd, corim.profile.known",
    "draft-corim-firmware-cd, corim.profile.known"
  })
  void selectsWhatItsProfileLetsThrough(String name, String check) throws IOException, Rejected {
    Path file = PUBLISHED.resolve(name + ".cbor");
    assumeThat(file).isRegularFile();
    Corim corim = READER.read(Bytes.of(Files.readAllBytes(file)));

    if (check.isEmpty()) {
      CorimSelectionTest.selection(false).addAuthentic(corim);
    } else {
      assertThat(refusal(() -> CorimSelectionTest.selection(false).addAuthentic(corim)).check())
          .isEqualTo(check);
    }
  }

  @Test
  void readsWhatItWrote() throws Rejected {
    Bytes octets =
        new CorimBuilder("a")
            .launch("sev-snp", Bytes.zero(48))
            .component("middleware", Bytes.zero(32))
            .certificate("sev-snp", Bytes.of(0x30, 0))
            .valid(new Validity(Optional.of(1L), 2))
            .encode();
    Corim corim = READER.read(octets);

    assertThat(corim.encode()).isEqualTo(octets);
    assertThat(corim.validity()).contains(new Validity(Optional.of(1L), 2));
    CorimTag.Comid comid = corim.comids().get(0);
    assertThat(comid.triples().references()).hasSize(2);
    assertThat(comid.triples().references().get(0).environment().model()).contains("sev-snp");
    assertThat(comid.triples().references().get(0).measurements().get(0).digests())
        .containsExactly(Bytes.zero(48));
    assertThat(comid.triples().attestKeys()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d901f4a0|corim.version",
        "d901f6a0|corim.version",
        "a0|corim.shape",
        "d901f5a2 00 6161 01 80|corim.list.not-empty",
        "d901f5a2 00 6161 01 81 a0|corim.shape",
        "d901f5a2 00 6161 01 81 d901fb 41a0|corim.shape",
        "d901f5a2 00 4161 01 81 d901f9 44a1006173|corim.shape",
        "d901f5a2 00 6161 01 81 d901fa 48 a201a1006162 04a0|corim.triples.not-empty",
        "d901f5a3 00 6161 01 81 d901f9 44a1006173 03 6162|corim.shape",
        "d901f5a3 00 6161 01 81 d901f9 44a1006173 04 a2 00c105 01c104|corim.validity.order",
        "d901f5a3 00 6161 01 81 d901f9 44a1006173 04 a1 00c105|corim.shape",
        "d901f5a3 00 6161 01 81 d901f9 44a1006173 04 a1 01 05|corim.shape",
        "d901f5a3 00 6161 01 81 d901f9 44a1006173 05 82 a2006162028102 a2006163028102"
            + "|corim.entity.signer",
        "d901f5a3 00 6161 01 81 d901f9 44a1006173 05 81 a20061620280|corim.list.not-empty"
      })
  void refusesWhatIsNoCorim(String octets, String check) {
    Bytes wrong = Bytes.hex(octets.replace(" ", ""));

    assertThat(refusal(() -> READER.read(wrong)).check()).isEqualTo(check);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "81 82 a0 81 a1 01 a1 0b 6161|corim.environment.not-empty",
        "81 82 a1 00 a0 81 a1 01 a1 0b 6161|corim.environment.not-empty",
        "81 82 a1 00 a1 01 6161 80|corim.list.not-empty",
        "81 82 a1 00 a1 01 6161 81 a1 01 a0|corim.value.not-empty",
        "81 82 a1 00 a1 01 6161 81 a1 01 a1 04 4100|corim.raw-value.tagged",
        "81 82 a1 00 a1 01 6161 81 a1 01 a1 04 d90233 82 4100 420000|corim.raw-value.mask",
        "81 82 a1 00 a1 01 6161 81 a1 01 a2 04 d90230 4100 05 420000|corim.raw-value.mask",
        "81 82 a1 00 a1 01 6161 81 a1 01 a1 02 81 82 06 43000000|corim.digest.size",
        "81 82 a1 00 a1 01 6161 81 a1 01 a1 02 82 82 06 4400000000 82 06 4400000001"
            + "|corim.digest.unique",
        "81 82 a1 00 a1 01 6161 81 a1 01 a1 02 80|corim.list.not-empty",
        "81 82 a1 00 a1 01 6161 81 a1 01 a1 0f d90234 82 02 01|corim.range.order",
        "81 82 a1 00 a1 01 6161 81 a2 00 20 01 a1 0b 6161|corim.shape",
        "81 82 a1 00 a1 01 6161 81 a1 01 a1 0c 6161|corim.shape",
        "81 82 a1 00 a1 01 6161 81 a1 01 a1 01 20|corim.shape",
        "81 82 a1 00 a1 00 d825 4100 81 a1 01 a1 0b 6161|corim.shape"
      })
  void refusesReferenceTriples(String triples, String check) {
    Bytes comid = Bytes.hex(("a2 01 a1 00 6161 04 a1 00" + triples).replace(" ", ""));

    assertThat(refusal(() -> READER.readComid(comid)).check()).isEqualTo(check);
  }

  @Test
  void refusesASeriesThatMeasuresNotTheSame() {
    String head = "a2 01 a1 00 6161 04 a1 08 81 82 82 a1 00 a1 01 6161 80 82";
    String one = "82 81 a1 01 a1 01 03 81 a1 01 a1 0b 6161";
    Bytes same = Bytes.hex((head + one + one).replace(" ", ""));
    Bytes mixed = Bytes.hex((head + one + one.replaceFirst("01 03", "0b 6161")).replace(" ", ""));

    org.assertj.core.api.Assertions.assertThatCode(() -> READER.readComid(same))
        .doesNotThrowAnyException();
    assertThat(refusal(() -> READER.readComid(mixed)).check()).isEqualTo("corim.series.same");
  }

  @Test
  void readsOrRefusesWhateverFlips() {
    Bytes octets =
        new CorimBuilder("a")
            .launch("sgx", Bytes.zero(32))
            .certificate("sgx", Bytes.of(0x30, 0))
            .valid(new Validity(Optional.of(1L), 2))
            .encode();
    java.util.Random random = new java.util.Random(5);
    for (int round = 0; round < 4_000; round++) {
      Bytes flipped = octets.flip(random.nextInt(octets.size()), random.nextInt(8));
      try {
        assertThat(READER.read(flipped).map()).isNotNull();
      } catch (Rejected refused) {
        assertThat(refused.check()).isNotEmpty();
      }
    }
  }

  private static Rejected refusal(ThrowingCallable call) {
    return catchThrowableOfType(Rejected.class, call);
  }
}
