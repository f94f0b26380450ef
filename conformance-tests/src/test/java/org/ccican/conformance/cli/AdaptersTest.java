package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ccican.app.Serve;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.role.RoleId;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked adapters in front of the reference: what is right passes, what is broken does not. */
class AdaptersTest {

  private static final String ATTESTER =
      "@id-ARCH-01.1 or @id-ARCH-01.2 or @id-ARCH-06.1 or @id-ARCH-14.1 or @req-SNP-25";

  private static final String VERIFIER =
      "@id-SNP-01.2 or @id-SNP-02.1 or @id-ATT-08.2 or @id-ATT-08.1 or @id-ATT-12.3"
          + " or @id-EAR-03.1 or @id-ATT-08.4";

  @TempDir Path folder;

  @Test
  void pythonAttests() throws IOException {
    interpreter("python3");
    Commands.Ended ended = attester(Checks.unbroken(), "adapter: [python3, %s, \"%s\"]");

    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(outcomes().get("passed")).contains("ARCH-01.1", "ARCH-14.1", "SNP-25.1");
    assertThat(outcomes().get("inapplicable")).contains("ARCH-01.2", "ARCH-06.1");
    assertThat(ended.out()).contains("evidence: emulated");
  }

  @Test
  void pythonAttestsWrongly() throws IOException {
    interpreter("python3");
    Commands.Ended ended =
        attester(broken("attester.report-data.verbatim"), "adapter: [python3, %s, \"%s\"]");

    assertThat(ended.exit()).as(ended.out()).isEqualTo(1);
    assertThat(outcomes().get("failed")).contains("SNP-25.1").doesNotContain("ARCH-14.1");
  }

  @Test
  void aServerAttests() throws IOException {
    assertThat(attester(Checks.unbroken(), "url: \"%2$s\"").exit()).isZero();
    assertThat(outcomes().get("passed")).contains("ARCH-01.1", "ARCH-14.1", "SNP-25.1");
    Commands.Ended ended = attester(broken("attester.evidence.signed"), "url: \"%2$s\"");
    assertThat(ended.exit()).as(ended.out()).isEqualTo(1);
    assertThat(outcomes().get("failed")).contains("ARCH-14.1");
  }

  @Test
  void aCommandAttests() throws IOException {
    interpreter("curl");
    String curl =
        "command: [curl, -s, -f, -H, \"content-type: application/octet-stream\", --data-binary,"
            + " \"@-\", \"%2$s\"]";

    assertThat(attester(Checks.unbroken(), curl).exit()).isZero();
    assertThat(outcomes().get("passed")).contains("ARCH-01.1", "ARCH-14.1", "SNP-25.1");
  }

  @Test
  void aCommandAttestsWrongly() throws IOException {
    interpreter("curl");
    String curl =
        "command: [curl, -s, -f, -H, \"content-type: application/octet-stream\", --data-binary,"
            + " \"@-\", \"%2$s\"]";

    assertThat(attester(broken("attester.report-data.verbatim"), curl).exit()).isEqualTo(1);
    assertThat(outcomes().get("failed")).contains("SNP-25.1").doesNotContain("ARCH-14.1");
  }

  @Test
  void javascriptAppraises() throws IOException {
    interpreter("node");
    Commands.Ended ended = javascript(Checks.unbroken());

    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(outcomes().get("passed"))
        .as("%s", outcomes())
        .contains("SNP-01.2", "SNP-02.1", "ATT-08.1", "ATT-08.2", "ATT-12.3", "EAR-03.1");
  }

  @Test
  void javascriptAppraisesWrongly() throws IOException {
    interpreter("node");
    Commands.Ended ended = javascript(broken("sev-snp.signature.valid"));

    assertThat(ended.exit()).as(ended.out()).isEqualTo(1);
    assertThat(outcomes().get("failed")).containsExactly("SNP-02.1");
  }

  @Test
  void shellAppraises() throws IOException {
    Path program =
        script(
            "exec '"
                + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
                + System.getProperty("java.class.path")
                + "' "
                + Main.class.getName()
                + " appraise \"$@\"");
    Commands.Ended ended = shell(program, "@id-SNP-01.2 or @id-SNP-02.1 or @id-EAR-03.1");

    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(outcomes().get("passed")).containsExactly("SNP-01.2", "SNP-02.1");
    assertThat(outcomes().get("inapplicable")).containsExactly("EAR-03.1");
  }

  @Test
  void shellAcceptsWhateverComes() throws IOException {
    Commands.Ended ended = shell(script("exit 0"), "@id-SNP-01.2 or @id-SNP-02.1");

    assertThat(ended.exit()).as(ended.out()).isEqualTo(1);
    assertThat(outcomes().get("passed")).containsExactly("SNP-01.2");
    assertThat(outcomes().get("failed")).containsExactly("SNP-02.1");
  }

  @Test
  void aCrashOfTheShellIsNoRefusal() throws IOException {
    Commands.Ended ended =
        shell(
            script("case $* in *) echo broken down >&2; exit 7 ;; esac"),
            "@id-SNP-01.2 or @id-SNP-02.1");

    assertThat(ended.exit()).as(ended.out()).isEqualTo(1);
    assertThat(outcomes().get("failed")).contains("SNP-01.2");
    assertThat(ended.out())
        .contains("exit code 7")
        .contains("which is no refusal")
        .contains("broken down");
  }

  @Test
  void areShort() throws IOException {
    try (Stream<Path> files = Files.list(adapters())) {
      assertThat(files.filter(each -> !each.toString().endsWith(".md")).toList())
          .hasSize(4)
          .allSatisfy(each -> assertThat(Files.readAllLines(each)).hasSizeLessThan(150));
    }
  }

  private Commands.Ended attester(Checks checks, String way) throws IOException {
    try (Serve serve =
        new Serve(
            List.of(RoleId.ATTESTING_ENVIRONMENT),
            0,
            Bytes.of(0),
            InstantSource.system(),
            checks)) {
      String reached = String.format(way, adapters().resolve("attester.py"), serve.evidence());
      return judged("attesting-environment:\n  " + reached + "\n  format: sev-snp\n", ATTESTER);
    }
  }

  private Commands.Ended javascript(Checks checks) throws IOException {
    try (Serve serve =
        new Serve(List.of(RoleId.VERIFIER), 0, Bytes.of(0), InstantSource.system(), checks)) {
      Bytes key = serve.served().get(0).key().orElseThrow().publicKey().toSpki();
      Files.writeString(
          folder.resolve("ear.pem"),
          "-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(key.toArray())
              + "\n-----END PUBLIC KEY-----\n");
      return judged(
          "verifier:\n  adapter: [node, "
              + adapters().resolve("verifier.js")
              + ", \""
              + serve.veraison()
              + "\"]\n  key: ear.pem\n",
          VERIFIER);
    }
  }

  private Commands.Ended shell(Path program, String tags) throws IOException {
    return judged(
        "verifier:\n  command: [env, \"APPRAISE="
            + program
            + "\", "
            + adapters().resolve("verifier.sh")
            + ", \"{folder}\", \"{format}\", \"{at}\"]\n  timeouts:\n    response: 60 s\n",
        tags);
  }

  private Commands.Ended judged(String recipe, String tags) throws IOException {
    Files.writeString(folder.resolve("sut.yaml"), recipe);
    return Commands.run(
        "run",
        "--sut",
        folder.resolve("sut.yaml").toString(),
        "--tags",
        tags,
        "--seed",
        "00",
        "--out",
        folder.resolve("report").toString());
  }

  private Map<String, TreeSet<String>> outcomes() throws IOException {
    return Commands.byOutcome(Commands.report(folder.resolve("report")), "scenarios");
  }

  private Path script(String body) throws IOException {
    Path file = folder.resolve("appraise.sh");
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static Checks broken(String check) {
    return new BrokenChecks(CheckCatalogue.load().find(check).orElseThrow());
  }

  private static Path adapters() {
    return Path.of(System.getProperty("ccican.root", "..")).toAbsolutePath().resolve("adapters");
  }

  private static void interpreter(String name) {
    boolean there =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(each -> Files.isExecutable(Path.of(each, name)));
    assumeTrue(there, "there is no " + name + " on this machine: its adapter is not tried");
  }
}
