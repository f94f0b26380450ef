package org.ccican.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ccican.app.MovableClock;
import org.ccican.app.Serve;
import org.ccican.app.Stack;
import org.ccican.check.Checks;
import org.ccican.role.AgentOptions;
import org.ccican.role.RoleId;
import org.ccican.teep.WireRevision;
import org.ccican.transport.Endpoint;
import org.ccican.transport.HttpCall;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A TAM of which the suite knows its recipe and nothing else: with all of the recipe's fields every
 * scenario that can be asked of it from outside is, and what is missing there is said.
 */
class ForeignTamRecipeTest {

  private static final String NO_PLACEMENTS =
      "the recipe gives the TAM's TEEP address and none for placements";
  private static final String NO_REPOSITORY = "the tam asks a middleware-repository of its own";
  private static final String NO_SIGHT =
      "the TAM asks a Verifier of its own, out of the suite's sight";
  private static final String NO_HARDWARE =
      "the recipe does not say that the TAM knows hardware of the type ";
  private static final String NO_PARENT = "its parent ";
  private static final String NO_CLOCK = "the recipe gives no way to move the target's clock";

  /** The scenarios that move time. */
  private static final Set<String> LATER =
      new TreeSet<>(Set.of("TEEP-155.1", "TEEP-49.1", "TEEP-50.1", "TEEP-50.2"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"teep-26", "teep-legacy"})
  void passesWhatItsRecipeLetsTheSuiteAsk(String id) throws Exception {
    JsonNode report = judged(WireRevision.find(id).orElseThrow(), true, "@role-tam");

    Map<String, TreeSet<String>> outcomes = Commands.byOutcome(report, "scenarios");
    assertThat(outcomes.keySet()).containsExactlyInAnyOrder("passed", "inapplicable");
    assertThat(outcomes.get("passed")).containsAll(LATER);
    assertThat(reasons(report).keySet())
        .allSatisfy(
            reason ->
                assertThat(List.of(NO_PLACEMENTS, NO_SIGHT, NO_REPOSITORY, NO_HARDWARE, NO_PARENT))
                    .anyMatch(reason::startsWith));
    assertThat(outcomes.get("passed")).hasSizeGreaterThan(3 * outcomes.get("inapplicable").size());
    assertThat(report.path("target").path("revision").textValue()).isEqualTo(id);
  }

  @Test
  void doesNotMoveTimeWhereTheRecipeNamesNoClock() throws Exception {
    JsonNode report = judged(WireRevision.TEEP_26, false, "@id-" + String.join(" or @id-", LATER));

    assertThat(reasons(report).get(NO_CLOCK)).containsExactlyInAnyOrderElementsOf(LATER);
  }

  /** Why scenarios are inapplicable, and which. */
  private static Map<String, TreeSet<String>> reasons(JsonNode report) {
    Map<String, TreeSet<String>> reasons = new TreeMap<>();
    for (JsonNode scenario : report.path("scenarios")) {
      if (scenario.path("outcome").textValue().equals("inapplicable")) {
        reasons
            .computeIfAbsent(scenario.path("detail").textValue(), any -> new TreeSet<>())
            .add(scenario.path("id").textValue());
      }
    }
    return reasons;
  }

  /**
   * One that answers what it drops and what it takes alike (A21) and that wants a media type on
   * every request (A22): its tokens tell, and nothing else is lost.
   */
  @Test
  void passesInTheOtherReadingsOfTeepOverHttpToo() throws Exception {
    JsonNode report = judged(WireRevision.TEEP_26, true, "@role-tam", ForeignTamRecipeTest::other);

    Map<String, TreeSet<String>> outcomes = Commands.byOutcome(report, "scenarios");
    assertThat(outcomes.keySet()).containsExactlyInAnyOrder("passed", "inapplicable");
    assertThat(outcomes.get("passed")).contains("TEEP-127.2", "TOH-01.1");
    for (JsonNode reading : report.path("readings")) {
      String id = reading.path("ambiguity").textValue();
      if (Set.of("A21", "A22").contains(id)) {
        assertThat(reading.path("reading").textValue()).as(id).isEqualTo("b");
      }
    }
  }

  private static HttpReply other(HttpCall call, Endpoint next) {
    if (call.method().equals("POST") && call.mediaType().isEmpty()) {
      return HttpReply.empty(415);
    }
    HttpReply reply = next.handle(call);
    return reply.status() == 400 ? HttpReply.empty(204) : reply;
  }

  private JsonNode judged(WireRevision revision, boolean movable, String tags)
      throws IOException, CommandFailed {
    return judged(revision, movable, tags, Endpoint.Interceptor.none());
  }

  /**
   * @param manners what the TAM does otherwise than the reference
   */
  private JsonNode judged(
      WireRevision revision, boolean movable, String tags, Endpoint.Interceptor manners)
      throws IOException, CommandFailed {
    MovableClock clock = new MovableClock(InstantSource.system());
    Path recipe = folder.resolve("recipe").resolve("sut.yaml");
    try (Serve serve =
        new Serve(
            List.of(RoleId.TAM),
            0,
            Bytes.of(0),
            clock,
            Checks.unbroken(),
            new Stack.Teep(revision, AgentOptions.standard()),
            manners)) {
      Optional<String> hook = movable ? Optional.of(serve.movable(clock)) : Optional.empty();
      new Recipe(serve, revision, Map.of(), hook, List.of()).write(recipe);
      Commands.run(
          "run",
          "--sut",
          recipe.toString(),
          "--tags",
          tags,
          "--seed",
          "00",
          "--out",
          folder.toString());
    }
    return Commands.report(folder);
  }
}
