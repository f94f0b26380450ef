package org.ccican.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepLabel;
import org.ccican.teep.WireRevision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two tables that were written apart say the same. */
class TeepRevisionTest {

  @ParameterizedTest
  @EnumSource
  void judgesAndReferenceHaveTheSameNumbers(TeepRevision revision) {
    WireRevision other = WireRevision.find(revision.id()).orElseThrow();

    for (TeepType type : TeepType.values()) {
      assertThat((long) revision.number(type))
          .as(type.name())
          .isEqualTo(other.number(org.ccican.teep.TeepType.valueOf(type.name())));
    }
    for (TeepOption option : TeepOption.values()) {
      assertThat((long) revision.label(option))
          .as(option.name())
          .isEqualTo(other.number(TeepLabel.valueOf(option.name())));
    }
    for (TeepErrorCode.Known code : TeepErrorCode.Known.values()) {
      assertThat(revision.errorCode("ERR_" + code.name())).isEqualTo(other.number(code));
    }
  }

  @ParameterizedTest
  @EnumSource
  void numbersLeadBackToNames(TeepRevision revision) {
    assertThat(TeepRevision.find(revision.id())).contains(revision);
    assertThat(Arrays.stream(TeepType.values()))
        .allSatisfy(type -> assertThat(revision.type(revision.number(type))).contains(type));
    assertThat(Arrays.stream(TeepOption.values()))
        .allSatisfy(each -> assertThat(revision.option(revision.label(each))).contains(each));
    assertThat(revision.errorName(4_711)).isEqualTo("the unknown error 4711");
  }

  @Test
  void unknownErrorsAreRefused() {
    assertThatThrownBy(() -> TeepRevision.TEEP_26.errorCode("ERR_NONE"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(TeepRevision.TEEP_26.isErrorCode(17)).isFalse();
    assertThat(TeepRevision.TEEP_LEGACY.isErrorCode(11)).isFalse();
  }
}
