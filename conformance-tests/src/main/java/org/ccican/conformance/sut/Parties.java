package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The roles of a target by whom they cannot be parted from: a device is one party, since what
 * passes inside it passes nobody, and every other role is one by itself.
 */
final class Parties {

  private Parties() {}

  /** Each party in the words of its roles, in the order of the recipe. */
  static List<String> of(Collection<SutRole> roles) {
    Map<String, TreeSet<String>> parties = new LinkedHashMap<>();
    for (SutRole each : roles) {
      boolean device = each.reach() instanceof Reach.Trigger && Device.ROLES.contains(each.role());
      parties
          .computeIfAbsent(device ? "device" : each.role().id(), any -> new TreeSet<>())
          .add(each.role().id());
    }
    List<String> words = new ArrayList<>();
    parties.values().forEach(each -> words.add(String.join(" and ", each)));
    return words;
  }
}
