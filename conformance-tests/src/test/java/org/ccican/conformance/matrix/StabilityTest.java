package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.tagexpressions.TagExpressionParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.conformance.suite.Equipment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StabilityTest {

  private static final Equipment EQUIPMENT = Equipment.load();

  @TempDir Path folder;

  @Test
  void settingsDifferInEverything() {
    List<Stability.Setting> settings = Stability.settings(20);
    assertThat(settings).doesNotHaveDuplicates().hasSize(20);
    assertThat(settings.subList(0, 5)).isEqualTo(Stability.settings(5));
    assertThat(settings).extracting(Stability.Setting::seed).doesNotHaveDuplicates();
    assertThat(settings.stream().map(Stability.Setting::threads).distinct().count())
        .isGreaterThan(3);
    assertThat(settings)
        .allMatch(each -> TimeZone.getTimeZone(each.zone()).getID().equals(each.zone()));
  }

  @Test
  void referenceHasOneVerdictAndTheProcessIsAsBefore() throws Exception {
    Locale language = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<Integer> runs = new ArrayList<>();

    assertThat(
            stability(Checks.unbroken())
                .unstable(
                    Stability.settings(3),
                    folder,
                    (run, setting, judgement) -> runs.add(judgement.scenarios().size())))
        .isEmpty();

    assertThat(runs).hasSize(3).allMatch(scenarios -> scenarios > 0);
    assertThat(Locale.getDefault()).isEqualTo(language);
    assertThat(TimeZone.getDefault()).isEqualTo(zone);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void namesAScenarioThatTurnsOutOneWayAndTheOther() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Checks fickle =
        (name, condition) ->
            name.equals("moc.grant.only-placed")
                ? condition || asked.getAndIncrement() % 2 == 0
                : condition;

    assertThat(
            stability(fickle)
                .unstable(Stability.settings(2), folder, (run, setting, judgement) -> {}))
        .containsOnlyKeys("PROV-01.3");
  }

  private static Stability stability(Checks checks) {
    return new Stability(
        EQUIPMENT,
        "test",
        TagExpressionParser.parse("@req-PROV-01"),
        checks,
        InstantSource.system());
  }
}
