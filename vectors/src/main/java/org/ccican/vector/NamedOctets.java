package org.ccican.vector;

import java.util.Objects;

/**
 * A DER certificate or revocation list, under the name by which a vector file holds it.
 *
 * @param name unique in its file, for instance {@code genoa.vcek}
 */
public record NamedOctets(String name, Octets octets) {

  public NamedOctets {
    Objects.requireNonNull(name);
    Objects.requireNonNull(octets);
  }
}
