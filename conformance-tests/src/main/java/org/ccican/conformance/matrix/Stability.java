package org.ccican.conformance.matrix;

import io.cucumber.tagexpressions.Expression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccican.check.Checks;
import org.ccican.conformance.suite.Equipment;
import org.ccican.conformance.suite.SuiteRun;
import org.ccican.conformance.suite.Terms;
import org.ccican.conformance.sut.Target;
import org.ccican.conformance.verdict.RunJudgement;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/**
 * The same run again and again, in another order each time, with another seed, another number of
 * scenarios side by side, roles that take another time over each decision in every second run, in
 * another time zone and another language: none of it may change a verdict.
 */
public final class Stability {

  private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int SEED_SIZE = 16;
  private static final int MOST_HESITATION = 40;

  /** Numbers, letters and calendars that differ from ours in every way that Java knows. */
  private static final List<String> LANGUAGES =
      List.of(
          "en-US", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "ja-JP", "de-DE", "lt-LT");

  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Pacific/Kiritimati",
          "America/St_Johns",
          "Asia/Kathmandu",
          "Pacific/Marquesas",
          "Australia/Lord_Howe");

  /**
   * What differs between two runs.
   *
   * @param order the seed of the order of the scenarios
   * @param hesitation turns of the longest delay before a decision of a role
   */
  public record Setting(
      Bytes seed, long order, int threads, int hesitation, String language, String zone) {}

  /** Told of each run when it is over. */
  public interface Observer {

    void ended(int run, Setting setting, RunJudgement judgement);
  }

  private final Equipment equipment;
  private final String version;
  private final Expression tags;
  private final Checks checks;
  private final InstantSource clock;

  /**
   * @param checks of the reference that is run
   * @param clock stamps the logs; nothing depends on it
   */
  public Stability(
      Equipment equipment, String version, Expression tags, Checks checks, InstantSource clock) {
    this.equipment = equipment;
    this.version = version;
    this.tags = tags;
    this.checks = checks;
    this.clock = clock;
  }

  /** The settings of so many runs; the same number gives the same ones, and more begin the same. */
  public static List<Setting> settings(int runs) {
    Random random = new Random(1);
    return java.util.stream.IntStream.range(0, runs)
        .mapToObj(
            run -> {
              byte[] seed = new byte[SEED_SIZE];
              random.nextBytes(seed);
              return new Setting(
                  Bytes.of(seed),
                  random.nextLong(),
                  1 + random.nextInt(8),
                  run % 2 * (1 + random.nextInt(MOST_HESITATION)),
                  LANGUAGES.get(run % LANGUAGES.size()),
                  ZONES.get(run % ZONES.size()));
            })
        .toList();
  }

  /**
   * Runs everything as often as there are settings. Language and time zone of the process are
   * changed meanwhile, and set back.
   *
   * @return the scenarios with more than one outcome, and these
   * @throws IOException if a log cannot be written
   */
  public SortedMap<String, SortedSet<String>> unstable(
      List<Setting> settings, Path folder, Observer observer) throws IOException {
    Files.createDirectories(folder);
    SortedMap<String, SortedSet<String>> outcomes = new TreeMap<>();
    for (int run = 0; run < settings.size(); run++) {
      Setting setting = settings.get(run);
      RunJudgement judgement = judged(setting, folder);
      judgement
          .scenarios()
          .forEach(
              each ->
                  outcomes
                      .computeIfAbsent(each.id(), any -> new TreeSet<>())
                      .add(each.outcome().id()));
      observer.ended(run + 1, setting, judgement);
    }
    SortedMap<String, SortedSet<String>> unstable = new TreeMap<>(outcomes);
    unstable.values().removeIf(each -> each.size() == 1);
    return unstable;
  }

  private RunJudgement judged(Setting setting, Path folder) throws IOException {
    Locale language = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Path logs = Files.createTempDirectory(folder, "run");
    try {
      Locale.setDefault(Locale.forLanguageTag(setting.language()));
      TimeZone.setDefault(TimeZone.getTimeZone(setting.zone()));
      return new SuiteRun(equipment.inOrder(setting.order()), plan(setting), clock)
          .judged(logs, new Silent());
    } finally {
      Locale.setDefault(language);
      TimeZone.setDefault(zone);
      Folders.remove(logs);
    }
  }

  private SuiteRun.Plan plan(Setting setting) {
    return new SuiteRun.Plan(
        version,
        Target.reference(WireRevision.TEEP_26),
        tags,
        "",
        setting.seed(),
        START,
        setting.hesitation() == 0
            ? checks
            : new Hesitant(checks, setting.order(), setting.hesitation()),
        List.of(),
        setting.threads(),
        false,
        Terms.all(),
        TIMEOUT);
  }

  private record Silent() implements SuiteRun.Observer {

    @Override
    public void begins(int scenarios) {}

    @Override
    public void ended(String id, String name, String outcome) {}
  }
}
