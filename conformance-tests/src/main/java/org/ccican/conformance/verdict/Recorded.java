package org.ccican.conformance.verdict;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.conformance.trace.Exchange;
import org.ccican.conformance.trace.RunTrace;
import org.ccican.conformance.trace.ScenarioTrace;

/** What is judged by looking on: traffic in which the suite has no part. */
public final class Recorded {

  /** Stands in the id of a scenario that was made of a recording, after the requirement's. */
  public static final String MARK = ".recorded-";

  private Recorded() {}

  /** Whether a log was made of a recording, and of nothing else. */
  public static boolean is(RunTrace trace) {
    Set<String> ids = trace.scenarios().keySet();
    return !ids.isEmpty() && ids.stream().allMatch(Recorded::isMade);
  }

  /** Whether a scenario was made of a recording. */
  public static boolean isMade(String id) {
    return id.contains(MARK);
  }

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("each", Recorded::each);
    return judges;
  }

  /** A property of every answer of one type, whatever it answers. */
  private static Verdict each(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    String role = expected.text("role");
    TeepType type = TeepJudges.TYPES.get(expected.text("type"));
    String property = expected.text("property");
    Findings findings = new Findings();
    for (Exchange exchange : trace.exchanges("teep-broker", role)) {
      Optional<TeepView> answer =
          Played.answer(exchange, expected).filter(view -> view.type() == type);
      if (answer.isPresent()) {
        findings.look(
            AnswerProperties.holds(
                property,
                new AnswerProperties.Context(
                    exchange,
                    Played.request(exchange, expected),
                    answer.get(),
                    expected,
                    signatures)),
            "the answer to message " + exchange.request().seq() + " does not");
      }
    }
    return findings.verdict("each " + expected.text("type") + " of " + role + " " + property);
  }
}
