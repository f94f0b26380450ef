package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.CheckPoint;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.vector.MessageVector;
import org.ccican.vector.MessageVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector of messages and encodings through its reader, and with its check broken. */
class MessageVectorsTest {

  private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();

  private static final Crypto CRYPTO = new Crypto();

  /** Where a rule that did not hold may come to nothing, or to the refusal of another. */
  private static final Set<String> MANY_RULES = Set.of("suit", "corim-match");

  /**
   * What one manifest on an empty device does not show: earlier manifests, trees of them, a full
   * store, and limits of hundreds of kilobytes.
   */
  private static final Set<String> WITHOUT_VECTOR =
      Set.of(
          "suit.rollback",
          "suit.parameters.cleared",
          "suit.store.room",
          "suit.unlink.known",
          "suit.reference.overwrite",
          "suit.manifest-id.dependency",
          "suit.limit.manifest",
          "suit.limit.manifests",
          "suit.limit.octets",
          "suit.limit.dependencies",
          "suit.dependency.known",
          "suit.dependency.checked",
          "suit.dependency.own-check",
          "suit.dependency.fresh",
          "suit.dependency.common",
          "suit.dependency.signature",
          "suit.dependency.digest",
          "suit.dependency.manifest",
          "suit.dependency.immediate",
          "suit.dependency.sections",
          "suit.dependency.processed",
          "suit.dependency.rights",
          "suit.dependency.first");

  static Stream<MessageVector> vectors() {
    return MessageVectors.FORMATS.stream()
        .flatMap(each -> MessageVectors.load(each).all().stream());
  }

  static Stream<MessageVector> breakable() {
    return vectors()
        .filter(each -> each.check().isPresent())
        .filter(each -> point(each).kind() != CheckPoint.Kind.STRUCTURAL);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void givesVerdictAndReasonOfVector(MessageVector vector) {
    Listening listening = new Listening(new TreeSet<>());
    Optional<Rejected> refusal = refusal(vector, listening);
    refusal.map(Rejected::check).ifPresent(listening.broken()::add);

    boolean duty = vector.check().isPresent() && point(vector).kind() == CheckPoint.Kind.DUTY;
    if (!duty) {
      assertThat(vector.check().map(listening.broken()::contains))
          .as("%s %s %s", vector.id(), refusal, listening)
          .isNotEqualTo(Optional.of(false));
    }
    if (!duty && !MANY_RULES.contains(vector.form())) {
      assertThat(refusal.map(Rejected::check)).as(vector.id()).isEqualTo(vector.check());
    }
    assertThat(refusal.map(each -> each.reason().id()))
        .as("%s %s", vector.id(), refusal)
        .isEqualTo(vector.expect().reason());
    assertThat(refusal.map(Rejected::reason).map(MessageVectorsTest::phase))
        .isEqualTo(vector.expect().phase());
    assertThat(refusal.isEmpty()).isEqualTo(vector.accepted());
  }

  @ParameterizedTest
  @MethodSource("breakable")
  void vectorTellsWhenItsCheckIsBroken(MessageVector vector) {
    BrokenChecks broken = new BrokenChecks(point(vector));

    assertThat(refusal(vector, broken).map(MessageVectorsTest::why))
        .as(vector.id())
        .isNotEqualTo(refusal(vector, Checks.unbroken()).map(MessageVectorsTest::why));
    assertThat(broken.reached()).isPositive();
  }

  @Test
  void everyGuardOfTheReadersHasAVector() {
    Set<String> named =
        vectors()
            .flatMap(each -> each.check().stream())
            .filter(MessageVectorsTest::isOfAReader)
            .collect(Collectors.toCollection(TreeSet::new));
    named.removeIf(each -> CATALOGUE.find(each).orElseThrow().kind() != CheckPoint.Kind.GUARD);
    Set<String> guards =
        CATALOGUE.all().stream()
            .filter(each -> each.kind() == CheckPoint.Kind.GUARD)
            .map(CheckPoint::name)
            .filter(MessageVectorsTest::isOfAReader)
            .collect(Collectors.toCollection(TreeSet::new));
    guards.removeAll(WITHOUT_VECTOR);

    assertThat(named).isEqualTo(guards);
  }

  @Test
  void thereAreEnoughVectorsAndNoneIsThereTwice() {
    for (String format : MessageVectors.FORMATS) {
      List<MessageVector> all = MessageVectors.load(format).all();

      assertThat(all).filteredOn(each -> !each.accepted()).hasSizeGreaterThanOrEqualTo(20);
      assertThat(all)
          .extracting(
              each -> List.of(each.form(), each.input(), each.keys(), each.time(), each.attester()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void parentsAreAcceptedAndStandBeforeTheirChildren() {
    for (String format : MessageVectors.FORMATS) {
      List<String> accepted = new ArrayList<>();
      for (MessageVector each : MessageVectors.load(format).all()) {
        assertThat(each.parent().map(accepted::contains))
            .as(each.id())
            .isNotEqualTo(Optional.of(false));
        assertThat(each.accepted() || each.parent().isPresent()).as(each.id()).isTrue();
        if (each.accepted()) {
          accepted.add(each.id());
        }
      }
    }
  }

  private static boolean isOfAReader(String check) {
    return check.startsWith("sev-snp.launch.")
        || MessageVectors.FORMATS.stream().anyMatch(format -> check.startsWith(format + "."));
  }

  private static List<String> why(Rejected refusal) {
    return List.of(refusal.check(), refusal.reason().id());
  }

  private static String phase(Reason reason) {
    return reason.phase().name().toLowerCase(Locale.ROOT);
  }

  private static CheckPoint point(MessageVector vector) {
    return CATALOGUE.find(vector.check().orElseThrow()).orElseThrow();
  }

  private static Optional<Rejected> refusal(MessageVector vector, Checks checks) {
    try {
      return new MessageInput(vector, CRYPTO).refusal(checks);
    } catch (Rejected unusable) {
      throw new IllegalStateException(vector.id(), unusable);
    }
  }

  /** Remembers which rules did not hold. */
  private record Listening(Set<String> broken) implements Checks {

    @Override
    public boolean holds(String name, boolean condition) {
      if (!condition) {
        broken.add(name);
      }
      return condition;
    }
  }
}
