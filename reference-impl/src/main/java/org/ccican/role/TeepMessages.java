package org.ccican.role;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ccican.cose.CoseKey;
import org.ccican.eat.TeepEat;
import org.ccican.suit.SuitComponentId;
import org.ccican.teep.RequestedComponent;
import org.ccican.teep.TeepErrorCode;
import org.ccican.teep.TeepMessage;
import org.ccican.teep.TeepOptions;
import org.ccican.teep.WireRevision;
import org.ccican.wire.Bytes;

/** The TEEP messages that the reference roles send, with what they put into them. */
final class TeepMessages {

  /** First segment of the component id by which an application type asks for its middleware. */
  private static final String MIDDLEWARE = "middleware";

  /** The one version of TEEP that there is. */
  static final long VERSION = 0;

  private TeepMessages() {}

  static TeepMessage queryRequest(
      WireRevision revision, Optional<Bytes> token, Bytes challenge, boolean attestation) {
    return new TeepMessage.QueryRequest(
        TeepOptions.builder().token(token).challenge(challenge).build(),
        revision.cipherSuites(),
        revision.suitProfiles(),
        attestation
            ? TeepMessage.QueryRequest.ATTESTATION
            : TeepMessage.QueryRequest.TRUSTED_COMPONENTS);
  }

  /**
   * @param payload attestation payload with its media type
   * @param applicationType whose middleware is wanted
   */
  static TeepMessage queryResponse(
      Optional<Bytes> token,
      String format,
      Optional<Bytes> payload,
      Optional<String> applicationType) {
    TeepOptions.Builder options = TeepOptions.builder().token(token);
    payload.ifPresent(
        present -> options.attestationPayloadFormat(format).attestationPayload(present));
    applicationType.ifPresent(
        type ->
            options.requestedTcList(
                List.of(RequestedComponent.of(SuitComponentId.of(MIDDLEWARE, type)))));
    return new TeepMessage.QueryResponse(options.build());
  }

  /** The application type whose middleware a QueryResponse asks for. */
  static Optional<String> requested(TeepMessage.QueryResponse response) {
    return middleware(response).map(wanted -> wanted.id().segments().get(1).toText());
  }

  /** The lowest sequence number of it that will do. */
  static long leastSequence(TeepMessage.QueryResponse response) {
    return middleware(response).flatMap(RequestedComponent::sequenceNumber).orElse(0L);
  }

  private static Optional<RequestedComponent> middleware(TeepMessage.QueryResponse response) {
    return response.options().requestedTcList().stream()
        .flatMap(List::stream)
        .filter(wanted -> wanted.id().segments().size() == 2)
        .filter(wanted -> wanted.id().segments().get(0).equals(Bytes.utf8(MIDDLEWARE)))
        .findFirst();
  }

  static TeepMessage update(Bytes token, Bytes envelope) {
    return update(token, List.of(envelope));
  }

  static TeepMessage update(Bytes token, List<Bytes> envelopes) {
    return new TeepMessage.Update(
        TeepOptions.builder().token(token).manifestList(envelopes).build());
  }

  /**
   * What a TAM says of itself.
   *
   * @param result an Attestation Result about it
   * @param report an encoded SUIT Report on its software
   */
  record OfTam(Bytes result, Bytes report) {}

  /**
   * A QueryRequest that asks what a policy wants to know.
   *
   * @param about the TAM itself, if the Agent wants to know
   */
  static TeepMessage queryRequest(
      WireRevision revision,
      TamPolicy policy,
      Optional<Bytes> token,
      Optional<Bytes> challenge,
      Optional<OfTam> about) {
    TeepOptions.Builder options = TeepOptions.builder().token(token).versions(List.of(VERSION));
    challenge.ifPresent(options::challenge);
    policy.freshness().ifPresent(options::freshnessMechanisms);
    about.ifPresent(
        tam -> options.attestationPayload(tam.result()).suitReports(List.of(tam.report())));
    return new TeepMessage.QueryRequest(
        options.build(), revision.cipherSuites(), revision.suitProfiles(), policy.dataItems());
  }

  /** An Update that brings nothing but the reason why. */
  static TeepMessage refusingUpdate(Bytes token, TeepErrorCode code, String why) {
    return new TeepMessage.Update(
        TeepOptions.builder().token(token).errCode(code).errMsg(shortened(why)).build());
  }

  /**
   * @param name what the Agent calls itself
   */
  static TeepMessage success(Optional<Bytes> token, String name) {
    return success(token, name, List.of());
  }

  /**
   * @param name what the Agent calls itself
   * @param reports encoded SUIT Reports
   */
  static TeepMessage success(Optional<Bytes> token, String name, List<Bytes> reports) {
    TeepOptions.Builder options =
        TeepOptions.builder().token(token).msg(shortened("installed by " + name));
    return new TeepMessage.Success(
        (reports.isEmpty() ? options : options.suitReports(reports)).build());
  }

  static TeepMessage.Error error(Optional<Bytes> token, TeepErrorCode code, String why) {
    return error(token, code, why, UnaryOperator.identity());
  }

  /**
   * @param companions adds what goes with the code
   */
  static TeepMessage.Error error(
      Optional<Bytes> token,
      TeepErrorCode code,
      String why,
      UnaryOperator<TeepOptions.Builder> companions) {
    return new TeepMessage.Error(
        companions.apply(TeepOptions.builder().token(token).errMsg(shortened(why))).build(), code);
  }

  /** The same Error with another token. */
  static TeepMessage.Error withToken(TeepMessage.Error error, Optional<Bytes> token) {
    return new TeepMessage.Error(error.options().withToken(token), error.code());
  }

  static RequestedComponent wanted(String applicationType) {
    return RequestedComponent.of(SuitComponentId.of(MIDDLEWARE, applicationType));
  }

  /**
   * Whether a payload of the format is an Attestation Result, and not Evidence.
   *
   * <p>spec| teep-protocol-26 §7.1.1: the media type of the TEEP profile, and no other
   */
  static boolean isResult(String format) {
    String plain = format.replace(" ", "").replace("\"", "").toLowerCase(Locale.ROOT);
    return plain.equals(TeepEat.MEDIA_TYPE.replace(" ", "").toLowerCase(Locale.ROOT));
  }

  /**
   * Whether a result vouches for a key.
   *
   * <p>spec| teep-protocol-26 §7.1.1.1: the kid of cnf is the hash of the key
   */
  static boolean confirms(TeepEat result, CoseKey key) {
    return result
        .confirmation()
        .flatMap(cnf -> cnf.kid().or(() -> cnf.key().map(CoseKey::thumbprint)))
        .filter(kid -> kid.equals(key.thumbprint()))
        .isPresent();
  }

  /** spec| teep-protocol-26 §4.4, §4.6: 1 to 128 octets; what we say is ASCII or is made so. */
  private static String shortened(String text) {
    String ascii = text.replaceAll("[^ -~]", "?");
    return ascii.length() > 128 ? ascii.substring(0, 128) : ascii.isEmpty() ? "?" : ascii;
  }
}
