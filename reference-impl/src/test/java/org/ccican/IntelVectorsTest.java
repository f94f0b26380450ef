package org.ccican;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.Appraiser;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.vector.NamedOctets;
import org.ccican.vector.Octets;
import org.ccican.vector.TestVector;
import org.ccican.vector.Vectors;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every vector of quotes through the appraiser of its format, and with each check broken. */
class IntelVectorsTest {

  private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();
  private static final List<String> FORMATS = List.of("sgx", "tdx");

  /**
   * What no vector can break alone: a text of more than 1 MiB is no vector, and a root of another
   * name than the pinned one is none that the chain leads to.
   */
  private static final Set<String> WITHOUT_VECTOR =
      Set.of("json.limit.octets", "intel.pck.root", "cert.path.order");

  /**
   * Vectors whose one change is forbidden by a second rule as well, mostly since a certificate's
   * name is in a revocation list too.
   */
  private static final Set<String> TWO_RULES =
      Set.of(
          "chain.authority-of-other-name",
          "quote.body-size",
          "signer.below-the-authority",
          "signer.is-a-pck",
          "signature.r-zero",
          "signature.r-order",
          "signature.qe-report-s-zero",
          "signature.qe-report-s-order",
          "tcb-info.of-sgx",
          "signature.leaf-in-der");

  private final Formats formats = new Formats(new Crypto());

  static Stream<TestVector> vectors() {
    return FORMATS.stream().flatMap(format -> Vectors.load(format).all().stream());
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
    assertThat(failure.map(CheckOutcome::check)).as("%s", failure).isEqualTo(vector.check());
    assertThat(failure.flatMap(CheckOutcome::reason).map(Reason::id))
        .as("%s", failure)
        .isEqualTo(vector.expect().reason());
    assertThat(failure.flatMap(CheckOutcome::reason).map(each -> each.phase().name().toLowerCase()))
        .isEqualTo(vector.expect().phase());
    assertThat(appraisal.accepted()).isEqualTo(vector.accepted());
  }

  @ParameterizedTest
  @MethodSource("breakable")
  void vectorTellsWhenItsCheckIsBrokenAndHidesNoSecondDefect(TestVector vector) {
    BrokenChecks broken = new BrokenChecks(point(vector));
    Appraisal appraisal = appraise(vector, broken);
    assertThat(broken.reached()).isPositive();
    String id = vector.id().substring(vector.id().indexOf('.') + 1);
    if (TWO_RULES.contains(id)) {
      assertThat(appraisal.firstFailure().map(CheckOutcome::check)).isNotEqualTo(vector.check());
    } else {
      assertThat(appraisal.firstFailure()).isEmpty();
      assertThat(appraisal.accepted()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgx", "tdx"})
  void everyCheckOfTheAppraiserHasAVector(String format) {
    Set<String> named =
        Vectors.load(format).all().stream()
            .flatMap(each -> each.check().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> checks = new HashSet<>(formats.appraiser(format).orElseThrow().checks());
    checks.removeAll(WITHOUT_VECTOR);
    assertThat(named).isEqualTo(new TreeSet<>(checks));
  }

  @Test
  void thereAreEnoughVectorsAndNoneIsThereTwice() {
    for (String format : FORMATS) {
      List<TestVector> all = Vectors.load(format).all();
      assertThat(all).hasSizeGreaterThanOrEqualTo(60);
      assertThat(all)
          .extracting(each -> List.of(each.input(), each.time(), each.expected(), each.policy()))
          .doesNotHaveDuplicates();
    }
  }

  private Appraisal appraise(TestVector vector, Checks checks) {
    Appraiser appraiser =
        formats.appraiser(vector.id().substring(0, vector.id().indexOf('.'))).orElseThrow();
    List<Bytes> endorsements =
        Stream.concat(vector.input().endorsements().stream(), vector.input().collateral().stream())
            .map(each -> octets(each.octets()))
            .toList();
    return appraiser.appraise(
        new AppraisalInput(
            octets(vector.input().report()),
            endorsements,
            List.of(),
            anchors(vector),
            vector.time(),
            Optional.of(
                vector.expected().measurements().stream()
                    .map(IntelVectorsTest::octets)
                    .collect(Collectors.toSet())),
            Optional.of(octets(vector.expected().reportData())),
            vector.input().eventLog().map(each -> octets(each.octets())),
            policy(vector.policy())),
        checks);
  }

  private static AppraisalPolicy policy(TestVector.Policy policy) {
    Map<String, Long> minimum = new HashMap<>();
    policy.minimum().forEach((field, least) -> minimum.put(field, (long) least));
    Map<String, Bytes> equal = new HashMap<>();
    policy.equal().forEach((field, wanted) -> equal.put(field, octets(wanted)));
    Map<String, Set<String>> oneOf = new HashMap<>();
    policy.oneOf().forEach((field, words) -> oneOf.put(field, Set.copyOf(words)));
    return new AppraisalPolicy(
        policy.allowDebug(),
        false,
        policy.allowMigration(),
        true,
        Set.of(),
        minimum,
        equal,
        masks(policy.bitsSet()),
        masks(policy.bitsClear()),
        policy.allowed(),
        oneOf,
        AppraisalPolicy.NotEvaluated.TOLERATED);
  }

  private static Map<String, Long> masks(Map<String, List<Integer>> bits) {
    Map<String, Long> masks = new HashMap<>();
    bits.forEach(
        (field, list) ->
            masks.put(field, list.stream().mapToLong(bit -> 1L << bit).reduce(0, (a, b) -> a | b)));
    return masks;
  }

  private static TrustAnchors anchors(TestVector vector) {
    try {
      return TrustAnchors.parse(
          vector.input().anchors().stream()
              .map(NamedOctets::octets)
              .map(IntelVectorsTest::octets)
              .toList(),
          Checks.unbroken());
    } catch (Rejected e) {
      throw new IllegalStateException(e);
    }
  }

  private static CheckPoint point(TestVector vector) {
    return CATALOGUE.find(vector.check().orElseThrow()).orElseThrow();
  }

  private static Bytes octets(Octets octets) {
    return Bytes.of(octets.toArray());
  }
}
