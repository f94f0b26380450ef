package org.ccican.transport;

import static org.ccican.transport.VeraisonReplies.json;
import static org.ccican.transport.VeraisonReplies.only;
import static org.ccican.transport.VeraisonReplies.problem;
import static org.ccican.transport.VeraisonReplies.takes;
import static org.ccican.transport.VeraisonReplies.texts;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.cose.CoseCurve;
import org.ccican.cose.CoseKey;
import org.ccican.message.ProvisioningMessage.Refusal;
import org.ccican.reject.Rejected;
import org.ccican.role.Randomness;
import org.ccican.role.RoleId;
import org.ccican.wire.Base64Url;
import org.ccican.wire.Bytes;
import org.ccican.wire.JsonText;

/**
 * The REST interface of Veraison in front of a Verifier: discovery, {@link VeraisonSessions} and
 * the provisioning of reference values, a signed CoRIM at a time.
 */
public final class VeraisonEndpoint {

  /** First parts of the paths, under which {@link #at} is to be mounted. */
  public static final List<String> PLACES =
      List.of(".well-known", "challenge-response", "endorsement-provisioning");

  private static final String DISCOVERY = "application/vnd.veraison.discovery+json";
  private static final String PROVISIONING = "application/vnd.veraison.provisioning-session+json";
  private static final String CORIM = "application/rim+cose";

  private final Endpoint verifier;
  private final VeraisonEvidence evidence;
  private final CoseKey key;
  private final VeraisonSessions sessions;

  /**
   * @param verifier takes {@code appraisals} and {@code reference-values}
   * @param evidenceTypes media types of the evidence that it knows
   * @param key on P-256, which its results verify with
   */
  public VeraisonEndpoint(
      Endpoint verifier,
      List<String> evidenceTypes,
      CoseKey key,
      Randomness randomness,
      InstantSource clock,
      Checks checks) {
    if (key.curve() != CoseCurve.P256) {
      throw new IllegalArgumentException("results are signed with ES256");
    }
    this.verifier = verifier;
    this.evidence = new VeraisonEvidence(evidenceTypes);
    this.key = key;
    this.sessions = new VeraisonSessions(verifier, evidence, randomness, clock, checks);
  }

  /** What answers under one of the {@link #PLACES}. */
  public Endpoint at(String place) {
    return switch (place) {
      case ".well-known" -> this::discovery;
      case "challenge-response" -> sessions;
      case "endorsement-provisioning" -> this::provisioning;
      default -> throw new IllegalArgumentException("no place " + place);
    };
  }

  private HttpReply discovery(HttpCall call) {
    boolean verification = call.item().equals("verification");
    if (!call.resource().equals("veraison")
        || !verification && !call.item().equals("provisioning")) {
      return HttpReply.empty(404);
    }
    if (!call.method().equals("GET")) {
      return only("GET");
    }
    if (!takes(call, DISCOVERY)) {
      return problem(406, "only " + DISCOVERY);
    }
    Map<String, String> members = new LinkedHashMap<>();
    if (verification) {
      members.put("ear-verification-key", jwk());
    }
    members.put("media-types", texts(verification ? evidence.accepted() : List.of(CORIM)));
    members.put("version", JsonText.string("reference"));
    members.put("service-state", JsonText.string("READY"));
    members.put(
        "api-endpoints",
        verification
            ? "{\"newChallengeResponseSession\":\"/challenge-response/v1/newSession\"}"
            : "{\"provisioningSubmit\":\"/endorsement-provisioning/v1/submit\"}");
    return json(200, DISCOVERY, members).withHeader("cache-control", "max-age=60");
  }

  /** RFC 7517, RFC 7518 section 6.2.1. */
  private String jwk() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("alg", "ES256");
    members.put("crv", "P-256");
    members.put("kty", "EC");
    members.put("x", Base64Url.encode(key.x()));
    members.put("y", Base64Url.encode(key.y()));
    members.replaceAll((name, value) -> JsonText.string(value));
    return json(200, "", members).body().toText();
  }

  /** A CoRIM that is refused is no error of HTTP either: the session has failed, and says why. */
  private HttpReply provisioning(HttpCall call) {
    if (!call.resource().equals("v1") || !call.item().equals("submit")) {
      return HttpReply.empty(404);
    }
    if (!call.method().equals("POST")) {
      return only("POST");
    }
    if (!takes(call, PROVISIONING)) {
      return problem(406, "only " + PROVISIONING);
    }
    if (call.body().isEmpty()) {
      return problem(400, "no CoRIM");
    }
    if (!VeraisonReplies.essence(call.mediaType()).equals(CORIM)) {
      return problem(415, "no such type of endorsements").withHeader("accept", CORIM);
    }
    HttpReply reply =
        verifier.handle(
            new HttpCall(
                Optional.empty(),
                RoleId.VERIFIER,
                "POST",
                "reference-values",
                "",
                Map.of("content-type", CORIM),
                call.body(),
                Optional.empty()));
    boolean taken = reply.status() == 200;
    Map<String, String> members = new LinkedHashMap<>();
    members.put("status", JsonText.string(taken ? "success" : "failed"));
    members.put("expiry", JsonText.string("1970-01-01T00:00:00Z"));
    if (!taken) {
      members.put("failure-reason", JsonText.string(reason(reply.body())));
    }
    return json(200, PROVISIONING, members);
  }

  /** What the Verifier's refusal says. */
  private static String reason(Bytes refusal) {
    try {
      return Refusal.parse(refusal, Checks.unbroken()).reason();
    } catch (Rejected e) {
      return "refused";
    }
  }
}
