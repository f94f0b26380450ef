package org.ccican.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BytesTest {

  private final Bytes some = Bytes.hex("00ff10a5");

  @Test
  void areNeverChangedFromOutside() {
    byte[] array = {1, 2, 3};
    Bytes copy = Bytes.of(array);
    array[0] = 9;
    copy.toArray()[1] = 9;

    assertThat(copy).isEqualTo(Bytes.of(1, 2, 3));
  }

  @Test
  void areEqualByContentAndOrderedWithoutSign() {
    assertThat(some).isEqualTo(Bytes.of(0, 255, 16, 0xa5)).hasSameHashCodeAs(Bytes.hex("00FF10A5"));
    assertThat(Bytes.of(0x7f)).isLessThan(Bytes.of(0x80));
    assertThat(Bytes.of(1)).isLessThan(Bytes.of(1, 0));
    assertThat(Bytes.EMPTY).isLessThan(Bytes.of(0));
    assertThat(some.equalsConstantTime(Bytes.hex("00ff10a5"))).isTrue();
    assertThat(some.equalsConstantTime(Bytes.hex("00ff10a4"))).isFalse();
    assertThat(some.equalsConstantTime(Bytes.hex("00ff10"))).isFalse();
  }

  @Test
  void giveOtherOctetsWithoutChanging() {
    assertThat(some.slice(1, 3)).isEqualTo(Bytes.hex("ff10"));
    assertThat(some.slice(0, 4)).isSameAs(some);
    assertThat(some.padRight(6)).isEqualTo(Bytes.hex("00ff10a50000"));
    assertThat(some.padRight(2)).isEqualTo(some);
    assertThat(some.with(2, Bytes.of(1, 2))).isEqualTo(Bytes.hex("00ff0102"));
    assertThat(some.flip(0, 7)).isEqualTo(Bytes.hex("80ff10a5"));
    assertThat(Bytes.concat(some, Bytes.EMPTY, Bytes.of(7))).isEqualTo(Bytes.hex("00ff10a507"));
    assertThat(some).isEqualTo(Bytes.hex("00ff10a5"));
  }

  @Test
  void answerQuestions() {
    assertThat(some.size()).isEqualTo(4);
    assertThat(some.at(3)).isEqualTo(0xa5);
    assertThat(some.contains(Bytes.hex("ff10"))).isTrue();
    assertThat(some.contains(Bytes.hex("10ff"))).isFalse();
    assertThat(some.contains(Bytes.EMPTY)).isTrue();
    assertThat(Bytes.zero(3).isZero()).isTrue();
    assertThat(some.isZero()).isFalse();
    assertThat(some).hasToString("00ff10a5");
    assertThat(Bytes.utf8("\u00e9").toHex()).isEqualTo("c3a9");
    assertThat(Bytes.hex("c3a9").toText()).isEqualTo("\u00e9");
  }

  @Test
  void refuseWhatIsNoHexAndNoRange() {
    assertThatThrownBy(() -> Bytes.hex("0")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bytes.hex("0g")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> some.slice(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
