package org.ccican.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void hasNoRequirementThatIsNewerThanItself() {
    int latest = Catalogue.load().latest();
    assertThat(Requirements.load().all())
        .allMatch(each -> each.since() >= 1 && each.since() <= latest)
        .anyMatch(each -> each.since() == latest)
        .anyMatch(each -> each.since() == 1);
    assertThat(Catalogue.load().versions()).noneMatch(each -> each.summary().isBlank());
  }

  @Test
  void hasNoGap() {
    List<Catalogue.Version> gap =
        List.of(new Catalogue.Version(1, "a"), new Catalogue.Version(3, "c"));
    assertThatThrownBy(() -> new Catalogue(gap)).hasMessageContaining("version 2");
    assertThatThrownBy(() -> new Catalogue(List.of())).hasMessageContaining("has a version");
  }
}
