package org.ccican.conformance.tamper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.check.Checks;
import org.ccican.conformance.trace.Direction;
import org.ccican.cose.CoseSign1;
import org.ccican.cose.SigningKey;
import org.ccican.reject.Rejected;
import org.ccican.teep.TeepCodec;
import org.ccican.teep.TeepLabel;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepSecurity;
import org.ccican.teep.TeepType;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/** What carriers, TAMs and Agents can do to TEEP messages. */
final class TeepTamperings {

  private static final String AGENT = "teep-agent";
  private static final String TAM = "tam";

  private static final Tampering.Point TO_AGENT =
      new Tampering.Point(AGENT, "teep", Direction.REQUEST);
  private static final Tampering.Point TO_TAM = new Tampering.Point(TAM, "teep", Direction.REQUEST);
  private static final Tampering.Point FROM_TAM =
      new Tampering.Point(TAM, "teep", Direction.RESPONSE);

  /** An option label that no revision has. */
  private static final long UNKNOWN_LABEL = 4_711;

  private TeepTamperings() {}

  static List<Tampering> list() {
    return List.of(
        at(TO_AGENT, TeepType.QUERY_REQUEST, "teep-broker alters the QueryRequest", flipInside()),
        at(TO_AGENT, TeepType.UPDATE, "teep-broker alters the Update", flip()),
        at(TO_TAM, TeepType.QUERY_RESPONSE, "teep-broker alters the QueryResponse", flip()),
        at(
            FROM_TAM,
            TeepType.UPDATE,
            "teep-broker drops the Update",
            any -> new Delivery.Dropped()),
        at(
            TO_TAM,
            TeepType.QUERY_RESPONSE,
            "teep-broker repeats the QueryResponse",
            any -> new Delivery.Repeated()),
        at(
            TO_TAM,
            TeepType.QUERY_RESPONSE,
            "teep-broker names another media type for the QueryResponse",
            any -> new Delivery.Relabelled("application/octet-stream")),
        new Tampering(
            "teep-broker delivers the QueryResponse of an earlier session",
            TO_TAM,
            passing ->
                is(passing, passing.body(), TeepType.QUERY_RESPONSE)
                    && earlier(passing, TeepType.QUERY_RESPONSE).isPresent(),
            passing ->
                new Delivery.Altered(earlier(passing, TeepType.QUERY_RESPONSE).orElseThrow())),
        // Reordered: the first Update is held back and comes when a newer one has been installed.
        new Tampering(
            "teep-broker reorders the Updates",
            TO_AGENT,
            passing ->
                is(passing, passing.body(), TeepType.UPDATE)
                    && (updates(passing) == 0 || updates(passing) == 2),
            passing ->
                updates(passing) == 0
                    ? new Delivery.Dropped()
                    : new Delivery.Altered(earlier(passing, TeepType.UPDATE).orElseThrow())),
        at(
            TO_AGENT,
            TeepType.QUERY_REQUEST,
            "tam signs with an unknown key",
            passing -> resigned(passing, passing.keys().stranger(), payload -> payload)),
        query("has octets behind it", passing -> new Delivery.Altered(trailing(passing.body()))),
        query(
                "has an unknown type",
                passing ->
                    resigned(
                        passing,
                        passing.keys().tam(),
                        payload -> element(payload, 0, Cbor.integer(99))))
            .signedAs(TAM),
        query(
                "has a challenge of 7 octets",
                passing -> challenge(passing, Cbor.octets(Bytes.zero(7))))
            .signedAs(TAM),
        query(
                "has a challenge of 513 octets",
                passing -> challenge(passing, Cbor.octets(Bytes.zero(513))))
            .signedAs(TAM),
        query("has a text for a challenge", passing -> challenge(passing, Cbor.text("challenge")))
            .signedAs(TAM),
        query("has an unknown option", passing -> unknownOption(passing, passing.keys().tam()))
            .signedAs(TAM),
        response("has octets behind it", passing -> new Delivery.Altered(trailing(passing.body()))),
        response(
            "is signed by another key",
            passing -> resigned(passing, passing.keys().stranger(), payload -> payload)),
        response(
                "has a critical unknown header",
                passing -> critical(passing, passing.keys().agent()))
            .signedAs(AGENT),
        response("has an unknown option", passing -> unknownOption(passing, passing.keys().agent()))
            .signedAs(AGENT));
  }

  private static Tampering at(
      Tampering.Point point, TeepType type, String words, Tampering.Change change) {
    return new Tampering(words, point, passing -> is(passing, passing.body(), type), change);
  }

  private static Tampering query(String defect, Tampering.Change change) {
    return at(TO_AGENT, TeepType.QUERY_REQUEST, "QueryRequest " + defect, change);
  }

  private static Tampering response(String defect, Tampering.Change change) {
    return at(TO_TAM, TeepType.QUERY_RESPONSE, "QueryResponse " + defect, change);
  }

  /** One bit of the last octet, which is the signature's. */
  private static Tampering.Change flip() {
    return passing -> new Delivery.Altered(passing.body().flip(passing.body().size() - 1, 0));
  }

  /**
   * One bit inside the message: of several signatures, a receiver looks at one, and nobody knows
   * which. The octet is one of the challenge or token, so that only the signature tells.
   */
  private static Tampering.Change flipInside() {
    return passing -> {
      Bytes payload = payload(passing);
      int start = passing.body().toHex().indexOf(payload.toHex()) / 2;
      return new Delivery.Altered(passing.body().flip(start + 12, 0));
    };
  }

  static boolean is(Passing passing, Bytes body, TeepType type) {
    WireRevision revision = passing.revision();
    try {
      Bytes payload = new TeepSecurity(revision).peek(body, Checks.unbroken());
      TeepMessage message = new TeepCodec(revision, Checks.unbroken()).decode(payload);
      return message.type() == type;
    } catch (Rejected e) {
      return false;
    }
  }

  private static Optional<Bytes> earlier(Passing passing, TeepType type) {
    return passing.earlier().stream().filter(body -> is(passing, body, type)).findFirst();
  }

  private static long updates(Passing passing) {
    return passing.earlier().stream().filter(body -> is(passing, body, TeepType.UPDATE)).count();
  }

  private static Bytes trailing(Bytes body) {
    return Bytes.concat(body, Bytes.of(0));
  }

  private static Delivery challenge(Passing passing, Cbor value) {
    long label = passing.revision().number(TeepLabel.CHALLENGE);
    return resigned(
        passing, passing.keys().tam(), payload -> option(payload, Cbor.integer(label), value));
  }

  private static Delivery unknownOption(Passing passing, SigningKey key) {
    return resigned(
        passing,
        key,
        payload -> option(payload, Cbor.integer(UNKNOWN_LABEL), Cbor.text("whatever")));
  }

  private static Delivery critical(Passing passing, SigningKey key) {
    Cbor.Map header =
        Cbor.map()
            .put(CoseSign1.CRIT, Cbor.array(Cbor.integer(UNKNOWN_LABEL)))
            .put(UNKNOWN_LABEL, Cbor.bool(true))
            .build();
    return new Delivery.Altered(
        CoseSign1.sign(key, header, Cbor.map().build(), payload(passing)).encode());
  }

  private static Delivery resigned(Passing passing, SigningKey key, UnaryOperator<Cbor> change) {
    Bytes changed = change.apply(decoded(payload(passing))).encode();
    return new Delivery.Altered(new TeepSecurity(passing.revision()).protect(changed, key));
  }

  private static Bytes payload(Passing passing) {
    try {
      return new TeepSecurity(passing.revision()).peek(passing.body(), Checks.unbroken());
    } catch (Rejected e) {
      throw new IllegalStateException("a message that was picked has a payload", e);
    }
  }

  private static Cbor decoded(Bytes payload) {
    try {
      return new CborDecoder(Checks.unbroken()).decode(payload, CborProfile.VALID);
    } catch (Rejected e) {
      throw new IllegalStateException("a message that was picked decodes", e);
    }
  }

  private static Cbor element(Cbor message, int index, Cbor value) {
    List<Cbor> elements = new ArrayList<>(((Cbor.Array) message).items());
    elements.set(index, value);
    return Cbor.array(elements);
  }

  /** The message with one option added, or replaced. */
  private static Cbor option(Cbor message, Cbor label, Cbor value) {
    Cbor.Map options = (Cbor.Map) ((Cbor.Array) message).items().get(1);
    Cbor.MapBuilder changed = Cbor.map();
    for (Cbor.Entry entry : options.entries()) {
      if (!entry.key().equals(label)) {
        changed.put(entry.key(), entry.value());
      }
    }
    return element(message, 1, changed.put(label, value).build());
  }
}
