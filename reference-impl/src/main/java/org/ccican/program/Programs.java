package org.ccican.program;

import org.ccican.program.Program.Op;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/** The programs that the reference ships: what its Agent, middleware and applications execute. */
public final class Programs {

  private static final int INDEX = 0;
  private static final int TOTAL = 1;

  private Programs() {}

  /** Every input octet XOR a key: the Agent's unpacking, and its own inverse. */
  public static Program unpack(int key) {
    return new Assembler().each(loop -> loop.octet().push(key).op(Op.XOR).op(Op.OUTPUT)).halt();
  }

  /** The input as it is: what well-behaved middleware does with an application's data. */
  public static Program copy() {
    return new Assembler().each(loop -> loop.octet().op(Op.OUTPUT)).halt();
  }

  /** An application: the sum of all octets, in two octets, big-endian, modulo 65,536. */
  public static Program sum() {
    Assembler program =
        new Assembler()
            .each(loop -> loop.octet().push(TOTAL).op(Op.LOAD).op(Op.ADD).push(TOTAL).op(Op.STORE));
    return program.twoOctets(TOTAL).halt();
  }

  /** Another application: the greatest octet. */
  public static Program maximum() {
    Assembler program =
        new Assembler()
            .each(
                loop ->
                    loop.octet().push(TOTAL).op(Op.LOAD).op(Op.MAXIMUM).push(TOTAL).op(Op.STORE));
    return program.push(TOTAL).op(Op.LOAD).op(Op.OUTPUT).halt();
  }

  /** Writes code; loops are over the input, with the index in register 0. */
  private static final class Assembler {

    private interface Body {
      Assembler write(Assembler loop);
    }

    private final ByteWriter code = new ByteWriter();

    Assembler op(Op op) {
      code.u8(op.ordinal() + 1);
      return this;
    }

    Assembler push(int value) {
      op(Op.PUSH);
      code.u8(value);
      return this;
    }

    /** The input octet at the index. */
    Assembler octet() {
      return push(INDEX).op(Op.LOAD).op(Op.INPUT);
    }

    Assembler each(Body body) {
      int start = code.size();
      Bytes written = body.write(new Assembler()).code.toBytes();
      Assembler condition = new Assembler().op(Op.LENGTH).push(INDEX).op(Op.LOAD).op(Op.SUBTRACT);
      Bytes test = condition.code.toBytes();
      Assembler advance =
          new Assembler().push(INDEX).op(Op.LOAD).push(1).op(Op.ADD).push(INDEX).op(Op.STORE);
      Bytes step = advance.code.toBytes();
      int end = start + test.size() + 3 + written.size() + step.size() + 3;
      code.put(test);
      jump(Op.JUMP_IF_ZERO, end);
      code.put(written).put(step);
      jump(Op.JUMP, start);
      return this;
    }

    /** High octet first: subtracts 256 until less is left, counting in register 2. */
    Assembler twoOctets(int register) {
      int start = code.size();
      // min(value, 255) = value - (max(value, 255) - 255); more than 255 is left if that differs.
      Assembler rest =
          new Assembler()
              .push(register)
              .op(Op.LOAD)
              .push(255)
              .op(Op.MAXIMUM)
              .push(255)
              .op(Op.SUBTRACT);
      Assembler carry =
          new Assembler()
              .push(register)
              .op(Op.LOAD)
              .push(255)
              .op(Op.SUBTRACT)
              .push(1)
              .op(Op.SUBTRACT)
              .push(register)
              .op(Op.STORE)
              .push(2)
              .op(Op.LOAD)
              .push(1)
              .op(Op.ADD)
              .push(2)
              .op(Op.STORE);
      Bytes test = rest.code.toBytes();
      Bytes body = carry.code.toBytes();
      int end = start + test.size() + 3 + body.size() + 3;
      code.put(test);
      jump(Op.JUMP_IF_ZERO, end);
      code.put(body);
      jump(Op.JUMP, start);
      return push(2).op(Op.LOAD).op(Op.OUTPUT).push(register).op(Op.LOAD).op(Op.OUTPUT);
    }

    Program halt() {
      op(Op.HALT);
      return new Program(code.toBytes());
    }

    private void jump(Op op, int target) {
      op(op);
      code.u8(target >> 8).u8(target);
    }
  }
}
