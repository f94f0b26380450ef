package org.ccican.conformance.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccican.conformance.step.Scenario;

/**
 * One of several parts of a run, each of which can be had on another machine. Which scenario is in
 * which part follows from the scenarios alone.
 *
 * @param index from 1
 * @param of how many parts there are
 */
public record Shard(int index, int of) {

  /** More parts than that have nothing to do. */
  public static final int MOST = 256;

  /** So many scenarios with one parent stay together, so that it seldom runs twice. */
  private static final int HANDFUL = 8;

  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,2})/([1-9][0-9]{0,2})");

  /**
   * @throws IllegalArgumentException if there is no such part
   */
  public Shard {
    if (of < 1 || of > MOST || index < 1 || index > of) {
      throw new IllegalArgumentException("there is no part " + index + " of " + of);
    }
  }

  /** As on the command line and in the log: {@code 2/5}. */
  public static Optional<Shard> find(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int index = Integer.parseInt(matcher.group(1));
    int of = Integer.parseInt(matcher.group(2));
    return index > of || of > MOST ? Optional.empty() : Optional.of(new Shard(index, of));
  }

  /** The scenarios of this part, without the parents that others of them need. */
  List<Scenario> part(List<Scenario> scenarios) {
    Map<String, List<Scenario>> families = new TreeMap<>();
    for (Scenario each : scenarios) {
      families.computeIfAbsent(root(each), any -> new ArrayList<>()).add(each);
    }
    List<List<Scenario>> handfuls = new ArrayList<>();
    for (List<Scenario> family : families.values()) {
      List<Scenario> sorted = family.stream().sorted(Comparator.comparing(Scenario::id)).toList();
      for (int from = 0; from < sorted.size(); from += HANDFUL) {
        handfuls.add(sorted.subList(from, Math.min(from + HANDFUL, sorted.size())));
      }
    }
    handfuls.sort(Comparator.comparing((List<Scenario> one) -> -one.size()));
    int[] load = new int[of];
    Map<String, Integer> places = new HashMap<>();
    for (List<Scenario> handful : handfuls) {
      int place = lightest(load);
      load[place] += handful.size();
      handful.forEach(each -> places.put(each.id(), place));
    }
    return scenarios.stream().filter(each -> places.get(each.id()) == index - 1).toList();
  }

  @Override
  public String toString() {
    return index + "/" + of;
  }

  private static String root(Scenario scenario) {
    return scenario.parent().isEmpty() ? scenario.id() : scenario.parent();
  }

  private static int lightest(int[] load) {
    int least = Arrays.stream(load).min().orElseThrow();
    int place = 0;
    while (load[place] != least) {
      place++;
    }
    return place;
  }
}
