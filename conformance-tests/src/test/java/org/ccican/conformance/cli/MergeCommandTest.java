package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {

  private static final String TAGS = "@req-TEEP-01 or @req-TEEP-09 or @req-PROV-02";

  @TempDir private Path folder;

  @Test
  void givesTheReportOfTheRunInOnePiece() throws IOException {
    part("1/2", "one");
    part("2/2", "two");
    assertThat(Commands.run(run("whole")).exit()).isZero();
    Commands.Ended merged =
        Commands.run("report", "merge", "--out", at("merged"), at("two"), at("one"));
    assertThat(merged.exit()).as(merged.err()).isZero();
    assertThat(settled("merged")).isEqualTo(settled("whole"));
    assertThat(Commands.run("judge", at("merged") + "/events.jsonl").exit()).isZero();
  }

  @Test
  void namesThePartThatIsMissing() throws IOException {
    part("1/3", "one");
    part("3/3", "three");
    Commands.Ended merged =
        Commands.run("report", "merge", "--out", at("merged"), at("three"), at("one"));
    assertThat(merged.exit()).isEqualTo(2);
    assertThat(merged.complaint()).contains("of 3 parts these are missing: 2");
    assertThat(Files.exists(folder.resolve("merged"))).isFalse();
  }

  @Test
  void refusesPartsOfOtherRuns() throws IOException {
    part("1/2", "one");
    part("1/2", "again");
    assertThat(complaint("one", "again")).contains("is part 1/2, as");
    changed("one", "two", "\"shard\":\"1/2\"", "\"shard\":\"2/2\"");
    changed("two", "seed", "\"seed\":\"0a\"", "\"seed\":\"0b\"");
    assertThat(complaint("one", "seed")).contains("has the seed \"0b\"").contains("\"0a\"");
    changed("two", "older", "\"catalogue\":\"2\"", "\"catalogue\":\"1\"");
    assertThat(complaint("one", "older")).contains("has the catalogue \"1\"");
    changed("two", "whole", "\"shard\":\"2/2\"", "\"shard\":\"\"");
    assertThat(complaint("one", "whole")).contains("is no part of a run");
    changed("two", "three", "\"shard\":\"2/2\"", "\"shard\":\"2/3\"");
    assertThat(complaint("one", "three")).contains("is part 2/3, the first one is of a run in 2");
  }

  @Test
  void doesNotChooseBetweenTwoVerdicts() throws IOException {
    part("1/2", "one");
    changed("one", "two", "\"shard\":\"1/2\"", "\"shard\":\"2/2\"");
    // The same scenarios, of which one did not end in one of the parts.
    Path log = folder.resolve("two/events.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(log));
    int end = 0;
    while (!lines.get(end).contains("\"kind\":\"scenario-end\"")) {
      end++;
    }
    lines.remove(end);
    Files.write(log, lines);
    Commands.Ended merged =
        Commands.run("report", "merge", "--out", at("merged"), at("one"), at("two"));
    assertThat(merged.exit()).isEqualTo(3);
    assertThat(merged.out()).contains("two verdicts: passed in part 1, inconclusive in part 2");
  }

  @Test
  void wantsOneSeedForAllParts() {
    Commands.Ended ended = Commands.run("run", "--shard", "1/2", "--out", at("none"));
    assertThat(ended.exit()).isEqualTo(64);
    assertThat(ended.complaint()).contains("--seed");
  }

  private String complaint(String... parts) {
    List<String> words = new ArrayList<>(List.of("report", "merge", "--out", at("merged")));
    for (String part : parts) {
      words.add(at(part));
    }
    Commands.Ended ended = Commands.run(words.toArray(String[]::new));
    assertThat(ended.exit()).isEqualTo(2);
    return ended.complaint();
  }

  private void changed(String from, String to, String old, String other) throws IOException {
    Files.createDirectories(folder.resolve(to));
    Files.writeString(
        folder.resolve(to).resolve("events.jsonl"),
        Files.readString(folder.resolve(from).resolve("events.jsonl")).replace(old, other));
  }

  private void part(String shard, String name) {
    List<String> words = new ArrayList<>(List.of(run(name)));
    words.addAll(List.of("--shard", shard));
    assertThat(Commands.run(words.toArray(String[]::new)).exit()).isZero();
  }

  private String[] run(String name) {
    return new String[] {"run", "--quiet", "--seed", "0a", "--tags", TAGS, "--out", at(name)};
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  /** The report without what differs from run to run: times and, in messages, ports. */
  private JsonNode settled(String name) throws IOException {
    ObjectNode report = (ObjectNode) Commands.report(folder.resolve(name));
    report.remove("started");
    for (JsonNode scenario : report.path("scenarios")) {
      ((ObjectNode) scenario).remove("millis");
      for (JsonNode message : scenario.path("messages")) {
        ((ObjectNode) message).remove(List.of("excerpt", "size", "changes"));
      }
    }
    return report;
  }
}
