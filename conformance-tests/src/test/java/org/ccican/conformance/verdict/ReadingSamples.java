package org.ccican.conformance.verdict;

import static org.ccican.conformance.verdict.TeepSamples.TOKEN;
import static org.ccican.conformance.verdict.TeepSamples.message;
import static org.ccican.conformance.verdict.TeepSamples.queryRequest;
import static org.ccican.conformance.verdict.TeepSamples.withToken;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** A log of each reading of each unclear text, by hand, and what features ask of such a log. */
final class ReadingSamples {

  static final String TAM = "tam";
  static final String AGENT = "teep-agent";
  static final Bytes CHALLENGE = Bytes.hex("c0c1c2c3c4c5c6c7");
  static final Bytes OTHERS = Bytes.hex("d0d1d2d3d4d5d6d7");
  static final Cbor QUERY = queryRequest(withToken(), 2);
  static final Cbor CHALLENGED = queryRequest(challenge(CHALLENGE), 1);
  static final Cbor RESPONSE = message(2, withToken());
  static final Cbor UPDATE = message(3, withToken());
  static final Cbor SUCCESS = message(4, withToken());

  private ReadingSamples() {}

  /**
   * One text and what follows either reading of it.
   *
   * @param asked what features ask where it matters: the judge's name under {@code judge}, and its
   *     arguments
   */
  record Row(String id, Conversation first, Conversation second, List<Map<String, String>> asked) {}

  static List<Row> rows() {
    return Stream.of(requests(), sessions(), lists(), AnswerReadingSamples.rows())
        .flatMap(List::stream)
        .toList();
  }

  @SafeVarargs
  static Row row(String id, Conversation first, Conversation second, Map<String, String>... asked) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Map<String, String> each : asked) {
      all.add(each);
    }
    return new Row(id, first, second, all);
  }

  static Map<String, String> ask(String judge, String... more) {
    Map<String, String> arguments = new TreeMap<>(Map.of("judge", judge));
    for (int i = 0; i < more.length; i += 2) {
      arguments.put(more[i], more[i + 1]);
    }
    return arguments;
  }

  static Map<String, String> type(String type) {
    return ask("answers-with", "type", type);
  }

  static Map<String, String> property(String words) {
    return ask("answer", "property", words);
  }

  static Map<String, String> property(String words, String id) {
    return ask("answer", "property", words, "ambiguity", id);
  }

  static Cbor.MapBuilder challenge(Bytes octets) {
    return Cbor.map().put(2, Cbor.octets(octets));
  }

  /** A TAM that says this when it is asked. */
  static Conversation tam(Cbor said) {
    return new Conversation(TAM).asks("when", SUCCESS, 200, said);
  }

  static Conversation agent(Cbor question, Cbor answer) {
    return new Conversation(AGENT).asks("when", question, 200, answer);
  }

  private static List<Row> requests() {
    Map<String, String> valid = ask("teep-valid", "type", "QueryRequest");
    Map<String, String> query = type("QueryRequest");
    Cbor.MapBuilder both = withToken().put(2, Cbor.octets(CHALLENGE));
    return List.of(
        row(
            "A1",
            tam(QUERY),
            tam(Cbor.map().put(1, Cbor.integer(1)).build()),
            query,
            valid,
            property("has no manifest")),
        row(
            "A2",
            tam(CHALLENGED),
            tam(queryRequest(both, 2)),
            query,
            valid,
            property("has a challenge only if it asks for attestation", "A2"),
            property("has no challenge but one of 8 to 512 octets")),
        row(
            "A3",
            tam(CHALLENGED),
            tam(queryRequest(withToken().put(2, Cbor.octets(CHALLENGE)), 1)),
            query,
            valid,
            property("is valid")),
        row(
            "A4",
            tam(QUERY),
            tam(queryRequest(Cbor.map(), 2)),
            query,
            valid,
            ask("token-or-attestation", "ambiguity", "A4"),
            property("has a token of 8 to 64 octets", "A4")),
        row(
            "A5",
            tam(queryRequest(Cbor.map(), 1)),
            tam(queryRequest(withToken(), 1)),
            query,
            valid,
            property("has no challenge")));
  }

  private static List<Row> sessions() {
    Cbor another = message(3, Cbor.map().put(19, Cbor.octets(OTHERS)));
    Cbor installs = update(20);
    return List.of(
        row(
            "A6",
            session().asks("when", RESPONSE, 200, another),
            session().asks("when", RESPONSE, 200, UPDATE),
            ask("tokens-differ", "ambiguity", "A6"),
            type("Update")),
        row(
            "A9",
            tam(installs),
            tam(update(9)),
            type("Update"),
            property("carries a manifest"),
            ask("teep-valid", "type", "Update")),
        row(
            "A19",
            new Conversation(TAM).begins(200, several(QUERY)),
            session(),
            ask("http-begins"),
            ask("teep-signed"),
            ask("teep-valid")),
        row(
            "A22",
            session(),
            new Conversation(TAM).begins(415, Bytes.EMPTY),
            ask("http-begins", "ambiguity", "A22")),
        row(
            "A23",
            dropped().asks("probe", RESPONSE, 200, UPDATE),
            dropped().asks("probe", RESPONSE, 400),
            ask("tam-drops", "probe", "same", "ambiguity", "A23")));
  }

  static Conversation session() {
    return new Conversation(TAM).begins(QUERY);
  }

  /** A response that does not verify. */
  private static Conversation dropped() {
    return session().asks("when", RESPONSE, 400);
  }

  private static Cbor update(long section) {
    Cbor envelope = TeepSamples.envelope(Bytes.of(1), Bytes.of(1), section);
    return message(3, withToken().put(9, Cbor.array(Cbor.wrapped(envelope))));
  }

  /** The same signature in a COSE_Sign, by its own Sig_structure. */
  private static Bytes several(Cbor message) {
    Bytes header = Cbor.map().put(1, Cbor.integer(-9)).build().encode();
    Bytes signed =
        Cbor.array(
                Cbor.text("Signature"),
                Cbor.octets(Bytes.EMPTY),
                Cbor.octets(header),
                Cbor.octets(Bytes.EMPTY),
                Cbor.octets(message.encode()))
            .encode();
    Cbor signature =
        Cbor.array(Cbor.octets(header), Cbor.map().build(), Cbor.octets(TestKey.sign(signed)));
    return Cbor.tag(
            98,
            Cbor.array(
                Cbor.octets(Bytes.EMPTY),
                Cbor.map().build(),
                Cbor.octets(message.encode()),
                Cbor.array(signature)))
        .encode();
  }

  private static List<Row> lists() {
    Cbor reference =
        Cbor.map()
            .put(2, Cbor.octets(TOKEN))
            .put(3, Cbor.array())
            .put(4, Cbor.bool(true))
            .put(99, Cbor.array(Cbor.text(""), Cbor.array()))
            .build();
    Cbor example =
        Cbor.map()
            .put(1, Cbor.octets(Bytes.of(1)))
            .put(2, Cbor.text("tam.example/data"))
            .put(4, Cbor.array())
            .build();
    Cbor empty = message(2, withToken().put(7, Cbor.array()).put(8, Cbor.array()));
    return List.of(
        row(
            "A7",
            agent(QUERY, RESPONSE),
            agent(QUERY, empty),
            type("QueryResponse"),
            property("is valid")),
        row(
            "A7",
            session().asks("when", empty, 400).begins(QUERY).asks("probe", RESPONSE, 200, UPDATE),
            session().asks("when", empty, 200, UPDATE),
            ask("tam-drops", "probe", "other", "ambiguity", "A7")),
        row(
            "A11",
            agent(UPDATE, reported(reference)),
            agent(UPDATE, reported(example)),
            type("Success"),
            property("is valid"),
            property("has nothing but records and claims in its report")));
  }

  private static Cbor reported(Cbor report) {
    return message(4, withToken().put(18, Cbor.array(Cbor.wrapped(report))));
  }
}
