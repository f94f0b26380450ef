package org.ccican.conformance.tamper;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every way to misbehave, by the words of the features. */
public final class Tamperings {

  private Tamperings() {}

  /**
   * @throws IllegalArgumentException if no tampering has these words
   */
  public static Tampering named(String words) {
    Tampering tampering = all().get(words);
    if (tampering == null) {
      throw new IllegalArgumentException("no tampering \"" + words + "\"");
    }
    return tampering;
  }

  public static SortedSet<String> words() {
    return new TreeSet<>(all().keySet());
  }

  private static Map<String, Tampering> all() {
    Map<String, Tampering> all = new TreeMap<>();
    for (List<Tampering> family :
        List.of(
            TeepTamperings.list(),
            HttpTamperings.list(),
            ManifestTamperings.list(),
            AttestationTamperings.list(),
            EarTamperings.list())) {
      for (Tampering tampering : family) {
        if (all.put(tampering.words(), tampering) != null) {
          throw new IllegalStateException("two tamperings are called " + tampering.words());
        }
      }
    }
    return all;
  }
}
