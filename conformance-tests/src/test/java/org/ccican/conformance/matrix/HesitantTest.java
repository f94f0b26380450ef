package org.ccican.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ccican.check.BrokenChecks;
import org.ccican.check.CheckCatalogue;
import org.ccican.check.Checks;
import org.junit.jupiter.api.Test;

/** Delays change no answer. */
class HesitantTest {

  private static final String GUARD = "moc.grant.only-placed";

  @Test
  void answersAreThoseOfTheOthers() {
    Checks sound = new Hesitant(Checks.unbroken(), 1, 5);
    assertThat(sound.holds(GUARD, true)).isTrue();
    assertThat(sound.holds(GUARD, false)).isFalse();
    assertThat(sound.areUnbroken()).isTrue();
    assertThat(sound.code(GUARD, 3, 9)).isEqualTo(3);
    BrokenChecks broken = new BrokenChecks(CheckCatalogue.load().find(GUARD).orElseThrow());
    Checks late = new Hesitant(broken, 1, 5);
    assertThat(late.within("A-1.1").holds(GUARD, false)).isTrue();
    assertThat(late.areUnbroken()).isFalse();
    assertThat(broken.reachedIn()).containsOnlyKeys("A-1.1");
  }

  @Test
  void delaysAreBoundedDifferAndFollowFromTheSeed() {
    Set<Integer> turns = turns(7);
    assertThat(turns).allMatch(each -> each >= 0 && each <= 20).hasSizeGreaterThan(10);
    assertThat(of(7)).isEqualTo(of(7)).isNotEqualTo(of(8));
    assertThat(new Hesitant(Checks.unbroken(), 7, 0).turns("x", 3)).isZero();
  }

  private static Set<Integer> turns(long seed) {
    Hesitant checks = new Hesitant(Checks.unbroken(), seed, 20);
    return IntStream.range(0, 200)
        .mapToObj(each -> checks.turns("x", each))
        .collect(Collectors.toSet());
  }

  private static java.util.List<Integer> of(long seed) {
    Hesitant checks = new Hesitant(Checks.unbroken(), seed, 20);
    return IntStream.range(0, 20).mapToObj(each -> checks.turns("x", each)).toList();
  }
}
