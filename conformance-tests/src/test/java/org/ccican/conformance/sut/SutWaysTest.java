package org.ccican.conformance.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Collectors;
import org.ccican.role.RoleId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles, the ways to them, and the claims of a recipe. */
class SutWaysTest {

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
  void readsSeveralRoles() throws Exception {
    String yaml =
        SutSamples.SMALLEST
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
    assertThat(SutSamples.matchesSchema(yaml)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1:12: platform.url: is not a way to reach the platform; ways to it: trigger | platform:"
            + " {url: x}",
        "1:7: tam: a way to reach it (url, adapter, command) is missing | 'tam:  {}'",
        "1:7: tam.trigger: is not a way to reach the tam; ways to it: url, adapter, command |"
            + " tam: {trigger: {url: 'http://a'}}",
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
    assertThat(SutSamples.matchesSchema(yaml)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1:1: application-owner: asks our M/OC and our Verifier of its own accord, and listen is"
            + " missing; write listen: 127.0.0.1:9000 | application-owner: {url: 'http://a',"
            + " application: tam.pem, data: tam.pem}",
        "2:20: application-owner: data is missing | application-owner: {url: 'http://a',"
            + " application: tam.pem}",
        "2:51: application-owner.application: no such file a.bin | application-owner: {url:"
            + " 'http://a', application: a.bin, data: tam.pem}",
        "2:66: application-owner.data: short.bin has 15 octets, expected 16 or more |"
            + " application-owner: {url: 'http://a', application: tam.pem, data: short.bin}",
      })
  void asksForWhatAnOwnerBrings(String expected, String yaml) throws IOException {
    Files.writeString(folder.resolve("short.bin"), "fifteen octets.");
    String whole = expected.startsWith("2") ? "listen: 127.0.0.1:9000\n" + yaml : yaml;

    assertThatThrownBy(() -> SutFile.read(write(whole)))
        .hasMessageStartingWith(folder.resolve("sut.yaml") + ":" + expected);
    assertThat(SutSamples.matchesSchema(whole)).isEqualTo(expected.matches(".*(no such|15).*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1:63: teep-agent.vendor-id: expected a UUID such as 01234567-89ab-5cde-8f01-23456789abcd,"
            + " found 17 | teep-agent: {trigger: {command: [x]}, class-id: x, vendor-id: '17'}",
        "1:15: teep-broker.vendor-id: unknown field | teep-broker: {vendor-id: x, trigger:"
            + " {command: [x]}}",
      })
  void takesFactsOfADeviceWhereTheyBelong(String expected, String yaml) throws IOException {
    assertThatThrownBy(() -> SutFile.read(write(yaml)))
        .hasMessageStartingWith(folder.resolve("sut.yaml") + ":" + expected);
    assertThat(SutSamples.matchesSchema(yaml)).isFalse();
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
        String listen = role == RoleId.APPLICATION_OWNER ? "listen: 127.0.0.1:9000\n" : "";
        String yaml = listen + role.id() + ": {" + way.id() + ": " + value + fields + "}";
        assertThat(SutSamples.matchesSchema(yaml)).as(yaml).isTrue();
        assertThatCode(() -> SutFile.read(write(yaml))).as(yaml).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void readsClaims() throws Exception {
    String yaml =
        SutSamples.SMALLEST
            + "claims: {formats: [sev-snp, tdx], cipher-suites: [esp256], freshness: [],"
            + " options: [TEEP-141]}\n";

    SutClaims claims = SutFile.read(write(yaml)).claims();

    assertThat(claims.formats()).contains(List.of("sev-snp", "tdx"));
    assertThat(claims.freshness()).contains(List.of());
    assertThat(claims.all())
        .containsExactly(
            "cipher-suites: esp256", "formats: sev-snp", "formats: tdx", "options: TEEP-141");
    assertThat(SutSamples.matchesSchema(yaml)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2:19: claims.formats: expected at least one of       | formats: []                   | no",
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
    String yaml = SutSamples.SMALLEST + "claims: {" + claim + "}\n";

    assertThatThrownBy(() -> SutFile.read(write(yaml)))
        .hasMessageStartingWith(folder.resolve("sut.yaml") + ":" + expected);
    assertThat(SutSamples.matchesSchema(yaml)).isEqualTo(schema.equals("yes"));
  }

  private Path write(String yaml) throws IOException {
    return SutSamples.write(folder, yaml);
  }
}
