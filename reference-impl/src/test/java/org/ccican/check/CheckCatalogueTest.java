package org.ccican.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of checks against the calls in the sources, both ways. */
class CheckCatalogueTest {

  private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final String NAME =
      "(?:" + String.join("|", CheckCatalogue.AREAS) + ")(?:\\.[a-z0-9-]+)+";
  private static final Pattern FILE = Pattern.compile(".*\\.(pem|der|json|yaml|tsv|html|txt|xml)");

  private static final Pattern HELD = Pattern.compile("\\bholds\\s*\\(\\s*" + STRING);
  private static final Pattern BROKEN =
      Pattern.compile(
          "\\b(?:holds\\s*\\(|unless\\s*\\(\\s*[\\w.]+(?:\\(\\))?\\s*,)\\s*"
              + STRING
              + "\\s*,\\s*false\\b");

  /** A rule that is asked: it can be answered wrongly from outside. */
  private static final List<Pattern> ASKED =
      List.of(
          Pattern.compile("\\bunless\\s*\\(\\s*[\\w.]+(?:\\(\\))?\\s*,\\s*" + STRING),
          HELD,
          Pattern.compile("\\bkeeps\\s*\\(\\s*" + STRING));

  /** A refusal that nobody is asked about. */
  private static final Pattern THROWN =
      Pattern.compile("\\bnew\\s+Rejected\\s*\\(\\s*[\\w.]+(?:\\(\\))?\\s*,\\s*" + STRING);

  private static final Pattern KEPT = Pattern.compile("\\bkeeps\\s*\\(\\s*" + STRING);
  private static final Pattern ANY = Pattern.compile(STRING);

  private final CheckCatalogue catalogue = CheckCatalogue.load();
  private final String sources = sources();

  @Test
  void namesEveryRuleThatTheSourcesAskAbout() {
    Set<String> asked = new TreeSet<>();
    ASKED.forEach(pattern -> asked.addAll(found(pattern)));

    assertThat(asked).isNotEmpty();
    for (String name : asked) {
      assertThat(catalogue.find(name).map(CheckPoint::kind))
          .as("kind of %s, which can be broken", name)
          .isPresent()
          .isNotEqualTo(Optional.of(CheckPoint.Kind.STRUCTURAL));
    }
  }

  @Test
  void callsStructuralWhatIsThrownWithoutAsking() {
    assertThat(found(THROWN)).isNotEmpty();
    for (String name : found(THROWN)) {
      assertThat(catalogue.find(name).map(CheckPoint::kind))
          .as("kind of %s, which cannot be broken", name)
          .contains(CheckPoint.Kind.STRUCTURAL);
    }
  }

  @Test
  void callsADutyWhatIsKept() {
    for (String name : found(KEPT)) {
      assertThat(catalogue.find(name).map(CheckPoint::kind))
          .as("kind of %s", name)
          .contains(CheckPoint.Kind.DUTY);
    }
  }

  /** Where a rule is asked and nothing thrown at once, no reason is named. */
  @Test
  void callsSilentTheGuardsWhoseRefusalNamesNoReason() {
    Map<String, Integer> held = counted(HELD);
    Map<String, Integer> named = counted(ANY);
    for (CheckPoint point : catalogue.all()) {
      if (point.kind() == CheckPoint.Kind.GUARD) {
        assertThat(point.is(CheckPoint.Trait.SILENT))
            .as("whether a refusal by %s names no reason", point.name())
            .isEqualTo(held.getOrDefault(point.name(), 0).equals(named.get(point.name())));
      }
    }
  }

  @Test
  void callsBreachedTheGuardsThatAreAskedOnlyOfWhatBreaksThem() {
    Map<String, Integer> broken = counted(BROKEN);
    Map<String, Integer> asked = new TreeMap<>();
    ASKED.forEach(each -> counted(each).forEach((name, n) -> asked.merge(name, n, Integer::sum)));
    assertThat(broken).isNotEmpty();
    for (CheckPoint point : catalogue.all()) {
      assertThat(point.is(CheckPoint.Trait.BREACHED))
          .as("whether %s is asked only of what breaks it", point.name())
          .isEqualTo(
              broken.containsKey(point.name())
                  && broken.get(point.name()).equals(asked.get(point.name())));
    }
  }

  @Test
  void listsNoRuleThatTheSourcesDoNotName() {
    Set<String> listed = new TreeSet<>();
    catalogue.all().forEach(point -> listed.add(point.name()));
    Set<String> named = found(ANY);

    assertThat(named).containsAll(listed);
  }

  @Test
  void listsEveryNameOfARuleThatTheSourcesHold() {
    for (String text : found(ANY)) {
      if (text.matches(NAME) && !FILE.matcher(text).matches()) {
        assertThat(catalogue.find(text)).as("the rule %s", text).isPresent();
      }
    }
  }

  @Test
  void saysWhereEachRuleComesFromAndWhatItIs() {
    for (CheckPoint point : catalogue.all()) {
      assertThat(point.name()).matches(NAME);
      assertThat(point.spec()).as(point.name()).isNotBlank();
      assertThat(point.statement()).as(point.name()).isNotBlank().doesNotEndWith(".");
    }
  }

  @Test
  void breaksOneRuleAloneAndCountsHowOftenItWasReached() {
    BrokenChecks guard = new BrokenChecks(point("cbor.trailing", CheckPoint.Kind.GUARD));
    BrokenChecks duty = new BrokenChecks(point("tam.x", CheckPoint.Kind.DUTY));

    assertThat(guard.holds("cbor.trailing", false)).isTrue();
    assertThat(guard.holds("cbor.utf8", false)).isFalse();
    assertThat(guard.reached()).isEqualTo(1);
    assertThat(duty.keeps("tam.x")).isFalse();
    assertThat(duty.keeps("tam.y")).isTrue();
    assertThatThrownBy(() -> new BrokenChecks(point("cbor.x", CheckPoint.Kind.STRUCTURAL)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsCodeWithoutItsComments() {
    String code = "a(\"x//y\"); // \"gone\"\n/* \"gone\" */ b('\"', \"z\\\"\");";

    assertThat(withoutComments(code)).doesNotContain("gone").contains("x//y").contains("z\\\"");
  }

  private Set<String> found(Pattern pattern) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(sources);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private Map<String, Integer> counted(Pattern pattern) {
    Map<String, Integer> counts = new TreeMap<>();
    Matcher matcher = pattern.matcher(sources);
    while (matcher.find()) {
      counts.merge(matcher.group(1), 1, Integer::sum);
    }
    return counts;
  }

  private static CheckPoint point(String name, CheckPoint.Kind kind) {
    return new CheckPoint(name, kind, "spec", "statement");
  }

  private static String sources() {
    Path root = Path.of(System.getProperty("ccican.root", ".."), "reference-impl/src/main/java");
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        all.append(withoutComments(Files.readString(file))).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  private static String withoutComments(String code) {
    Pattern token = Pattern.compile(STRING + "|'(?:[^'\\\\]|\\\\.)+'|/\\*[\\s\\S]*?\\*/|//[^\\n]*");
    return token
        .matcher(code)
        .replaceAll(
            found ->
                found.group().startsWith("/") || found.group().startsWith("'")
                    ? " "
                    : Matcher.quoteReplacement(found.group()));
  }
}
