package org.ccican.conformance.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccican.conformance.trace.ScenarioTrace;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/** What lets somebody who only looks on tell that two messages are from one sender. */
final class LinkJudges {

  private static final long ENCRYPT = 96;
  private static final long EPHEMERAL = -1;
  private static final long X = -2;

  private LinkJudges() {}

  static Map<String, Judge> table() {
    return Map.of("ephemerals-differ", (trace, expected, signatures) -> differ(trace, expected));
  }

  private static Verdict differ(ScenarioTrace trace, Expectation expected) {
    Set<Bytes> seen = new HashSet<>();
    Findings findings = new Findings();
    for (TeepExchange.Sent sent : TeepExchange.sentBy(trace, expected, "teep-agent")) {
      for (Bytes key : sent.view().map(LinkJudges::ephemerals).orElse(List.of())) {
        findings.look(
            seen.add(key), "message " + sent.event().seq() + " has an ephemeral key again");
      }
    }
    return seen.size() < 2 && findings.verdict("").outcome() == Outcome.PASSED
        ? Verdict.unseen("two ephemeral keys that differ", seen.size() + " ephemeral keys")
        : findings.verdict("each ephemeral key is used once");
  }

  /** The x-coordinates of the senders' keys in what a message encrypts. */
  static List<Bytes> ephemerals(TeepView message) {
    List<Bytes> sealed = new ArrayList<>(message.suitReports());
    message.attestationPayload().ifPresent(sealed::add);
    List<Bytes> keys = new ArrayList<>();
    for (Bytes each : sealed) {
      CborView.read(each)
          .view()
          .filter(item -> item instanceof Cbor.Tag tag && tag.number() == ENCRYPT)
          .flatMap(item -> CborView.items(((Cbor.Tag) item).content()))
          .filter(parts -> parts.size() == 4)
          .flatMap(parts -> CborView.items(parts.get(3)))
          .orElse(List.of())
          .forEach(recipient -> ephemeral(recipient).ifPresent(keys::add));
    }
    return keys;
  }

  private static Optional<Bytes> ephemeral(Cbor recipient) {
    return CborView.items(recipient)
        .filter(parts -> parts.size() == 3)
        .flatMap(parts -> CborView.map(parts.get(1)))
        .flatMap(header -> header.find(EPHEMERAL))
        .flatMap(CborView::map)
        .flatMap(key -> key.find(X))
        .flatMap(CborView::octets);
  }
}
