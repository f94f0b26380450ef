package org.ccican.conformance.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.wire.Cbor;

/**
 * The second reading of an unclear text where nobody asked for it: it shows in the messages that
 * the judged roles sent, whatever the scenario is about. What such a message has no place for
 * cannot be asked of it.
 */
public final class OtherReadings {

  /** The roles that speak TEEP. */
  private static final List<String> SPEAKERS = List.of("tam", "teep-agent");

  /** By ambiguity: what can only be asked of messages that the first reading has shaped. */
  private static final Map<String, Predicate<Expectation>> SHAPES =
      Map.of(
          // a map would have keys, and no text gives them
          "A1", expected -> true,
          "A8", expected -> property(expected).equals("has no attestation payload"),
          "A11",
              expected ->
                  expected.judge().equals("agent-refuses-manifest")
                      || property(expected).matches(".*[Rr]eport.*"));

  private OtherReadings() {}

  /** Ids of the ambiguities whose second reading the judged roles' messages follow. */
  public static SortedSet<String> shown(ScenarioTrace trace) {
    SortedSet<String> shown = new TreeSet<>();
    Optional<Expectation> any = trace.expectations().stream().map(Expectation::of).findFirst();
    any.ifPresent(
        expected ->
            trace.header().stream()
                .flatMap(header -> header.roles().stream())
                .filter(SPEAKERS::contains)
                .flatMap(role -> sentBy(trace, expected, role))
                .forEach(shown::add));
    return shown;
  }

  /**
   * What becomes of an expectation that failed, if it fails for the shape that its message has by
   * the second reading of a text.
   */
  static Optional<Verdict> excused(ScenarioTrace trace, Expectation expected) {
    List<String> roles = expected.findText("role").map(List::of).orElse(SPEAKERS);
    return roles.stream()
        .filter(SPEAKERS::contains)
        .flatMap(role -> sentBy(trace, expected, role))
        .filter(id -> SHAPES.containsKey(id) && SHAPES.get(id).test(expected))
        .findFirst()
        .map(
            id ->
                Verdict.inapplicable(
                    "the target follows reading b of " + id + ", where there is no such thing"));
  }

  private static Stream<String> sentBy(ScenarioTrace trace, Expectation expected, String role) {
    return TeepExchange.sentBy(trace, expected, role).stream()
        .flatMap(
            sent ->
                sent.view().isPresent()
                    ? sent.view().get().otherReadings().stream()
                    : isMap(sent) ? Stream.of("A1") : Stream.empty());
  }

  /** Whether the payload of a message is a map. */
  private static boolean isMap(TeepExchange.Sent sent) {
    return CoseView.readEach(sent.event().body()).view().stream()
        .flatMap(views -> views.get(0).payload().stream())
        .flatMap(payload -> CborView.read(payload).view().stream())
        .anyMatch(Cbor.Map.class::isInstance);
  }

  private static String property(Expectation expected) {
    return expected.findText("property").orElse("");
  }
}
