package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ccican.app.Serve;
import org.ccican.check.Checks;
import org.ccican.conformance.cli.HostileTam.Behaviour;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A role at a URL that does what no HTTP server would: it has refused nothing, and passed nothing.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileRoleTest {

  private static final List<Way> WAYS =
      List.of(
          new Way(
              "middleware-repository.url",
              "middleware-repository: {url: %s, ",
              "@role-middleware-repository"),
          new Way("moc.url", "moc: {url: %s, ", "@req-PROV-01 or @req-PACK-02"),
          new Way("teep-broker.url", "teep-broker: {url: %s, ", "@req-TOH-02 or @req-TOH-03"),
          new Way(
              "verifier.url", "verifier: {url: %s, key: ear.pem, ", "@req-SNP-02 or @req-SNP-03"),
          new Way(
              "verifier.veraison",
              "verifier: {veraison: %s, key: ear.pem, ",
              "@req-SNP-02 or @req-SNP-03"),
          new Way(
              "attesting-environment.url",
              "attesting-environment: {url: %s, format: sev-snp, ",
              "@id-ARCH-01.1 or @req-ATT-06 or @req-ARCH-14 or @req-SNP-25"));

  /**
   * A way to a role.
   *
   * @param field of the recipe, with the role before it
   * @param recipe of the role, up to its time-outs, with a place for the URL
   * @param tags of some scenarios that judge it
   */
  record Way(String field, String recipe, String tags) {

    String url() throws IOException {
      return switch (field) {
        case "verifier.veraison" -> honest.veraison();
        case "attesting-environment.url" -> honest.evidence();
        default ->
            honest.served().stream()
                .filter(each -> field.startsWith(each.role().id() + "."))
                .findFirst()
                .orElseThrow()
                .url();
      };
    }

    @Override
    public String toString() {
      return field;
    }
  }

  private static Serve honest;

  @TempDir Path folder;

  @BeforeAll
  static void serve() throws IOException {
    honest =
        new Serve(
            List.of(
                RoleId.MIDDLEWARE_REPOSITORY,
                RoleId.MOC,
                RoleId.TEEP_BROKER,
                RoleId.VERIFIER,
                RoleId.ATTESTING_ENVIRONMENT),
            0,
            Bytes.of(7),
            InstantSource.system(),
            Checks.unbroken());
  }

  @AfterAll
  static void end() {
    honest.close();
  }

  static Stream<Arguments> noRoles() {
    return WAYS.stream()
        .flatMap(
            way ->
                Stream.of(
                        Behaviour.SILENCE,
                        Behaviour.CLOSE,
                        Behaviour.ENDLESS_BODY,
                        Behaviour.NO_HTTP,
                        Behaviour.WEB_PAGE,
                        Behaviour.REDIRECT)
                    .map(behaviour -> Arguments.of(way, behaviour)));
  }

  /** From its first request on: the recipe is at fault for all that anybody can see. */
  @ParameterizedTest
  @MethodSource("noRoles")
  void isSaidToBeNoRole(Way way, Behaviour behaviour) throws Exception {
    try (HostileTam hostile = new HostileTam(way.url(), asked -> true, behaviour)) {
      Commands.Ended ended = Commands.run("doctor", "--sut", recipe(way, hostile.url()).toString());

      assertThat(ended.exit()).as(ended.out()).isEqualTo(2);
      assertThat(ended.out())
          .contains("WRONG  " + way.field() + ": ", "127.0.0.1", "; write the ")
          .doesNotContain("Exception");
    }
  }

  static Stream<Arguments> brokenRoles() {
    return WAYS.stream()
        .flatMap(
            way ->
                Stream.of(
                        Behaviour.CLOSE,
                        Behaviour.ENDLESS_BODY,
                        Behaviour.REDIRECT,
                        Behaviour.DEEP_CBOR)
                    .map(behaviour -> Arguments.of(way, behaviour)));
  }

  /** It looks well, and breaks down as soon as a scenario asks it. */
  @ParameterizedTest
  @MethodSource("brokenRoles")
  void endsWithoutAnythingPassed(Way way, Behaviour behaviour) throws Exception {
    try (HostileTam hostile =
        new HostileTam(way.url(), asked -> isInScenario(asked.scenario()), behaviour)) {
      Commands.Ended ended = Commands.judged(recipe(way, hostile.url()), way.tags(), folder);

      assertThat(ended.exit()).as(ended.out() + ended.err()).isIn(1, 6);
      JsonNode report = Commands.report(folder);
      assertThat(Commands.byOutcome(report, "scenarios"))
          .as(ended.out())
          .doesNotContainKeys("passed", "suite-error");
      assertThat(report.path("scenarios").findValuesAsText("on")).doesNotContain("suite");
      assertThat(hostile.requests()).isLessThan(200);
    }
  }

  private static boolean isInScenario(String id) {
    return id.matches("[A-Z]+-.*");
  }

  private Path recipe(Way way, String url) throws IOException {
    Files.writeString(
        folder.resolve("ear.pem"),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder()
                .encodeToString(
                    honest.served().stream()
                        .flatMap(each -> each.key().stream())
                        .findFirst()
                        .orElseThrow()
                        .publicKey()
                        .toSpki()
                        .toArray())
            + "\n-----END PUBLIC KEY-----\n");
    return Files.writeString(
        folder.resolve("sut.yaml"), way.recipe().formatted(url) + "timeouts: {response: 700ms}}\n");
  }
}
