package org.ccican.conformance.specimen;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.wire.Bytes;

/**
 * A message that the suite sends in the place of a role.
 *
 * @param words what features call it: article, type, and in what it is special
 * @param parent words of the specimen from which it departs in one thing; empty for a base
 * @param places in which it differs from its parent
 * @param own what it needs to know beyond what all of its type do
 * @param maker makes its octets
 */
public record Specimen(
    String words, Optional<String> parent, int places, Set<Need> own, Maker maker) {

  public Specimen {
    Objects.requireNonNull(words);
    Objects.requireNonNull(parent);
    own = Set.copyOf(own);
    Objects.requireNonNull(maker);
  }

  /** One that has everything with it. */
  Specimen(String words, Optional<String> parent, int places, Maker maker) {
    this(words, parent, places, Set.of(), maker);
  }

  public Bytes octets(Situation situation) {
    return maker.octets(situation);
  }

  /** The type that the words begin with, such as {@code QueryRequest}. */
  public String type() {
    return words.split(" ", 3)[1];
  }

  /** What has to be known beforehand to make it. */
  public Set<Need> needs() {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    needs.addAll(own);
    if (type().equals("Update")) {
      needs.add(Need.VENDOR_ID);
      needs.add(Need.CLASS_ID);
    }
    return needs;
  }

  /** Something that is so for one device and not for another. */
  public enum Need {
    /** It fetches from a URI at which the suite serves payloads. */
    PAYLOADS,
    VENDOR_ID,
    CLASS_ID,
    DEVICE_ID,
    ENCRYPTION_KEY
  }

  /** Makes the octets of one message. */
  @FunctionalInterface
  public interface Maker {
    Bytes octets(Situation situation);
  }
}
