package org.ccican;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.Appraiser;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.ccican.reject.Reason;
import org.ccican.vector.TestVector;
import org.ccican.vector.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector of Entity Attestation Tokens through the appraiser, and with each check broken. */
class EatVectorsTest {

  private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();

  /**
   * Vectors whose one change meets a second rule where the first one is not asked, since what it is
   * about cannot be read then, or is missing.
   */
  private static final Set<String> TWO_RULES =
      Set.of(
          "eat.container.cwt-tag-alone",
          "eat.container.unknown-tag",
          "eat.header.alg-of-another-curve",
          "eat.json.none",
          "eat.json.older-nonce",
          "eat.json.label",
          "eat.json.constrained",
          "eat.measurements.bare",
          "eat.profile.number",
          "eat.selector.digest",
          "eat.selector.unknown",
          "eat.nested.untagged",
          "eat.bundle.in-bundle",
          "eat.bundle.unsigned",
          "eat.constrained.mac",
          "eat.nonce.missing",
          "eat.exp.text");

  /**
   * What no vector can break alone: without oemid or hwmodel the claims that depend on them are
   * alone as well, and a reader that is only asked about its own profile sees no other.
   */
  private static final Set<String> WITHOUT_VECTOR =
      Set.of("eat.hwmodel", "eat.oemid", "eat.profile");

  private final Appraiser appraiser = new Formats(new Crypto()).appraiser("eat").orElseThrow();

  static Stream<TestVector> vectors() {
    return Vectors.load("eat").all().stream();
  }

  static Stream<TestVector> breakable() {
    return vectors()
        .filter(each -> each.check().isPresent())
        .filter(each -> point(each).kind() != CheckPoint.Kind.STRUCTURAL);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void givesVerdictAndReasonOfVector(TestVector vector) {
    Appraisal appraisal = appraise(vector, Checks.unbroken());
    Optional<CheckOutcome> failure = appraisal.firstFailure();
    assertThat(failure.map(CheckOutcome::check))
        .as("%s %s", vector.id(), failure)
        .isEqualTo(vector.check());
    Optional<Reason> reason = failure.flatMap(CheckOutcome::reason);
    assertThat(reason.map(Reason::id)).as(vector.id()).isEqualTo(vector.expect().reason());
    assertThat(reason.map(each -> each.phase().name().toLowerCase(Locale.ROOT)))
        .isEqualTo(vector.expect().phase());
    assertThat(appraisal.accepted()).isEqualTo(vector.accepted());
  }

  @ParameterizedTest
  @MethodSource("breakable")
  void vectorTellsWhenItsCheckIsBrokenAndHidesNoSecondDefect(TestVector vector) {
    BrokenChecks broken = new BrokenChecks(point(vector));
    Appraisal appraisal = appraise(vector, broken);
    assertThat(broken.reached()).isPositive();
    if (TWO_RULES.contains(vector.id())) {
      assertThat(appraisal.firstFailure().map(CheckOutcome::check))
          .as(vector.id())
          .isNotEqualTo(vector.check());
    } else {
      assertThat(appraisal.firstFailure()).as(vector.id()).isEmpty();
      assertThat(appraisal.accepted()).isTrue();
    }
  }

  @Test
  void everyRuleOfTokensHasAVector() {
    Set<String> rules =
        CATALOGUE.all().stream()
            .filter(each -> each.kind() == CheckPoint.Kind.GUARD)
            .map(CheckPoint::name)
            .filter(each -> each.startsWith("eat.") && !WITHOUT_VECTOR.contains(each))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named =
        breakable()
            .flatMap(each -> each.check().stream())
            .filter(each -> each.startsWith("eat."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(rules);
  }

  @Test
  void thereAreEnoughVectorsAndNoneIsThereTwice() {
    List<TestVector> all = vectors().toList();
    assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    assertThat(all)
        .extracting(each -> List.of(each.input(), each.time(), each.expected(), each.policy()))
        .doesNotHaveDuplicates();
  }

  private Appraisal appraise(TestVector vector, Checks checks) {
    return new VectorAppraisal(appraiser).appraise(vector, checks);
  }

  private static CheckPoint point(TestVector vector) {
    return CATALOGUE.find(vector.check().orElseThrow()).orElseThrow();
  }
}
