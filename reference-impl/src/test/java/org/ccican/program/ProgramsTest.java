package org.ccican.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramsTest {

  @ParameterizedTest
  @CsvSource({"'',0000", "00,0000", "05,0005", "ff,00ff", "ff01,0100", "ffff,01fe", "0a141e,003c"})
  void sumsOctetsIntoTwo(String input, String sum) throws Rejected {
    assertThat(Programs.sum().run(Bytes.hex(input))).isEqualTo(Bytes.hex(sum));
  }

  @ParameterizedTest
  @CsvSource({"'',00", "00,00", "05,05", "05ff10,ff", "7f80,80"})
  void findsTheGreatestOctet(String input, String greatest) throws Rejected {
    assertThat(Programs.maximum().run(Bytes.hex(input))).isEqualTo(Bytes.hex(greatest));
  }

  @Test
  void sumsLikeAnybodyElse() throws Rejected {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      byte[] input = new byte[random.nextInt(500)];
      random.nextBytes(input);
      int sum = 0;
      for (byte octet : input) {
        sum += octet & 0xff;
      }
      assertThat(Programs.sum().run(Bytes.of(input))).isEqualTo(Bytes.of(sum >> 8, sum));
    }
  }

  @Test
  void copiesAndUnpacksWhatItPacked() throws Rejected {
    Random random = new Random(8);
    for (int key : new int[] {0, 1, 0x5a, 0xff}) {
      byte[] octets = new byte[random.nextInt(1_000)];
      random.nextBytes(octets);
      Bytes input = Bytes.of(octets);
      Bytes packed = Programs.unpack(key).run(input);

      assertThat(Programs.copy().run(input)).isEqualTo(input);
      assertThat(packed.equals(input)).isEqualTo(key == 0);
      assertThat(Programs.unpack(key).run(packed)).isEqualTo(input);
    }
  }

  @Test
  void trapsAtMoreInputThanItsStepsAllow() throws Rejected {
    assertThat(Programs.copy().run(Bytes.zero(10_000)).size()).isEqualTo(10_000);
    assertThat(catchThrowableOfType(Rejected.class, () -> Programs.copy().run(Bytes.zero(20_000))))
        .hasMessageContaining("more than 200000 steps");
  }
}
