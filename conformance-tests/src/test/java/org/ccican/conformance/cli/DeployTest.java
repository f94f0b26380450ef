package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/**
 * What {@code deploy} holds: every file is read as what it is, and its shell lines are run against
 * a launcher that writes its arguments down, which the command line then has to understand.
 */
class DeployTest {

  private static final Path DEPLOY = Path.of(System.getProperty("ccican.root"), "deploy");
  private static final Pattern STEP = Pattern.compile("\\bsh '([^'\\n]+)'");
  private static final String BREAK = "--end--";

  @TempDir private Path folder;

  private Path ccican;

  @BeforeEach
  void standIn() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell to run the lines with");
    ccican = launcher(0);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "4, 0", "5, 0", "6, 0", "2, 2", "3, 3", "64, 64", "137, 137"})
  void partsFailOnlyIfTheyCouldNotMeasure(int suite, int step) throws Exception {
    launcher(suite);
    assertThat(sh("exec \"$DEPLOY/shard.sh\" 2 5", Map.of("CCICAN_SEED", "0a"))).isEqualTo(step);
    assertThat(called())
        .containsExactly(
            List.of("run", "--quiet", "--seed", "0a", "--shard", "2/5", "--out", "ccican-parts/2"));
  }

  @Test
  void partsTakeWhatTheEnvironmentNames() throws Exception {
    Map<String, String> all =
        Map.of(
            "CCICAN_SEED", "0a",
            "CCICAN_SUT", "my sut.yaml",
            "CCICAN_BASELINE", "known.yaml",
            "CCICAN_TAGS", "@role-tam and not @negative",
            "CCICAN_OUT", "/r");
    assertThat(sh("\"$DEPLOY/shard.sh\" 1 2", all)).isZero();
    assertThat(called().get(0))
        .containsSubsequence("--out", "/r/1", "--sut", "my sut.yaml")
        .containsSubsequence("--tags", "@role-tam and not @negative");
    assertThat(sh("\"$DEPLOY/shard.sh\" 1 2", Map.of())).isNotZero();
  }

  @Test
  void theVerdictIsThatOfTheJoinedRun() throws Exception {
    launcher(4);
    Map<String, String> more =
        Map.of("CCICAN_BASELINE", "known.yaml", "CCICAN_MIN_CHECKS", "900", "CCICAN_OUT", "p");
    assertThat(sh("\"$DEPLOY/merge.sh\" 3", more)).isEqualTo(4);
    assertThat(called().get(0)).endsWith("p/1", "p/2", "p/3").contains("known.yaml", "900");
  }

  @Test
  void kubernetesRunsAsManyPartsAsItJoins() throws Exception {
    Map<?, ?> shards = yaml("kubernetes/shards.yaml");
    Map<?, ?> merge = yaml("kubernetes/merge.yaml");
    for (Map<?, ?> job : List.of(shards, merge)) {
      assertThat(job.get("apiVersion")).isEqualTo("batch/v1");
      assertThat(job.get("kind")).isEqualTo("Job");
      assertThat(at(job, "spec", "template", "spec", "restartPolicy")).isEqualTo("Never");
      assertThat(mounts(job)).isSubsetOf(volumes(job)).isNotEmpty();
    }
    assertThat(at(shards, "spec", "completionMode")).isEqualTo("Indexed");
    int parts = (Integer) at(shards, "spec", "completions");
    for (int index = 0; index < parts; index++) {
      Map<String, String> pod =
          Map.of("JOB_COMPLETION_INDEX", Integer.toString(index), "CCICAN_SEED", "5eed");
      assertThat(run(command(shards), pod)).isZero();
    }
    assertThat(called()).extracting(words -> words.get(5)).containsExactly(shares(parts));
    assertThat(run(command(merge), Map.of("CCICAN_OUT", "p"))).isZero();
    assertThat(called().get(parts)).filteredOn(word -> word.startsWith("p/")).hasSize(parts);
  }

  @Test
  void gitlabRunsAsManyPartsAsItJoins() throws Exception {
    Map<?, ?> file = yaml("gitlab/ccican.gitlab-ci.yml");
    int parts = (Integer) at(file, "ccican-shard", "parallel");
    for (int index = 1; index <= parts; index++) {
      Map<String, String> job =
          Map.of(
              "CI_PIPELINE_IID", "123",
              "CI_NODE_INDEX", Integer.toString(index),
              "CI_NODE_TOTAL", Integer.toString(parts),
              "CCICAN_DEPLOY", DEPLOY.toString());
      assertThat(sh(lines(at(file, "ccican-shard", "script")), job)).isZero();
    }
    assertThat(called()).extracting(words -> words.get(5)).containsExactly(shares(parts));
    assertThat(called()).extracting(words -> words.get(3)).containsOnly("0123");
    assertThat(at(file, "ccican", "needs")).isEqualTo(List.of("ccican-shard"));
    Map<String, String> last = Map.of("CCICAN_DEPLOY", DEPLOY.toString());
    assertThat(sh(lines(at(file, "ccican", "script")), last)).isZero();
    assertThat(called().get(parts)).filteredOn(word -> word.startsWith("ccican-p")).hasSize(parts);
    assertThat(at(file, "ccican", "artifacts", "reports", "junit"))
        .isEqualTo(at(file, "variables", "CCICAN_REPORT") + "/junit.xml");
  }

  @Test
  void actionHandsOverItsInputs() throws Exception {
    Map<?, ?> action = yaml("github/action.yml");
    assertThat(at(action, "runs", "using")).isEqualTo("composite");
    Map<?, ?> step = (Map<?, ?>) ((List<?>) at(action, "runs", "steps")).get(0);
    assertThat(step.get("shell")).isEqualTo("sh");
    Map<?, ?> inputs = (Map<?, ?>) action.get("inputs");
    for (Object value : ((Map<?, ?>) step.get("env")).values()) {
      Matcher input = Pattern.compile("\\$\\{\\{ inputs\\.([a-z-]+) }}").matcher((String) value);
      assertThat(input.matches()).as("%s", value).isTrue();
      assertThat(inputs.containsKey(input.group(1))).as("%s", value).isTrue();
    }
    Map<String, String> env =
        Map.of("SUT", "s.yaml", "BASELINE", "", "TAGS", "@a or @b", "MIN_CHECKS", "1", "OUT", "o");
    assertThat(sh((String) step.get("run"), env)).isZero();
    assertThat(called().get(0)).contains("@a or @b").doesNotContain("--baseline");
  }

  @Test
  void jenkinsRunsWhatThereIs() throws Exception {
    String file = Files.readString(DEPLOY.resolve("jenkins/Jenkinsfile"));
    assertThat(file.chars().filter(c -> c == '{').count())
        .isEqualTo(file.chars().filter(c -> c == '}').count());
    Matcher steps = STEP.matcher(file);
    int count = 0;
    while (steps.find()) {
      assertThat(sh(steps.group(1), Map.of("CCICAN_SUT", "s.yaml"))).isZero();
      count++;
    }
    assertThat(called()).hasSize(count).isNotEmpty();
    assertThat(file).contains(called().get(0).get(called().get(0).size() - 1) + "/junit.xml");
  }

  @Test
  void containerStartsTheLauncher() throws IOException {
    String file = Files.readString(DEPLOY.resolve("Dockerfile"));
    assertThat(file.lines().filter(line -> !line.startsWith("#")))
        .allMatch(line -> line.matches("(ARG|FROM|COPY|RUN|USER|WORKDIR|ENTRYPOINT|CMD) .+"));
    assertThat(file)
        .contains("COPY . /opt/ccican/")
        .contains("ENTRYPOINT [\"/opt/ccican/ccican\"]")
        .contains("USER 65532:65532");
  }

  private static String[] shares(int parts) {
    return Stream.iterate(1, index -> index + 1)
        .limit(parts)
        .map(index -> index + "/" + parts)
        .toArray(String[]::new);
  }

  private static Map<?, ?> yaml(String name) throws IOException {
    Load load = new Load(LoadSettings.builder().build());
    return (Map<?, ?>) load.loadFromString(Files.readString(DEPLOY.resolve(name)));
  }

  private static Object at(Map<?, ?> map, String... path) {
    Object value = map;
    for (String name : path) {
      value = ((Map<?, ?>) value).get(name);
      assertThat(value).as(String.join(".", path)).isNotNull();
    }
    return value;
  }

  private static Map<?, ?> container(Map<?, ?> job) {
    return (Map<?, ?>) ((List<?>) at(job, "spec", "template", "spec", "containers")).get(0);
  }

  /** Its command, with the folder of the image in the place of the one here. */
  private static List<String> command(Map<?, ?> job) {
    return ((List<?>) container(job).get("command"))
        .stream()
            .map(word -> ((String) word).replace("/opt/ccican/deploy", DEPLOY.toString()))
            .toList();
  }

  private static List<Object> mounts(Map<?, ?> job) {
    return names((List<?>) container(job).get("volumeMounts"));
  }

  private static List<Object> volumes(Map<?, ?> job) {
    return names((List<?>) at(job, "spec", "template", "spec", "volumes"));
  }

  private static List<Object> names(List<?> list) {
    return list.stream().<Object>map(each -> ((Map<?, ?>) each).get("name")).toList();
  }

  private static String lines(Object script) {
    return String.join("\n", ((List<?>) script).stream().map(String.class::cast).toList());
  }

  private int sh(String script, Map<String, String> environment) throws Exception {
    return run(List.of("/bin/sh", "-e", "-c", script), environment);
  }

  private int run(List<String> command, Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> all = builder.environment();
    all.keySet().removeIf(name -> name.startsWith("CCICAN") || name.startsWith("CI_"));
    all.putAll(environment);
    all.put("CCICAN", ccican.toString());
    all.put("DEPLOY", DEPLOY.toString());
    Path said = folder.resolve("said");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("it hangs: " + Files.readString(said));
    }
    return process.exitValue();
  }

  /** What the launcher was called with, each of which the command line understands. */
  private List<List<String>> called() throws IOException {
    List<List<String>> calls = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("called"))) {
      if (line.equals(BREAK)) {
        calls.add(List.copyOf(words));
        words.clear();
      } else {
        words.add(line);
      }
    }
    for (List<String> call : calls) {
      commands().parseArgs(call.toArray(String[]::new));
    }
    return calls;
  }

  private static CommandLine commands() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return Main.commands(Services.ofProcess(nowhere, nowhere, InstantSource.system()));
  }

  private Path launcher(int exit) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("ccican"),
            String.join(
                "\n",
                Arrays.asList(
                    "#!/bin/sh",
                    "printf '%s\\n' \"$@\" " + BREAK + " >>'" + folder.resolve("called") + "'",
                    "exit " + exit,
                    "")));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
