package org.ccican.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccican.conformance.requirement.Level;
import org.ccican.conformance.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {

  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>");
  private static final List<String> VOID = List.of("meta", "input", "rect");

  static List<RunReport> runs() {
    return ReportFilesTest.runs();
  }

  @Test
  void opensWithTheVerdictAndItsDenominator() {
    String html = HtmlReport.render(SampleRuns.failed());
    assertThat(html)
        .contains("<h1>The suite itself went wrong, and 2 requirements failed</h1>")
        .contains("3 of 9 applicable and testable requirements passed; 2 failed (1 should or may)");
  }

  @Test
  void tellsWhatFailedBeforeAnythingElse() {
    String html = HtmlReport.render(SampleRuns.failed());
    assertThat(html)
        .containsSubsequence(
            "What needs attention</h2>",
            "PROV-02</a></h3>",
            "PROV-02.2</b>",
            "Expected</dt><dd><bdi>no Update follows the response",
            "Actual</dt><dd><bdi>an Update was sent, at message 14",
            "./ccican run --seed 5eed0001 --tags @req-PROV-02",
            "What was tested</h2>",
            "Requirements</h2>",
            "No scenario, and why</h2>",
            "No scenario: building the middleware from source",
            "Scenarios that need no attention</h2>",
            "PROV-02.1</b>",
            "How to run it again</h2>",
            "./ccican run --seed 5eed0001</code>");
  }

  @Test
  void showsWhoSaidWhatToWhomAndWhatBecameOfIt() {
    String html = HtmlReport.render(SampleRuns.failed());
    assertThat(html)
        .contains("<b>tam</b> → <b>teep-broker</b>")
        .contains("request teep</span> <span class=\"size\">59 octets</span>")
        .contains("response teep 204")
        .contains("altered on the way: broker.flip-bit")
        .contains("Sent, from octet 9</dt><dd>31</dd>")
        .contains("Delivered instead</dt><dd>30</dd>")
        .contains("made by the suite")
        .contains("0000  64 32 38 34 34 33 61 31  d28443a1");
  }

  @Test
  void marksTheMessageThatWasNotAsExpected() {
    ScenarioResult sample = SampleRuns.scenario("X-01.1", "X-01", Outcome.FAILED);
    ScenarioResult naming =
        new ScenarioResult(
            "X-01.1",
            sample.name(),
            sample.feature(),
            "X-01",
            false,
            "",
            Outcome.FAILED,
            "",
            "no Update",
            "message 4 is an Update",
            Blamed.nobody(),
            1,
            List.of(),
            sample.messages());
    String html =
        HtmlReport.render(
            SampleRuns.run(
                "",
                1,
                "",
                List.of(
                    SampleRuns.requirement("X-01", Level.MUST, "d", "1", "tam", Outcome.FAILED, 1)),
                List.of(naming)));
    assertThat(count(html, "named above")).isEqualTo(1);
    assertThat(html)
        .containsSubsequence(
            "<span class=\"no\">3</span>",
            "forth named",
            "<span class=\"no\">4</span>",
            "named above",
            "<span class=\"no\">5</span>");
  }

  @Test
  void callsEvidenceEmulatedWhereverMessagesAre() {
    String html = HtmlReport.render(SampleRuns.failed());
    assertThat(html).contains("Evidence: emulated.").contains("no processor took part");
    assertThat(count(html, "<ol class=\"messages\">"))
        .isEqualTo(SampleRuns.failed().scenarios().size())
        .isEqualTo(count(html, "evidence in them is emulated"));
  }

  @Test
  void callsNothingEmulatedThatIsNot() {
    RunReport run = SampleRuns.passed();
    RunReport onHardware =
        RunReport.of(
            run.suiteVersion(),
            run.catalogue(),
            run.seed(),
            run.started(),
            run.instant(),
            run.java(),
            "",
            new RunReport.Target("a product", "teep-26", List.of("tam"), false, List.of()),
            run.reproduction(),
            0,
            run.gate(),
            run.requirements(),
            run.scenarios(),
            run.readings());
    assertThat(HtmlReport.render(onHardware)).doesNotContainIgnoringCase("emulated");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void claimsNoLostStep(RunReport run) {
    assertThat(HtmlReport.render(run))
        .contains("the text after step (3) is lost in every known copy, so no later step is");
  }

  @Test
  void showsTheReadingsThatWereSeenAndNoOthers() {
    assertThat(HtmlReport.render(SampleRuns.passed()))
        .contains("May a token come again?")
        .doesNotContain("Empty lists?");
  }

  @Test
  void neverLooksGoodWhenIncompleteOrEmpty() {
    assertThat(HtmlReport.render(SampleRuns.passed())).contains("class=\"verdict good\"");
    assertThat(HtmlReport.render(SampleRuns.incomplete()))
        .contains("class=\"verdict open\"")
        .contains("Incomplete run: nothing failed so far</h1>")
        .contains("closed its port after 2 of 11 scenarios");
    assertThat(HtmlReport.render(SampleRuns.empty()))
        .contains("class=\"verdict open\"")
        .contains("Nothing was measured</h1>");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void isOneFileThatLoadsNothing(RunReport run) {
    String html = HtmlReport.render(run);
    List<String> open = new ArrayList<>();
    Matcher tags = TAG.matcher(withoutStyleAndScript(html));
    while (tags.find()) {
      String name = tags.group(2);
      String attributes = tags.group(3);
      assertThat(name)
          .isNotIn("img", "script", "link", "iframe", "object", "embed", "base", "form", "image");
      assertThat(attributes)
          .doesNotContainPattern("(?i)\\b(src|style|srcset|data|action|on[a-z]+)\\s*=")
          .doesNotContainPattern("href=\"[^#]");
      if (!tags.group(1).isEmpty()) {
        assertThat(open.remove(open.size() - 1)).isEqualTo(name);
      } else if (!VOID.contains(name) || name.equals("rect")) {
        open.add(name);
      }
    }
    assertThat(open).isEmpty();
    assertThat(html).doesNotContain("http:").doesNotContain("https:");
  }

  @Test
  void rendersNothingThatATargetSentAsMarkup() {
    String html = HtmlReport.render(SampleRuns.hostile());
    assertThat(html)
        .contains(
            "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&lt;!-- ]]&gt; ${7*7} &lt;#list&gt;")
        .contains("&amp;amp; &quot; &#39; ⟨U+0000⟩⟨U+001B⟩[31m⟨U+0008⟩⟨U+FFFE⟩ ⟨U+202E⟩")
        .doesNotContain("<img")
        .doesNotContain("\u0000")
        .doesNotContain("\u001b")
        .doesNotContain("\u202e");
    assertThat(count(html, "<script")).isEqualTo(1);
    assertThat(count(html, "</script")).isEqualTo(1);
  }

  @Test
  void namesItsStyleAndScriptByTheirHashes() throws Exception {
    String html = HtmlReport.render(SampleRuns.passed());
    String policy = between(html, "Content-Security-Policy\" content=\"", "\">");
    assertThat(policy.replace("&#39;", "'"))
        .isEqualTo(
            "default-src 'none'; style-src '"
                + hash(between(html, "<style>", "</style>"))
                + "'; script-src '"
                + hash(between(html, "<script>", "</script>"))
                + "'; base-uri 'none'; form-action 'none'");
  }

  @ParameterizedTest
  @EnumSource(names = {"PASSED", "FAILED"})
  void staysSmallWithAHundredScenarios(Outcome outcome) {
    String html = HtmlReport.render(SampleRuns.large(100, outcome));
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3_000_000);
    assertThat(html).contains("the octets that were left out here to keep the page small");
    assertThat(count(html, "<ol class=\"messages\">")).isEqualTo(100);
  }

  @Test
  void staysSmallWhenEveryTextIsLong() {
    String word = "w".repeat(20_000);
    List<MessageLine> none = List.of();
    List<RequirementResult> requirements = new ArrayList<>();
    List<ScenarioResult> scenarios = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      requirements.add(
          new RequirementResult(
              "R-" + i,
              Level.MUST,
              word,
              word,
              List.of(word),
              word,
              Outcome.FAILED,
              List.of("R-" + i + ".1"),
              1,
              ""));
      ScenarioResult.Expectation expectation =
          new ScenarioResult.Expectation(word, Outcome.FAILED, word, word + i, word);
      scenarios.add(
          new ScenarioResult(
              "R-" + i + ".1",
              word,
              word,
              "R-" + i,
              false,
              "",
              Outcome.FAILED,
              word,
              word,
              word,
              Blamed.nobody(),
              0,
              List.of(expectation, expectation, expectation, expectation),
              none));
    }
    String html = HtmlReport.render(SampleRuns.run("", 1, "", requirements, scenarios));
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3_000_000);
  }

  private static String withoutStyleAndScript(String html) {
    return html.replaceFirst("(?s)<style>.*?</style>", "")
        .replaceFirst("(?s)<script>.*?</script>", "");
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  private static String hash(String text) throws Exception {
    return "sha256-"
        + Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
