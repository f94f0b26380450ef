package org.ccican.conformance.specimen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.ccican.check.Checks;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpecimensTest {

  private static final Specimens ALL = new Specimens();

  static Stream<Specimen> departing() {
    return ALL.all().stream().filter(each -> each.parent().isPresent());
  }

  static Stream<Specimen> bases() {
    return ALL.all().stream()
        .filter(each -> each.parent().isEmpty())
        .filter(each -> !each.words().endsWith(" again"));
  }

  @ParameterizedTest
  @MethodSource("departing")
  void differsFromItsParentInOnePlaceOrInThoseOfOneDefect(Specimen specimen) {
    Specimen parent = ALL.named(specimen.parent().orElseThrow());

    assertThat(Differences.between(octets(parent), octets(specimen)))
        .as(specimen.words() + ", and " + parent.words())
        .hasSize(specimen.places());
  }

  /** What is changed inside is signed over: only what is about the signature has a wrong one. */
  @ParameterizedTest
  @MethodSource("departing")
  void changedMessageIsSignedAgain(Specimen specimen) throws Rejected {
    Specimen parent = ALL.named(specimen.parent().orElseThrow());
    String place = Differences.between(octets(parent), octets(specimen)).iterator().next();
    if (place.contains("payload.") || place.contains("payload<")) {
      CoseSign1 signed = CoseSign1.parse(octets(specimen), Checks.unbroken());
      assertThatCode(
              () ->
                  signed.verify(
                      signer(specimen).publicKey(),
                      java.util.Set.of(signer(specimen).algorithm()),
                      Checks.unbroken()))
          .as(specimen.words())
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("bases")
  void baseKeepsTheRulesOfBothEditions(Specimen specimen) throws Rejected {
    for (WireRevision revision :
        new WireRevision[] {WireRevision.TEEP_26, WireRevision.TEEP_LEGACY}) {
      Bytes octets = specimen.octets(situation(specimen, revision));
      Bytes payload = new TeepSecurity(revision).peek(octets, Checks.unbroken());

      assertThatCode(() -> new TeepCodec(revision, Checks.unbroken()).decode(payload))
          .as(specimen.words())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void sameSituationGivesTheSameOctets() {
    for (Specimen specimen : ALL.all()) {
      assertThat(octets(specimen)).as(specimen.words()).isEqualTo(octets(specimen));
    }
  }

  @Test
  void parentsAreSpecimensOfTheSameType() {
    departing()
        .forEach(
            each ->
                assertThat(ALL.named(each.parent().orElseThrow()).type())
                    .as(each.words())
                    .isEqualTo(each.type()));
  }

  @Test
  void unknownWordsAreRefused() {
    assertThatThrownBy(() -> ALL.named("a QueryRequest of no kind"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of no kind");
  }

  /** Whatever changes when a fact of the device does is said beforehand. */
  @ParameterizedTest
  @EnumSource
  void saysWhatItNeedsToKnow(Specimen.Need need) {
    List<Specimen> changed =
        ALL.all().stream()
            .filter(each -> !octets(each).equals(each.octets(situation(each).knowing(need))))
            .toList();

    assertThat(changed).isNotEmpty();
    assertThat(changed.stream().filter(each -> !each.needs().contains(need)).map(Specimen::words))
        .isEmpty();
  }

  private static Bytes octets(Specimen specimen) {
    return specimen.octets(situation(specimen, WireRevision.TEEP_26));
  }

  private static SigningKey signer(Specimen specimen) {
    Situation situation = situation(specimen, WireRevision.TEEP_26);
    return switch (specimen.type()) {
      case "QueryRequest", "Update" -> situation.keys().tam();
      default -> situation.keys().agent();
    };
  }

  private static FixedSituation situation(Specimen specimen) {
    return situation(specimen, WireRevision.TEEP_26);
  }

  private static FixedSituation situation(Specimen specimen, WireRevision revision) {
    boolean updated = specimen.type().equals("Success") || specimen.type().equals("Error");
    return new FixedSituation(revision, updated, "a fixed situation");
  }
}
