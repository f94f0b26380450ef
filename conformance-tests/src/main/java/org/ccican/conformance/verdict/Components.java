package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** The components that an Agent says it has, when the suite asks for them. */
final class Components {

  private Components() {}

  /** The claims of each component in a QueryResponse, as deterministic octets. */
  static TreeSet<Bytes> listed(TeepView response) {
    return response.option(TeepOption.TC_LIST).flatMap(CborView::items).orElse(List.of()).stream()
        .map(Components::encoded)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Bytes encoded(Cbor item) {
    return item.encode();
  }

  /** The latest QueryResponse to a probe before something, or after it. */
  static Optional<TeepView> before(ScenarioTrace trace, Exchange it, Expectation expected) {
    return seen(trace, expected, it.request().seq(), false);
  }

  static Optional<TeepView> after(ScenarioTrace trace, Exchange it, Expectation expected) {
    return seen(trace, expected, it.request().seq(), true);
  }

  private static Optional<TeepView> seen(
      ScenarioTrace trace, Expectation expected, long seq, boolean after) {
    return Played.probes(trace, expected.text("role")).stream()
        .filter(probe -> probe.request().seq() > seq == after)
        .flatMap(probe -> Played.answer(probe, expected).stream())
        .filter(view -> view.type() == TeepType.QUERY_RESPONSE)
        .reduce((earlier, later) -> later);
  }

  /** What is wrong if the components are not as before; empty if they are, as probes show. */
  static Optional<Verdict> changed(ScenarioTrace trace, Exchange it, Expectation expected) {
    Optional<TeepView> before = before(trace, it, expected);
    Optional<TeepView> after = after(trace, it, expected);
    if (before.isEmpty()) {
      return Optional.of(Verdict.inconclusive("the state before is not known"));
    }
    if (after.isEmpty()) {
      return Optional.of(
          Verdict.failed(
              "the Agent answers no QueryRequest any more",
              "a QueryResponse",
              Played.last(Played.probes(trace, expected.text("role")))
                  .map(probe -> Played.shown(probe, expected))
                  .orElse("nothing")));
    }
    return listed(before.get()).equals(listed(after.get()))
        ? Optional.empty()
        : Optional.of(
            Verdict.failed(
                "the state has changed",
                listed(before.get()).size() + " components as before",
                "other components than before"));
  }
}
