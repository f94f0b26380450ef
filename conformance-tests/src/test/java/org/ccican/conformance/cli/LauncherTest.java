package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a tree of its own, with a PATH on which Java and Maven are scripts. */
class LauncherTest {

  private static final List<String> TOOLS =
      List.of(
          "basename",
          "bash",
          "cat",
          "cksum",
          "cut",
          "dirname",
          "find",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tee",
          "touch");

  private static final String JAVA = "echo 'openjdk version \"%s\" 2026-01-01' >&2\n";

  /** Builds what the launcher looks for and says so. */
  private static final String MAVEN =
      """
      if [ "$1" = -v ]; then echo 'Apache Maven 3.8.7'; exit 0; fi
      echo '[INFO] Building ccican-conformance-tests 1'
      mkdir -p "$ROOT/conformance-tests/target/lib"
      touch "$ROOT/conformance-tests/target/ccican-conformance-tests-1.jar"
      touch "$ROOT/conformance-tests/target/lib/a.jar" "$ROOT/conformance-tests/target/lib/b.jar"
      """;

  /** Prints its arguments, one a line, and ends with a number of its own. */
  private static final String RUNS =
      "if [ \"$1\" = -version ]; then echo 'openjdk version \"17.0.1\"' >&2; exit 0; fi\n"
          + "printf '%s\\n' \"$@\"; exit 6\n";

  @TempDir Path folder;

  private Path root;
  private Path tools;
  private Path home;

  @BeforeEach
  void layOut() throws IOException {
    assumeTrue(tool("bash").isPresent(), "there is no bash to run the launcher with");
    root = Files.createDirectories(folder.resolve("a tree"));
    tools = Files.createDirectories(folder.resolve("tools"));
    home = Files.createDirectories(folder.resolve("jdk/bin"));
    for (String name : TOOLS) {
      script(tools.resolve(name), "exec " + tool(name).orElseThrow() + " \"$@\"\n");
    }
    Files.copy(
        Path.of(System.getProperty("ccican.root"), "ccican"),
        root.resolve("ccican"),
        StandardCopyOption.COPY_ATTRIBUTES);
    for (String module :
        List.of("features", "report-templates", "vectors", "reference-impl", "conformance-tests")) {
      Files.createFile(Files.createDirectories(root.resolve(module)).resolve("pom.xml"));
    }
    Files.createFile(root.resolve("pom.xml"));
  }

  @Test
  void asksForJavaWhereThereIsNone() throws Exception {
    assertThat(launch()).isEqualTo(refusal("no java found: install a JDK 17 or newer"));
  }

  @Test
  void asksForANewerJava() throws Exception {
    Path java = script(home.resolve("java"), JAVA.formatted("11.0.2"));

    assertThat(launch())
        .isEqualTo(
            refusal("this java is version 11.0.2: install a JDK 17 or newer (" + java + ")"));
  }

  @Test
  void asksForANewerJavaThanEight() throws Exception {
    script(home.resolve("java"), JAVA.formatted("1.8.0_402"));

    assertThat(launch().error()).contains("this java is version 1.8.0_402: ");
  }

  @Test
  void asksForAJavaThatRuns() throws Exception {
    Path java =
        script(home.resolve("java"), "echo 'Unable to locate a Java Runtime.' >&2; exit 1\n");

    assertThat(launch())
        .isEqualTo(refusal("this java does not run: install a JDK 17 or newer (" + java + ")"));
  }

  @Test
  void asksForAJavaHomeThatIsOne() throws Exception {
    assertThat(launch("JAVA_HOME=" + folder))
        .isEqualTo(
            refusal("JAVA_HOME has no bin/java: point it at a JDK 17 or newer (" + folder + ")"));
  }

  @Test
  void asksForMavenWhereThereIsNone() throws Exception {
    script(home.resolve("java"), RUNS);

    assertThat(launch())
        .isEqualTo(
            refusal("no mvn found, and there is something to build: install Maven 3.8 or newer"));
  }

  @Test
  void asksForANewerMaven() throws Exception {
    compiler();
    Path maven = script(tools.resolve("mvn"), "echo 'Apache Maven 3.6.3 (x)'\n");

    assertThat(launch())
        .isEqualTo(
            refusal("this mvn is version 3.6.3: install Maven 3.8 or newer (" + maven + ")"));
  }

  @Test
  void asksForACompiler() throws Exception {
    Path java = script(home.resolve("java"), RUNS);
    script(tools.resolve("mvn"), MAVEN);

    assertThat(launch().error())
        .contains("this java has no compiler")
        .contains("install a JDK 17 or newer (" + java + ")");
  }

  @Test
  void buildsOnceAndPassesArgumentsAndExitThrough() throws Exception {
    compiler();
    script(tools.resolve("mvn"), MAVEN);

    Result first = launch("CCICAN_JAVA_OPTS=-Da=b -XX:+UseG1GC", "appraise", "a b", "");
    Result second = launch();

    assertThat(first.exit()).isEqualTo(6);
    assertThat(first.error().lines())
        .containsExactly("ccican: building", "  ccican-conformance-tests");
    Path target = root.resolve("conformance-tests/target");
    assertThat(first.output().lines())
        .containsSubsequence("-Da=b", "-XX:+UseG1GC", "-cp")
        .doesNotContain("-XX:+UseSerialGC")
        .contains(
            target.resolve("ccican-conformance-tests-1.jar")
                + ":"
                + target.resolve("lib/a.jar")
                + ":"
                + target.resolve("lib/b.jar"))
        .endsWith("org.ccican.conformance.cli.Main", "appraise", "a b", "");
    assertThat(second.exit()).isEqualTo(6);
    assertThat(second.error()).isEmpty();
    assertThat(second.output().lines()).contains("-XX:+UseSerialGC", "-Xmx512m");
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    compiler();
    script(tools.resolve("mvn"), MAVEN);
    launch();
    Path feature = Files.createFile(root.resolve("features/new.feature"));
    Files.setLastModifiedTime(feature, FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(launch().error()).startsWith("ccican: building");
  }

  @Test
  void doesNotBuildAgainForATest() throws Exception {
    compiler();
    script(tools.resolve("mvn"), MAVEN);
    Path tests = Files.createDirectories(root.resolve("vectors/src/test"));
    launch();
    Path test = Files.createFile(tests.resolve("ATest.java"));
    Files.setLastModifiedTime(test, FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(launch().error()).isEmpty();
  }

  @Test
  void showsWhyABuildFailed() throws Exception {
    compiler();
    script(
        tools.resolve("mvn"),
        "if [ \"$1\" = -v ]; then echo 'Apache Maven 4.0.0'; exit 0; fi\n"
            + "echo '[ERROR] A.java:[1,1] no such thing'; echo '[ERROR] '; exit 1\n");

    Result result = launch();

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.error())
        .contains("[ERROR] A.java:[1,1] no such thing", "ccican: the build failed; ");
    assertThat(root.resolve("conformance-tests/target/.building")).doesNotExist();
  }

  @Test
  void runsThroughALinkFromAnotherFolder() throws Exception {
    compiler();
    script(tools.resolve("mvn"), MAVEN);
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a tree", "ccican"));

    assertThat(launch(link, List.of()).exit()).isEqualTo(6);
  }

  @Test
  void buildsNothingInARelease() throws Exception {
    script(home.resolve("java"), RUNS);
    Path release = Files.createDirectories(folder.resolve("a release"));
    Path launcher =
        Files.copy(
            root.resolve("ccican"), release.resolve("ccican"), StandardCopyOption.COPY_ATTRIBUTES);
    Path jar = Files.createFile(release.resolve("ccican.jar"));

    Result result = launch(launcher, List.of("run", "a b"));

    assertThat(result.exit()).isEqualTo(6);
    assertThat(result.error()).isEmpty();
    assertThat(result.output().lines())
        .containsSubsequence(
            "-cp", jar.toString(), "org.ccican.conformance.cli.Main", "run", "a b");
    try (Stream<Path> files = Files.list(release)) {
      assertThat(files).containsExactlyInAnyOrder(jar, launcher);
    }
  }

  private record Result(int exit, String output, String error) {}

  private static Result refusal(String line) {
    return new Result(2, "", "ccican: " + line + "\n");
  }

  private Result launch(String... words) throws IOException, InterruptedException {
    return launch(root.resolve("ccican"), Arrays.asList(words));
  }

  /** Words with an equals sign before the first one without go to the environment. */
  private Result launch(Path launcher, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools + ":" + home);
    builder.environment().put("ROOT", root.toString());
    for (String word : words) {
      if (command.size() == 2 && word.matches("[A-Z_]+=.*")) {
        builder.environment().put(word.split("=", 2)[0], word.split("=", 2)[1]);
      } else {
        command.add(word);
      }
    }
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        builder.command(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the launcher hangs: " + Files.readString(err));
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private void compiler() throws IOException {
    script(home.resolve("java"), RUNS);
    script(home.resolve("javac"), "exit 0\n");
  }

  private static Path script(Path file, String body) throws IOException {
    Files.writeString(file, "#!" + tool("bash").orElseThrow() + "\n" + body);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Optional<Path> tool(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
