package org.ccican.role;

import java.util.List;
import java.util.Optional;
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
    return response.options().requestedTcList().stream()
        .flatMap(List::stream)
        .map(wanted -> wanted.id().segments())
        .filter(id -> id.size() == 2 && id.get(0).equals(Bytes.utf8(MIDDLEWARE)))
        .map(id -> id.get(1).toText())
        .findFirst();
  }

  static TeepMessage update(Bytes token, Bytes envelope) {
    return update(token, List.of(envelope));
  }

  static TeepMessage update(Bytes token, List<Bytes> envelopes) {
    return new TeepMessage.Update(
        TeepOptions.builder().token(token).manifestList(envelopes).build());
  }

  /** An Update that brings nothing but the reason why. */
  static TeepMessage refusingUpdate(Bytes token, String why) {
    return new TeepMessage.Update(
        TeepOptions.builder()
            .token(token)
            .errCode(TeepErrorCode.Known.ATTESTATION_REQUIRED)
            .errMsg(shortened(why))
            .build());
  }

  /**
   * @param name what the Agent calls itself
   */
  static TeepMessage success(Optional<Bytes> token, String name) {
    return new TeepMessage.Success(
        TeepOptions.builder().token(token).msg(shortened("installed by " + name)).build());
  }

  static TeepMessage error(Optional<Bytes> token, TeepErrorCode code, String why) {
    return new TeepMessage.Error(
        TeepOptions.builder().token(token).errMsg(shortened(why)).build(), code);
  }

  /** spec| teep-protocol-26 §4.4, §4.6: 1 to 128 octets; what we say is ASCII or is made so. */
  private static String shortened(String text) {
    String ascii = text.replaceAll("[^ -~]", "?");
    return ascii.length() > 128 ? ascii.substring(0, 128) : ascii.isEmpty() ? "?" : ascii;
  }
}
