package org.ccican;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
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
import org.ccican.corim.CorimReader;
import org.ccican.corim.CorimSelection;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.ear.Ear;
import org.ccican.ear.EarProfile;
import org.ccican.ear.EarReader;
import org.ccican.ear.EarToken;
import org.ccican.evidence.CmwJson;
import org.ccican.evidence.CmwReader;
import org.ccican.evidence.CmwSigned;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.vector.MessageVector;
import org.ccican.vector.MessageVectors;
import org.ccican.vector.NamedOctets;
import org.ccican.wire.Bytes;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every vector of wrappers, results and manifests through its reader, and with its check broken.
 */
class MessageVectorsTest {

  private static final CheckCatalogue CATALOGUE = CheckCatalogue.load();

  /** Seconds that a Verifier's clock may be ahead, as the file of results says. */
  private static final long SKEW = 60;

  /**
   * What needs more than one message: a revision of a tag, a manifest apart from its signature, and
   * a list that is passed over once it has expired.
   */
  private static final Set<String> WITHOUT_VECTOR =
      Set.of("corim.tag.version", "corim.signed.digest", "corim.list.valid");

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
    Optional<Rejected> refusal = refusal(vector, Checks.unbroken());

    assertThat(refusal.map(Rejected::check))
        .as("%s %s", vector.id(), refusal)
        .isEqualTo(vector.check());
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

    assertThat(refusal(vector, broken).map(Rejected::check))
        .as(vector.id())
        .isNotEqualTo(vector.check());
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

      assertThat(all).filteredOn(each -> !each.accepted()).hasSizeGreaterThanOrEqualTo(40);
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
    return !check.startsWith("corim.match.")
        && MessageVectors.FORMATS.stream().anyMatch(format -> check.startsWith(format + "."));
  }

  private static String phase(Reason reason) {
    return reason.phase().name().toLowerCase(Locale.ROOT);
  }

  private static CheckPoint point(MessageVector vector) {
    return CATALOGUE.find(vector.check().orElseThrow()).orElseThrow();
  }

  private static Optional<Rejected> refusal(MessageVector vector, Checks checks) {
    try {
      read(vector, checks);
      return Optional.empty();
    } catch (Rejected refused) {
      return Optional.of(refused);
    }
  }

  private static void read(MessageVector vector, Checks checks) throws Rejected {
    Bytes input = Bytes.hex(vector.input().hex());
    List<CoseKey> keys = new ArrayList<>();
    for (NamedOctets each : vector.keys()) {
      Bytes octets = Bytes.hex(each.octets().hex());
      keys.add(
          CoseKey.parse(
              new CborDecoder(Checks.unbroken()).decode(octets, CborProfile.VALID),
              new Crypto(),
              Checks.unbroken()));
    }
    boolean lists = vector.form().equals("corim-list");
    CorimSelection selection =
        new CorimSelection(keys, lists, InstantSource.fixed(vector.time()), checks);
    switch (vector.form()) {
      case "cmw-cbor" -> new CmwReader(checks).read(input);
      case "cmw-json" -> new CmwJson(checks).read(input);
      case "cmw-cose" -> CmwSigned.open(input, keys.get(0), checks);
      case "cmw-jws" -> CmwSigned.openJson(input, keys.get(0), checks);
      case "ear-cbor" -> rely(new EarReader(checks).read(input), vector, checks);
      case "ear-json" -> rely(new EarReader(checks).readJson(input), vector, checks);
      case "ear-cwt", "ear-jwt" -> rely(EarToken.open(input, keys.get(0), checks), vector, checks);
      case "corim-cose" -> selection.add(input);
      case "corim", "corim-list" -> {
        selection.addAuthentic(new CorimReader(checks).read(input));
        selection.active();
      }
      default -> throw new IllegalStateException("form " + vector.form());
    }
  }

  private static void rely(Ear ear, MessageVector vector, Checks checks) throws Rejected {
    EarToken.demandCurrent(ear, EarProfile.CURRENT, vector.time(), SKEW, checks);
    EarToken.demandAbout(ear, vector.attester().orElseThrow(), checks);
  }
}
