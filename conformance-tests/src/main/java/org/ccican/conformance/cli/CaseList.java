package org.ccican.conformance.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccican.conformance.suite.Planned;

/** The cases of a run before it, in words. */
final class CaseList {

  private static final String NOT_PLAYED = "the target does not play";

  private CaseList() {}

  /** A line for each case, then how many there are. */
  static List<String> lines(List<Planned> cases) {
    List<String> lines = new ArrayList<>();
    for (Planned each : cases) {
      lines.add(
          each.inapplicable().isEmpty()
              ? "run   " + each.scenario().id() + "  " + each.scenario().name()
              : "skip  "
                  + each.scenario().id()
                  + "  "
                  + each.scenario().name()
                  + ": "
                  + each.inapplicable().get());
    }
    lines.add(count(cases));
    return lines;
  }

  /** How many cases there are for each role, and why others do not apply. */
  static List<String> summary(List<Planned> cases) {
    List<String> lines = new ArrayList<>();
    lines.add(count(cases));
    Map<String, Integer> byRole = new TreeMap<>();
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (Planned each : cases) {
      String reason = each.inapplicable().orElse("");
      if (reason.isEmpty()) {
        each.scenario().roles().forEach(role -> byRole.merge(role, 1, Integer::sum));
      } else {
        reasons.merge(general(reason), 1, Integer::sum);
      }
    }
    byRole.forEach((role, count) -> lines.add(number(count) + "  judge the " + role));
    if (!reasons.isEmpty()) {
      lines.add("not applicable, and why:");
    }
    reasons.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(each -> lines.add(number(each.getValue()) + "  " + each.getKey()));
    return lines;
  }

  private static String count(List<Planned> cases) {
    long applicable = cases.stream().filter(each -> each.inapplicable().isEmpty()).count();
    return applicable + " of " + cases.size() + " scenarios will be run";
  }

  /** Reasons that differ by a name are one here. */
  private static String general(String reason) {
    if (reason.startsWith(NOT_PLAYED)) {
      return "they judge roles that the target does not play";
    }
    return reason.startsWith("its parent ") ? "their parents do not apply" : reason;
  }

  private static String number(int count) {
    return String.format("%6d", count);
  }
}
