package org.ccican;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.AppraisalPolicy;
import org.ccican.appraisal.CheckOutcome;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.format.sevsnp.SevSnpAppraiser;
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

/** Every vector through the appraiser of its format, and the appraiser with each check broken. */
class VectorsTest {

  private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();
  private static final List<TestVector> VECTORS = Vectors.load("sev-snp").all();

  /** Rules of whatever reads anchors and files, which a vector holds in DER and complete. */
  private static final Set<String> BEFORE_APPRAISAL = Set.of("cert.pem", "cert.anchors");

  /**
   * Rules behind which another one refuses the same input: a key kind that does not exist is no
   * certificate's kind either, and the curve's arithmetic takes no number out of range.
   */
  private static final Set<String> SECOND_LINE =
      Set.of("sev-snp.signature.key", "sev-snp.signature.range");

  /** One change that two rules forbid: a product has its own authority and its own root. */
  private static final Set<String> TWO_RULES = Set.of("sev-snp.product.certificate-of-genoa-v2");

  private final SevSnpAppraiser appraiser = new SevSnpAppraiser(CATALOGUE, new Crypto());

  static List<TestVector> vectors() {
    return VECTORS;
  }

  static List<CheckPoint> breakableChecks() {
    return VECTORS.stream()
        .flatMap(each -> each.check().stream())
        .distinct()
        .map(name -> CATALOGUE.find(name).orElseThrow())
        .filter(point -> point.kind() != CheckPoint.Kind.STRUCTURAL)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void givesVerdictAndReasonOfVector(TestVector vector) {
    Appraisal appraisal = appraise(vector, Checks.unbroken());
    Optional<CheckOutcome> failure = appraisal.firstFailure();
    assertThat(failure.map(CheckOutcome::check)).as("%s", failure).isEqualTo(vector.check());
    assertThat(failure.flatMap(CheckOutcome::reason).map(Reason::id))
        .isEqualTo(vector.expect().reason());
    assertThat(failure.flatMap(CheckOutcome::reason).map(VectorsTest::phase))
        .isEqualTo(vector.expect().phase());
    assertThat(appraisal.accepted()).isEqualTo(vector.accepted());
  }

  @ParameterizedTest
  @MethodSource("breakableChecks")
  void vectorTellsWhenCheckIsBroken(CheckPoint point) {
    assertThat(of(point))
        .as("vectors that fail without " + point.name())
        .anyMatch(each -> !agrees(each, new BrokenChecks(point)));
  }

  @Test
  void vectorHasNoSecondDefectThatItsCheckHides() {
    Set<String> stillRefused =
        breakableChecks().stream()
            .flatMap(
                point ->
                    of(point).filter(each -> !appraise(each, new BrokenChecks(point)).accepted()))
            .filter(each -> !SECOND_LINE.contains(each.check().orElseThrow()))
            .map(TestVector::id)
            .collect(Collectors.toSet());
    assertThat(stillRefused).isEqualTo(TWO_RULES);
  }

  @Test
  void checksWithSecondLineAreThose() {
    for (String name : SECOND_LINE) {
      CheckPoint point = CATALOGUE.find(name).orElseThrow();
      assertThat(of(point))
          .as(name)
          .isNotEmpty()
          .noneMatch(each -> appraise(each, new BrokenChecks(point)).accepted());
    }
  }

  @Test
  void everyCheckOfAppraiserHasVector() {
    Appraisal appraisal =
        appraiser.appraise(
            new AppraisalInput(
                Bytes.EMPTY,
                List.of(),
                List.of(),
                anchors(VECTORS.get(0)),
                VECTORS.get(0).time(),
                Optional.empty(),
                Optional.empty(),
                AppraisalPolicy.standard()),
            Checks.unbroken());
    Set<String> named =
        VECTORS.stream().flatMap(each -> each.check().stream()).collect(Collectors.toSet());
    Set<String> checks =
        appraisal.outcomes().stream().map(CheckOutcome::check).collect(Collectors.toSet());
    assertThat(named).isEqualTo(checks);
  }

  @Test
  void everyCertificateCheckIsPartOfAppraisal() {
    Stream<String> certificates =
        CATALOGUE.all().stream().map(CheckPoint::name).filter(name -> name.startsWith("cert."));
    Set<String> named =
        VECTORS.stream().flatMap(each -> each.check().stream()).collect(Collectors.toSet());
    assertThat(certificates.filter(name -> !named.contains(name)))
        .containsExactlyInAnyOrderElementsOf(BEFORE_APPRAISAL);
  }

  @Test
  void reasonsOfVectorsAreThoseOfReference() {
    Map<String, String> phases = new HashMap<>();
    Arrays.stream(Reason.values()).forEach(each -> phases.put(each.id(), phase(each)));
    for (TestVector vector : VECTORS) {
      vector
          .expect()
          .reason()
          .ifPresent(
              reason ->
                  assertThat(vector.expect().phase()).contains(phases.getOrDefault(reason, "")));
    }
  }

  private static Stream<TestVector> of(CheckPoint point) {
    return VECTORS.stream().filter(each -> each.check().equals(Optional.of(point.name())));
  }

  /** Whether verdict, check and reason are the vector's. */
  private boolean agrees(TestVector vector, Checks checks) {
    Appraisal appraisal = appraise(vector, checks);
    Optional<CheckOutcome> failure = appraisal.firstFailure();
    return appraisal.accepted() == vector.accepted()
        && failure.map(CheckOutcome::check).equals(vector.check())
        && failure.flatMap(CheckOutcome::reason).map(Reason::id).equals(vector.expect().reason());
  }

  private Appraisal appraise(TestVector vector, Checks checks) {
    return appraiser.appraise(
        new AppraisalInput(
            octets(vector.input().report()),
            list(vector.input().endorsements()),
            list(vector.input().crls()),
            anchors(vector),
            vector.time(),
            Optional.of(
                vector.expected().measurements().stream()
                    .map(VectorsTest::octets)
                    .collect(Collectors.toSet())),
            Optional.of(octets(vector.expected().reportData())),
            policy(vector.policy())),
        checks);
  }

  private static AppraisalPolicy policy(TestVector.Policy policy) {
    Map<String, Long> minimum = new HashMap<>();
    policy.minimum().forEach((field, least) -> minimum.put(field, (long) least));
    Map<String, Bytes> equal = new HashMap<>();
    policy.equal().forEach((field, wanted) -> equal.put(field, octets(wanted)));
    return new AppraisalPolicy(
        policy.allowDebug(),
        false,
        policy.allowMigration(),
        policy.allowProvisionalFirmware(),
        policy.vmpls().stream().map(Integer::longValue).collect(Collectors.toSet()),
        minimum,
        equal,
        masks(policy.bitsSet()),
        masks(policy.bitsClear()),
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
      return TrustAnchors.parse(list(vector.input().anchors()), Checks.unbroken());
    } catch (Rejected e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Bytes> list(List<NamedOctets> objects) {
    return objects.stream().map(each -> octets(each.octets())).toList();
  }

  private static Bytes octets(Octets octets) {
    return Bytes.of(octets.toArray());
  }

  private static String phase(Reason reason) {
    return reason.phase().name().toLowerCase(Locale.ROOT);
  }
}
