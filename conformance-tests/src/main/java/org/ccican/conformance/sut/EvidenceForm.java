package org.ccican.conformance.sut;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccican.check.Checks;
import org.ccican.conformance.trace.Blame;
import org.ccican.evidence.Cmw;
import org.ccican.evidence.CmwCollection;
import org.ccican.format.Formats;
import org.ccican.message.AttestationMessage.EvidenceAnswer;
import org.ccican.reject.Rejected;
import org.ccican.role.Message;
import org.ccican.transport.HttpReply;
import org.ccican.wire.Bytes;

/**
 * The forms in which evidence comes: a CMW collection of {@code evidence}, {@code endorsement-N}
 * and {@code register-log}, or the evidence alone, of the format that the recipe names.
 */
final class EvidenceForm {

  private final Optional<String> format;
  private final Formats formats;
  private final Emulation emulation;
  private final List<Bytes> pinned;

  EvidenceForm(SutRole role, Opening opening) {
    this.format = role.format();
    this.formats = opening.formats();
    this.pinned = role.pinned();
    this.emulation = new Emulation(formats);
  }

  /** A complaint about a format that there is none of. */
  Optional<String> look() {
    return format
        .filter(id -> formats.appraiser(id).isEmpty())
        .map(
            id ->
                "attesting-environment.format: there is no format "
                    + id
                    + "; write one of "
                    + String.join(", ", formats.ids()));
  }

  /**
   * What came, as the role would have answered.
   *
   * @param mediaType as the target says it; empty if it cannot
   * @param endorsements that came beside it
   */
  HttpReply answer(Bytes body, String mediaType, List<Bytes> endorsements, Situation situation) {
    Optional<EvidenceAnswer> collection = collection(body, mediaType);
    if (collection.isPresent()) {
      return reply(collection.get());
    }
    Optional<String> type =
        mediaType.isEmpty() || mediaType.startsWith("application/octet-stream")
            ? format.map(id -> formats.appraiser(id).orElseThrow().format().mediaType())
            : Optional.of(mediaType);
    if (type.isEmpty()) {
      return Outcomes.problem(
          situation.log(),
          Blame.CONFIGURATION,
          "attesting-environment.format: evidence came alone; write the id of its format");
    }
    return reply(new EvidenceAnswer(type.get(), body, endorsements));
  }

  private HttpReply reply(EvidenceAnswer answer) {
    HttpReply reply = new HttpReply(200, Map.of("content-type", Message.CCICAN), answer.encode());
    return emulation.made(answer.endorsements()) && !emulation.foreign(pinned)
        ? reply
        : reply.withHeader(Emulation.EVIDENCE, Emulation.HARDWARE);
  }

  private static Optional<EvidenceAnswer> collection(Bytes body, String mediaType) {
    if (!mediaType.isEmpty() && !mediaType.startsWith(Cmw.CBOR)) {
      return Optional.empty();
    }
    try {
      CmwCollection collection = CmwCollection.parse(body, Checks.unbroken());
      List<Bytes> endorsements = new ArrayList<>();
      for (int at = 1; collection.items().containsKey("endorsement-" + at); at++) {
        endorsements.add(collection.item("endorsement-" + at).value());
      }
      return Optional.of(
          new EvidenceAnswer(
              collection.item("evidence").mediaType(),
              collection.item("evidence").value(),
              endorsements,
              Optional.ofNullable(collection.items().get("register-log"))
                  .map(CmwCollection.Item::value)));
    } catch (Rejected e) {
      return Optional.empty();
    }
  }
}
