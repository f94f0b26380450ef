package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.app.Serve;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A TAM and a device of one target that meet each other, with the suite between them. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignTogetherTest {

  private static final List<RoleId> DEVICE =
      List.of(RoleId.TEEP_BROKER, RoleId.TEEP_AGENT, RoleId.PLATFORM, RoleId.ATTESTING_ENVIRONMENT);

  /** Whole sessions, and messages that are altered, dropped, repeated and out of order. */
  private static final String SESSIONS =
      "@req-PROV-09 or @req-PROV-10 or @req-PROV-06 or @req-TEEP-08 or @req-TEEP-13 or @req-TOH-03"
          + " or @req-SUIT-04 or @req-TOH-05";

  @TempDir Path folder;

  @Test
  void passesAtBothEnds() throws IOException {
    Map<String, TreeSet<String>> outcomes =
        judged(Checks.unbroken(), Checks.unbroken(), SESSIONS, 0);

    assertThat(outcomes.keySet()).containsExactlyInAnyOrder("passed", "inapplicable");
    assertThat(outcomes.get("passed"))
        .contains("PROV-09.1", "PROV-09.2", "PROV-09.3", "PROV-09.4", "PROV-09.6")
        .contains("ARCH-18.1", "PROV-10.1", "PROV-10.2", "SUIT-04.2", "TEEP-13.1", "TOH-03.1");
  }

  @Test
  void isSaidBeforeTheRun() throws IOException {
    String recipe = folder.resolve("sut.yaml").toString();
    try (Serve tam = serve(List.of(RoleId.TAM), Checks.unbroken())) {
      Serve.Served served = tam.served().get(0);
      Commands.recipe(folder, served.url(), served.key().orElseThrow().publicKey().toSpki(), "");
      String trigger = "trigger={url: 'http://localhost:2/{case}/{tam-uri}'}";
      Commands.Ended written =
          Commands.run(
              ("init --force --together --out "
                      + recipe
                      + " --role tam --url "
                      + served.url()
                      + " --role teep-broker --way TRIGGER --role teep-agent --way TRIGGER")
                  .transform(
                      line ->
                          Stream.of(line.split(" "))
                              .map(word -> word.equals("TRIGGER") ? trigger : word)
                              .toArray(String[]::new)));

      assertThat(written.exit()).as(written.err()).isZero();
      String between =
          "together: tam | teep-agent and teep-broker: they meet each other, and the suite stands"
              + " between them";
      assertThat(Commands.run("sut", "check", recipe).out()).contains(between);
      assertThat(Commands.run("doctor", "--sut", recipe).out()).contains(between);
      assertThat(Commands.run("run", "--sut", recipe, "--dry-run").out())
          .contains(between)
          .contains("run   PROV-09.2  ")
          .contains("the target's own tam takes part, and the suite does not stand in for it");
    }
  }

  private Map<String, TreeSet<String>> judged(Checks tam, Checks device, String tags, int exit)
      throws IOException {
    try (Serve first = serve(List.of(RoleId.TAM), tam);
        Serve second = serve(DEVICE, device)) {
      recipe(first.served().get(0), second.served().get(0).trigger().orElseThrow());
      Commands.Ended ended =
          Commands.run(
              "run",
              "--quiet",
              "--sut",
              folder.resolve("sut.yaml").toString(),
              "--tags",
              tags,
              "--out",
              folder.toString());
      assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(exit);
      return Commands.byOutcome(Commands.report(folder), "scenarios");
    }
  }

  private void recipe(Serve.Served tam, String trigger) throws IOException {
    Path recipe =
        Commands.recipe(folder, tam.url(), tam.key().orElseThrow().publicKey().toSpki(), "");
    Files.writeString(
        recipe,
        Files.readString(recipe)
            + "together: true\n"
            + DEVICE.stream()
                .map(role -> role.id() + ": {trigger: {url: '" + trigger + "'}}\n")
                .collect(Collectors.joining()));
  }

  private static Serve serve(List<RoleId> roles, Checks checks) throws IOException {
    return new Serve(roles, 0, Bytes.of(0), InstantSource.system(), checks);
  }

  private static Checks broken(String fault) {
    return new BrokenChecks(CheckCatalogue.load().find(fault).orElseThrow());
  }
}
