package org.ccican.conformance.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ccican.conformance.report.MessageLine.Direction;
import org.ccican.conformance.requirement.Level;
import org.ccican.conformance.verdict.Outcome;
import org.ccican.wire.Bytes;

/** Fixed runs, made by hand, that every view is tried on. */
final class SampleRuns {

  static final Instant STARTED = Instant.parse("2026-03-01T09:30:15.250Z");
  static final Instant INSTANT = Instant.parse("2026-01-15T12:00:00Z");
  static final String DRAFT = "draft-yang-teep-ccican-00";
  static final String TEEP = "draft-ietf-teep-protocol-26";

  /**
   * Markup, a template directive, XML's forbidden characters, bidirectional controls, long words.
   */
  static final String HOSTILE =
      "</script><img src=x onerror=alert(1)><!-- ]]> ${7*7} <#list> &amp; \" '"
          + " \u0000\u001b[31m\u0008\ufffe \u202e\u0645\u0631\u062d\u0628\u0627 gnp.exe"
          + " \ud83d\ude00 \ud800 "
          + "x".repeat(10_000);

  private SampleRuns() {}

  static RunReport passed() {
    return run(
        "",
        0,
        "",
        List.of(
            requirement("PROV-01", Level.STEP, DRAFT, "4(1)", "moc", Outcome.PASSED, 2),
            requirement("PROV-02", Level.STEP, DRAFT, "4(2)", "tam", Outcome.PASSED, 1),
            requirement(
                "ATT-01", Level.STEP, DRAFT, "5(1)", "application-owner", Outcome.PASSED, 2),
            requirement("TEEP-01", Level.MUST, TEEP, "7.1", "tam", Outcome.PASSED, 1)),
        List.of(
            scenario("PROV-01.1", "PROV-01", Outcome.PASSED),
            scenario("PROV-01.2", "PROV-01", Outcome.PASSED),
            scenario("PROV-02.1", "PROV-02", Outcome.PASSED),
            scenario("ATT-01.1", "ATT-01", Outcome.PASSED),
            scenario("ATT-01.2", "ATT-01", Outcome.PASSED),
            scenario("TEEP-01.1", "TEEP-01", Outcome.PASSED)));
  }

  /** Every outcome and every level at least once. */
  static RunReport failed() {
    List<RequirementResult> requirements =
        List.of(
            requirement("PROV-01", Level.STEP, DRAFT, "4(1)", "moc", Outcome.PASSED, 2),
            requirement("PROV-02", Level.STEP, DRAFT, "4(2)", "tam", Outcome.FAILED, 2),
            requirement("PROV-03", Level.STEP, DRAFT, "4(3)", "teep-broker", Outcome.BLOCKED, 1),
            requirement("ATT-01", Level.STEP, DRAFT, "5(1)", "middleware", Outcome.INCONCLUSIVE, 1),
            untested("ATT-03", "building the middleware from source needs the vendor's tools"),
            requirement(
                "ATT-04", Level.STEP, DRAFT, "5(4)", "application-owner", Outcome.PASSED, 1),
            requirement("SEC-01", Level.DERIVED, DRAFT, "7", "verifier", Outcome.SUITE_ERROR, 1),
            requirement("TEEP-01", Level.MUST, TEEP, "7.1", "tam", Outcome.PASSED, 1),
            requirement("TEEP-02", Level.SHOULD, TEEP, "7.2", "teep-agent", Outcome.FAILED, 1),
            requirement("TEEP-03", Level.MAY, TEEP, "7.3", "teep-agent", Outcome.INAPPLICABLE, 1),
            requirement("TEEP-04", Level.MUST, TEEP, "7.3", "teep-agent", Outcome.NOT_RUN, 1));
    List<ScenarioResult> scenarios =
        List.of(
            scenario("PROV-01.1", "PROV-01", Outcome.PASSED),
            scenario("PROV-01.2", "PROV-01", Outcome.PASSED),
            scenario("PROV-02.1", "PROV-02", Outcome.PASSED),
            scenario("PROV-02.2", "PROV-02", Outcome.FAILED),
            scenario("PROV-03.1", "PROV-03", Outcome.BLOCKED),
            scenario("ATT-01.1", "ATT-01", Outcome.INCONCLUSIVE),
            scenario("ATT-04.1", "ATT-04", Outcome.PASSED),
            scenario("SEC-01.1", "SEC-01", Outcome.SUITE_ERROR),
            scenario("TEEP-01.1", "TEEP-01", Outcome.PASSED),
            scenario("TEEP-02.1", "TEEP-02", Outcome.FAILED),
            scenario("TEEP-03.1", "TEEP-03", Outcome.INAPPLICABLE));
    return run("", 3, "", requirements, scenarios);
  }

  static RunReport incomplete() {
    return run(
        "the TAM at the other end closed its port after 2 of 11 scenarios",
        0,
        "@role-tam",
        List.of(
            requirement("PROV-01", Level.STEP, DRAFT, "4(1)", "moc", Outcome.NOT_RUN, 2),
            requirement("PROV-02", Level.STEP, DRAFT, "4(2)", "tam", Outcome.PASSED, 1)),
        List.of(scenario("PROV-02.1", "PROV-02", Outcome.PASSED)));
  }

  static RunReport empty() {
    return run("", 5, "@no-such-tag", List.of(), List.of());
  }

  /** Every text of it was chosen by somebody who means harm. */
  static RunReport hostile() {
    MessageLine message =
        new MessageLine(
            0,
            HOSTILE,
            HOSTILE,
            Direction.REQUEST,
            HOSTILE,
            200,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            4,
            "3c2f7363",
            MessageLine.Delivery.ALTERED,
            List.of(new MessageLine.Change(2, 2, "7363", 0, "")));
    ScenarioResult failed =
        new ScenarioResult(
            "1" + HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            true,
            HOSTILE,
            Outcome.FAILED,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            new Blamed("target", HOSTILE),
            12,
            List.of(
                new ScenarioResult.Expectation(HOSTILE, Outcome.FAILED, HOSTILE, HOSTILE, HOSTILE)),
            List.of(message));
    RequirementResult requirement =
        new RequirementResult(
            HOSTILE,
            Level.MUST,
            HOSTILE,
            HOSTILE,
            List.of(HOSTILE, HOSTILE),
            HOSTILE,
            Outcome.FAILED,
            List.of("1" + HOSTILE, "2" + HOSTILE),
            1,
            "");
    RequirementResult untested =
        new RequirementResult(
            "3" + HOSTILE,
            Level.MAY,
            HOSTILE,
            HOSTILE,
            List.of(),
            HOSTILE,
            Outcome.NOT_RUN,
            List.of(),
            1,
            HOSTILE);
    return RunReport.of(
        HOSTILE,
        HOSTILE,
        HOSTILE,
        STARTED,
        INSTANT,
        HOSTILE,
        HOSTILE,
        new RunReport.Target(HOSTILE, HOSTILE, List.of(HOSTILE), true, List.of(HOSTILE)),
        new RunReport.Reproduction(HOSTILE, HOSTILE, HOSTILE),
        1,
        new GateResult(
            HOSTILE,
            "2026-03-01",
            1,
            0,
            List.of(
                new GateNote(
                    GateNote.Kind.OTHERWISE,
                    HOSTILE,
                    "1" + HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    HOSTILE))),
        List.of(requirement, untested),
        List.of(failed),
        List.of(
            new ReadingResult(
                HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "a", HOSTILE, List.of("X"))));
  }

  /** As many scenarios as asked for, each of forty messages longer than an excerpt. */
  static RunReport large(int count, Outcome outcome) {
    List<MessageLine> messages = new ArrayList<>();
    for (int seq = 0; seq < 40; seq++) {
      messages.add(message(seq, "tam", "teep-broker", Bytes.zero(700), Bytes.zero(700), ""));
    }
    return run(
        "",
        outcome == Outcome.PASSED ? 0 : 1,
        "",
        IntStream.range(0, count)
            .mapToObj(i -> requirement("TEEP-" + i, Level.MUST, TEEP, "7", "tam", outcome, 1))
            .toList(),
        IntStream.range(0, count)
            .mapToObj(i -> scenario("TEEP-" + i + ".1", "TEEP-" + i, outcome, messages))
            .toList());
  }

  static RunReport run(
      String incompleteReason,
      int exitCode,
      String tags,
      List<RequirementResult> requirements,
      List<ScenarioResult> scenarios) {
    return RunReport.of(
        "0.1.0",
        "2",
        "5eed0001",
        STARTED,
        INSTANT,
        "17.0.15",
        incompleteReason,
        new RunReport.Target(
            "the reference stack, every role",
            "teep-26",
            List.of("moc", "tam", "teep-broker", "teep-agent"),
            true,
            List.of("evidence format sev-snp", "ES256")),
        new RunReport.Reproduction("./ccican run --seed 5eed0001", tags, ""),
        exitCode,
        new GateResult(
            "known.yaml",
            "2026-03-01",
            scenarios.size(),
            0,
            List.of(
                new GateNote(
                    GateNote.Kind.EXPIRED, "", "OLD-01.1", "gone", "2026-02-28", "", "none"))),
        requirements,
        scenarios,
        List.of(
            new ReadingResult(
                "A6",
                "teep-protocol",
                "11",
                "May a token come again?",
                "",
                "a",
                "Never.",
                List.of()),
            new ReadingResult(
                "A7", "teep-protocol", "4.3", "Empty lists?", "", "", "", List.of())));
  }

  static RequirementResult requirement(
      String id,
      Level level,
      String document,
      String section,
      String role,
      Outcome outcome,
      int scenarios) {
    return new RequirementResult(
        id,
        level,
        document,
        section,
        List.of(role),
        "The "
            + role
            + " does what section "
            + section
            + " asks of it before anything else happens",
        outcome,
        IntStream.rangeClosed(1, scenarios).mapToObj(number -> id + "." + number).toList(),
        1,
        "");
  }

  static RequirementResult untested(String id, String why) {
    return new RequirementResult(
        id,
        Level.STEP,
        DRAFT,
        "5(3)",
        List.of("application-owner"),
        "The owner makes reference values from the source code of agent and middleware",
        Outcome.NOT_RUN,
        List.of(),
        1,
        why);
  }

  static ScenarioResult scenario(String id, String requirement, Outcome outcome) {
    Bytes query = Bytes.utf8("d28443a10126a0 a query request that asks for an attestation");
    return scenario(
        id,
        requirement,
        outcome,
        List.of(
            message(3, "moc", "tam", query, query, ""),
            message(4, "tam", "teep-broker", query, query.flip(9, 0), "broker.flip-bit"),
            new MessageLine(
                5,
                "teep-broker",
                "tam",
                Direction.RESPONSE,
                "teep",
                204,
                "",
                "",
                "suite",
                0,
                "",
                MessageLine.Delivery.AS_SENT,
                List.of())));
  }

  static ScenarioResult scenario(
      String id, String requirement, Outcome outcome, List<MessageLine> messages) {
    boolean good = outcome == Outcome.PASSED;
    String actual = good ? "" : "an Update was sent, at message 14";
    return new ScenarioResult(
        id,
        "TAM refuses a response to a token it never issued",
        requirement.startsWith("ATT") ? "Attestation" : "Provisioning",
        requirement,
        id.endsWith(".2"),
        id.endsWith(".2") ? requirement + ".1" : "",
        outcome,
        good ? "" : "the token in the response was 7f3a00c1; the TAM had issued none like it",
        good ? "" : "no Update follows the response",
        actual,
        good ? Blamed.nobody() : new Blamed("target", "the reference passes the same case"),
        1_234,
        List.of(
            new ScenarioResult.Expectation("exchange-happened", Outcome.PASSED, "", "", ""),
            new ScenarioResult.Expectation(
                "no-message-after",
                outcome,
                good ? "" : "no Update follows the response",
                actual,
                good ? "" : "judged over messages 3 to 20")),
        messages);
  }

  static MessageLine message(
      int seq, String from, String to, Bytes body, Bytes delivered, String tampering) {
    return MessageLine.of(
        seq,
        from,
        to,
        Direction.REQUEST,
        "teep",
        0,
        "application/teep+cbor",
        tampering,
        "role",
        body,
        Optional.of(delivered));
  }
}
