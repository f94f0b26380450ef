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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector of Arm's tokens through its appraiser, and with each check broken. */
class ArmVectorsTest {

  private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();

  private static final List<String> IDS = List.of("psa", "cca");
  private static final Formats FORMATS = new Formats(new Crypto());

  /**
   * What no vector can break alone: sizes that would make files of tens of thousands of octets, and
   * short heads, which neither document asks for.
   */
  private static final Set<String> WITHOUT_VECTOR =
      Set.of("cbor.limit.octets", "cbor.limit.string", "cbor.limit.keys", "cbor.shortest");

  /** The chain in a realm's token is refused before it is looked at. */
  private static final Map<String, Set<String>> UNREACHED =
      Map.of("psa", Set.of(), "cca", Set.of("arm.key.chain"));

  /** Vectors that a second check refuses as well, by that check. */
  private static final Map<String, String> SECOND_LINE =
      Map.ofEntries(
          Map.entry("psa.envelope.cwt-tag", "arm.token.shape"),
          Map.entry("psa.envelope.detached-bundle", "arm.token.shape"),
          Map.entry("psa.algorithm.eddsa", "psa.signature.key"),
          Map.entry("psa.key.of-another-kind", "psa.signature.valid"),
          Map.entry("psa.nonce.missing", "psa.nonce.expected"),
          Map.entry("psa.nonce.short", "psa.nonce.expected"),
          Map.entry("psa.nonce.long", "psa.nonce.expected"),
          Map.entry("psa.lifecycle.missing", "psa.lifecycle.trusted"),
          Map.entry("psa.lifecycle.undefined", "psa.lifecycle.trusted"),
          Map.entry("psa.lifecycle.above", "psa.lifecycle.trusted"),
          Map.entry("psa.components.missing", "psa.components.reference"),
          Map.entry("psa.components.empty", "psa.components.reference"),
          Map.entry("psa.components.no-measurement", "psa.components.reference"),
          Map.entry("psa.components.sha1", "psa.components.reference"),
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

  static List<String> formats() {
    return IDS;
  }

  static Stream<TestVector> vectors() {
    return IDS.stream().flatMap(ArmVectorsTest::vectors);
  }

  private static Stream<TestVector> vectors(String format) {
    return Vectors.load(format).all().stream();
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
    Appraisal appraisal = appraise(vector, broken);
    assertThat(broken.reached()).isPositive();
    assertThat(appraisal.firstFailure().map(CheckOutcome::check).orElse(""))
        .as(vector.id())
        .isEqualTo(SECOND_LINE.getOrDefault(vector.id(), ""));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyCheckOfTheAppraiserHasAVector(String format) {
    Set<String> named =
        vectors(format)
            .flatMap(each -> each.check().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> checks = new TreeSet<>(appraiser(format).checks());
    checks.removeAll(WITHOUT_VECTOR);
    checks.removeAll(UNREACHED.get(format));
    assertThat(named).isEqualTo(checks);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void thereAreEnoughVectorsAndNoneIsThereTwice(String format) {
    List<TestVector> all = vectors(format).toList();
    assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    assertThat(all)
        .extracting(each -> List.of(each.input(), each.time(), each.expected(), each.policy()))
        .doesNotHaveDuplicates();
  }

  private static Appraisal appraise(TestVector vector, Checks checks) {
    String format = vector.id().substring(0, vector.id().indexOf('.'));
    return new VectorAppraisal(appraiser(format)).appraise(vector, checks);
  }

  private static Appraiser appraiser(String format) {
    return FORMATS.appraiser(format).orElseThrow();
  }

  private static CheckPoint point(TestVector vector) {
    return CATALOGUE.find(vector.check().orElseThrow()).orElseThrow();
  }
}
