package org.ccican.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CborTest {

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "23, 17",
    "24, 1818",
    "255, 18ff",
    "256, 190100",
    "65535, 19ffff",
    "65536, 1a00010000",
    "4294967295, 1affffffff",
    "4294967296, 1b0000000100000000",
    "9223372036854775807, 1b7fffffffffffffff",
    "-1, 20",
    "-24, 37",
    "-25, 3818",
    "-9223372036854775808, 3b7fffffffffffffff"
  })
  void writesIntegersAsShortAsTheyGo(long value, String hex) {
    assertThat(Cbor.integer(value).encode().toHex()).isEqualTo(hex);
    assertThat(((Cbor.Int) Cbor.integer(value)).longValue()).isEqualTo(value);
  }

  @Test
  void knowsIntegersBeyondSixtyThreeBits() {
    Cbor.Int most = new Cbor.Int(false, -1, Span.NONE);
    Cbor.Int least = new Cbor.Int(true, -1, Span.NONE);
    BigInteger word = BigInteger.ONE.shiftLeft(64);

    assertThat(most.value()).isEqualTo(word.subtract(BigInteger.ONE));
    assertThat(least.value()).isEqualTo(word.negate());
    assertThat(most.isLong()).isFalse();
    assertThatThrownBy(most::longValue).isInstanceOf(ArithmeticException.class);
  }

  /** The example of RFC 8949 section 4.2.1. */
  @Test
  void sortsKeysByTheirOctets() {
    Cbor.Map map =
        Cbor.map()
            .put(Cbor.bool(false), Cbor.nil())
            .put(Cbor.array(Cbor.integer(-1)), Cbor.nil())
            .put(Cbor.array(Cbor.integer(100)), Cbor.nil())
            .put("aa", Cbor.nil())
            .put("z", Cbor.nil())
            .put(-1, Cbor.nil())
            .put(100, Cbor.nil())
            .put(10, Cbor.nil())
            .build();

    assertThat(map.entries().stream().map(each -> each.key().encode().toHex()))
        .containsExactly("0a", "1864", "20", "617a", "626161", "811864", "8120", "f4");
  }

  @Test
  void sortsLargeLabelsWithoutSign() {
    Cbor.Map map =
        Cbor.map()
            .put(384, Cbor.nil())
            .put(256, Cbor.nil())
            .put(200, Cbor.nil())
            .put(100, Cbor.nil())
            .build();

    assertThat(map.encode().toHex())
        .isEqualTo("a4" + "1864f6" + "18c8f6" + "190100f6" + "190180f6");
  }

  @Test
  void writesWhatIsWrongOnPurpose() {
    Cbor twice =
        Cbor.unsorted(
            List.of(
                new Cbor.Entry(Cbor.integer(2), Cbor.nil()),
                new Cbor.Entry(Cbor.integer(1), Cbor.nil()),
                new Cbor.Entry(Cbor.integer(1), Cbor.raw(Bytes.hex("1b00")))));

    assertThat(twice.encode().toHex()).isEqualTo("a302f601f6011b00");
  }

  @Test
  void writesFloatsInTheirWidth() {
    assertThat(new Cbor.Real(2, 0x3c00, Span.NONE).encode().toHex()).isEqualTo("f93c00");
    assertThat(new Cbor.Real(4, 0x47c35000, Span.NONE).encode().toHex()).isEqualTo("fa47c35000");
    assertThat(new Cbor.Real(8, 0x3ff199999999999aL, Span.NONE).encode().toHex())
        .isEqualTo("fb3ff199999999999a");
  }

  @Test
  void comparesItemsByContentAlone() {
    Bytes source = Bytes.hex("0001");
    Cbor built = Cbor.integer(1);
    Cbor read = new Cbor.Int(false, 1, new Span(source, 1, 2));

    assertThat(read).isEqualTo(built).hasSameHashCodeAs(built);
    assertThat(read).isNotEqualTo(Cbor.integer(2));
  }

  @ParameterizedTest
  @CsvSource({
    // width, bits, whether no shorter float has the value
    "2, 3c00,             true",
    "4, 3f800000,         false",
    "4, 3f802000,         false",
    "4, 3f801000,         true",
    "4, 477fe000,         false",
    "4, 47800000,         true",
    "4, 477ff000,         true",
    "4, 33800000,         false",
    "4, 33000000,         true",
    "4, 33c00000,         true",
    "4, 387fc000,         false",
    "4, 387fe000,         true",
    "4, 38800000,         false",
    "4, 00000000,         false",
    "4, 80000000,         false",
    "4, 00000001,         true",
    "4, 7f800000,         false",
    "4, ff800000,         false",
    "4, 7fc00000,         false",
    "4, 7fc02000,         false",
    "4, 7fc00001,         true",
    "8, 3ff0000000000000, false",
    "8, 3ff199999999999a, true",
    "8, 47efffffe0000000, false",
    "8, 47f0000000000000, true",
    "8, 36a0000000000000, false",
    "8, 3690000000000000, true",
    "8, 0000000000000001, true",
    "8, 8000000000000000, false",
    "8, 7ff0000000000000, false",
    "8, 7ff8000000000000, false",
    "8, 7ff8000020000000, false",
    "8, 7ff8000010000000, true"
  })
  void knowsWhichFloatsCouldBeShorter(int width, String bits, boolean shortest) {
    assertThat(Floats.isShortest(width, Long.parseUnsignedLong(bits, 16))).isEqualTo(shortest);
  }
}
