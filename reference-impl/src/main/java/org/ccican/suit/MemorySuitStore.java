package org.ccican.suit;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;

/** A store that lasts as long as its owner. */
public final class MemorySuitStore implements SuitStore {

  private final long room;
  private SuitState state = SuitState.empty();

  public MemorySuitStore() {
    this(Long.MAX_VALUE);
  }

  /**
   * @param room octets of payloads and manifests together
   */
  public MemorySuitStore(long room) {
    this.room = room;
  }

  /** What finds its way back after an end of power: a store of the octets of this one. */
  public synchronized MemorySuitStore reopened() {
    Map<Bytes, Bytes> kept = new HashMap<>();
    SuitStateCodec.contents(state).forEach(each -> kept.put(Crypto.sha256(each), each));
    MemorySuitStore again = new MemorySuitStore(room);
    again.commit(SuitStateCodec.decode(SuitStateCodec.encode(state), kept::get));
    return again;
  }

  @Override
  public boolean hasRoom(SuitState next) {
    return SuitStateCodec.contents(next).stream().mapToLong(Bytes::size).sum() <= room;
  }

  @Override
  public synchronized SuitState state() {
    return state;
  }

  @Override
  public synchronized void commit(SuitState next) {
    state = Objects.requireNonNull(next);
  }
}
