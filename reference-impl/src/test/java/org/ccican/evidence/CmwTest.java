package org.ccican.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.VendorCertificate;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CmwTest {

  private static final Checks CHECKS = Checks.unbroken();
  private static final Path SHARED =
      Path.of(System.getProperty("ccican.shared", "../../shared"), "realdata");
  private static final SigningKey KEY =
      SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("signer"), new Crypto());
  private static final Cmw.Record RECORD =
      new Cmw.Record(new CmwType.MediaType("application/eat+cwt"), Bytes.of(1, 2), Cmw.EVIDENCE);
  private static final Cmw.Collection NESTED =
      new Cmw.Collection(
          Optional.of("tag:example.com,2026:set"),
          List.of(
              new Cmw.Item(new Cmw.Label.Name("a"), RECORD),
              new Cmw.Item(
                  new Cmw.Label.Name("b"),
                  new Cmw.Collection(
                      Optional.of("2.999.1"),
                      List.of(new Cmw.Item(new Cmw.Label.Name("\u00e9\""), RECORD))))));

  private final CmwReader reader = new CmwReader(CHECKS);

  static Stream<Path> published() throws IOException {
    Path folder = SHARED.resolve("cmw");
    if (!Files.isDirectory(folder)) {
      return Stream.of(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> !each.getFileName().toString().equals("draft-eat-example-1.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("published")
  void writesWhatIsPublishedAsItIs(Path file) throws IOException, Rejected {
    assumeThat(file).isRegularFile();
    Bytes octets = Bytes.of(Files.readAllBytes(file));
    Cmw cmw = reader.readEither(octets);

    if (file.toString().endsWith(".json")) {
      assertThat(CmwJson.write(cmw)).isEqualTo(Bytes.utf8(withoutSpace(octets.toText())));
    } else {
      assertThat(cmw.encode()).isEqualTo(octets);
    }
  }

  @Test
  void readsTheClaimOfAPublishedToken() throws IOException, Rejected {
    Path file = SHARED.resolve("cmw/draft-eat-example-1.json");
    assumeThat(file).isRegularFile();
    Json token = JsonDecoder.decode(Bytes.of(Files.readAllBytes(file)), CHECKS);
    Json claim = ((Json.Obj) token).find("cmw").orElseThrow();

    Cmw.Collection cmw = (Cmw.Collection) new CmwJson(CHECKS).of(claim);

    assertThat(cmw.type()).contains("tag:example.com,2024:another-composite-attester");
    assertThat(cmw.find("attester B"))
        .contains(
            new Cmw.Record(
                new CmwType.MediaType("application/eat-ucs+cbor"), Bytes.of(0xa0), Cmw.EVIDENCE));
  }

  @ParameterizedTest
  @CsvSource({"x509-cert+cbor-cmw.der", "x509-cert+json-cmw.der"})
  void readsTheExtensionOfPublishedCertificates(String name) throws IOException, Rejected {
    Path file = SHARED.resolve("attested-tls").resolve(name);
    assumeThat(file).isRegularFile();
    VendorCertificate certificate =
        VendorCertificate.parse(Bytes.of(Files.readAllBytes(file)), CHECKS);

    Cmw cmw = CmwExtension.of(certificate, CHECKS);

    assertThat(cmw).isInstanceOf(Cmw.Collection.class);
    Bytes value = certificate.extensions().get(CmwExtension.OID);
    Bytes content = value.slice(2, value.size());
    if (name.contains("json")) {
      assertThat(CmwJson.write(cmw)).isEqualTo(Bytes.utf8(withoutSpace(content.toText())));
    } else {
      assertThat(cmw.encode()).isEqualTo(content);
    }
  }

  @Test
  void refusesAnExtensionWhoseChoiceIsNotItsEncoding() {
    Bytes cbor = RECORD.encode();
    Bytes wrong = Bytes.concat(Bytes.of(0x0c, cbor.size()), cbor);

    assertThatThrownBy(() -> CmwExtension.read(wrong, CHECKS)).isInstanceOf(Rejected.class);
    assertThat(refusal(() -> CmwExtension.read(Bytes.of(2, 1, 0), CHECKS)).check())
        .isEqualTo("cmw.extension.shape");
  }

  @Test
  void readsWhatItWroteInBothEncodings() throws Rejected {
    assertThat(reader.readEither(NESTED.encode())).isEqualTo(NESTED);
    assertThat(reader.readEither(CmwJson.write(NESTED))).isEqualTo(NESTED);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 63740101",
    "254, 637401ff",
    "255, 63740201",
    "29884, 63747632",
    "65024, 6374ffff"
  })
  void givesFormatsTheTagsOfTheTransform(int format, String tag) throws Rejected {
    CmwType.ContentFormat type = new CmwType.ContentFormat(format);

    assertThat(type.tag()).isEqualTo(Long.parseLong(tag, 16));
    assertThat(reader.read(new Cmw.Tag(type, Bytes.of(7)).encode()))
        .isEqualTo(new Cmw.Tag(type, Bytes.of(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "da6374010041aa, cmw.tag.range",
    "da6374020041aa, cmw.tag.range",
    "da6375010141aa, cmw.tag.range",
    "d841aa, cbor.truncated",
    "da6374010161aa, cbor.utf8",
    "da637401018141aa, cmw.shape",
    "821a0001000040, cmw.type.content-format",
    "822040, cmw.type.content-format",
    "8263612f6260, cmw.shape",
    "82616140, cmw.type.media",
    "8263612f2040, cmw.type.media",
    "8363612f624000, cmw.indicator.range",
    "8363612f62401b0000000100000000, cmw.indicator.range",
    "8363612f62401820, cmw.indicator.known",
    "8463612f62400404, cmw.shape",
    "a0, cmw.collection.not-empty",
    "a1685f5f636d77635f746361 3a62, cmw.collection.not-empty",
    "a2685f5f636d77635f746161 61618263612f6240, cmw.collection.type",
    "a2685f5f636d77635f746331 2e61 61618263612f6240, cmw.collection.type",
    "a1685f5f636d77635f748263612f6240, cmw.shape",
    "a2 6161 8263612f6240 6161 8263612f6240, cbor.map.duplicate",
    "a1 f5 8263612f6240, cmw.shape",
    "40, cmw.shape"
  })
  void refusesWhatIsNoCmw(String octets, String check) {
    Bytes wrong = Bytes.hex(octets.replace(" ", ""));

    assertThat(refusal(() -> reader.read(wrong)).check()).startsWith(check.split("\\.")[0]);
    if (check.startsWith("cmw.")) {
      assertThat(refusal(() -> reader.read(wrong)).check()).isEqualTo(check);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[\"a/b\",\"AA==\"]|cmw.shape",
        "[\"a/b\",\"A+/A\"]|cmw.shape",
        "[\"a/b\",\"AB\"]|cmw.shape",
        "[\"a/b\",\"A\"]|cmw.shape",
        "[60,\"AA\"]|cmw.shape",
        "[\"a/b\",\"AA\",0]|cmw.indicator.range",
        "[\"a/b\",\"AA\",1.5]|cmw.shape",
        "[\"a/b\",\"AA\",64]|cmw.indicator.known",
        "{}|cmw.collection.not-empty",
        "{\"__cmwc_t\":\"a:b\"}|cmw.collection.not-empty",
        "{\"__cmwc_t\":[\"a/b\",\"AA\"],\"x\":[\"a/b\",\"AA\"]}|cmw.shape",
        "{\"__cmwc_t\":\"../b\",\"x\":[\"a/b\",\"AA\"]}|cmw.collection.type",
        "{\"x\":\"AA\"}|cmw.shape",
        "7|cmw.shape"
      })
  void refusesWhatIsNoCmwInJson(String text, String check) {
    assertThat(refusal(() -> new CmwJson(CHECKS).read(Bytes.utf8(text))).check()).isEqualTo(check);
  }

  @Test
  void goesNoDeeperThanItsLimit() throws Rejected {
    Cmw cmw = RECORD;
    for (int depth = 0; depth < CmwRules.DEPTH; depth++) {
      cmw = wrap(cmw);
    }
    assertThat(reader.read(cmw.encode())).isEqualTo(cmw);
    Cmw deeper = wrap(cmw);

    Rejected refusal = refusal(() -> reader.read(deeper.encode()));

    assertThat(refusal.check()).isEqualTo("cmw.limit.depth");
    assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  @Test
  void opensWhatWasSigned() throws Rejected {
    Bytes signed = CmwSigned.sign(NESTED, KEY);

    assertThat(CmwSigned.open(signed, KEY.publicKey(), CHECKS)).isEqualTo(NESTED);
    Bytes untyped =
        CoseSign1.sign(KEY, Cbor.map().build(), Cbor.map().build(), NESTED.encode()).encode();
    assertThat(refusal(() -> CmwSigned.open(untyped, KEY.publicKey(), CHECKS)).check())
        .isEqualTo("cmw.signed.type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"alg\":\"ES256\",\"cty\":\"application/cmw+json\"}|",
        "{\"alg\":\"ES256\"}|cmw.signed.type",
        "{\"alg\":\"ES256\",\"cty\":\"application/cmw+cbor\"}|cmw.signed.type",
        "{\"alg\":\"none\",\"cty\":\"application/cmw+json\"}|cose.jws.algorithm",
        "{\"alg\":\"HS256\",\"cty\":\"application/cmw+json\"}|cose.jws.algorithm",
        "{\"alg\":\"ES384\",\"cty\":\"application/cmw+json\"}|cose.jws.key",
        "{\"alg\":\"ES256\",\"crit\":[\"x\"],\"cty\":\"application/cmw+json\"}|cose.jws.critical"
      })
  void opensWhatWasSignedInJson(String header, String check) throws Rejected {
    String head = Base64Url.encode(Bytes.utf8(header));
    String payload = Base64Url.encode(CmwJson.write(NESTED));
    String signature = Base64Url.encode(KEY.sign(Bytes.utf8(head + "." + payload)));
    Bytes compact = Bytes.utf8(head + "." + payload + "." + signature);
    Bytes flattened =
        Bytes.utf8(
            String.format(
                "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}",
                head, payload, signature));

    for (Bytes signed : List.of(compact, flattened)) {
      if (check == null) {
        assertThat(CmwSigned.openJson(signed, KEY.publicKey(), CHECKS)).isEqualTo(NESTED);
      } else {
        assertThat(refusal(() -> CmwSigned.openJson(signed, KEY.publicKey(), CHECKS)).check())
            .isEqualTo(check);
      }
    }
  }

  @Test
  void refusesASignatureOfAnother() {
    SigningKey other = SigningKey.fromSeed(CoseAlgorithm.ESP256, Bytes.utf8("other"), new Crypto());
    String signed = Base64Url.encode(Bytes.utf8("{\"alg\":\"ES256\"}")) + ".AA";
    Bytes forged =
        Bytes.utf8(signed + "." + Base64Url.encode(other.sign(Bytes.utf8(signed + "x"))));

    assertThat(refusal(() -> CmwSigned.openJson(forged, KEY.publicKey(), CHECKS)).check())
        .isEqualTo("cose.jws.signature");
  }

  private static Cmw wrap(Cmw cmw) {
    return new Cmw.Collection(
        Optional.empty(), List.of(new Cmw.Item(new Cmw.Label.Number(-1), cmw)));
  }

  /** JSON without the white space between its parts. */
  private static String withoutSpace(String json) {
    return json.replaceAll("\\s+(?=(?:[^\"\\\\]|\\\\.|\"(?:[^\"\\\\]|\\\\.)*\")*$)", "");
  }

  private static Rejected refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Rejected.class, call);
  }
}
