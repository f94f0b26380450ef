package org.ccican.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every dial of every emulator, in every variant: refused by the check that claims it, by no
 * earlier one and for no second reason. {@code dials.tsv} says which check that is.
 */
class EveryDialTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Bytes REPORT_DATA = Crypto.sha512(Bytes.utf8("claims"));
  private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();
  private static final Formats FORMATS = new Formats(new Crypto());
  private static final Map<String, Expected> EXPECTED = expected();

  /**
   * A row of the table.
   *
   * @param then the check that refuses the dial when the first is broken; empty if none does
   */
  private record Expected(String check, String reason, String then) {}

  /** One kind of emulated machine of a format. */
  record Kind(String format, String variant) {}

  static Stream<Kind> kinds() {
    return FORMATS.ids().stream()
        .flatMap(id -> FORMATS.variants(id).stream().map(variant -> new Kind(id, variant)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindWithoutDefectIsAcceptedAndEveryCheckHasAResult(Kind kind) throws Rejected {
    Appraisal appraisal = appraise(kind, Optional.empty(), Checks.unbroken());
    assertThat(appraisal.firstFailure()).isEmpty();
    assertThat(appraisal.accepted()).isTrue();
    assertThat(appraisal.outcomes())
        .extracting(CheckOutcome::check)
        .containsExactlyElementsOf(FORMATS.appraiser(kind.format()).orElseThrow().checks());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyDialIsRefusedByItsCheckAndByNoEarlierOne(Kind kind) throws Rejected {
    SoftAssertions softly = new SoftAssertions();
    for (String dial : FORMATS.defects(kind.format(), kind.variant())) {
      Appraisal appraisal = appraise(kind, Optional.of(dial), Checks.unbroken());
      List<CheckOutcome> failures =
          appraisal.outcomes().stream()
              .filter(each -> each.status() == CheckOutcome.Status.FAILED)
              .toList();
      Expected expected = expected(kind, dial);
      softly
          .assertThat(failures)
          .as(kind + " " + dial)
          .extracting(each -> each.check() + " " + each.reason().orElseThrow().id())
          .containsExactly(expected.check() + " " + expected.reason());
      softly.assertThat(appraisal.accepted()).as(kind + " " + dial).isFalse();
    }
    softly.assertAll();
  }

  /** Whoever does not ask the rule takes what the dial spoils, or refuses it by a named other. */
  @ParameterizedTest
  @MethodSource("kinds")
  void noDialIsWrongInASecondWay(Kind kind) throws Rejected {
    SoftAssertions softly = new SoftAssertions();
    for (String dial : FORMATS.defects(kind.format(), kind.variant())) {
      Expected expected = expected(kind, dial);
      CheckPoint point = CATALOGUE.find(expected.check()).orElseThrow();
      if (point.kind() == CheckPoint.Kind.STRUCTURAL) {
        continue;
      }
      BrokenChecks broken = new BrokenChecks(point);
      Appraisal appraisal = appraise(kind, Optional.of(dial), broken);
      softly.assertThat(broken.reached()).as(kind + " " + dial).isPositive();
      softly
          .assertThat(appraisal.firstFailure().map(CheckOutcome::check).orElse(""))
          .as(kind + " " + dial)
          .isEqualTo(expected.then());
    }
    softly.assertAll();
  }

  @Test
  void theTableHasNoRowOfADialThatIsGone() {
    Set<String> used = new HashSet<>();
    kinds()
        .forEach(
            kind ->
                FORMATS
                    .defects(kind.format(), kind.variant())
                    .forEach(dial -> used.add(key(kind, dial))));
    assertThat(used).isEqualTo(EXPECTED.keySet());
  }

  private static Expected expected(Kind kind, String dial) {
    Expected expected = EXPECTED.get(key(kind, dial));
    assertThat(expected).as("row of " + kind + " " + dial).isNotNull();
    return expected;
  }

  /** The row of the variant where it has one of its own. */
  private static String key(Kind kind, String dial) {
    String own = kind.format() + " " + kind.variant() + " " + dial;
    return EXPECTED.containsKey(own) ? own : kind.format() + " - " + dial;
  }

  private static Appraisal appraise(Kind kind, Optional<String> dial, Checks checks)
      throws Rejected {
    LaunchedEnvironment guest =
        FORMATS
            .emulator(
                kind.format(),
                new Formats.Machine(Bytes.utf8("seed"), FROM, Optional.of(kind.variant()), dial))
            .orElseThrow()
            .launch(Bytes.utf8("an agent"));
    return FORMATS
        .appraiser(kind.format())
        .orElseThrow()
        .appraise(
            new AppraisalInput(
                guest.evidence(REPORT_DATA),
                guest.endorsements(),
                List.of(),
                FORMATS.emulatedAnchors(kind.format()).orElseThrow(),
                FROM.plusSeconds(1),
                Optional.of(Set.of(guest.measurement())),
                Optional.of(REPORT_DATA),
                guest.registerLog(),
                AppraisalPolicy.standard()),
            checks);
  }

  /** Format, variants or a dash for all others, dial, check, reason, second check or a dash. */
  private static Map<String, Expected> expected() {
    Map<String, Expected> rows = new LinkedHashMap<>();
    for (String line : lines()) {
      String[] cells = line.split("\t");
      String then = cells[5].equals("-") ? "" : cells[5];
      for (String variant : cells[1].split(",")) {
        Expected before =
            rows.put(
                cells[0] + " " + variant + " " + cells[2], new Expected(cells[3], cells[4], then));
        assertThat(before).as(line).isNull();
      }
    }
    return rows;
  }

  private static List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(EveryDialTest.class.getResourceAsStream("dials.tsv")),
                StandardCharsets.UTF_8))) {
      return new ArrayList<>(reader.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
