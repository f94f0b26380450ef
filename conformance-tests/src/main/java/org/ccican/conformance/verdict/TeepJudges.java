package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.conformance.verdict.TeepExchange.Sent;
import org.ccican.conformance.verdict.TeepExchange.Turn;
import org.ccican.wire.Bytes;

/** What TAM and Agent said in TEEP, judged from the octets they sent. */
final class TeepJudges {

  static final Map<String, TeepType> TYPES =
      Map.of(
          "QueryRequest", TeepType.QUERY_REQUEST,
          "QueryResponse", TeepType.QUERY_RESPONSE,
          "Update", TeepType.UPDATE,
          "Success", TeepType.SUCCESS,
          "Error", TeepType.ERROR);

  /** As the protocol spells it: {@code QueryRequest}. */
  static String name(TeepType type) {
    return TYPES.entrySet().stream()
        .filter(each -> each.getValue() == type)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /**
   * What says that a message was refused for good: permanent error, bad certificate, manifest
   * processing failed. The other codes ask for something else or for another try.
   */
  private static final Set<String> REFUSALS =
      Set.of("ERR_PERMANENT_ERROR", "ERR_BAD_CERTIFICATE", "ERR_MANIFEST_PROCESSING_FAILED");

  private TeepJudges() {}

  static Map<String, Judge> table() {
    Map<String, Judge> judges = new HashMap<>();
    judges.put("teep-valid", (trace, expected, signatures) -> valid(trace, expected));
    judges.put("teep-signed", TeepJudges::signed);
    judges.put("query-before-update", (trace, expected, signatures) -> queryFirst(trace, expected));
    judges.put("updates", (trace, expected, signatures) -> updates(trace, expected));
    judges.put("update-holds", (trace, expected, signatures) -> updateHolds(trace, expected));
    judges.put("successes", TeepJudges::successes);
    judges.put("agent-error", TeepJudges::agentError);
    return judges;
  }

  private static Verdict valid(ScenarioTrace trace, Expectation expected) {
    String role = expected.text("role");
    Optional<TeepType> type = expected.findText("type").map(TYPES::get);
    Findings findings = new Findings();
    for (Sent sent : TeepExchange.sentBy(trace, expected, role)) {
      if (type.isEmpty() || sent.is(type.get())) {
        List<String> deviations =
            sent.view().map(TeepView::broken).orElse(List.of(sent.reading().detail()));
        findings.look(
            deviations.isEmpty(),
            "message " + sent.event().seq() + ": " + String.join("; ", deviations));
      }
    }
    return findings.verdict(
        "every "
            + expected.findText("type").orElse("TEEP message")
            + " of "
            + role
            + " keeps the rules");
  }

  private static Verdict signed(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    String role = expected.text("role");
    Findings findings = new Findings();
    for (Sent sent : TeepExchange.sentBy(trace, expected, role)) {
      Reading<List<CoseView>> cose = CoseView.readEach(sent.event().body());
      List<Bytes> keys =
          expected.findOctets("key").map(List::of).orElse(agentKeys(trace, expected));
      findings.look(
          cose.view()
              .filter(each -> each.stream().allMatch(view -> view.deviations().isEmpty()))
              .filter(
                  each ->
                      each.stream()
                          .anyMatch(
                              view ->
                                  keys.stream().anyMatch(key -> view.verifies(signatures, key))))
              .isPresent(),
          "message "
              + sent.event().seq()
              + " "
              + cose.view()
                  .map(
                      each ->
                          "does not verify, "
                              + each.stream().flatMap(view -> view.deviations().stream()).toList())
                  .orElse(cose.detail()));
    }
    return findings.verdict(
        "every message of " + role + " is signed with COSE and its key verifies it");
  }

  /**
   * The key that is known beforehand, or the keys that Agents have had attested: in a collection of
   * evidence, the key whose thumbprint is in claims whose digest is in the evidence.
   */
  static List<Bytes> agentKeys(ScenarioTrace trace, Expectation expected) {
    Optional<Bytes> known = expected.findOctets("agent-key");
    if (known.isPresent()) {
      return List.of(known.get());
    }
    List<Bytes> keys = new ArrayList<>();
    for (Sent response :
        TeepExchange.sentBy(trace, expected, "teep-agent", TeepType.QUERY_RESPONSE)) {
      response
          .view()
          .flatMap(TeepView::attestationPayload)
          .map(
              payload ->
                  ConfidentialProperties.opened(expected, payload, Sealed.EAT).orElse(payload))
          .flatMap(payload -> CollectionView.read(payload).view())
          .filter(CollectionView::bindsItsClaims)
          .flatMap(CollectionView::agentKey)
          .ifPresent(keys::add);
    }
    return keys;
  }

  private static Verdict queryFirst(ScenarioTrace trace, Expectation expected) {
    List<Sent> queries = TeepExchange.sentBy(trace, expected, "tam", TeepType.QUERY_REQUEST);
    Findings findings = new Findings();
    for (Sent update : TeepExchange.sentBy(trace, expected, "tam", TeepType.UPDATE)) {
      findings.look(
          queries.stream().anyMatch(query -> query.event().seq() < update.event().seq()),
          "Update " + update.event().seq() + " without a QueryRequest before it");
    }
    return findings.verdict("a QueryRequest, then an Update");
  }

  private static List<Sent> updatesWithManifest(ScenarioTrace trace, Expectation expected) {
    return TeepExchange.sentBy(trace, expected, "tam", TeepType.UPDATE).stream()
        .filter(update -> update.view().filter(view -> !view.manifests().isEmpty()).isPresent())
        .toList();
  }

  private static Verdict updates(ScenarioTrace trace, Expectation expected) {
    if (TeepExchange.sentBy(trace, expected, "tam", TeepType.QUERY_REQUEST).isEmpty()) {
      return Verdict.failed("no session", "a session with the TAM", "the TAM sent no QueryRequest");
    }
    return refusal(trace, "tam", expected)
        .orElseGet(
            () ->
                counted(
                    updatesWithManifest(trace, expected).size(),
                    expected,
                    "Updates with a manifest"));
  }

  /**
   * Whoever is to send no more than a number must have answered all that it was sent: a crash is no
   * refusal. Empty if nothing is wrong with that.
   */
  private static Optional<Verdict> refusal(ScenarioTrace trace, String role, Expectation expected) {
    return TeepExchange.turns(trace, expected, role).stream()
        .filter(turn -> expected.findText("exactly").isPresent())
        .map(turn -> turn.response().flatMap(answer -> answer.status()).orElse(0))
        .filter(status -> status < 100 || status >= 500)
        .findFirst()
        .map(
            status ->
                Verdict.failed(
                    "a crash is no refusal",
                    "an answer below status 500 to each message",
                    status < 100 ? "no answer" : "status " + status));
  }

  private static Verdict counted(int count, Expectation expected, String what) {
    Optional<String> exactly = expected.findText("exactly");
    return exactly.isPresent()
        ? Findings.of(
            count == expected.number("exactly"), exactly.get() + " " + what, count + " " + what)
        : Findings.of(
            count >= expected.number("at-least"),
            "at least " + expected.text("at-least") + " " + what,
            count + " " + what);
  }

  /** The Update's envelope is the one that the repository gave for these types. */
  private static Verdict updateHolds(ScenarioTrace trace, Expectation expected) {
    Set<Bytes> right = new HashSet<>();
    for (var answer : trace.responses("middleware")) {
      FieldsView fields = new FieldsView(answer.body());
      if (fields.text("application-type").equals(expected.findText("application-type"))
          && fields.text("hardware-type").equals(expected.findText("hardware-type"))) {
        fields.octets("envelope").ifPresent(right::add);
      }
    }
    Findings findings = new Findings();
    for (Sent update : updatesWithManifest(trace, expected)) {
      List<Bytes> manifests = update.view().map(TeepView::manifests).orElse(List.of());
      findings.look(
          right.containsAll(manifests),
          "Update " + update.event().seq() + " holds another envelope");
    }
    return findings.verdict(
        "the Update holds middleware for "
            + expected.text("application-type")
            + " on "
            + expected.text("hardware-type"));
  }

  private static Verdict successes(ScenarioTrace trace, Expectation expected, Verifier signatures) {
    List<Bytes> keys = agentKeys(trace, expected);
    long count =
        TeepExchange.sentBy(trace, expected, "teep-agent", TeepType.SUCCESS).stream()
            .filter(sent -> isSigned(sent, keys, signatures))
            .count();
    if (TeepExchange.turns(trace, expected, "teep-agent").isEmpty()) {
      return Verdict.failed("no session", "a session with the Agent", "nothing was carried to it");
    }
    return refusal(trace, "teep-agent", expected)
        .orElseGet(() -> counted((int) count, expected, "Successes that the Agent's key verifies"));
  }

  private static boolean isSigned(Sent sent, List<Bytes> keys, Verifier signatures) {
    return CoseView.read(sent.event().body())
        .view()
        .filter(view -> keys.stream().anyMatch(key -> view.verifies(signatures, key)))
        .isPresent();
  }

  /** An Error in answer to the altered message, or to one of the Updates. */
  private static Verdict agentError(
      ScenarioTrace trace, Expectation expected, Verifier signatures) {
    String to = expected.text("to");
    List<Turn> turns = TeepExchange.turns(trace, expected, "teep-agent");
    List<Turn> chosen =
        to.equals("altered")
            ? turns.stream()
                .filter(Turn::altered)
                .filter(turn -> !turn.received().isEmpty())
                .toList()
            : turns.stream()
                .filter(turn -> !turn.received().isEmpty())
                .filter(
                    turn ->
                        turn.question().filter(view -> view.type() == TeepType.UPDATE).isPresent())
                .skip(to.equals("second-update") ? 1 : 0)
                .limit(1)
                .toList();
    Findings findings = new Findings();
    for (Turn turn : chosen) {
      Optional<TeepView> error =
          turn.answer().filter(sent -> sent.is(TeepType.ERROR)).flatMap(Sent::view);
      Optional<String> name =
          error.flatMap(TeepView::errorCode).map(code -> expected.revision().errorName(code));
      findings.look(
          error.isPresent()
              && error.get().broken().isEmpty()
              && name.isPresent()
              && (expected.findText("code").isPresent()
                  ? name.equals(expected.findText("code"))
                  : REFUSALS.contains(name.get())),
          error.isEmpty()
              ? "no Error but "
                  + turn.answer()
                      .map(
                          sent ->
                              sent.view()
                                  .map(view -> view.type().name())
                                  .orElse("octets that are no TEEP message"))
                      .orElse(
                          "nothing, status "
                              + turn.response().flatMap(answer -> answer.status()).orElse(0))
              : "Error with code " + name.orElse("none") + " " + error.get().broken());
    }
    return findings.verdict(
        "the Agent answers with an Error"
            + expected.findText("code").map(code -> " of code " + code).orElse(""));
  }
}
