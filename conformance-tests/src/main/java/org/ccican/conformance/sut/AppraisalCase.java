package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.app.ReferenceImages;
import org.ccican.check.Checks;
import org.ccican.cose.Crypto;
import org.ccican.evidence.BoundClaims;
import org.ccican.evidence.CmwCollection;
import org.ccican.evidence.EventLog;
import org.ccican.format.Formats;
import org.ccican.message.AttestationMessage.AppraisalRequest;
import org.ccican.reject.Rejected;
import org.ccican.transport.HttpCall;
import org.ccican.wire.Bytes;

/**
 * What an owner asks a Verifier, taken apart for Verifiers that speak otherwise.
 *
 * @param request as the owner sent it
 * @param collection the evidence and what came with it
 */
record AppraisalCase(AppraisalRequest request, CmwCollection collection) {

  private static final String EVIDENCE = "evidence";

  /** The hardware's own: what its registers hold is known from their log. */
  private static final Set<String> ALONE = Set.of(EVIDENCE, "register-log");

  /** Empty if there is no collection of evidence with its claims and log in it. */
  static Optional<AppraisalCase> of(HttpCall call) {
    try {
      AppraisalRequest request = AppraisalRequest.parse(call.body(), Checks.unbroken());
      CmwCollection collection = CmwCollection.parse(request.evidence(), Checks.unbroken());
      AppraisalCase found = new AppraisalCase(request, collection);
      found.claims();
      found.events();
      collection.item(EVIDENCE);
      return Optional.of(found);
    } catch (Rejected e) {
      return Optional.empty();
    }
  }

  Bytes evidence() {
    return collection.items().get(EVIDENCE).value();
  }

  String mediaType() {
    return collection.items().get(EVIDENCE).mediaType();
  }

  List<Bytes> endorsements() {
    List<Bytes> endorsements = new ArrayList<>();
    for (int number = 1; collection.items().containsKey("endorsement-" + number); number++) {
      endorsements.add(collection.items().get("endorsement-" + number).value());
    }
    return endorsements;
  }

  Optional<Bytes> find(String label) {
    return Optional.ofNullable(collection.items().get(label)).map(CmwCollection.Item::value);
  }

  BoundClaims claims() throws Rejected {
    return BoundClaims.parse(collection.item("claims").value(), Checks.unbroken());
  }

  private EventLog events() throws Rejected {
    return EventLog.parse(collection.item("event-log").value(), Checks.unbroken());
  }

  /** Evidence, the log of its registers and endorsements alone, as a collection. */
  Bytes evidenceAlone() {
    Map<String, CmwCollection.Item> items = new LinkedHashMap<>();
    collection
        .items()
        .forEach(
            (label, item) -> {
              if (ALONE.contains(label) || label.startsWith("endorsement-")) {
                items.put(label, item);
              }
            });
    return new CmwCollection(items).encode();
  }

  /**
   * What the evidence has to carry if everything is as it should be: the SHA-512 of the claims with
   * the owner's nonce, the key of the owner's channel and the digest of the log that came along. An
   * owner can tell that by itself; a Verifier then compares one value.
   */
  Bytes expectedReportData() throws Rejected {
    BoundClaims claims = claims();
    return new BoundClaims(
            request.nonce(),
            claims.agentKey(),
            request.channelKey().orElse(claims.channelKey()),
            events().digest())
        .reportData();
  }

  /**
   * Why the log is nothing that could have been accepted; empty if it is. Whoever sees the evidence
   * alone cannot tell.
   *
   * @param format id of the evidence's
   */
  Optional<String> wrongLog(String format, Formats formats) throws Rejected {
    Set<Bytes> known = new HashSet<>(request.components().values());
    for (String type : ReferenceImages.APPLICATION_TYPES) {
      known.add(Crypto.sha256(ReferenceImages.middleware(type, format).encode()));
    }
    List<EventLog.Event> events = events().events();
    Set<String> installed = new HashSet<>();
    for (EventLog.Event event : events) {
      installed.add(event.component());
      if (!known.contains(event.digest())) {
        return Optional.of("the " + event.component() + " in the event log");
      }
    }
    if (!installed.containsAll(request.required())) {
      return Optional.of("what is missing in the event log");
    }
    Optional<Bytes> registers = find("register-log");
    return registers.isPresent() && !extended(registers.get(), format, formats, events)
        ? Optional.of("what the registers hold beside the event log")
        : Optional.empty();
  }

  private static boolean extended(
      Bytes registers, String format, Formats formats, List<EventLog.Event> events)
      throws Rejected {
    return formats
        .appraiser(format)
        .orElseThrow()
        .extended(registers, Checks.unbroken())
        .equals(events.stream().map(EventLog.Event::encode).toList());
  }

  /** Id of a format by its media type. */
  static Optional<String> format(String mediaType, Formats formats) {
    return formats.ids().stream()
        .filter(id -> formats.appraiser(id).orElseThrow().format().mediaType().equals(mediaType))
        .findFirst();
  }

  /** The labels of what came along, for messages. */
  @Override
  public String toString() {
    return "appraisal of "
        + mediaType()
        + " with "
        + Arrays.toString(collection.items().keySet().toArray());
  }
}
