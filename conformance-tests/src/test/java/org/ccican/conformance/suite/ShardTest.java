package org.ccican.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.ccican.conformance.step.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

  private final FeatureCatalogue catalogue = FeatureCatalogue.load();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16})
  void dealsOutEveryScenarioOnceAndEvenly(int of) {
    List<Scenario> all = new ArrayList<>();
    int mean = catalogue.all().size() / of;
    for (int index = 1; index <= of; index++) {
      List<Scenario> part = new Shard(index, of).part(catalogue.all());
      assertThat(part.size()).isBetween(mean - 8, mean + 8);
      assertThat(new Shard(index, of).part(catalogue.all())).isEqualTo(part);
      all.addAll(part);
    }
    assertThat(all).containsExactlyInAnyOrderElementsOf(catalogue.all());
  }

  @Test
  void bringsTheParentsOfNegativesAlong() {
    List<Scenario> part = catalogue.withParents(new Shard(2, 7).part(catalogue.all()));
    List<String> ids = part.stream().map(Scenario::id).toList();
    assertThat(part).anyMatch(Scenario::negative);
    assertThat(part).filteredOn(Scenario::negative).allMatch(each -> ids.contains(each.parent()));
  }

  @Test
  void goesBackAndForthAsText() {
    assertThat(Shard.find("2/5")).contains(new Shard(2, 5));
    assertThat(new Shard(2, 5)).hasToString("2/5");
    assertThatThrownBy(() -> new Shard(6, 5)).hasMessage("there is no part 6 of 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0/2", "3/2", "1/257", "01/2", "1/2/3", "-1/2", " 1/2"})
  void takesNothingElse(String text) {
    assertThat(Shard.find(text)).isEmpty();
  }
}
