package org.ccican.program;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * A small stack machine that runs octets which were measured: the Agent's unpacking, the
 * middleware's handing on of data and the owner's application. It stands in for a real runtime so
 * that what is executed is what was measured; every octet is an instruction or an operand.
 *
 * <p>Values are 64-bit integers. One octet of code per instruction, {@code PUSH} with one unsigned
 * octet behind it, {@code JUMP} and {@code JUMP_IF_ZERO} with two (absolute target, big-endian).
 * Bounded to {@value #STEPS} steps, {@value #DEPTH} values and {@value #OUTPUT} octets of output.
 *
 * @param code any octets; whether they are a program shows when they run
 */
public record Program(Bytes code) {

  static final int STEPS = 200_000;
  static final int DEPTH = 256;
  static final int OUTPUT = 1 << 16;
  private static final String TRAP = "evidence.program.trap";

  /**
   * The instructions; the code of each is its ordinal plus one, so that zeros do not run. SUBTRACT
   * and XOR, which are zero for the same pairs, differ in two bits: one flip changes what is done.
   */
  public enum Op {
    /** Pushes the operand. */
    PUSH,
    /** Pops an index, pushes the input's octet there. */
    INPUT,
    /** Pushes the number of input octets. */
    LENGTH,
    ADD,
    SUBTRACT,
    XOR,
    MULTIPLY,
    /** Pops b, then a; pushes the greater. */
    MAXIMUM,
    DUPLICATE,
    SWAP,
    DROP,
    /** Pops a register number, pushes its value; there are 16. */
    LOAD,
    /** Pops a register number, then a value. */
    STORE,
    JUMP,
    /** Pops; jumps if it was zero. */
    JUMP_IF_ZERO,
    /** Pops; appends the low octet to the output. */
    OUTPUT,
    /** Ends; the only way to end well. */
    HALT
  }

  /**
   * Runs on an input.
   *
   * @return the output
   * @throws Rejected if the code is not a program or leaves its bounds
   */
  public Bytes run(Bytes input) throws Rejected {
    return new Machine(input).run();
  }

  private final class Machine {

    private final Bytes input;
    private final Deque<Long> stack = new ArrayDeque<>();
    private final long[] registers = new long[16];
    private final ByteWriter output = new ByteWriter();
    private int at;

    Machine(Bytes input) {
      this.input = input;
    }

    Bytes run() throws Rejected {
      for (int step = 0; step < STEPS; step++) {
        int opcode = fetch();
        if (opcode < 1 || opcode > Op.values().length) {
          throw trap("no instruction " + opcode);
        }
        Op op = Op.values()[opcode - 1];
        if (op == Op.HALT) {
          return output.toBytes();
        }
        execute(op);
      }
      throw trap("more than " + STEPS + " steps");
    }

    private void execute(Op op) throws Rejected {
      switch (op) {
        case PUSH -> push(fetch());
        case INPUT -> push(octet(pop()));
        case LENGTH -> push(input.size());
        case ADD -> push(pop() + pop());
        case SUBTRACT -> push(-pop() + pop());
        case MULTIPLY -> push(pop() * pop());
        case XOR -> push(pop() ^ pop());
        case MAXIMUM -> push(Math.max(pop(), pop()));
        case DUPLICATE -> {
          long value = pop();
          push(value);
          push(value);
        }
        case SWAP -> {
          long upper = pop();
          long lower = pop();
          push(upper);
          push(lower);
        }
        case DROP -> pop();
        case LOAD -> push(registers[register(pop())]);
        case STORE -> {
          int register = register(pop());
          registers[register] = pop();
        }
        case JUMP -> at = target();
        case JUMP_IF_ZERO -> {
          int target = target();
          at = pop() == 0 ? target : at;
        }
        case OUTPUT -> {
          if (output.size() == OUTPUT) {
            throw trap("more than " + OUTPUT + " octets of output");
          }
          output.u8((int) pop());
        }
        case HALT -> throw new IllegalStateException("halting is the loop's business");
      }
    }

    private int fetch() throws Rejected {
      if (at >= code.size()) {
        throw trap("the code ends without a halt");
      }
      return code.at(at++);
    }

    private int target() throws Rejected {
      return fetch() << 8 | fetch();
    }

    private long octet(long index) throws Rejected {
      if (index < 0 || index >= input.size()) {
        throw trap("no input octet " + index);
      }
      return input.at((int) index);
    }

    private int register(long number) throws Rejected {
      if (number < 0 || number >= registers.length) {
        throw trap("no register " + number);
      }
      return (int) number;
    }

    private void push(long value) throws Rejected {
      if (stack.size() == DEPTH) {
        throw trap("more than " + DEPTH + " values");
      }
      stack.push(value);
    }

    private long pop() throws Rejected {
      if (stack.isEmpty()) {
        throw trap("nothing to pop");
      }
      return stack.pop();
    }

    private Rejected trap(String what) {
      return new Rejected(Reason.MALFORMED, TRAP, what + " at offset " + at + " of the program");
    }
  }
}
