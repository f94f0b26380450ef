package org.ccican.conformance.verdict;

import static org.ccican.conformance.verdict.ReadingSamples.AGENT;
import static org.ccican.conformance.verdict.ReadingSamples.CHALLENGE;
import static org.ccican.conformance.verdict.ReadingSamples.CHALLENGED;
import static org.ccican.conformance.verdict.ReadingSamples.OTHERS;
import static org.ccican.conformance.verdict.ReadingSamples.QUERY;
import static org.ccican.conformance.verdict.ReadingSamples.RESPONSE;
import static org.ccican.conformance.verdict.ReadingSamples.SUCCESS;
import static org.ccican.conformance.verdict.ReadingSamples.TAM;
import static org.ccican.conformance.verdict.ReadingSamples.UPDATE;
import static org.ccican.conformance.verdict.ReadingSamples.agent;
import static org.ccican.conformance.verdict.ReadingSamples.ask;
import static org.ccican.conformance.verdict.ReadingSamples.challenge;
import static org.ccican.conformance.verdict.ReadingSamples.property;
import static org.ccican.conformance.verdict.ReadingSamples.row;
import static org.ccican.conformance.verdict.ReadingSamples.session;
import static org.ccican.conformance.verdict.ReadingSamples.tam;
import static org.ccican.conformance.verdict.ReadingSamples.type;
import static org.ccican.conformance.verdict.TeepSamples.message;
import static org.ccican.conformance.verdict.TeepSamples.queryRequest;
import static org.ccican.conformance.verdict.TeepSamples.withToken;

import java.util.List;
import java.util.stream.Stream;
import org.ccican.conformance.verdict.ReadingSamples.Row;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** The texts whose reading shows in what is answered, and with which status. */
final class AnswerReadingSamples {

  private static final long ATTESTATION_REQUIRED = 7;

  private AnswerReadingSamples() {}

  static List<Row> rows() {
    return Stream.of(payloads(), answers(), statuses()).flatMap(List::stream).toList();
  }

  /** An Agent whose state is known before and after. */
  private static Conversation watched(Cbor question, int status, Bytes answer) {
    return new Conversation(AGENT)
        .asks("probe", QUERY, 200, RESPONSE)
        .exchange(AGENT, "when", Conversation.signed(question), status, answer)
        .asks("probe", QUERY, 200, RESPONSE);
  }

  /** An Agent that has one component more afterwards. */
  private static Conversation installed(Cbor question, Bytes answer) {
    Cbor.Map component = Cbor.map().put(0, Cbor.array(Cbor.octets(Bytes.utf8("data")))).build();
    return new Conversation(AGENT)
        .asks("probe", QUERY, 200, RESPONSE)
        .exchange(AGENT, "when", Conversation.signed(question), 200, answer)
        .asks("probe", QUERY, 200, message(2, withToken().put(7, Cbor.array(component))));
  }

  private static Cbor error(long code) {
    return message(5, withToken(), Cbor.integer(code));
  }

  private static List<Row> payloads() {
    Cbor evidence =
        message(
            2,
            Cbor.map().put(6, Cbor.octets(Bytes.of(1))).put(12, Cbor.text("application/cmw+cbor")));
    return List.of(
        row(
            "A8",
            agent(CHALLENGED, evidence),
            agent(QUERY, empty()),
            type("QueryResponse"),
            property("is valid")),
        row(
            "A8",
            session().asks("when", empty(), 400).begins(QUERY).asks("probe", RESPONSE, 200, UPDATE),
            session().asks("when", empty(), 200, denied(ATTESTATION_REQUIRED)),
            ask("tam-drops", "probe", "other", "ambiguity", "A8")),
        row(
            "A10",
            passport().begins(QUERY).asks("probe", RESPONSE, 200, UPDATE),
            session().asks("when", eat(Cbor.map().put(273, Cbor.array())), 200, UPDATE),
            ask("tam-drops", "probe", "other", "ambiguity", "A10")),
        row(
            "A10",
            agent(CHALLENGED, eat(Cbor.map().put(272, Cbor.array()))),
            agent(CHALLENGED, eat(Cbor.map().put(273, Cbor.array()))),
            type("QueryResponse")),
        row(
            "A24",
            attested(CHALLENGE),
            attested(OTHERS),
            ask("follows-reading", "ambiguity", "A24"),
            property("carries an EAT for the challenge", "A24"),
            type("QueryRequest")));
  }

  /** A TAM that drops a result with claim 273. */
  private static Conversation passport() {
    return session().asks("when", eat(Cbor.map().put(273, Cbor.array())), 400);
  }

  static Cbor empty() {
    return message(2, withToken().put(6, Cbor.octets(Bytes.EMPTY)));
  }

  private static Cbor token(Cbor.MapBuilder claims) {
    Cbor profile = claims.put(265, Cbor.text("urn:ietf:rfc:rfc9999")).build();
    return Cbor.wrapped(TestKey.cose(profile.encode(), true));
  }

  private static Cbor eat(Cbor.MapBuilder claims) {
    return message(2, Cbor.map().put(6, token(claims)));
  }

  /** The TAM sent a challenge, an Agent asked for attestation with another; evidence has one. */
  private static Conversation attested(Bytes nonce) {
    Cbor query =
        queryRequest(challenge(CHALLENGE).put(6, token(Cbor.map().put(10, Cbor.octets(nonce)))), 1);
    Cbor asks =
        message(
            5,
            challenge(CHALLENGE).put(20, Cbor.array(Cbor.integer(0))),
            Cbor.integer(ATTESTATION_REQUIRED));
    return new Conversation(TAM)
        .begins(queryRequest(challenge(OTHERS), 1))
        .asks("when", asks, 200, query);
  }

  /** An Agent that is asked for a passport with a token, which is refused or is the nonce. */
  private static Row token() {
    Cbor asks = queryRequest(withToken(), 1);
    Cbor.MapBuilder claims =
        Cbor.map().put(10, Cbor.octets(TeepSamples.TOKEN)).put(272, Cbor.array());
    return row(
        "A5",
        watched(asks, 200, Conversation.signed(error(1))),
        watched(asks, 200, Conversation.signed(message(2, withToken().put(6, token(claims))))),
        ask("agent-refuses", "code", "ERR_PERMANENT_ERROR", "ambiguity", "A5"),
        property("carries no EAT but one for the token"));
  }

  private static List<Row> answers() {
    Cbor offer = queryRequest(challenge(CHALLENGE).put(20, Cbor.array(Cbor.integer(1))), 1);
    Bytes refusal = Conversation.signed(error(11));
    Bytes success = Conversation.signed(SUCCESS);
    return List.of(
        token(),
        row(
            "A27",
            agent(QUERY, error(2)),
            agent(QUERY, RESPONSE),
            property("is valid"),
            ask("follows-reading", "ambiguity", "A27")),
        row(
            "A9",
            watched(UPDATE, 200, refusal),
            installed(UPDATE, success),
            ask("as-before", "component", "data", "ambiguity", "A9"),
            property("is valid")),
        refused("A12", watched(UPDATE, 200, refusal), watched(UPDATE, 200, success)),
        refused("A20", watched(UPDATE, 200, refusal), watched(UPDATE, 200, success)),
        row(
            "A15",
            agent(UPDATE, SUCCESS),
            agent(UPDATE, error(1)),
            ask("answers-with", "type", "Success", "ambiguity", "A15")),
        row(
            "A16",
            tam(denied(ATTESTATION_REQUIRED)),
            tam(denied(1)),
            type("Update"),
            property("says why in words")),
        row(
            "A17",
            agent(QUERY, error(1)),
            agent(QUERY, message(5, Cbor.map(), Cbor.integer(1))),
            type("Error"),
            property("repeats the token", "A17")),
        row(
            "A18",
            watched(QUERY, 200, Conversation.signed(error(1))),
            watched(QUERY, 204, Bytes.EMPTY),
            ask("agent-refuses", "code", "ERR_PERMANENT_ERROR", "ambiguity", "A18"),
            property("has no attestation payload", "A18")),
        row(
            "A26",
            watched(offer, 200, unfresh(3)),
            watched(offer, 200, unfresh(1)),
            ask(
                "agent-refuses",
                "code",
                "ERR_UNSUPPORTED_FRESHNESS_MECHANISMS",
                "ambiguity",
                "A26")));
  }

  private static Row refused(String id, Conversation first, Conversation second) {
    return row(
        id,
        first,
        second,
        ask("agent-refuses", "code", "ERR_MANIFEST_PROCESSING_FAILED", "ambiguity", id));
  }

  private static Cbor denied(long code) {
    return message(3, withToken().put(11, Cbor.text("no")).put(22, Cbor.integer(code)));
  }

  private static Bytes unfresh(long code) {
    return Conversation.signed(
        message(5, Cbor.map().put(20, Cbor.array(Cbor.integer(0))), Cbor.integer(code)));
  }

  private static List<Row> statuses() {
    Cbor unknown = error(200);
    return List.of(
        row(
            "A14",
            new Conversation(TAM).asks("when", unknown, 204),
            new Conversation(TAM).asks("when", unknown, 400),
            ask("sends-nothing-more", "ambiguity", "A14")),
        row(
            "A21",
            new Conversation(TAM).asks("when", RESPONSE, 400),
            new Conversation(TAM).asks("when", RESPONSE, 204),
            ask("http-no-message")),
        row(
            "A25",
            session()
                .asks("when", RESPONSE, 400)
                .begins(QUERY)
                .asks("probe", RESPONSE, 200, UPDATE),
            session().asks("when", RESPONSE, 200, UPDATE),
            ask("tam-drops", "probe", "other", "ambiguity", "A25")));
  }
}
