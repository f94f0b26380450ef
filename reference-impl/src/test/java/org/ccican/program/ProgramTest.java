package org.ccican.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.ccican.program.Program.Op;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramTest {

  private static final Bytes INPUT = Bytes.of(10, 20, 30);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUSH 7 OUTPUT HALT | 07",
        "PUSH 2 INPUT OUTPUT HALT | 1e",
        "LENGTH OUTPUT HALT | 03",
        "PUSH 9 PUSH 4 ADD OUTPUT HALT | 0d",
        "PUSH 9 PUSH 4 SUBTRACT OUTPUT HALT | 05",
        "PUSH 4 PUSH 9 SUBTRACT OUTPUT HALT | fb",
        "PUSH 9 PUSH 4 MULTIPLY OUTPUT HALT | 24",
        "PUSH 12 PUSH 10 XOR OUTPUT HALT | 06",
        "PUSH 9 PUSH 4 MAXIMUM OUTPUT HALT | 09",
        "PUSH 0 PUSH 1 SUBTRACT PUSH 0 MAXIMUM OUTPUT HALT | 00",
        "PUSH 5 DUPLICATE OUTPUT OUTPUT HALT | 0505",
        "PUSH 1 PUSH 2 SWAP OUTPUT OUTPUT HALT | 0102",
        "PUSH 1 PUSH 2 DROP OUTPUT HALT | 01",
        "PUSH 8 PUSH 15 STORE PUSH 15 LOAD OUTPUT HALT | 08",
        "PUSH 3 LOAD OUTPUT HALT | 00",
        "PUSH 1 JUMP 0 7 PUSH 2 OUTPUT HALT | 01",
        "PUSH 0 JUMP_IF_ZERO 0 8 PUSH 2 OUTPUT HALT | ''",
        "PUSH 1 JUMP_IF_ZERO 0 8 PUSH 2 OUTPUT HALT | 02",
        "HALT PUSH 1 OUTPUT | ''"
      })
  void doesWhatEachInstructionSays(String source, String output) throws Rejected {
    assertThat(program(source).run(INPUT)).isEqualTo(Bytes.hex(output));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUSH 1 | the code ends without a halt",
        "PUSH | the code ends without a halt",
        "JUMP 0 | the code ends without a halt",
        "JUMP 255 255 | the code ends without a halt",
        "0 HALT | no instruction 0",
        "18 HALT | no instruction 18",
        "255 HALT | no instruction 255",
        "ADD HALT | nothing to pop",
        "PUSH 1 OUTPUT OUTPUT HALT | nothing to pop",
        "PUSH 3 INPUT HALT | no input octet 3",
        "PUSH 0 PUSH 1 SUBTRACT INPUT HALT | no input octet -1",
        "PUSH 16 LOAD HALT | no register 16",
        "PUSH 1 PUSH 16 STORE HALT | no register 16",
        "PUSH 1 PUSH 0 PUSH 1 SUBTRACT STORE HALT | no register -1",
        "JUMP 0 0 | more than 200000 steps",
        "PUSH 1 JUMP 0 0 | more than 256 values",
        "PUSH 1 OUTPUT JUMP 0 0 | more than 65536 octets of output"
      })
  void trapsAtWhatIsNoProgram(String source, String what) {
    Rejected trap = catchThrowableOfType(Rejected.class, () -> program(source).run(INPUT));

    assertThat(trap.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(trap.check()).isEqualTo("evidence.program.trap");
    assertThat(trap).hasMessageContaining(what).hasMessageContaining(" at offset ");
  }

  @Test
  void holdsAsManyValuesAsItSaysAndNoMore() throws Rejected {
    assertThat(program("PUSH 1 ".repeat(256) + "OUTPUT HALT").run(INPUT)).isEqualTo(Bytes.of(1));
    assertThat(
            catchThrowableOfType(
                Rejected.class, () -> program("PUSH 1 ".repeat(257) + "HALT").run(INPUT)))
        .hasMessageContaining("more than 256 values");
  }

  @Test
  void beginsEachRunAfresh() throws Rejected {
    Program counter = program("PUSH 0 LOAD PUSH 1 ADD DUPLICATE PUSH 0 STORE OUTPUT HALT");

    assertThat(counter.run(INPUT)).isEqualTo(counter.run(INPUT)).isEqualTo(Bytes.of(1));
  }

  @ParameterizedTest
  @EnumSource(Op.class)
  void runsNoInstructionFromZeros(Op op) {
    assertThat(op.ordinal() + 1).isPositive();
    assertThat(catchThrowableOfType(Rejected.class, () -> new Program(Bytes.zero(64)).run(INPUT)))
        .hasMessageContaining("no instruction 0");
  }

  @Test
  void tellsSubtractionFromExclusiveOrByMoreThanOneBit() {
    int codes = (Op.SUBTRACT.ordinal() + 1) ^ (Op.XOR.ordinal() + 1);

    assertThat(Integer.bitCount(codes)).isGreaterThan(1);
  }

  @Test
  void endsOrTrapsOnAnyOctets() {
    Random random = new Random(20_261);
    int ended = 0;
    for (int round = 0; round < 3_000; round++) {
      Bytes code = anything(random, 40, round % 2 == 0 ? 256 : Op.values().length + 1);
      ended += endsOrTraps(new Program(code), anything(random, 8, 256)) ? 1 : 0;
    }
    assertThat(ended).isBetween(1, 2_999);
  }

  @Test
  void endsOrTrapsWhateverBitOfAShippedProgramFlips() {
    for (Program shipped : new Program[] {Programs.sum(), Programs.maximum(), Programs.copy()}) {
      for (int bit = 0; bit < shipped.code().size() * 8; bit++) {
        endsOrTraps(new Program(shipped.code().flip(bit / 8, bit % 8)), INPUT);
      }
    }
  }

  /** Whether it ended; any other exception than a refusal fails the test. */
  private static boolean endsOrTraps(Program program, Bytes input) {
    try {
      return program.run(input).size() <= Program.OUTPUT;
    } catch (Rejected trap) {
      return false;
    }
  }

  private static Bytes anything(Random random, int size, int bound) {
    ByteWriter octets = new ByteWriter();
    for (int left = random.nextInt(size); left > 0; left--) {
      octets.u8(random.nextInt(bound));
    }
    return octets.toBytes();
  }

  /** Instructions by name, operands and foreign codes as numbers. */
  private static Program program(String source) {
    ByteWriter code = new ByteWriter();
    for (String word : source.strip().split(" ")) {
      code.u8(
          Character.isDigit(word.charAt(0))
              ? Integer.parseInt(word)
              : Op.valueOf(word).ordinal() + 1);
    }
    return new Program(code.toBytes());
  }
}
