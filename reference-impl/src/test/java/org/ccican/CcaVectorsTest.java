package org.ccican;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Every vector of CCA tokens through the appraiser, and with each check broken. */
class CcaVectorsTest {

  private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();

  /**
   * What no vector can break alone: sizes that would make files of tens of thousands of octets,
   * short heads, which the draft does not ask for, and the shape of a chain in the token, which is
   * refused before it is looked at.
   */
  private static final Set<String> WITHOUT_VECTOR =
      Set.of(
          "cbor.limit.octets",
          "cbor.limit.string",
          "cbor.limit.keys",
          "cbor.shortest",
          "arm.key.chain");

  /** Vectors that a second check refuses as well, by that check. */
  private static final Map<String, String> SECOND_LINE =
      Map.ofEntries(
          Map.entry("cca.envelope.detached-bundle", "arm.token.shape"),
          Map.entry("cca.algorithm.platform-eddsa", "cca.platform.key"),
          Map.entry("cca.algorithm.realm-eddsa", "cca.realm.key"),
          Map.entry("cca.key.of-another-kind", "cca.platform.signature"),
          Map.entry("cca.signature.realm-key-of-another-kind", "cca.realm.signature"),
          Map.entry("cca.nonce.missing", "cca.binder.hash"),
          Map.entry("cca.nonce.short", "cca.binder.hash"),
          Map.entry("cca.nonce.long", "cca.binder.hash"),
          Map.entry("cca.lifecycle.missing", "cca.lifecycle.trusted"),
          Map.entry("cca.lifecycle.undefined", "cca.lifecycle.trusted"),
          Map.entry("cca.lifecycle.above", "cca.lifecycle.trusted"),
          Map.entry("cca.realm-key.legacy-off-curve", "cca.realm.signature"),
          Map.entry("cca.realm-key.off-curve", "cca.realm.signature"),
          Map.entry("cca.challenge.missing", "cca.challenge.expected"),
          Map.entry("cca.challenge.short", "cca.challenge.expected"),
          Map.entry("cca.challenge.long", "cca.challenge.expected"),
          Map.entry("cca.initial.missing", "cca.rim.reference"),
          Map.entry("cca.initial.short", "cca.rim.reference"),
          Map.entry("cca.initial.long", "cca.rim.reference"));

  private final Appraiser appraiser = new Formats(new Crypto()).appraiser("cca").orElseThrow();
  private final VectorAppraisal vectors = new VectorAppraisal(appraiser);

  static Stream<TestVector> vectors() {
    return Vectors.load("cca").all().stream();
  }

  static Stream<TestVector> breakable() {
    return vectors()
        .filter(each -> each.check().isPresent())
        .filter(each -> point(each).kind() != CheckPoint.Kind.STRUCTURAL);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void givesVerdictAndReasonOfVector(TestVector vector) {
    Appraisal appraisal = vectors.appraise(vector, Checks.unbroken());
    Optional<CheckOutcome> failure = appraisal.firstFailure();
    assertThat(failure.map(CheckOutcome::check))
        .as("%s %s", vector.id(), failure)
        .isEqualTo(vector.check());
    assertThat(failure.flatMap(CheckOutcome::reason).map(Reason::id))
        .as("%s %s", vector.id(), failure)
        .isEqualTo(vector.expect().reason());
    assertThat(
            failure
                .flatMap(CheckOutcome::reason)
                .map(each -> each.phase().name().toLowerCase(Locale.ROOT)))
        .isEqualTo(vector.expect().phase());
    assertThat(appraisal.accepted()).isEqualTo(vector.accepted());
  }

  @ParameterizedTest
  @MethodSource("breakable")
  void vectorTellsWhenItsCheckIsBrokenAndHidesNoSecondDefect(TestVector vector) {
    BrokenChecks broken = new BrokenChecks(point(vector));
    Appraisal appraisal = vectors.appraise(vector, broken);
    assertThat(broken.reached()).isPositive();
    assertThat(appraisal.firstFailure().map(CheckOutcome::check).orElse(""))
        .as(vector.id())
        .isEqualTo(SECOND_LINE.getOrDefault(vector.id(), ""));
  }

  @Test
  void everyCheckOfTheAppraiserHasAVector() {
    Set<String> named =
        vectors()
            .flatMap(each -> each.check().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> checks = new TreeSet<>(appraiser.checks());
    checks.removeAll(WITHOUT_VECTOR);
    assertThat(named).isEqualTo(checks);
  }

  @Test
  void thereAreEnoughVectorsAndNoneIsThereTwice() {
    List<TestVector> all = Vectors.load("cca").all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    assertThat(all)
        .extracting(each -> List.of(each.input(), each.time(), each.expected(), each.policy()))
        .doesNotHaveDuplicates();
  }

  private static CheckPoint point(TestVector vector) {
    return CATALOGUE.find(vector.check().orElseThrow()).orElseThrow();
  }
}
