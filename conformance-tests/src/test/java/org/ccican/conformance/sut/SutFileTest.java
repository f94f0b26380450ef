package org.ccican.conformance.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SutFileTest {

  private static final String SMALLEST =
      "tam: {url: \"http://localhost:8080/tam\", key: tam.pem}\n";

  private static final String WHOLE =
      """
      name: example TAM
      description: >-
        What we run in the laboratory,
        second floor.
      tam:
        url: https://user:pass%20word@tam.example/teep?token=secret
        key: keys/tam.jwk
        encryption-key: tam.pem
        headers:
          X-Api-Key: hidden
        revision: teep-legacy
        uris: {token: "http://tam.example/token"}
        clock: http://tam.example/clock
        timeouts:
          connect: 500ms
          response: 2 min
        limits:
          response: 64 KiB
      """;

  private static KeyPair pair;

  @TempDir Path folder;

  @BeforeAll
  static void makeKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    pair = generator.generateKeyPair();
  }

  @BeforeEach
  void writeKey() throws IOException {
    Files.writeString(folder.resolve("tam.pem"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
  }

  @Test
  void readsTheSmallestFile() throws Exception {
    SutFile sut = SutFile.read(write(SMALLEST));

    assertThat(sut.name()).isEmpty();
    SutRole tam = sut.find(RoleId.TAM).orElseThrow();
    assertThat(tam.http().url()).isEqualTo(URI.create("http://localhost:8080/tam"));
    assertThat(tam.key()).contains(Bytes.of(pair.getPublic().getEncoded()));
    assertThat(tam.revision()).isEqualTo(WireRevision.TEEP_26);
    assertThat(tam.uris()).isEmpty();
    assertThat(tam.clock()).isEmpty();
    assertThat(tam.http().credentials()).isEmpty();
    assertThat(tam.headers()).isEmpty();
  }

  @Test
  void readsEveryField() throws Exception {
    Files.createDirectory(folder.resolve("keys"));
    Files.writeString(folder.resolve("keys/tam.jwk"), jwk(""));

    SutFile sut = SutFile.read(write(WHOLE));

    assertThat(sut.name()).contains("example TAM");
    assertThat(sut.description()).contains("What we run in the laboratory, second floor.");
    SutRole tam = sut.find(RoleId.TAM).orElseThrow();
    assertThat(tam.http().url()).isEqualTo(URI.create("https://tam.example/teep?token=secret"));
    assertThat(tam.http().credentials()).contains("user:pass word");
    assertThat(tam.revision()).isEqualTo(WireRevision.TEEP_LEGACY);
    assertThat(tam.uris()).containsOnly(Map.entry("token", URI.create("http://tam.example/token")));
    assertThat(tam.clock()).contains(URI.create("http://tam.example/clock"));
    assertThat(tam.headers()).isEqualTo(Map.of("x-api-key", "hidden"));
    assertThat(tam.limits().connect()).isEqualTo(Duration.ofMillis(500));
    assertThat(tam.limits().response()).isEqualTo(Duration.ofMinutes(2));
    assertThat(tam.limits().size()).isEqualTo(65536);
    assertThat(tam.key()).contains(Bytes.of(pair.getPublic().getEncoded()));
    assertThat(tam.encryption()).isEqualTo(tam.key());
  }

  @Test
  void refusesAKeyThatNobodyEncryptsTo() throws Exception {
    byte[] der = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
    Files.writeString(folder.resolve("edwards.pem"), pem("PUBLIC KEY", der));
    String yaml = "tam: {url: 'http://a', key: tam.pem, encryption-key: edwards.pem}";

    assertThatThrownBy(() -> SutFile.read(write(yaml)))
        .hasMessageContaining(":1:54: tam.encryption-key: is no key on P-256");
    assertThatThrownBy(() -> SutFile.read(write(yaml.replace("edwards", "gone"))))
        .hasMessageContaining("tam.encryption-key: no such file gone.pem");
  }

  @Test
  void showsNoSecret() throws Exception {
    Files.createDirectory(folder.resolve("keys"));
    Files.writeString(folder.resolve("keys/tam.jwk"), jwk(""));

    SutRole tam = SutFile.read(write(WHOLE)).find(RoleId.TAM).orElseThrow();

    assertThat(tam.reach().shown()).isEqualTo("https://tam.example/teep?...");
    assertThat(tam.toString()).doesNotContain("secret", "hidden", "pass", "user");
  }

  @ParameterizedTest
  @ValueSource(strings = {SMALLEST, WHOLE})
  void schemaTakesWhatTheReaderTakes(String yaml) throws IOException {
    assertThat(matchesSchema(yaml)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1:1: the file is empty                                        | ''",
        "1:1: the file is empty                                        | '# nothing'",
        "1:1: expected a mapping, found text                           | tam",
        "1:1: expected a mapping, found a list                         | [tam]",
        "1:1: no role; expected at least one                           | name: x",
        "1:1: tma: unknown field; known here: name, description, claims, baseline,          |"
            + " tma: {}",
        "1:5: tam: expected a mapping, found nothing                   | tam:",
        "1:6: tam: url is missing                                      | tam: {key: tam.pem}",
        "1:6: tam: key is missing                                      | tam: {url: http://a}",
        "1:32: tam.keys: unknown field; known here: clock, encryption-key, headers, key | tam:"
            + " {url: 'http://localhost', keys: x}",
        "1:12: tam.url: expected text, found a number                  | tam: {url: 8080, key:"
            + " tam.pem}",
        "1:12: tam.url: expected text, found a list                    | tam: {url: [], key:"
            + " tam.pem}",
        "1:12: tam.url: is empty                                       | tam: {url: '', key:"
            + " tam.pem}",
        "1:12: tam.url: expected a URL that begins with http:// or https://, found ftp: | tam:"
            + " {url: 'ftp://a', key: tam.pem}",
        "1:12: tam.url: expected a URL that begins with http:// or https://, found localhost: |"
            + " tam: {url: 'localhost:80', key: tam.pem}",
        "1:12: tam.url: expected a URL that begins with http:// or https://, found none | tam:"
            + " {url: '/teep', key: tam.pem}",
        "1:12: tam.url: is a URL without host                          | tam: {url: 'http:///teep',"
            + " key: tam.pem}",
        "1:12: tam.url: has the port 70000, expected 1 to 65535        | tam: {url:"
            + " 'http://a:70000', key: tam.pem}",
        "1:12: tam.url: has a fragment                                 | tam: {url: 'http://a/#b',"
            + " key: tam.pem}",
        "1:12: tam.url: is no URL: illegal character                   | tam: {url: 'http://a:b"
            + " c@d', key: tam.pem}",
        "1:29: tam.key: no such file gone.pem                          | tam: {url: 'http://a',"
            + " key: gone.pem}",
        "1:29: tam.key: . is a folder                                  | tam: {url: 'http://a',"
            + " key: .}",
        "1:45: tam.uris.other: unknown field; known here: known, passport, token | tam: {url:"
            + " 'http://a', key: tam.pem, uris: {other: 'http://a'}}",
        "1:48: tam.revision: expected teep-26 or teep-legacy, found teep-27 | tam: {url:"
            + " 'http://a', key: tam.pem, revision: teep-27}",
        "1:45: tam.clock: expected a URL that begins with http:// or https:// | tam: {url:"
            + " 'http://a', key: tam.pem, clock: 'noon'}",
      })
  void refusesWithPlaceAndField(String expected, String yaml) {
    assertThatThrownBy(() -> SutFile.read(write(yaml.indent(0))))
        .isInstanceOf(SutFileException.class)
        .hasMessageStartingWith(folder.resolve("sut.yaml") + ":" + expected)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    assertThat(yaml.contains("pem") && matchesSchemaOrBreaks(yaml))
        .as("the schema takes it, unless only a look at files or at the address tells")
        .isEqualTo(yaml.matches(".*(gone|70000|b c).*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timeouts | connect  | 10      | expected a time with unit",
        "timeouts | connect  | 10 h    | expected a time with unit",
        "timeouts | response | 11 min  | expected a time with unit",
        "timeouts | response | 0 s     | expected a time with unit",
        "timeouts | response | []      | expected a time with unit",
        "timeouts | idle     | 1 s     | unknown field; known here: connect, response",
        "limits   | response | 1 GiB   | expected a size with unit",
        "limits   | response | 17 MiB  | expected a size with unit",
        "limits   | response | 1024    | expected a size with unit",
        "headers  | Accept   | x       | the suite sets this header itself",
        "headers  | a b      | x       | is no name of a header",
        "headers  | x        | 1       | expected text, found a number",
        "headers  | x        | \"ä\"   | has a character outside printable ASCII",
      })
  void refusesWhatCannotBeUsed(String group, String field, String value, String expected)
      throws IOException {
    String yaml =
        "tam:\n  url: http://a\n  key: tam.pem\n  %s:\n    %s: %s\n".formatted(group, field, value);

    assertThatThrownBy(() -> SutFile.read(write(yaml)))
        .hasMessageMatching(
            ".*sut.yaml:5:[0-9]+: tam\\." + group + "\\." + field + ": \\Q" + expected + "\\E.*");
    assertThat(matchesSchema(yaml)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("brokenYaml")
  void refusesWhatIsNoPlainYaml(String yaml, String expected) {
    assertThatThrownBy(() -> SutFile.read(write(yaml)))
        .isInstanceOf(SutFileException.class)
        .hasMessageContaining("sut.yaml:" + expected)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  static Stream<Arguments> brokenYaml() {
    return Map.of(
            "tam:\n\turl: x\n",
            "2:1: found character '\\t(TAB)'",
            "tam: {url: x\n",
            "2:1: ",
            "name: a\nname: b\n" + SMALLEST,
            "2:1: name: is there twice",
            "name: &a x\n" + SMALLEST,
            "1:7: anchors are not allowed",
            "name: *a\n" + SMALLEST,
            "1:7: aliases are not allowed",
            "name: !!str x\n" + SMALLEST,
            "1:7: tags are not allowed",
            "a: [[[[[[[[[[[[]]]]]]]]]]]]\n",
            "1:11: nested deeper than 8",
            SMALLEST + "---\n" + SMALLEST,
            "2:1: ",
            "name: a\u0001b\n",
            "1:8: character U+0001 is not allowed",
            "? [a]\n: b\n",
            "1:3: a field name is no text")
        .entrySet()
        .stream()
        .map(
            each -> org.junit.jupiter.params.provider.Arguments.of(each.getKey(), each.getValue()));
  }

  @Test
  void refusesFilesThatAreTooLargeOrNotThere() throws IOException {
    assertThatThrownBy(() -> SutFile.read(folder.resolve("none.yaml")))
        .hasMessage(folder.resolve("none.yaml") + ": no such file");
    assertThatThrownBy(() -> SutFile.read(write("#".repeat((1 << 20) + 1))))
        .hasMessageEndingWith("sut.yaml: is larger than 1024 KiB");
    assertThatThrownBy(() -> SutFile.read(folder)).hasMessage(folder + ": is a folder");
  }

  @Test
  void readsClaims() throws Exception {
    String yaml =
        SMALLEST
            + "claims: {formats: [sev-snp, tdx], cipher-suites: [esp256], freshness: [],"
            + " options: [TEEP-141]}\n";

    SutClaims claims = SutFile.read(write(yaml)).claims();

    assertThat(claims.formats()).contains(List.of("sev-snp", "tdx"));
    assertThat(claims.freshness()).contains(List.of());
    assertThat(claims.all())
        .containsExactly(
            "cipher-suites: esp256", "formats: sev-snp", "formats: tdx", "options: TEEP-141");
    assertThat(matchesSchema(yaml)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2:19: claims.formats: sev-snp is missing             | formats: [tdx]                | no",
        "2:20: claims.formats: unknown claim x86; known here  | formats: [x86]                | no",
        "2:29: claims.formats: sev-snp is there twice         | formats: [sev-snp, sev-snp]   | no",
        "2:19: claims.formats: expected a list, found text    | formats: sev-snp              | no",
        "2:10: claims.suites: unknown field; known here       | suites: [esp256]              | no",
        "2:20: claims.options: unknown claim TEEP-1;          | options: [TEEP-1]             |"
            + " yes",
        "2:22: claims.freshness: unknown claim clock          | freshness: [clock]            | no",
      })
  void refusesClaimsThatMeanNothing(String expected, String claim, String schema)
      throws IOException {
    String yaml = SMALLEST + "claims: {" + claim + "}\n";

    assertThatThrownBy(() -> SutFile.read(write(yaml)))
        .hasMessageStartingWith(folder.resolve("sut.yaml") + ":" + expected);
    assertThat(matchesSchema(yaml)).isEqualTo(schema.equals("yes"));
  }

  @Test
  void readsSeveralRoles() throws Exception {
    String yaml =
        SMALLEST
            + """
            verifier: {url: "http://localhost:8081/v", key: tam.pem}
            middleware-repository: {url: "https://user:secret@repository.example/?a=b"}
            """;

    SutFile sut = SutFile.read(write(yaml));

    assertThat(sut.roles())
        .extracting(SutRole::role)
        .containsExactly(RoleId.TAM, RoleId.VERIFIER, RoleId.MIDDLEWARE_REPOSITORY);
    SutRole repository = sut.find(RoleId.MIDDLEWARE_REPOSITORY).orElseThrow();
    assertThat(repository.key()).isEmpty();
    assertThat(repository.http().credentials()).contains("user:secret");
    assertThat(UrlRole.below(repository, "middleware"))
        .isEqualTo(URI.create("https://repository.example/middleware?a=b"));
    assertThat(matchesSchema(yaml)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1:12: platform.url: is not a way to reach the platform; ways to it: trigger | platform:"
            + " {url: x}",
        "1:7: tam: url is missing                                           | 'tam:  {}'",
        "1:7: tam.command: is not a way to reach the tam; ways to it: url   | tam: {command: [x]}",
        "1:29: verifier.uris: unknown field; known here: clock, headers, key| verifier: {url:"
            + " 'http://a', uris: {}}",
        "1:11: verifier: key is missing                                     | verifier: {url:"
            + " 'http://a'}",
        "1:42: middleware-repository.key: unknown field; known here: clock, headers, limits |"
            + " middleware-repository: {url: 'http://a', key: tam.pem}",
      })
  void refusesWaysAndFieldsThatARoleDoesNotHave(String expected, String yaml) throws IOException {
    assertThatThrownBy(() -> SutFile.read(write(yaml)))
        .isInstanceOf(SutFileException.class)
        .hasMessageStartingWith(folder.resolve("sut.yaml") + ":" + expected);
    assertThat(matchesSchema(yaml)).isFalse();
  }

  @Test
  void everyWayHasItsFragmentOfTheSchema() throws IOException {
    for (Way way : Ways.all()) {
      assertThat(Ways.IDS).contains(way.id());
      assertThat(way.fields()).containsAll(way.required());
      for (RoleId role : way.roles()) {
        String fields =
            way.required().stream()
                .map(name -> ", " + name + ": " + (name.equals("format") ? "sev-snp" : "tam.pem"))
                .collect(Collectors.joining());
        String value =
            switch (way.kind()) {
              case URL -> "http://a";
              case PROGRAM -> "[program, argument]";
              case FOLDER -> ".";
              case TRIGGER -> "{command: [program]}";
            };
        String yaml = role.id() + ": {" + way.id() + ": " + value + fields + "}";
        assertThat(matchesSchema(yaml)).as(yaml).isTrue();
        assertThatCode(() -> SutFile.read(write(yaml))).as(yaml).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void readsEveryFormOfOneKey() throws Exception {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    Bytes x = coordinate(key.getW().getAffineX());
    Bytes y = coordinate(key.getW().getAffineY());
    Bytes cose =
        Cbor.map()
            .put(1, Cbor.integer(2))
            .put(-1, Cbor.integer(1))
            .put(-2, Cbor.octets(x))
            .put(-3, Cbor.octets(y))
            .build()
            .encode();
    Bytes compressed =
        Cbor.map()
            .put(1, Cbor.integer(2))
            .put(-1, Cbor.integer(1))
            .put(-2, Cbor.octets(x))
            .put(-3, Cbor.bool(key.getW().getAffineY().testBit(0)))
            .build()
            .encode();
    List<Bytes> forms =
        List.of(
            cose,
            compressed,
            Bytes.utf8(cose.toHex() + "\n"),
            Bytes.utf8(jwk("")),
            Bytes.utf8(pem("PUBLIC KEY", key.getEncoded())));

    for (Bytes form : forms) {
      assertThat(SutFileKey.parse(form)).isEqualTo(Bytes.of(key.getEncoded()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp384r1", "Ed25519"})
  void readsTheOtherCurves(String name) throws Exception {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(name.startsWith("secp") ? "EC" : name);
    if (name.startsWith("secp")) {
      generator.initialize(new ECGenParameterSpec(name));
    }
    byte[] der = generator.generateKeyPair().getPublic().getEncoded();

    assertThat(SutFileKey.parse(Bytes.utf8(pem("PUBLIC KEY", der)))).isEqualTo(Bytes.of(der));
  }

  @Test
  void refusesKeysThatCannotBeUsed() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    Map<String, String> cases =
        Map.of(
            "",
            "is empty",
            "hello",
            "is neither PEM nor JWK nor COSE_Key",
            "{\"kty\": \"EC\", \"kty\": \"EC\"}",
            "is no valid JSON: Duplicate field 'kty'",
            "{\"kty\": \"RSA\"}",
            "has kty RSA and crv ",
            jwk(", \"d\": \"AA\""),
            "holds a private key",
            jwk("").replace("\"x\": \"", "\"x\": \"AAAA"),
            "holds no key that can be used",
            pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
            "holds a private key",
            pem("CERTIFICATE", new byte[4]),
            "holds a CERTIFICATE, expected a PUBLIC KEY",
            pem("PUBLIC KEY", rsa.generateKeyPair().getPublic().getEncoded()),
            "holds no key that can be used",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n",
            "is no complete PEM block");

    cases.forEach(
        (file, expected) ->
            assertThatThrownBy(() -> SutFileKey.parse(Bytes.utf8(file)))
                .isInstanceOf(SutFileException.class)
                .hasMessageStartingWith(expected));
  }

  @Test
  void refusesAPointThatIsNotOnItsCurve() {
    Bytes spki = Bytes.of(pair.getPublic().getEncoded());
    String file = pem("PUBLIC KEY", spki.flip(spki.size() - 1, 0).toArray());

    assertThatThrownBy(() -> SutFileKey.parse(Bytes.utf8(file)))
        .hasMessageStartingWith("holds no key that can be used");
  }

  @Test
  void answersEveryMangledFileWithOneLine() throws IOException {
    Random random = new Random(7);
    byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 400; round++) {
      byte[] mangled = whole.clone();
      for (int flips = 0; flips < 3; flips++) {
        mangled[random.nextInt(mangled.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Path file = Files.write(folder.resolve("sut.yaml"), mangled);
      assertThatThrownBy(() -> SutFile.read(file))
          .isInstanceOf(SutFileException.class)
          .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("sut.yaml"), yaml);
  }

  private static boolean matchesSchemaOrBreaks(String yaml) {
    try {
      return matchesSchema(yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean matchesSchema(String yaml) throws IOException {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    try (InputStream in = SutFile.class.getResourceAsStream("../sut.schema.json")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String json = JsonMapper.builder().build().writeValueAsString(tree);
      return new ValidatorFactory().validate(schema, json).isValid();
    }
  }

  private static String jwk(String more) {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return "{\"kty\": \"EC\", \"crv\": \"P-256\", \"kid\": \"1\", \"x\": \"%s\", \"y\": \"%s\"%s}"
        .formatted(
            base64.encodeToString(coordinate(key.getW().getAffineX()).toArray()),
            base64.encodeToString(coordinate(key.getW().getAffineY()).toArray()),
            more);
  }

  private static Bytes coordinate(BigInteger value) {
    byte[] octets = value.toByteArray();
    Bytes all = Bytes.concat(Bytes.zero(32), Bytes.of(octets));
    return all.slice(all.size() - 32, all.size());
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }
}
