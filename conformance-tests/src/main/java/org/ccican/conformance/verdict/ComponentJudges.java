package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.wire.Bytes;

/** Which components an Agent has, seen by a QueryRequest of the suite's own. */
final class ComponentJudges {

  private ComponentJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("installed", (trace, expected, signatures) -> installed(trace, expected, true));
    judges.put("not-installed", (trace, expected, signatures) -> installed(trace, expected, false));
    judges.put("as-before", (trace, expected, signatures) -> asBefore(trace, expected));
    judges.put("same-components", (trace, expected, signatures) -> alike(trace, expected));
    return judges;
  }

  /** What each Agent listed last: an Agent is told by the item of its URI. */
  private static Verdict alike(ScenarioTrace trace, Expectation expected) {
    Map<String, Set<Bytes>> listed = new TreeMap<>();
    for (Exchange probe : Played.probes(trace, expected.text("role"))) {
      Played.answer(probe, expected)
          .filter(view -> view.type() == TeepType.QUERY_RESPONSE)
          .ifPresent(
              view ->
                  listed.put(
                      probe.request().headers().getOrDefault(":item", ""),
                      Components.listed(view)));
    }
    boolean some = listed.size() > 1 && listed.values().stream().noneMatch(Set::isEmpty);
    return Findings.of(
        some && Set.copyOf(listed.values()).size() == 1,
        "the same components of " + listed.size() + " Agents",
        listed.values().stream().map(Set::size).toList() + " components, some of them others");
  }

  private static Verdict installed(ScenarioTrace trace, Expectation expected, boolean there) {
    Optional<TeepView> now =
        Played.last(Played.probes(trace, expected.text("role")))
            .flatMap(probe -> Played.answer(probe, expected))
            .filter(view -> view.type() == TeepType.QUERY_RESPONSE);
    if (now.isEmpty()) {
      return Verdict.failed(
          "the Agent does not say what it has", "a QueryResponse", "no QueryResponse");
    }
    return Findings.of(
        now.get().installedComponents().contains(id(expected)) == there,
        expected.text("component") + (there ? " is installed" : " is not installed"),
        now.get().installedComponents().size() + " components are listed");
  }

  private static Verdict asBefore(ScenarioTrace trace, Expectation expected) {
    Optional<Exchange> it = Played.it(trace, expected.text("role"));
    return it.isEmpty()
        ? Verdict.suiteError("the suite sent nothing")
        : Components.changed(trace, it.get(), expected)
            .orElse(Verdict.passed("the components are as before"));
  }

  /** A component of one segment in UTF-8, as the suite's manifests name them. */
  private static List<Bytes> id(Expectation expected) {
    return List.of(Bytes.utf8(expected.text("component")));
  }
}
