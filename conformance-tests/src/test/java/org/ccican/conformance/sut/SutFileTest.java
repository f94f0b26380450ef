package org.ccican.conformance.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.transport.AllowedHosts;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recipe may say, and how it is told what it may not. */
class SutFileTest {

  private static KeyPair pair;

  @BeforeAll
  static void makeKey() throws GeneralSecurityException {
    pair = SutSamples.keyPair();
  }

  @TempDir Path folder;

  @BeforeEach
  void writeKey() throws IOException {
    Files.writeString(
        folder.resolve("tam.pem"), SutSamples.pem("PUBLIC KEY", pair.getPublic().getEncoded()));
  }

  @Test
  void readsTheSmallestFile() throws Exception {
    SutFile sut = SutFile.read(write(SutSamples.SMALLEST));

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
    Files.writeString(folder.resolve("keys/tam.jwk"), SutSamples.jwk(pair, ""));

    SutFile sut = SutFile.read(write(SutSamples.WHOLE));

    assertThat(sut.name()).contains("example TAM");
    assertThat(sut.together()).isFalse();
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
  void readsHostsThatMayBeAsked() throws Exception {
    String yaml = SutSamples.SMALLEST + "allow-hosts: [Files.Example, 10.0.0.5, '2001:db8::1']\n";

    AllowedHosts hosts = Target.of(SutFile.read(write(yaml))).hosts();

    assertThat(hosts.complaint("https://files.example/a")).isEmpty();
    assertThat(hosts.complaint("http://[2001:db8:0::1]:8080/a")).isEmpty();
    assertThat(hosts.complaint("http://localhost:1/a")).isEmpty();
    assertThat(hosts.complaint("http://10.0.0.6/a")).isPresent();
    assertThat(matchesSchemaOrBreaks(yaml)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://files.example", "'*.example'", "a/b", "'files.example:80'", "7"})
  void takesOnlyHostsForHosts(String host) {
    String yaml = SutSamples.SMALLEST + "allow-hosts: [a.example, " + host + "]\n";

    assertThatThrownBy(() -> SutFile.read(write(yaml)))
        .hasMessageMatching(".*sut.yaml:2:\\d+: allow-hosts\\[1]: expected .*");
  }

  @Test
  void showsNoSecret() throws Exception {
    Files.createDirectory(folder.resolve("keys"));
    Files.writeString(folder.resolve("keys/tam.jwk"), SutSamples.jwk(pair, ""));

    SutRole tam = SutFile.read(write(SutSamples.WHOLE)).find(RoleId.TAM).orElseThrow();

    assertThat(tam.reach().shown()).isEqualTo("https://tam.example/teep?...");
    assertThat(tam.toString()).doesNotContain("secret", "hidden", "pass", "user");
  }

  @ParameterizedTest
  @ValueSource(strings = {SutSamples.SMALLEST, SutSamples.WHOLE})
  void schemaTakesWhatTheReaderTakes(String yaml) throws IOException {
    assertThat(SutSamples.matchesSchema(yaml)).isTrue();
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
        "1:11: together: expected true or false, found text            | together: 'yes'",
        "1:2: together: expected two roles that meet, found tam        | {together: true, tam:"
            + " {url: 'http://a', key: tam.pem}}",
        "1:5: tam: expected a mapping, found nothing                   | tam:",
        "1:6: tam: a way to reach it (url, adapter, command) is missing                            "
            + "          | tam: {key: tam.pem}",
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
    assertThat(SutSamples.matchesSchema(yaml)).isFalse();
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
            "name: a\nname: b\n" + SutSamples.SMALLEST,
            "2:1: name: is there twice",
            "name: &a x\n" + SutSamples.SMALLEST,
            "1:7: anchors are not allowed",
            "name: *a\n" + SutSamples.SMALLEST,
            "1:7: aliases are not allowed",
            "name: !!str x\n" + SutSamples.SMALLEST,
            "1:7: tags are not allowed",
            "a: [[[[[[[[[[[[]]]]]]]]]]]]\n",
            "1:11: nested deeper than 8",
            SutSamples.SMALLEST + "---\n" + SutSamples.SMALLEST,
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
  void answersEveryMangledFileWithOneLine() throws IOException {
    Random random = new Random(7);
    byte[] whole = SutSamples.WHOLE.getBytes(StandardCharsets.UTF_8);
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

  private static boolean matchesSchemaOrBreaks(String yaml) {
    try {
      return SutSamples.matchesSchema(yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path write(String yaml) throws IOException {
    return SutSamples.write(folder, yaml);
  }
}
