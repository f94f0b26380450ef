package org.ccican.app;

import org.ccican.cose.Crypto;
import org.ccican.role.Randomness;
import org.ccican.wire.ByteWriter;
import org.ccican.wire.Bytes;

/**
 * Octets that follow from a seed: SHA-256 over seed, name and a counter. Streams split by name are
 * independent, so that order and parallelism change nothing.
 */
public final class SeededRandomness implements Randomness {

  private final Bytes seed;
  private long counter;

  public SeededRandomness(Bytes seed) {
    this.seed = Crypto.sha256(seed);
  }

  /** A stream of its own, the same for the same name whatever was drawn before. */
  public SeededRandomness split(String name) {
    return new SeededRandomness(Bytes.concat(seed, Bytes.utf8(name)));
  }

  @Override
  public synchronized Bytes next(int size) {
    ByteWriter out = new ByteWriter();
    while (out.size() < size) {
      Bytes block = Crypto.sha256(new ByteWriter().put(seed).u64le(counter++).toBytes());
      out.put(block.slice(0, Math.min(block.size(), size - out.size())));
    }
    return out.toBytes();
  }
}
