package org.ccican.conformance.specimen;

import java.util.Objects;
import java.util.Optional;
import org.ccican.wire.Bytes;

/**
 * A message that the suite sends in the place of a role.
 *
 * @param words what features call it: article, type, and in what it is special
 * @param parent words of the specimen from which it departs in one thing; empty for a base
 * @param places in which it differs from its parent
 * @param served whether it names a URI at which the suite serves payloads
 * @param maker makes its octets
 */
public record Specimen(
    String words, Optional<String> parent, int places, boolean served, Maker maker) {

  public Specimen {
    Objects.requireNonNull(words);
    Objects.requireNonNull(parent);
    Objects.requireNonNull(maker);
  }

  /** One that has everything with it. */
  Specimen(String words, Optional<String> parent, int places, Maker maker) {
    this(words, parent, places, false, maker);
  }

  public Bytes octets(Situation situation) {
    return maker.octets(situation);
  }

  /** The type that the words begin with, such as {@code QueryRequest}. */
  public String type() {
    return words.split(" ", 3)[1];
  }

  /** Makes the octets of one message. */
  @FunctionalInterface
  public interface Maker {
    Bytes octets(Situation situation);
  }
}
