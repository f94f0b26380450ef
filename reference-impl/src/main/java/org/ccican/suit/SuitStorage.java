package org.ccican.suit;

import java.util.Optional;
import java.util.Set;
import org.ccican.wire.Bytes;

/**
 * Named octets that survive a loss of power, but only once they are synced: until then a write may
 * be there, not there or there in part, and a rename or a removal done or not done. A port; {@link
 * FileSuitStorage} is one on a file system.
 */
public interface SuitStorage {

  Set<String> names();

  Optional<Bytes> read(String name);

  void write(String name, Bytes octets);

  /** Gives octets another name in one step; what had that name is gone. */
  void rename(String from, String to);

  void remove(String name);

  /** Returns when everything that was done before will last. */
  void sync();
}
