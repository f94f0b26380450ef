package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.app.Appraise;
import org.ccican.app.Serve;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.conformance.requirement.Catalogue;
import org.ccican.conformance.requirement.Requirement;
import org.ccican.conformance.requirement.Requirements;
import org.ccican.conformance.sut.SutRole;
import org.ccican.conformance.verdict.ExitCode;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private static final String BREAKABLE =
      CheckCatalogue.load().all().stream()
          .filter(check -> check.kind() != CheckPoint.Kind.STRUCTURAL)
          .map(CheckPoint::name)
          .findFirst()
          .orElseThrow();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<RunOptions> runs = new ArrayList<>();
  private final List<ServeOptions> serves = new ArrayList<>();
  private final List<Appraise.Request> appraisals = new ArrayList<>();
  private final List<Path> inspections = new ArrayList<>();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                               | Missing command; see ccican --help",
        "rum                              | Unmatched argument at index 0: 'rum' (did you mean"
            + " run?); see ccican --help",
        "run --tag @x                     | (did you mean --tags?); see ccican run --help",
        "run --threads many               | 'many' is not an int; see ccican run --help",
        "run --threads 0                  | '--threads': expected 1 to 64; see ccican run --help",
        "run --seed 0                     | expected 1 to 64 octets in hex",
        "run --seed                       | Missing required parameter for option '--seed'",
        "run --tags (@a                   | '--tags': no tag expression: Unmatched (.",
        "run --fault no.such.check.at.all | no check of this name",
        "run --fault cbor.truncated       | this check cannot be broken",
        "serve                            | Missing required parameter: 'ROLE'",
        "serve cook                       | No role cook; roles are application-owner, moc, tam,",
        "serve tam tam                    | A role is there twice",
        "serve tam --port 65536           | '--port': expected 0 to 65535",
        "judge                            | Missing required parameter: 'LOG'",
        "appraise x                       | Missing required options: '--format=ID',"
            + " '--at=INSTANT', '--trust=FILE|DIR'",
        "appraise --at today              | '--at': expected an instant such as"
            + " 2026-01-31T12:00:00Z",
        "appraise --format x --at 2026-01-31T12:00:00Z --trust x --nonce 00 --report-data 00 x |"
            + " are mutually exclusive",
        "kill-matrix --role cook            | '--role': no role cook; roles are application-owner,"
            + " moc, tam,",
        "kill-matrix --fault no.such.check  | no check of this name",
        "kill-matrix --fault tam.token.reuse~inverted | no check of this name",
        "kill-matrix --shard 3/2            | '--shard': expected I/N with I from 1 to N, such as"
            + " 2/4",
        "kill-matrix --shard 0/2            | '--shard': expected I/N with I from 1 to N",
        "kill-matrix --shard 1              | '--shard': expected I/N with I from 1 to N",
        "kill-matrix --threads 0            | '--threads': expected 1 to 64",
        "kill-matrix --consequences x      | --consequences: they need --all",
        "kill-matrix --all --most -1       | '--most': expected a number from 0",
        "demo --runs 3                    | Unknown options: '--runs', '3'",
        "stability --runs 1               | '--runs': expected 2 to 1000",
        "stability --runs many            | 'many' is not an int",
        "kill-matrix --sample --role tam    | --sample: it is fixed",
        "requirements --xml               | Unknown option: '--xml'",
      })
  void complainsAboutTheCommandLineInOneLine(String line, String expected) {
    assertThat(main(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(64);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("ccican: ").contains(expected);
    assertThat(out.toString()).isEmpty();
    assertThat(runs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --sut none.yaml",
        "judge none.jsonl",
        "appraise --format x --at 2026-01-31T12:00:00Z --trust none.pem none.bin"
      })
  void saysWhichFileIsNotThere(String line) {
    assertThat(main(line.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).matches("ccican: none\\.[a-z]+: no such file\\R");
  }

  @Test
  void refusesAFileInPlaceOfAnyOtherFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));
    for (String command : List.of("kill-matrix", "demo", "stability")) {
      assertThat(main(command, "--out", file.toString())).isEqualTo(2);
    }
    assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.endsWith(": is no folder"));
  }

  @Test
  void refusesAFileInPlaceOfTheReportFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("report"));

    assertThat(main("run", "--out", file.toString())).isEqualTo(2);
    assertThat(err.toString()).isEqualToIgnoringNewLines("ccican: " + file + ": is no folder");
  }

  @Test
  void saysWhereASutFileIsWrong() throws IOException {
    Path file = Files.writeString(folder.resolve("sut.yaml"), "tam:\n  url: 5\n  key: x\n");

    assertThat(main("run", "--sut", file.toString())).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "ccican: " + file + ":2:8: tam.url: expected text, found a number");
  }

  @Test
  void handsOverWhatARunWasAskedFor() throws Exception {
    byte[] key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
    Files.writeString(
        folder.resolve("tam.pem"),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getEncoder().encodeToString(key)
            + "\n-----END PUBLIC KEY-----\n");
    Path sut =
        Files.writeString(
            folder.resolve("sut.yaml"), "tam: {url: 'http://localhost:1', key: tam.pem}\n");

    int exit =
        main(
            "run",
            "--sut",
            sut.toString(),
            "--tags",
            "@a and not @b",
            "--out",
            "r",
            "--seed",
            "00ff",
            "--threads",
            "3",
            "--strict",
            "--fault",
            BREAKABLE,
            "--quiet");

    assertThat(exit).isZero();
    RunOptions options = runs.get(0);
    assertThat(options.sut().orElseThrow().find(org.ccican.role.RoleId.TAM).flatMap(SutRole::key))
        .contains(Bytes.of(key));
    assertThat(options.tags().orElseThrow().selects(List.of("@a"))).isTrue();
    assertThat(options.tags().orElseThrow().selects(List.of("@a", "@b"))).isFalse();
    assertThat(options.out()).isEqualTo(Path.of("r"));
    assertThat(options.seed()).contains(Bytes.of(0x00, 0xff));
    assertThat(options.threads()).contains(3);
    assertThat(options.strict()).isTrue();
    assertThat(options.faults()).containsExactly(BREAKABLE);
    assertThat(options.quiet()).isTrue();
  }

  @Test
  void runsWithDefaultsAlone() {
    assertThat(main("run")).isZero();
    assertThat(runs)
        .containsExactly(
            new RunOptions(
                Optional.empty(),
                WireRevision.TEEP_26,
                Optional.empty(),
                Path.of("ccican-report"),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                GateOptions.Asked.nothing(),
                Optional.empty(),
                Catalogue.load().latest(),
                false));
  }

  @Test
  void runsInTheEditionThatIsNamed() {
    assertThat(main("run", "--revision", "teep-legacy")).isZero();
    assertThat(runs)
        .singleElement()
        .extracting(RunOptions::revision)
        .isEqualTo(WireRevision.TEEP_LEGACY);
    assertThat(main("run", "--revision", "teep-27")).isEqualTo(64);
    assertThat(err.toString()).contains("expected teep-26 or teep-legacy");
  }

  @Test
  void handsOverWhatToServe() {
    assertThat(
            main(
                "serve",
                "tam",
                "--port",
                "8080",
                "--revision",
                "teep-legacy",
                "--clock",
                "--peer",
                "verifier=http://127.0.0.1:9000/verifier",
                "--sut-out",
                "x.yaml"))
        .isZero();
    assertThat(serves)
        .containsExactly(
            new ServeOptions(
                List.of("tam"),
                8080,
                WireRevision.TEEP_LEGACY,
                List.of(),
                true,
                Map.of(
                    RoleId.VERIFIER,
                    new Serve.Peer("http://127.0.0.1:9000/verifier", Optional.empty())),
                Optional.of(Path.of("x.yaml")),
                List.of()));
  }

  @Test
  void handsOverWhatToAppraise() throws IOException {
    String file = Files.createFile(folder.resolve("report.bin")).toString();

    int exit =
        main(
            "appraise",
            "--format",
            "sev-snp",
            "--at",
            "2026-01-31T12:00:00Z",
            "--trust",
            file,
            "--endorsement",
            file,
            "--nonce",
            "0a",
            "--json",
            file);

    assertThat(exit).isEqualTo(ExitCode.FAILED.code());
    Appraise.Request request = appraisals.get(0);
    assertThat(request.endorsement()).contains(Path.of(file));
    assertThat(request.chain()).isEmpty();
    assertThat(request.nonce()).contains("0a");
    assertThat(request.reportData()).isEmpty();
    assertThat(request.json()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "run", "serve", "appraise", "judge", "requirements"})
  void helpsWithEveryCommand(String command) {
    assertThat(command.isEmpty() ? main("--help") : main(command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: ccican " + command);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void tellsItsVersion() {
    assertThat(main("--version")).isZero();
    assertThat(out.toString()).matches("ccican [0-9]+\\.[0-9]+\\.[0-9]+\\S*\\R");
  }

  @Test
  void blamesItselfForWhatItDidNotExpect() {
    Services services =
        services((options, progress, text) -> raise(new IllegalStateException("a\nb")));

    assertThat(main(services, "run")).isEqualTo(3);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "ccican: fault of the suite itself: java.lang.IllegalStateException: a b"
                + " (--debug shows where)");
  }

  @Test
  void endsInOneLineWhenMemoryRunsOut() {
    Services services = services((options, progress, text) -> raise(new OutOfMemoryError("heap")));

    assertThat(main(services, "run")).isEqualTo(3);
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void showsTheTraceOnDemand() {
    Services services =
        services((options, progress, text) -> raise(new IllegalStateException("a")));

    assertThat(main(services, "run", "--debug")).isEqualTo(3);
    assertThat(err.toString()).contains("\tat " + MainTest.class.getName());
  }

  @Test
  void passesTheExitOfTheServiceThrough() {
    Services services =
        services(
            (options, progress, text) -> {
              throw new CommandFailed(ExitCode.NOTHING_MEASURED, "no scenario has these tags");
            });

    assertThat(main(services, "run", "--tags", "@none")).isEqualTo(5);
    assertThat(err.toString()).isEqualToIgnoringNewLines("ccican: no scenario has these tags");
  }

  @Test
  void listsRequirementsAsJson() throws IOException {
    assertThat(main("requirements", "--json")).isZero();

    JsonNode all = JsonMapper.builder().build().readTree(out.toString());
    List<Requirement> expected = Requirements.load().all();
    assertThat(all).hasSize(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      List<String> names = new ArrayList<>();
      all.get(i).fieldNames().forEachRemaining(names::add);
      assertThat(names)
          .containsExactly(
              "id",
              "level",
              "document",
              "section",
              "roles",
              "text",
              "scenarios",
              "vectors",
              "untested");
      assertThat(all.get(i).path("id").textValue()).isEqualTo(expected.get(i).id());
      assertThat(all.get(i).path("scenarios")).hasSize(expected.get(i).scenarios().size());
      assertThat(Optional.ofNullable(all.get(i).path("untested").textValue()))
          .isEqualTo(expected.get(i).untested());
    }
  }

  @Test
  void listsRequirementsForReaders() {
    assertThat(main("requirements")).isZero();
    assertThat(out.toString())
        .contains("Architecture of confidential computing", "  ARCH-01  must", "untested: ")
        .contains(Requirements.load().all().size() + " requirements, ");
  }

  @Test
  void inspectTakesOneFile() {
    assertThat(main("inspect", "evidence.bin")).isEqualTo(0);
    assertThat(inspections).containsExactly(Path.of("evidence.bin"));
    assertThat(main("inspect")).isEqualTo(64);
    assertThat(main("inspect", "one.bin", "two.bin")).isEqualTo(64);
  }

  private static ExitCode raise(RuntimeException e) {
    throw e;
  }

  private static ExitCode raise(Error e) {
    throw e;
  }

  private Services services(Services.Run run) {
    return new Services(
        run,
        (options, text) -> {
          serves.add(options);
          return ExitCode.PASSED;
        },
        request -> {
          appraisals.add(request);
          return ExitCode.FAILED.code();
        },
        (file, json) -> {
          inspections.add(file);
          return ExitCode.PASSED.code();
        },
        (log, report, strict, gate, text) -> ExitCode.PASSED,
        (parts, report, strict, gate, text) -> ExitCode.PASSED,
        new NoProof(),
        InstantSource.system());
  }

  private int main(String... args) {
    return main(
        services(
            (options, progress, text) -> {
              runs.add(options);
              return ExitCode.PASSED;
            }),
        args);
  }

  private int main(Services services, String... args) {
    return Main.run(services, new PrintWriter(out), new PrintWriter(err), args);
  }

  /** Shows nothing. */
  private record NoProof() implements Services.Proof {

    @Override
    public ExitCode matrix(MatrixOptions options, Progress progress, PrintWriter text) {
      return ExitCode.PASSED;
    }

    @Override
    public ExitCode demo(Path to, PrintWriter text) {
      return ExitCode.PASSED;
    }

    @Override
    public ExitCode stability(int runs, Optional<TagExpression> tags, Path to, PrintWriter text) {
      return ExitCode.PASSED;
    }
  }
}
