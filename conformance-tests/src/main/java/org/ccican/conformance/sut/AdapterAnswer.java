package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.ccican.wire.Bytes;
import org.ccican.wire.Json;
import org.ccican.wire.JsonDecoder;
import org.ccican.wire.JsonFields;

/**
 * What an adapter says: one object of JSON on one line, as {@code adapter.schema.json} has it.
 *
 * @param id of the question
 * @param reason why not, in a few words or as one of our reasons; there unless it was accepted
 * @param body octets that the role answered, in base64 with padding
 * @param mediaType of the body
 * @param status of HTTP, where the role speaks it
 * @param headers of HTTP, names in lower case
 * @param endorsements of evidence: certificates in DER, the signer's first
 * @param claims what the target can do: names and their values
 * @param call what the role asks before it answers; there for {@link Outcome#ASKS} and no other
 */
public record AdapterAnswer(
    long id,
    Outcome outcome,
    Optional<String> reason,
    Bytes body,
    String mediaType,
    Optional<Integer> status,
    Map<String, String> headers,
    List<Bytes> endorsements,
    Map<String, List<String>> claims,
    Optional<AdapterCall> call) {

  private static final String SHAPE = "json.syntax";

  private static final long MOST_QUESTIONS = 1_000_000_000L;
  private static final int LONGEST_REASON = 500;
  private static final int MOST_ENDORSEMENTS = 16;
  private static final int MOST_CLAIMS = 64;

  /** How a question ended. */
  public enum Outcome {
    ACCEPTED,
    REFUSED,
    /** The target has no such thing: nothing is said against it. */
    UNSUPPORTED,
    /** The adapter could not ask the target, or did not understand what it answered. */
    ERROR,
    /** No answer yet: the role asks another one first. */
    ASKS;

    /** Whether there has to be a reason. */
    boolean needsReason() {
      return this != ACCEPTED && this != ASKS;
    }

    /** The spelling of the protocol. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public AdapterAnswer {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(body);
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(status);
    Objects.requireNonNull(call);
    headers = Map.copyOf(headers);
    endorsements = List.copyOf(endorsements);
    claims = Map.copyOf(claims);
  }

  /**
   * @param line without its line feed
   * @throws Rejected if it is no answer, with the offset where that shows
   */
  static AdapterAnswer parse(Bytes line) throws Rejected {
    JsonFields fields = JsonFields.of(JsonDecoder.decode(line, Checks.unbroken()), SHAPE);
    long id = fields.number("id", MOST_QUESTIONS);
    Outcome outcome = outcome(fields.text("outcome"));
    Optional<String> reason = find(fields, "reason");
    Optional<String> body = find(fields, "body");
    Optional<String> mediaType = find(fields, "media-type");
    Optional<Integer> status =
        fields.find("status").isPresent()
            ? Optional.of((int) fields.number("status", 599))
            : Optional.empty();
    Map<String, String> headers = AdapterCall.headers(fields);
    Optional<Json> asked = fields.find("call");
    Optional<AdapterCall> call =
        asked.isPresent() ? Optional.of(AdapterCall.parse(asked.get())) : Optional.empty();
    List<Bytes> endorsements = new ArrayList<>();
    for (String each : fields.findTexts("endorsements")) {
      endorsements.add(octets("endorsements", each));
    }
    Map<String, List<String>> claims = claims(fields);
    fields.done();
    demand(endorsements.size() <= MOST_ENDORSEMENTS, "too many endorsements");
    demand(reason.orElse("").length() <= LONGEST_REASON, "a reason that is too long");
    demand(
        !outcome.needsReason() || !reason.orElse("").isBlank(), outcome.id() + " without reason");
    demand(call.isPresent() == (outcome == Outcome.ASKS), "a call goes with asks");
    return new AdapterAnswer(
        id,
        outcome,
        reason,
        body.isPresent() ? octets("body", body.get()) : Bytes.EMPTY,
        mediaType.orElse(""),
        status,
        headers,
        endorsements,
        claims,
        call);
  }

  private static Map<String, List<String>> claims(JsonFields fields) throws Rejected {
    Map<String, List<String>> claims = new LinkedHashMap<>();
    Optional<Json> found = fields.find("claims");
    if (found.isPresent()) {
      JsonFields values = JsonFields.of(found.get(), SHAPE);
      for (Json.Member each : ((Json.Obj) found.get()).members()) {
        claims.put(each.name(), values.findTexts(each.name()));
      }
    }
    demand(claims.size() <= MOST_CLAIMS, "too many claims");
    return claims;
  }

  private static Outcome outcome(String id) throws Rejected {
    for (Outcome each : Outcome.values()) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    throw new Rejected(Reason.OUT_OF_RANGE, SHAPE, "no outcome of that name");
  }

  private static Optional<String> find(JsonFields fields, String name) throws Rejected {
    return fields.find(name).isPresent() ? Optional.of(fields.text(name)) : Optional.empty();
  }

  static Bytes octets(String name, String text) throws Rejected {
    try {
      Bytes octets = Bytes.of(Base64.getDecoder().decode(text));
      demand(text.length() % 4 == 0, "no padding in " + name);
      return octets;
    } catch (IllegalArgumentException e) {
      throw new Rejected(Reason.MALFORMED, SHAPE, "no base64 in " + name);
    }
  }

  private static void demand(boolean condition, String otherwise) throws Rejected {
    if (!condition) {
      throw new Rejected(Reason.OUT_OF_RANGE, SHAPE, otherwise);
    }
  }
}
