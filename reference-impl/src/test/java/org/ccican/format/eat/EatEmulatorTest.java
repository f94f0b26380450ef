package org.ccican.format.eat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.ccican.evidence.LaunchedEnvironment;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;

class EatEmulatorTest {

  private final EatScene scene = new EatScene();

  @Test
  void everyVariantIsAccepted() throws Rejected {
    for (String variant : EatEmulator.VARIANTS) {
      Appraisal appraisal = scene.appraise(scene.input(variant, Optional.empty()));
      assertThat(appraisal.firstFailure()).as(variant).isEmpty();
      assertThat(appraisal.accepted()).as(variant).isTrue();
      assertThat(appraisal.outcomes()).hasSameSizeAs(EatAppraiser.ORDER);
    }
  }

  @Test
  void everyTokenIsWrittenAsItWasRead() throws Rejected {
    for (String variant : EatEmulator.VARIANTS) {
      Bytes octets = scene.input(variant, Optional.empty()).evidence();
      assertThat(EatToken.parse(octets, Checks.unbroken()).encode()).isEqualTo(octets);
    }
  }

  @Test
  void sameSeedGivesTheSameOctetsAndAnotherSeedAnotherEntity() throws Rejected {
    Bytes first = scene.input("teep", Optional.empty()).evidence();
    assertThat(new EatScene().input("teep", Optional.empty()).evidence()).isEqualTo(first);
    LaunchedEnvironment other =
        new EatEmulator(
                new EatOptions("teep", Bytes.utf8("entity 2"), EatScene.FROM, Optional.empty()),
                new EmulatedEatVendor(scene.crypto()))
            .launch(EatScene.AGENT);
    assertThat(other.evidence(EatScene.NONCE)).isNotEqualTo(first);
    assertThat(other.measurement()).isEqualTo(scene.launch("teep", Optional.empty()).measurement());
    assertThat(other.agentImage()).isEqualTo(EatScene.AGENT);
  }

  @Test
  void measuresEveryOctetOfTheAgent() throws Rejected {
    Bytes image = Bytes.utf8("x".repeat(5000));
    Bytes measured = scene.emulator("teep", Optional.empty()).launch(image).measurement();
    for (int at = 0; at < image.size(); at += 617) {
      assertThat(
              scene.emulator("teep", Optional.empty()).launch(image.flip(at, at % 8)).measurement())
          .isNotEqualTo(measured);
    }
  }

  @Test
  void refusesAnEmptyImageAndAnotherSizeOfNonce() throws Rejected {
    assertThatThrownBy(() -> scene.emulator("teep", Optional.empty()).launch(Bytes.EMPTY))
        .isInstanceOfSatisfying(
            Rejected.class, refusal -> assertThat(refusal.check()).isEqualTo("eat.launch.image"));
    LaunchedEnvironment entity = scene.launch("teep", Optional.empty());
    assertThatThrownBy(() -> entity.evidence(Bytes.zero(63)))
        .isInstanceOfSatisfying(
            Rejected.class, refusal -> assertThat(refusal.check()).isEqualTo("eat.request.nonce"));
  }

  @Test
  void knowsNoDefectOfAnotherVariant() {
    Bytes seed = Bytes.utf8("seed");
    assertThat(
            EatOptions.of(Optional.of("teep"), seed, EatScene.FROM, Optional.of("bundle-digest")))
        .isEmpty();
    assertThat(EatOptions.of(Optional.of("jwt"), seed, EatScene.FROM, Optional.empty())).isEmpty();
    assertThat(EatOptions.of(Optional.empty(), seed, EatScene.FROM, Optional.of("nothing")))
        .isEmpty();
  }

  /** Everything a token is judged by, so that one may ask what a rule is there for. */
  @Test
  void asksNoRuleThatIsNotInItsOrder() {
    assertThat(Set.copyOf(EatAppraiser.ORDER)).hasSameSizeAs(EatAppraiser.ORDER);
    for (String each : EatAppraiser.ORDER) {
      assertThat(CheckCatalogue.load().find(each)).as(each).isPresent();
    }
  }
}
